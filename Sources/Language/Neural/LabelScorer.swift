/// Chooses what each word is to its head: a bilinear score of both for each label, and a score of the word alone.
final class LabelScorer {
  private let network: QuantisedNetwork
  private let labels: [Dependency]
  private let choice: GroupedChoice
  private let pairs = Buffer<Float>()
  private let alone = Buffer<Float>()
  private let pair = Buffer<Int16>()
  private let head = Buffer<Int16>()
  private let products = Buffer<Int32>()

  /// The greatest number of a head's vector: so small that the products of 32-bit sums have room.
  private static let limit: Float = 1023

  init(_ network: QuantisedNetwork, labels: [Dependency]) {
    self.network = network
    self.labels = labels
    choice = GroupedChoice(labels.map(\.universal))
    pair.reserve(labels.count * network.shape.label)
    head.reserve(network.shape.label)
    products.reserve(labels.count)
  }

  /// Takes what words are as dependents.
  func prepare(_ rows: Int, _ dependents: Buffer<Int16>, scales: Buffer<Float>) {
    pairs.reserve(rows * network[.labelPairs].outputs)
    alone.reserve(rows * network[.labelScores].outputs)
    network[.labelPairs].apply(rows, dependents, scales: scales, into: pairs)
    network[.labelScores].apply(rows, dependents, scales: scales, into: alone)
  }

  /// The best labels of a sentence's words, which are `rows`, to their heads; what words are as heads is at `offset` of
  /// rows of `roles`, `stride` apart.
  func best(_ heads: [Int], of rows: [Int], roles: Buffer<Float>, stride: Int, offset: Int) -> [Dependency] {
    let size = network.shape.label
    return zip(rows, heads).map { row, head in
      if head == 0 { return .root }
      let headScale = roles.quantise(
        size, at: rows[head - 1] * stride + offset, limit: Self.limit, rectified: true, into: self.head, at: 0)
      let pairScale = pairs.quantise(
        labels.count * size, at: row * network[.labelPairs].outputs, limit: 32767, rectified: false, into: pair, at: 0)
      self.head.match(size, at: 0, with: pair, labels.count, into: products)
      let own = row * network[.labelScores].outputs
      for (index, label) in labels.enumerated() {
        let score = Float(products[index]) * (pairScale * headScale) + alone[own + index]
        alone[own + index] = label == .root ? -.infinity : score
      }
      return labels[choice.best(of: alone, at: own)]
    }
  }
}
