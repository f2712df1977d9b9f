import Foundation

/// Learns by how much each of many features that hold or do not adds to the odds of something (logistic regression with a
/// square penalty): by accelerated gradient descent (Nesterov) with a step for each weight that its number of occurrences
/// bounds. Sums are taken in the order of the rows.
struct LogisticRegression {
  /// The features of each example, as numbers below `count`, none twice.
  let rows: [[Int]]
  /// How far each example is true, 0 to 1.
  let truth: [Double]
  /// How many features there are.
  let count: Int
  /// The penalty's factor: the inverse of the variance that weights are expected to have.
  let penalty: Double
  var rounds = 400

  /// What each feature adds to the logarithm of the odds; 0 for those that never hold.
  func weights() -> [Double] {
    var counts = [Double](repeating: 0, count: count)
    for row in rows { for feature in row { counts[feature] += 1 } }
    let used = counts.indices.filter { counts[$0] > 0 }
    let longest = Double(rows.map(\.count).max() ?? 0)
    var weights = [Double](repeating: 0, count: count)
    var (ahead, gradient) = (weights, weights)
    var momentum = 1.0
    for _ in 0..<rounds {
      for index in used { gradient[index] = ahead[index] * penalty }
      addGradient(at: ahead, to: &gradient)
      let next = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      for index in used {
        let weight = ahead[index] - gradient[index] / (0.25 * longest * counts[index] + penalty)
        ahead[index] = weight + (momentum - 1) / next * (weight - weights[index])
        weights[index] = weight
      }
      momentum = next
    }
    return weights
  }

  private func addGradient(at weights: [Double], to gradient: inout [Double]) {
    for (row, truth) in zip(rows, truth) {
      let sum = row.reduce(0.0) { $0 + weights[$1] }
      let error = 1 / (1 + exp(-sum)) - truth
      for feature in row { gradient[feature] += error }
    }
  }
}
