public import Language

/// Learns to find names: a structured perceptron whose weights are averaged over all steps (Collins 2002), with a margin.
///
/// All sums are of whole numbers, and the order of sentences is drawn from a seed: the same sentences give the same bytes.
public struct NameTrainer {
  /// A sentence with its names.
  public struct Example: Sendable {
    var features: [[UInt32]]
    var labels: [Int]

    /// A parsed sentence with its names, and those of them, and others, that a list has.
    public init(_ sentence: Sentence, names: [NameSpan], known: [NameSpan]) {
      features = NameTagger.features(of: sentence, known: known, bits: NameTrainer.bits)
      labels = NameLabels.labels(of: names, count: sentence.tokens.count)
    }
  }

  /// The logarithm of the number of rows.
  static let bits: UInt32 = 17
  /// By how much the right labels of a word have to win.
  private static let margin = Int32(20)
  /// What a weight of one becomes in the file.
  private static let scale = 2

  /// How many words of a hundred show only half of their features, so that the model does not lean on words alone.
  private static let blindWords: UInt64 = 60

  private var rows = [SIMD8<Int32>](repeating: .zero, count: 1 << Int(bits))
  /// The changes of each row, each times the step at which it was made.
  private var rowChanges = [SIMD8<Int64>](repeating: .zero, count: 1 << Int(bits))
  private var transitions = [SIMD8<Int32>](repeating: .zero, count: 8)
  private var transitionChanges = [SIMD8<Int64>](repeating: .zero, count: 8)
  private var step: Int64 = 1

  /// What `examples` teach in this many rounds; `log` is told of each how many sentences were not right yet.
  ///
  /// - Complexity: O(rounds · words).
  public init(_ examples: [Example], rounds: Int = 10, log: (_ round: Int, _ wrong: Int) -> Void = { _, _ in }) {
    var generator = SeededGenerator(seed: 7)
    var order = Array(examples.indices)
    for round in 1...rounds {
      order.shuffle(using: &generator)
      var wrong = 0
      for index in order where learn(examples[index], &generator) { wrong += 1 }
      log(round, wrong)
    }
  }

  /// Corrects the weights if they do not give the example's labels; says whether they did not.
  private mutating func learn(_ example: Example, _ generator: inout SeededGenerator) -> Bool {
    step += 1
    let example = Self.partlyBlind(example, &generator)
    let scores = example.features.indices.map { word in
      var sum = SIMD8<Int32>(repeating: Self.margin)
      for row in example.features[word] { sum &+= rows[Int(row)] }
      sum[example.labels[word]] &-= Self.margin
      return sum
    }
    let guess = LabelSequence.best(scores, transitions: LabelSequence.allowed(transitions))
    guard guess != example.labels else { return false }
    for word in guess.indices {
      let (right, wrong) = (example.labels[word], guess[word])
      if right != wrong {
        for row in example.features[word] { change(Int(row), right, wrong) }
      }
      if word > 0 {
        changeTransition(example.labels[word - 1], right, by: 1)
        changeTransition(guess[word - 1], wrong, by: -1)
      }
    }
    return true
  }

  /// The example with half of the features left out of some words.
  private static func partlyBlind(_ example: Example, _ generator: inout SeededGenerator) -> Example {
    var example = example
    for word in example.features.indices where generator.next() % 100 < blindWords {
      example.features[word].removeAll { _ in generator.next() & 1 == 0 }
    }
    return example
  }

  private mutating func change(_ row: Int, _ right: Int, _ wrong: Int) {
    rows[row][right] += 1
    rows[row][wrong] -= 1
    rowChanges[row][right] += step
    rowChanges[row][wrong] -= step
  }

  private mutating func changeTransition(_ first: Int, _ second: Int, by amount: Int32) {
    transitions[first][second] += amount
    transitionChanges[first][second] += step * Int64(amount)
  }

  /// The bytes of the file of weights; the same each time.
  public var file: [UInt8] {
    let quantised = rows.indices.map { row in
      var weights = SIMD8<Int8>.zero
      for label in 0..<8 {
        weights[label] = Int8(clamping: average(rows[row][label], rowChanges[row][label]))
      }
      return weights
    }
    let after = (0..<8).map { first in
      (0..<8).map { Int16(clamping: average(transitions[first][$0], transitionChanges[first][$0])) }
    }
    return NameWeights.file(bits: Self.bits, transitions: after, rows: quantised)
  }

  /// The mean of a weight over all steps, in the unit of the file, rounded.
  private func average(_ weight: Int32, _ changes: Int64) -> Int64 {
    let total = (step + 1) * Int64(weight) - changes
    let scaled = total * Int64(Self.scale) * 2 / (step + 1)
    return (scaled + (scaled < 0 ? -1 : 1)) / 2
  }
}
