import ClaimModel
package import Claims

/// How well numbers from -3 to 3 agree with the factuality that people gave predicates.
///
/// The sign is right where prediction and gold are both above 0, or neither is. Nothing is left out: a gold value near 0,
/// where people were unsure or of two minds, counts as any other.
public struct FactualityEvaluation: Sendable {
  /// The gold values and what was predicted.
  private let pairs: [(gold: Double, predicted: Double)]

  /// What is measured.
  public enum Measured: String, CaseIterable, Sendable {
    case majority = "all affirmed"
    case claims = "certainty × polarity"
    case present = "the same, 0 for what will happen"
    case scaled = "the same, as numbers of UDS train"
    case degree = "degree"
  }

  /// Measures the predicates of `corpus` on the trees that it has; `scale` says what number a reading stands for.
  package init(
    _ corpus: FactualityCorpus, _ measured: Measured, scale: FactualityScale = .plain,
    weights: FactualityWeights = .shipped
  ) {
    var readers: [Int: FactualityReader] = [:]
    var pairs: [(Double, Double)] = []
    for predicate in corpus.predicates {
      let reader = readers[predicate.sentence] ?? FactualityReader(corpus.sentences[predicate.sentence])
      readers[predicate.sentence] = reader
      let predicted =
        switch measured {
        case .majority: 3.0
        case .claims: FactualityScale.plain.number(reader.reading(at: predicate.word))
        case .present:
          reader.liesAhead(at: predicate.word)
            ? 0 : FactualityScale.plain.number(reader.reading(at: predicate.word))
        case .scaled: scale.number(reader.reading(at: predicate.word))
        case .degree: reader.degree(at: predicate.word, weights: weights)
        }
      pairs.append((predicate.factuality, predicted))
    }
    self.pairs = pairs
  }

  /// How many predicates were measured whose gold value is `least` or more away from 0.
  public func count(least: Double = 0) -> Int { pairs.count { abs($0.gold) >= least } }

  /// The share of them whose sign is right, in percent.
  public func signRight(least: Double = 0) -> Double {
    let right = pairs.count { abs($0.gold) >= least && ($0.gold > 0) == ($0.predicted > 0) }
    return 100 * Double(right) / Double(max(1, count(least: least)))
  }

  /// Pearson's correlation; 0 where all predictions are the same.
  public var correlation: Double {
    let count = Double(max(1, pairs.count))
    let gold = pairs.reduce(0) { $0 + $1.gold } / count
    let predicted = pairs.reduce(0) { $0 + $1.predicted } / count
    var (both, left, right) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair.gold - gold) * (pair.predicted - predicted)
      left += (pair.gold - gold) * (pair.gold - gold)
      right += (pair.predicted - predicted) * (pair.predicted - predicted)
    }
    return left * right > 0 ? both / (left * right).squareRoot() : 0
  }
}
