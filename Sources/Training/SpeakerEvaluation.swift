import ClaimModel
public import Claims
public import Language

/// How often the speaker of what is said in a sentence is right, by tuples of CaRB (Bhardwaj et al., EMNLP 2019) that
/// have the context of their attribution, a cell that starts with `C:`.
///
/// Such a tuple is compared with the claim of its sentence that shares most words with it (F1 over the set of words of
/// the tuple's predicate and arguments and those of the claim's clause; the first of several) among those that have a
/// speaker. The speaker is right where the head of its phrase as it stands in the sentence (its last word before a
/// preposition), or more than half of its words, are words of that cell; articles and a final s do not count. Stricter,
/// `rightAmongAll` lets a tuple also meet the claims that have none, but for those whose object is another claim: "X said".
public struct SpeakerEvaluation: Sendable {
  /// A tuple whose speaker is not right.
  public struct Miss: Sendable {
    /// The tuple's sentence.
    public var sentence: String
    /// The cell with the context of the attribution.
    public var context: String
    /// The words of our speaker; nil where the sentence has no claim with one that shares a word with the tuple.
    public var speaker: String?
  }

  /// How many tuples have such a context.
  public private(set) var tuples = 0
  /// For how many the speaker is right.
  public private(set) var right = 0
  /// For how many it is, if claims without a speaker may be the ones that share most.
  public private(set) var rightAmongAll = 0
  /// The others, in the order of the file.
  public private(set) var misses: [Miss] = []

  /// Compares the claims of `sentences`, a line each with spaces between its tokens, with `gold`, a line for each tuple:
  /// the sentence, the predicate, the arguments and the contexts, parted by tabs.
  public init(gold: String, sentences: String, analyzer: Analyzer, extractor: ClaimExtractor = ClaimExtractor()) {
    let candidates = Self.candidates(in: sentences, analyzer, extractor)
    for line in gold.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t").map(String.init)
      guard let context = cells.first(where: { $0.hasPrefix("C:") }), let sentence = cells.first else { continue }
      let plain = cells.dropFirst().filter { cell in !["C:", "T:", "L:"].contains { cell.hasPrefix($0) } }
      compare(Self.words(of: plain.joined(separator: " ")), context, candidates[Self.key(sentence)] ?? [], sentence)
    }
  }

  /// A claim, as far as it is compared.
  private struct Candidate {
    var words: Set<String>
    /// The words of its speaker; nil where it is the author's.
    var speaker: String?
  }

  private mutating func compare(_ tuple: Set<String>, _ context: String, _ claims: [Candidate], _ sentence: String) {
    tuples += 1
    let best = Self.best(claims.filter { $0.speaker != nil }, for: tuple)?.speaker
    if Self.isRight(Self.best(claims, for: tuple)?.speaker, context) { rightAmongAll += 1 }
    if Self.isRight(best, context) {
      right += 1
    } else {
      misses.append(Miss(sentence: sentence, context: context, speaker: best))
    }
  }

  private static func isRight(_ speaker: String?, _ context: String) -> Bool {
    guard let speaker else { return false }
    let phrase = sequence(of: speaker)
    let source = words(of: context)
    let end = phrase.dropFirst().firstIndex { prepositions.contains($0) } ?? phrase.endIndex
    let words = Set(phrase).subtracting(["the", "a", "an"])
    return end > 0 && source.contains(phrase[end - 1]) || 2 * words.intersection(source).count > words.count
  }

  private static let prepositions: Set<String> = ["of", "in", "for", "from", "with", "at", "on", "by", "to", "near"]

  private static func best(_ claims: [Candidate], for tuple: Set<String>) -> Candidate? {
    var best: (claim: Candidate, score: Double)?
    for claim in claims {
      let shared = Double(claim.words.intersection(tuple).count)
      let score = 2 * shared / Double(claim.words.count + tuple.count)
      if score > best?.score ?? 0 { best = (claim, score) }
    }
    return best?.claim
  }

  /// The claims of each sentence, without the author's own about who says something.
  private static func candidates(in text: String, _ analyzer: Analyzer, _ extractor: ClaimExtractor)
    -> [String: [Candidate]]
  {
    var found: [String: [Candidate]] = [:]
    for line in text.split(whereSeparator: \.isNewline).map(String.init) {
      let article = Article(
        file: "sentence", digest: "", text: line, blocks: [.init(.paragraph, TextRange(0, line.utf8.count))],
        origins: OffsetMap())
      let sentences = analyzer.annotate(Analyzer.sentences(ofTokenLines: line))
      let claims = extractor.extract(from: article, sentences: sentences).claims
      found[key(line)] = claims.compactMap { claim in
        if claim.speakerIsAuthor, case .claim = claim.object?.value { return nil }
        let speaker = claim.speakerIsAuthor ? nil : claim.speaker.span.map { line[$0] } ?? claim.speaker.text
        return Candidate(words: words(of: line[claim.words]), speaker: speaker)
      }
    }
    return found
  }

  /// The sentence's letters and digits, which both files write alike.
  private static func key(_ sentence: String) -> String { sentence.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func words(of text: String) -> Set<String> { Set(sequence(of: text)) }

  private static func sequence(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
      word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
    }
  }
}
