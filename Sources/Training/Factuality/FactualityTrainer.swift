import Claims

/// Learns the weights of the model of factuality by logistic regression.
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
      isTrue: corpus.predicates.map { $0.factuality > 0 }, count: FactualityWeights.count, penalty: 30)
  }

  /// The bytes of `english.factuality`.
  public func file() -> [UInt8] {
    regression.weights().map { weight in
      let steps = (weight * FactualityWeights.scale).rounded(.toNearestOrEven)
      return UInt8(bitPattern: Int8(max(-127, min(127, steps))))
    }
  }
}
