package import Claims
import Foundation

/// Learns the factors of confidence: logistic regression, once for each view.
public struct ConfidenceTrainer {
  private let regressions: [LogisticRegression]
  private let links: Double

  /// A trainer on the statements of `corpus`, of those in one half of the sentences where `half` is given; `links` is the
  /// share of resolved references that are right.
  public init(_ corpus: ConfidenceCorpus, half: Int? = nil, links: Double) {
    let examples = corpus.examples.filter { half == nil || $0.half == half }
    regressions = ConfidenceWeights.View.allCases.map { view in
      let known = examples.filter { $0.holds(view) != nil }
      return LogisticRegression(
        rows: known.map { $0.features.map(\.index) }, truth: known.map { $0.holds(view) == true ? 1 : 0 },
        count: ConfidenceFeature.allCases.count, penalty: 3)
    }
    self.links = links
  }

  /// The text of `confidence.txt`.
  public func file() -> String {
    let weights = regressions.map { $0.weights() }
    let lines = ConfidenceFeature.allCases.map { feature in
      let factors = weights.map { String(Self.rounded(exp($0[feature.index]))) }
      return "\(feature.rawValue) = \(factors.joined(separator: ", "))\n"
    }
    return Self.comment + lines.joined() + Self.linkComment
      + "\(ConfidenceWeights.linkName) = \(Self.rounded(links))\n"
  }

  /// The weights in it.
  package func weights() -> ConfidenceWeights { ConfidenceWeights(parsing: file()) ?? .shipped }

  /// Three digits behind the point; never 0.
  private static func rounded(_ number: Double) -> Double { max(1, (number * 1000).rounded()) / 1000 }

  private static let comment = """
    # By how much each thing that makes a statement harder or easier to read multiplies the odds: the odds that a claim is
    # right, then the odds that people who write down what a sentence says would write it down, too (tuples of extract
    # --format openie). A line is feature = factor, factor. Written by `train-models train confidence`.

    """
  private static let linkComment = """
    # How likely a pronoun or a description that was resolved to a name stands for it: a claim is as likely right as without
    # it, times this for each.

    """
}
