import CNeural

/// Embeddings of 8 bits with a scale for each row, where they stand in a network file.
@safe struct Embedding: Sendable {
  private let cells: ModelBytes
  private let scales: ModelBytes
  private let dimension: Int

  /// The next embedding of the file.
  init(rows: Int, dimension: Int, from file: inout NetworkFile) {
    self.dimension = dimension
    cells = file.part(rows * dimension)
    scales = file.part(4 * rows)
  }

  /// Adds `factor` times a row to the numbers from `offset` on.
  func add(_ row: Int, factor: Float, to numbers: Buffer<Float>, at offset: Int) {
    precondition(row >= 0 && (row + 1) * dimension <= cells.count)
    numbers.expect(offset + dimension)
    let scale = Float(bitPattern: scales.word(at: 4 * row)) * factor
    let bytes = unsafe cells.start.assumingMemoryBound(to: Int8.self)
    unsafe Kernels.shared.table.pointee.add(dimension, scale, bytes + row * dimension, numbers.start + offset)
  }
}

/// The features of one kind that have an embedding: their hashes in ascending order.
struct KnownFeatures: Sendable {
  private let hashes: ModelBytes

  /// The next list of the file, for an embedding with this many rows.
  init(rows: Int, from file: inout NetworkFile) {
    hashes = file.part(4 * (rows - 1))
  }

  /// The row of a feature: its rank plus 1, or 0 if it is not known.
  ///
  /// - Complexity: O(log features).
  func row(of hash: UInt32) -> Int {
    var low = 0
    var high = hashes.count / 4
    while low < high {
      let middle = (low + high) / 2
      let found = hashes.word(at: 4 * middle)
      if found == hash { return middle + 1 }
      if found < hash { low = middle + 1 } else { high = middle }
    }
    return 0
  }
}
