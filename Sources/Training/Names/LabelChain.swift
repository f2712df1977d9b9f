import Foundation
import Language

/// The probabilities of a sentence's labels, given the scores of each word's and those of label after label: the algorithm
/// of forward and backward sums (Rabiner 1989), scaled word by word.
struct LabelChain {
  private let scores: [SIMD8<Float>]
  private let transitions: [SIMD8<Float>]
  /// The exponentials of the scores, over that of each word's highest, and of the transitions; 0 for what is not allowed.
  private let factors: [SIMD8<Float>]
  private let steps: [SIMD8<Float>]

  /// What the probability of the right labels changes by, with its sign turned.
  struct Slopes {
    var scores: [SIMD8<Float>]
    var transitions = [SIMD8<Float>](repeating: .zero, count: 8)
    /// The negative logarithm of the probability.
    var loss = 0.0
  }

  /// A chain of words, one at least.
  init(_ scores: [SIMD8<Float>], transitions: [SIMD8<Float>]) {
    self.scores = scores
    self.transitions = transitions
    factors = scores.map { row in
      let highest = row.max()
      return Self.row { $0 < NameLabels.count ? exp(row[$0] - highest) : 0 }
    }
    steps = transitions.enumerated().map { previous, row in
      Self.row { $0 < NameLabels.count && NameLabels.allows($0, after: previous) ? exp(row[$0]) : 0 }
    }
  }

  private static func row(_ number: (Int) -> Float) -> SIMD8<Float> {
    var row = SIMD8<Float>.zero
    for label in 0..<8 { row[label] = number(label) }
    return row
  }

  /// The derivatives of the loss if these are the right labels.
  func slopes(expecting labels: [Int]) -> Slopes {
    var slopes = Slopes(scores: scores)
    let forward = forward(&slopes.loss)
    for (word, label) in labels.enumerated() {
      slopes.loss += Double(scores[word].max() - scores[word][label])
      if word > 0 { slopes.loss -= Double(transitions[labels[word - 1]][label]) }
    }
    var after = SIMD8<Float>(repeating: 1)
    for word in scores.indices.reversed() {
      let here = forward[word] * after
      slopes.scores[word] = here / here.sum()
      slopes.scores[word][labels[word]] -= 1
      guard word > 0 else { break }
      let onward = steps.map { $0 * factors[word] * after }
      let before = Self.row { onward[$0].sum() }
      let total = (before * forward[word - 1]).sum()
      for label in 0..<NameLabels.count {
        slopes.transitions[label] += onward[label] * (forward[word - 1][label] / total)
      }
      slopes.transitions[labels[word - 1]][labels[word]] -= 1
      after = before / before.sum()
    }
    return slopes
  }

  /// For each word, what the labels up to it sum to, each sum in its share; adds the sums' logarithms to `loss`.
  private func forward(_ loss: inout Double) -> [SIMD8<Float>] {
    var all: [SIMD8<Float>] = []
    for word in scores.indices {
      var sums = Self.row { NameLabels.allows($0, after: nil) ? 1 : 0 }
      if let last = all.last {
        sums = .zero
        for label in 0..<NameLabels.count { sums += steps[label] * last[label] }
      }
      sums *= factors[word]
      let total = sums.sum()
      loss += log(Double(total))
      all.append(sums / total)
    }
    return all
  }
}
