import ClaimModel
import Claims
import Language
import Testing

/// Trees that no parser should give: the rules must come to an end on them, and keep what they promise.
@Suite struct HostileTreeTests {
  @Test(arguments: 0..<40) func randomTrees(seed: Int) {
    var random = Generator(state: UInt64(seed) &* 7_919 &+ 1)
    let (text, sentences) = Self.text(of: 12, with: &random)
    let article = Article(
      file: "x", digest: "x", text: text, blocks: [Article.Block(.paragraph, TextRange(0, text.utf8.count))],
      origins: OffsetMap(startingAt: 3))
    let extractor = ClaimExtractor()
    let extraction = extractor.extract(from: article, sentences: sentences)
    let whole = TextRange(3, text.utf8.count + 3)
    for claim in extraction.claims {
      #expect(whole.contains(claim.span) && claim.span.contains(claim.words))
      #expect((0...1).contains(claim.confidence))
    }
    for sentence in sentences {
      for tuple in extractor.openTuples(of: sentence) { #expect(tuple.arguments.count > 1) }
    }
  }

  @Test func sentencesWithoutWordsGiveNothing() {
    let empty = Sentence(tokens: [], range: TextRange(0, 0))
    let article = Article(file: "x", digest: "x", text: "", blocks: [], origins: OffsetMap())
    #expect(ClaimExtractor().extract(from: article, sentences: [empty]).claims.isEmpty)
    #expect(ClaimExtractor().openTuples(of: empty).isEmpty)
  }

  /// Sentences of words that the rules listen to, with heads, tags and dependencies drawn at random.
  private static func text(of count: Int, with random: inout Generator) -> (String, [Sentence]) {
    var text = ""
    var sentences: [Sentence] = []
    for _ in 0..<count {
      let length = Int.random(in: 1...24, using: &random)
      let start = text.utf8.count
      var tokens: [Token] = []
      for _ in 0..<length {
        let word = words.randomElement(using: &random) ?? "."
        var token = Token(form: word, range: TextRange(text.utf8.count, text.utf8.count + word.utf8.count))
        token.lemma = word.lowercased()
        token.tag = PartOfSpeech.allCases.randomElement(using: &random) ?? .x
        token.fineTag =
          ["VBD", "VBN", "VBG", "VB", "NN", "NNS", "NNP", "MD", ","].randomElement(using: &random) ?? "NN"
        token.dependency = Dependency.allCases.randomElement(using: &random) ?? .dep
        // Heads outside the sentence, and circles, are part of it.
        token.head = Bool.random(using: &random) ? Int.random(in: -1...length, using: &random) : nil
        tokens.append(token)
        text += word + " "
      }
      sentences.append(Sentence(tokens: tokens, range: TextRange(start, text.utf8.count - 1)))
    }
    return (text, sentences)
  }

  private static let words = [
    "said", "that", "who", "which", "where", "ISIS", "Pakistan", "Afghan", "soil", "in", "by", "according", "to",
    "begin",
    "not", "no", "longer", "kill", "at", "least", "21", "2024", "May", "attack", "report", ",", ";", "(", ")", "“", "-",
    "if", "could", "it", "he", "the", "group", "be", "been", "and", "but", "ago", "last", "week", "with", "-", "of",
    "'s",
  ]

  /// xorshift64*: the same numbers on every machine.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_F491_4F6C_DD1D
    }
  }
}
