/// Words as the first readers weigh them. Each spelling is computed once as long as it is kept.
final class WordReadings {
  private let network: QuantisedNetwork
  private var rows: [String: Int32] = [:]
  private let numbers = Buffer<Float>(WordFeatures.dimension)
  private let inputs = Buffer<Int16>()
  private let scales = Buffer<Float>()
  private let fresh = Buffer<Float>()
  /// A row of weighted sums for each word.
  let weighted = Buffer<Float>()

  /// So many spellings are kept at least; a text has less of them than memory is worth.
  private static let limit = 2048

  init(_ network: QuantisedNetwork) { self.network = network }

  /// The row of a word that was prepared.
  func row(of word: String) -> Int32 { rows[word] ?? 0 }

  /// Computes the rows of the words that are not known yet.
  func prepare(_ words: some Sequence<String>) {
    if rows.count > Self.limit { rows.removeAll(keepingCapacity: true) }
    let first = rows.count
    for word in words where rows[word] == nil {
      let index = rows.count - first
      rows[word] = Int32(rows.count)
      inputs.reserve((index + 1) * WordFeatures.dimension)
      scales.reserve(index + 1)
      network.read(WordFeatures(word), into: numbers)
      scales[index] = numbers.quantise(
        WordFeatures.dimension, at: 0, limit: 32767, rectified: false, into: inputs, at: index * WordFeatures.dimension)
    }
    let count = rows.count - first
    let layer = network[.firstInput]
    fresh.reserve(count * layer.outputs)
    layer.apply(count, inputs, scales: scales, into: fresh)
    weighted.reserve(rows.count * layer.outputs)
    weighted.copy(fresh, count * layer.outputs, to: first * layer.outputs)
  }
}
