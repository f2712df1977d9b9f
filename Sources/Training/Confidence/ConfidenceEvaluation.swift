package import Claims

/// How far confidence can be relied on: of the statements with 0.8, 8 in 10 should be right.
///
/// Each half of the sentences is measured with factors learned from the other.
public struct ConfidenceEvaluation: Sendable {
  /// The statements whose confidence lies in one tenth of the range.
  public struct Bin: Sendable {
    /// How many there are.
    public var count = 0
    /// How many of them are right.
    public var right = 0
    /// Their mean confidence.
    public var mean = 0.0
    /// The share that is right, 0 to 1.
    public var share: Double { Double(right) / Double(max(1, count)) }
  }

  /// The tenths, the lowest first: below 0.1, from 0.1 to below 0.2, …
  public let bins: [Bin]

  /// The mean distance of a bin's confidence from its share of right ones, weighted by its count (Guo et al. 2017).
  public var expectedCalibrationError: Double {
    let count = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) { $0 + Double($1.count) * abs($1.mean - $1.share) } / Double(max(1, count))
  }

  /// Measures how likely the statements of `corpus` are said to hold in one view.
  package init(_ corpus: ConfidenceCorpus, _ view: ConfidenceWeights.View) {
    let weights = [1, 0].map { ConfidenceTrainer(corpus, half: $0, links: 1).weights() }
    self.init(
      corpus.examples.compactMap { example in
        example.holds(view).map { (weights[example.half].confidence(example.features, view), $0) }
      })
  }

  /// Measures numbers from 0 to 1 against what was right.
  package init(_ pairs: [(confidence: Double, isRight: Bool)]) {
    var bins = [Bin](repeating: Bin(), count: 10)
    for (confidence, isRight) in pairs {
      let bin = max(0, min(9, Int(confidence * 10)))
      bins[bin].count += 1
      bins[bin].right += isRight ? 1 : 0
      bins[bin].mean += confidence
    }
    for index in bins.indices { bins[index].mean /= Double(max(1, bins[index].count)) }
    self.bins = bins
  }
}
