import Claims
import Foundation

/// Learns the weights of the model of factuality by logistic regression.
///
/// A predicate counts in part as having happened where people were of two minds or unsure: by 1/(1+exp(-2.5·factuality)).
public struct FactualityTrainer {
  private let regression: LogisticRegression

  /// A trainer on the predicates of `corpus`.
  public init(_ corpus: FactualityCorpus) {
    var readers: [Int: FactualityReader] = [:]
    for predicate in corpus.predicates where readers[predicate.sentence] == nil {
      readers[predicate.sentence] = FactualityReader(corpus.sentences[predicate.sentence])
    }
    regression = LogisticRegression(
      rows: corpus.predicates.map { readers[$0.sentence]?.features(at: $0.word) ?? [] },
      truth: corpus.predicates.map { 1 / (1 + exp(-2.5 * $0.factuality)) }, count: FactualityWeights.count, penalty: 6)
  }

  /// The bytes of `english.factuality`.
  public func file() -> [UInt8] {
    regression.weights().map { weight in
      let steps = (weight * FactualityWeights.scale).rounded(.toNearestOrEven)
      return UInt8(bitPattern: Int8(max(-127, min(127, steps))))
    }
  }
}
