import Language
import Testing

@Suite struct RobustnessTests {
  private let analyzer = Analyzer()

  /// Whether every sentence is a tree: one root, and every word reaches it.
  private func areTrees(_ sentences: [Sentence]) -> Bool {
    sentences.allSatisfy { sentence in
      let heads = sentence.tokens.map(\.head)
      guard heads.filter({ $0 == nil }).count == 1 else { return false }
      return heads.indices.allSatisfy { reachesRoot($0, heads) }
    }
  }

  private func reachesRoot(_ start: Int, _ heads: [Int?]) -> Bool {
    var word = start
    for _ in heads {
      guard let head = heads[word] else { return true }
      word = head
    }
    return false
  }

  @Test(arguments: [
    "", " ", "\u{1B}]0;title\u{7}\u{0} text \u{8}", "مرحبا بالعالم. هذا نص.", "داعش‌ها در پاکستان", "👩‍👩‍👧‍👦 🇵🇰 said 😀!",
    "ISIS LEADER KILLED IN PAKISTAN, OFFICIALS SAY", "no punctuation at all just words that go on and on",
    "((((((((((((((((((((", "\"\"\"\"\"\"\"\"\"\"", "''''''''''", ". . . . . .", "a\u{301}\u{301}\u{301}\u{301}",
    "--------",
    "\u{202E}desrever\u{202C} text", "1-2-3-4-5-6-7-8-9", "e-e-e-e-e-e", "http://", "@", "U.S.U.S.U.S.", "。。。",
    "\u{FEFF}",
  ])
  func oddTextsBecomeTrees(text: String) {
    #expect(areTrees(analyzer.sentences(of: text)))
  }

  @Test func aWordOfAHundredThousandLettersIsOneWord() {
    let sentences = analyzer.sentences(of: String(repeating: "a", count: 100_000))
    #expect(sentences.flatMap(\.tokens).count == 1)
  }

  @Test(arguments: ["(", "'", "-", "a-", "1-", "a'", "'.", "“", "a.", ".a", "\"a", "’", "e-", "1.", "//", ")"])
  func longRunsOfOneThingAreReadInLinearTime(part: String) {
    let text = String(repeating: part, count: 50_000)
    let sentences = Analyzer.tokenize(text)
    #expect(sentences.flatMap(\.tokens).map(\.form).joined() == text)
  }

  @Test func aSentenceOfManyWordsIsCut() {
    let sentences = Analyzer.tokenize(String(repeating: "word ", count: 1_000_000))
    #expect(sentences.flatMap(\.tokens).count == 1_000_000)
    #expect(sentences.allSatisfy { $0.tokens.count <= Sentence.wordLimit })
    #expect(sentences.count { !$0.isCut } == 1)
    #expect(sentences.last?.isCut == false)
  }

  @Test func linesOfTokensKeepTheirWords() throws {
    let parsed = try analyzer.sentences(of: "They do n't know .\n\nISIS-K 's camp\n", as: .tokens)
    let forms = parsed.sentences.map { $0.tokens.map(\.form) }
    #expect(forms == [["They", "do", "n't", "know", "."], ["ISIS-K", "'s", "camp"]])
  }

  @Test func treesOfCoNLLUKeepItsWords() throws {
    let parsed = try analyzer.sentences(of: CoNLLUTests.afghans, as: .conllu)
    let written = CoNLLU.text(of: parsed.sentences, in: parsed.text)
    #expect(try CoNLLU.document(written).text == "They don't know.")
    #expect(try CoNLLU.parse(written).map { $0.tokens.map(\.form) } == [["They", "do", "n't", "know", "."]])
  }
}
