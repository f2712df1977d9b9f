public import Language

/// How well sentences with gold words are tagged, lemmatized and parsed, in percent of their words.
public struct Evaluation: Sendable {
  /// How many words were compared.
  public private(set) var words = 0
  private var counts = [Measure: Int]()

  /// What is compared.
  public enum Measure: String, CaseIterable, Sendable {
    case upos = "UPOS"
    case xpos = "XPOS"
    case lemma
    case uas = "UAS"
    case las = "LAS"
    case lasWithSubtypes = "LAS with subtypes"
  }

  /// Compares `system` with `gold`; both have the same words.
  public init(gold: [Sentence], system: [Sentence]) {
    for (right, given) in zip(gold, system) {
      for (expected, token) in zip(right.tokens, given.tokens) { compare(expected, token) }
    }
  }

  private mutating func compare(_ expected: Token, _ token: Token) {
    words += 1
    count(.upos, expected.tag == token.tag)
    count(.xpos, expected.fineTag == token.fineTag)
    count(.lemma, expected.lemma == token.lemma)
    let attached = expected.head == token.head
    count(.uas, attached)
    count(.las, attached && expected.dependency.universal == token.dependency.universal)
    count(.lasWithSubtypes, attached && expected.dependency == token.dependency)
  }

  private mutating func count(_ measure: Measure, _ isRight: Bool) { counts[measure, default: 0] += isRight ? 1 : 0 }

  /// The share of words that are right, in percent.
  public func percent(_ measure: Measure) -> Double { 100 * Double(counts[measure] ?? 0) / Double(max(1, words)) }
}
