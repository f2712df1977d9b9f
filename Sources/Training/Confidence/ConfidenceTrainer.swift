package import Claims
import Foundation

/// Learns the factors of confidence from statements that people wrote down or did not: logistic regression.
public struct ConfidenceTrainer {
  private let regression: LogisticRegression
  private let links: Double

  /// A trainer on the statements of `corpus`, of those in one half of the sentences where `half` is given; `links` is the
  /// share of resolved references that are right.
  public init(_ corpus: ConfidenceCorpus, half: Int? = nil, links: Double) {
    let examples = corpus.examples.filter { half == nil || $0.half == half }
    regression = LogisticRegression(
      rows: examples.map { $0.statement.features.map(\.index) }, isTrue: examples.map(\.isRight),
      count: ConfidenceFeature.allCases.count, penalty: 3)
    self.links = links
  }

  /// The text of `confidence.txt`.
  public func file() -> String {
    let weights = regression.weights()
    let lines = ConfidenceFeature.allCases.map { "\($0.rawValue) = \(Self.rounded(exp(weights[$0.index])))\n" }
    return Self.comment + lines.joined() + Self.linkComment
      + "\(ConfidenceWeights.linkName) = \(Self.rounded(links))\n"
  }

  /// The weights in it.
  package func weights() -> ConfidenceWeights { ConfidenceWeights(parsing: file()) ?? .shipped }

  /// Three digits behind the point; never 0.
  private static func rounded(_ number: Double) -> Double { max(1, (number * 1000).rounded()) / 1000 }

  private static let comment = """
    # By how much each thing that makes a claim harder or easier to read multiplies the odds that it is right.
    # Written by `train-models train confidence`; a line is feature = factor, more than 1 where claims are right more often.

    """
  private static let linkComment = """
    # How likely a pronoun or a description that was resolved to a name stands for it; once for each such argument.

    """
}
