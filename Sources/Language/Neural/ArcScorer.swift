/// Scores every word as the head of every word: biaffine attention (Dozat and Manning 2017).
final class ArcScorer {
  private let network: QuantisedNetwork
  private let results = Buffer<Float>()
  /// What each row's head should be.
  private let wanted = Buffer<Int16>()
  private let wantedScales = Buffer<Float>()
  private let heads = Buffer<Int16>()
  private let headScales = Buffer<Float>()
  private let products = Buffer<Int32>()
  private let root: Buffer<Float>

  /// The greatest number of a head's vector: so small that the products of 32-bit sums have room.
  private static let limit: Float = 255

  init(_ network: QuantisedNetwork) {
    self.network = network
    root = Buffer(network.root)
  }

  /// Takes what words are as dependents.
  func prepare(_ rows: Int, _ dependents: Buffer<Int16>, scales: Buffer<Float>) {
    let (size, outputs) = (network.shape.arc, network[.arcScores].outputs)
    results.reserve(rows * outputs)
    wanted.reserve(rows * size)
    wantedScales.reserve(rows)
    network[.arcScores].apply(rows, dependents, scales: scales, into: results)
    for row in 0..<rows {
      wantedScales[row] = results.quantise(
        size, at: row * outputs, limit: 32767, rectified: false, into: wanted, at: row * size)
    }
  }

  /// For each word of a sentence in turn, the scores of the root and of all words as its head; the words are `rows`,
  /// and what they are as heads is at `offset` of rows of `roles`, `stride` apart.
  func scores(of rows: [Int], roles: Buffer<Float>, stride: Int, offset: Int) -> [Float] {
    let size = network.shape.arc
    let count = rows.count + 1
    heads.reserve(count * size)
    headScales.reserve(count)
    products.reserve(count)
    headScales[0] = root.quantise(size, at: 0, limit: Self.limit, rectified: false, into: heads, at: 0)
    for (index, row) in rows.enumerated() {
      headScales[index + 1] = roles.quantise(
        size, at: row * stride + offset, limit: Self.limit, rectified: true, into: heads, at: (index + 1) * size)
    }
    var scores: [Float] = []
    scores.reserveCapacity(rows.count * count)
    for row in rows {
      wanted.match(size, at: row * size, with: heads, count, into: products)
      let scale = wantedScales[row]
      for head in 0..<count { scores.append(Float(products[head]) * (scale * headScales[head])) }
    }
    return scores
  }
}
