import ClaimModel
public import Language

/// How well raw text is cut: the harmonic mean of precision and recall, in percent, of spans that agree to the byte.
public struct SegmentationEvaluation: Sendable {
  /// Of tokens, multiword tokens counting once.
  public let tokens: Double
  /// Of syntactic words.
  public let words: Double
  /// Of sentences.
  public let sentences: Double
  /// The spans of tokens that only one side has, in order: gold ones first.
  let missed: [TextRange]
  let invented: [TextRange]

  /// Compares the words and sentences of `system` with those of `gold`, both of the same text.
  public init(gold: [Sentence], system: [Sentence]) {
    let expected = Self.tokenSpans(of: gold)
    let given = Self.tokenSpans(of: system)
    tokens = Self.score(expected, given)
    words = Self.score(Set(gold.flatMap(\.tokens).map(\.range)), Set(system.flatMap(\.tokens).map(\.range)))
    sentences = Self.score(Set(gold.map(\.range)), Set(system.map(\.range)))
    missed = expected.subtracting(given).sorted()
    invented = given.subtracting(expected).sorted()
  }

  private static func tokenSpans(of sentences: [Sentence]) -> Set<TextRange> {
    var spans: [TextRange] = []
    for token in sentences.lazy.flatMap(\.tokens) {
      if token.continuesWord, let last = spans.popLast() {
        spans.append(last.union(token.range))
      } else {
        spans.append(token.range)
      }
    }
    return Set(spans)
  }

  private static func score(_ gold: Set<TextRange>, _ system: Set<TextRange>) -> Double {
    let both = Double(gold.intersection(system).count)
    return 200 * both / Double(max(1, gold.count + system.count))
  }
}
