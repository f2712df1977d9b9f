import Language
import Testing

@testable import Training

/// The hand-written derivatives against differences of the loss.
struct NetworkGradientTests {
  private static func network() -> Network {
    var size = NetworkSize(embeddingRows: WordFeatures.Kind.allCases.map { _ in 5 }, tags: 4, labels: 3)
    (size.state, size.tagHidden, size.arc, size.label) = (8, 8, 8, 8)
    let network = Network(size)
    network.initialize(seed: 1)
    var random = SeededGenerator(seed: 2)
    // Nothing at zero, so that every path carries a slope.
    for matrix in [network.arcScores.weights, network.labelPairs.weights, network.labelScores.weights] {
      matrix.fillEvenly(limit: 0.5, from: &random)
    }
    return network
  }

  private static func examples() -> [TreebankExample] {
    var random = SeededGenerator(seed: 3)
    return [5, 3, 3, 1].map { count in
      TreebankExample(
        words: (0..<count).map { _ in
          EncodedWord(
            rows: WordFeatures.Kind.allCases.map { _ in Int32.random(in: 0..<5, using: &random) },
            sequences: (0..<3).map { _ in UInt16.random(in: 0..<8192, using: &random) }, frequency: 1)
        },
        tags: (0..<count).map { _ in Int.random(in: 0..<4, using: &random) },
        heads: (0..<count).map { $0 },
        labels: (0..<count).map { _ in Int.random(in: 0..<3, using: &random) })
    }
  }

  private static func loss(_ network: Network, slopes: Network, dropout: Float) -> Double {
    let examples = examples()
    var random = SeededGenerator(seed: 4)
    let pass = NetworkPass(
      network: network, slopes: slopes, noise: nil, dropout: dropout,
      share: 1 / Float(examples.reduce(0) { $0 + $1.count }))
    let result = pass.run(examples, from: &random)
    result.input.backward(result.inputSlopes, slopes: slopes)
    return (result.tagLoss + result.trees.arcs + result.trees.labels) * Double(pass.share)
  }

  @Test(arguments: [Float(0), 0.3])
  func slopesAreTheDifferencesOfTheLoss(dropout: Float) {
    let network = Self.network()
    let slopes = Network(network.size)
    _ = Self.loss(network, slopes: slopes, dropout: dropout)
    let scratch = Network(network.size)
    var random = SeededGenerator(seed: 5)
    let embedded = network.embeddingCount
    let all = Matrix(network.storage, from: 0, rows: 1, columns: network.storage.count, stride: network.storage.count)
    let computed = Matrix(slopes.storage, from: 0, rows: 1, columns: all.columns, stride: all.columns)
    let used = (0..<embedded).filter { computed[0, $0] != 0 }
    let places =
      (0..<100).map { _ in used.randomElement(using: &random)! }
      + (0..<400).map { _ in Int.random(in: embedded..<all.columns, using: &random) }
    for place in places {
      let value = all[0, place]
      all[0, place] = value + 4e-3
      let higher = Self.loss(network, slopes: scratch, dropout: dropout)
      all[0, place] = value - 4e-3
      let lower = Self.loss(network, slopes: scratch, dropout: dropout)
      all[0, place] = value
      let expected = (higher - lower) / 8e-3
      #expect(abs(expected - Double(computed[0, place])) < 1e-4 + 0.02 * abs(expected), "number \(place)")
    }
  }
}
