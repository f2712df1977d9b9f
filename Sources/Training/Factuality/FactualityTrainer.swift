import Claims
import Foundation

/// Learns the weights of the model of factuality: logistic regression with a square penalty, by accelerated gradient
/// descent (Nesterov) with a step for each weight that its number of occurrences bounds.
public struct FactualityTrainer {
  private static let rounds = 400
  /// The penalty's factor: the inverse of the variance that weights are expected to have.
  private static let penalty = 30.0

  private let rows: [[Int]]
  private let happened: [Bool]

  /// A trainer on the predicates of `corpus`.
  public init(_ corpus: FactualityCorpus) {
    var readers: [Int: FactualityReader] = [:]
    for predicate in corpus.predicates where readers[predicate.sentence] == nil {
      readers[predicate.sentence] = FactualityReader(corpus.sentences[predicate.sentence])
    }
    rows = corpus.predicates.map { readers[$0.sentence]?.features(at: $0.word) ?? [] }
    happened = corpus.predicates.map { $0.factuality > 0 }
  }

  /// The bytes of `english.factuality`.
  public func file() -> [UInt8] {
    weights().map { weight in
      let steps = (weight * FactualityWeights.scale).rounded(.toNearestOrEven)
      return UInt8(bitPattern: Int8(max(-127, min(127, steps))))
    }
  }

  private func weights() -> [Double] {
    var counts = [Double](repeating: 0, count: FactualityWeights.count)
    for row in rows { for feature in row { counts[feature] += 1 } }
    let used = counts.indices.filter { counts[$0] > 0 }
    let longest = Double(rows.map(\.count).max() ?? 0)
    var weights = [Double](repeating: 0, count: counts.count)
    var (ahead, gradient) = (weights, weights)
    var momentum = 1.0
    for _ in 0..<Self.rounds {
      for index in used { gradient[index] = ahead[index] * Self.penalty }
      addGradient(at: ahead, to: &gradient)
      let next = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      for index in used {
        let weight = ahead[index] - gradient[index] / (0.25 * longest * counts[index] + Self.penalty)
        ahead[index] = weight + (momentum - 1) / next * (weight - weights[index])
        weights[index] = weight
      }
      momentum = next
    }
    return weights
  }

  private func addGradient(at weights: [Double], to gradient: inout [Double]) {
    for (row, isTrue) in zip(rows, happened) {
      let sum = row.reduce(0.0) { $0 + weights[$1] }
      let error = 1 / (1 + exp(-sum)) - (isTrue ? 1 : 0)
      for feature in row { gradient[feature] += error }
    }
  }
}
