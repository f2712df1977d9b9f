public import Language

/// Learns to find names: a conditional random field over a chain of labels (Lafferty, McCallum and Pereira 2001), by
/// stochastic gradients whose steps grow shorter weight by weight (AdaGrad; Duchi, Hazan and Singer 2011).
///
/// The order of sentences is drawn from a seed, and sums are taken in order: the same sentences give the same bytes.
public struct NameTrainer {
  /// A sentence with its names.
  public struct Example: Sendable {
    var features: [[UInt32]]
    var labels: [Int]
    var isAside: Bool

    /// A parsed sentence with its names, and those of them, and others, that a list has. What is peculiar to sentences
    /// that stand aside, whose names were marked by other rules, is learned apart and not written (a half of the domain
    /// adaptation by Daumé 2007).
    public init(_ sentence: Sentence, names: [NameSpan], known: [NameSpan], isAside: Bool = false) {
      features = NameTagger.features(of: sentence, known: known, bits: NameTrainer.bits)
      labels = NameLabels.labels(of: names, count: sentence.tokens.count)
      self.isAside = isAside
    }
  }

  /// The logarithm of the number of rows.
  static let bits: UInt32 = 17
  /// The first step of a weight; the steps of later rounds fall to zero.
  private static let rate: Float = 0.05
  /// What the squares of a weight's gradients start from: so little that a feature of a single word counts.
  private static let firstSquare: Float = 1e-6
  /// What a weight of one becomes in the file.
  private static let scale: Float = 16
  /// What is taken from a word outside of names that follows another: the likeliest labels leave out more names than the
  /// probabilities of all labels do.
  private static let outsidePenalty: Float = 0.25
  /// How many words of a hundred show only half of their features, so that the model does not lean on words alone.
  private static let blindWords: UInt64 = 60

  /// So many models are trained, each in an order of its own; their mean is written.
  private static let models = 4

  private var rows = WeightTable(count: 1 << Int(bits))
  /// What is added to the rows for sentences that stand aside.
  private var asideRows = WeightTable(count: 1 << Int(bits))
  private var transitions = WeightTable(count: 8)

  /// What `examples` teach in this many rounds; `log` is told of each the negative logarithm of the likelihood.
  ///
  /// - Complexity: O(rounds · words).
  public init(_ examples: [Example], rounds: Int = 8, log: (_ round: Int, _ loss: Double) -> Void = { _, _ in }) {
    var generator = SeededGenerator(seed: 7)
    var sum = (rows: rows, transitions: transitions)
    let fresh = sum
    var order = examples.indices.filter { !examples[$0].labels.isEmpty }
    for model in 0..<Self.models {
      (rows, asideRows, transitions) = (fresh.rows, fresh.rows, fresh.transitions)
      for round in 0..<rounds {
        order.shuffle(using: &generator)
        let rate = Self.rate * (1 - Float(round) / Float(rounds))
        var loss = 0.0
        for index in order { loss += learn(Self.partlyBlind(examples[index], &generator), rate) }
        log(model * rounds + round + 1, loss)
      }
      sum.rows.add(rows)
      sum.transitions.add(transitions)
    }
    (rows, transitions) = sum
  }

  /// Makes the example's labels more likely; gives the negative logarithm of what their probability was.
  private mutating func learn(_ example: Example, _ rate: Float) -> Double {
    let scores = example.features.map { features in
      var sum = SIMD8<Float>.zero
      for row in features { sum += rows.weights[Int(row)] }
      if example.isAside { for row in features { sum += asideRows.weights[Int(row)] } }
      return sum
    }
    let slopes = LabelChain(scores, transitions: transitions.weights).slopes(expecting: example.labels)
    for (features, slope) in zip(example.features, slopes.scores) {
      for row in features { rows.step(Int(row), slope, rate) }
      if example.isAside { for row in features { asideRows.step(Int(row), slope, rate) } }
    }
    for (label, slope) in slopes.transitions.enumerated() { transitions.step(label, slope, rate) }
    return slopes.loss
  }

  /// The example with half of the features left out of some words.
  private static func partlyBlind(_ example: Example, _ generator: inout SeededGenerator) -> Example {
    var example = example
    for word in example.features.indices where generator.next() % 100 < blindWords {
      example.features[word].removeAll { _ in generator.next() & 1 == 0 }
    }
    return example
  }

  /// Weights in rows of one for each label, and the sums of their gradients' squares.
  private struct WeightTable {
    var weights: [SIMD8<Float>]
    private var squares: [SIMD8<Float>]

    init(count: Int) {
      weights = Array(repeating: .zero, count: count)
      squares = Array(repeating: SIMD8(repeating: NameTrainer.firstSquare), count: count)
    }

    mutating func add(_ other: WeightTable) {
      for row in weights.indices { weights[row] += other.weights[row] }
    }

    mutating func step(_ row: Int, _ slope: SIMD8<Float>, _ rate: Float) {
      squares[row] += slope * slope
      weights[row] -= rate * slope / squares[row].squareRoot()
    }
  }

  /// The bytes of the file of weights; the same each time.
  public var file: [UInt8] {
    let scale = Self.scale / Float(Self.models)
    let quantised = rows.weights.map { row in
      SIMD8<Int8>(clamping: SIMD8<Int32>((row * scale).rounded(.toNearestOrAwayFromZero)))
    }
    let after = transitions.weights.map { row in
      (0..<8).map { Int16((row[$0] * scale - ($0 == 0 ? Self.outsidePenalty * Self.scale : 0)).rounded()) }
    }
    return NameWeights.file(bits: Self.bits, transitions: after, rows: quantised)
  }
}
