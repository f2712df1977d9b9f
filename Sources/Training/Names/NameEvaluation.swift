public import ClaimModel
public import Language

/// How many names are found, in percent: a name counts if its words and its kind agree.
public struct NameEvaluation: Sendable {
  private var right: [EntityKind: Int] = [:]
  private var expected: [EntityKind: Int] = [:]
  private var given: [EntityKind: Int] = [:]

  /// Compares the names of sentences with those that they have; both in the order of the sentences.
  public init(gold: [[NameSpan]], system: [[NameSpan]]) {
    for (gold, system) in zip(gold, system) {
      for name in gold { expected[name.kind, default: 0] += 1 }
      for name in system {
        given[name.kind, default: 0] += 1
        if gold.contains(name) { right[name.kind, default: 0] += 1 }
      }
    }
  }

  /// Precision, recall and their harmonic mean, in percent, for one kind or, with nil, for all names alike.
  public func figures(for kind: EntityKind?) -> (precision: Double, recall: Double, f1: Double) {
    func count(_ counts: [EntityKind: Int]) -> Double {
      Double(kind.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +))
    }
    let (both, gold, system) = (count(right), count(expected), count(given))
    return (100 * both / max(1, system), 100 * both / max(1, gold), 200 * both / max(1, gold + system))
  }
}
