import CTraining

/// Memory for numbers, zero at first.
@safe final class NumberStorage: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(count: Int) {
    unsafe start = UnsafeMutablePointer<Float>.allocate(capacity: max(1, count))
    unsafe start.initialize(repeating: 0, count: max(1, count))
    self.count = count
  }

  deinit { unsafe start.deallocate() }
}

/// A rectangle of numbers in a storage that it shares with other matrices: a copy sees the same numbers.
///
/// Invariant: the storage has a number for each row and column; every accessor that takes a place checks it.
@safe struct Matrix: @unchecked Sendable {
  let storage: NumberStorage
  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  /// The distance from one row to the next.
  let stride: Int

  /// A matrix of zeros with its own storage.
  init(rows: Int, columns: Int) {
    self.init(NumberStorage(count: rows * columns), from: 0, rows: rows, columns: columns, stride: columns)
  }

  init(_ storage: NumberStorage, from offset: Int, rows: Int, columns: Int, stride: Int) {
    precondition(offset >= 0 && rows >= 0 && columns <= stride)
    precondition(rows == 0 || offset + (rows - 1) * stride + columns <= storage.count)
    self.storage = storage
    unsafe start = unsafe storage.start + offset
    self.rows = rows
    self.columns = columns
    self.stride = stride
  }

  /// Some of its rows and columns, in place.
  subscript(_ rowRange: Range<Int>, _ columnRange: Range<Int>) -> Matrix {
    precondition(rowRange.upperBound <= rows && columnRange.upperBound <= columns)
    let offset = unsafe start - storage.start
    return Matrix(
      storage, from: offset + rowRange.lowerBound * stride + columnRange.lowerBound, rows: rowRange.count,
      columns: columnRange.count, stride: stride)
  }

  /// Some of its rows, in place.
  subscript(rows range: Range<Int>) -> Matrix { self[range, 0..<columns] }

  /// One of its rows, in place.
  subscript(row index: Int) -> Matrix { self[index..<index + 1, 0..<columns] }

  subscript(row: Int, column: Int) -> Float {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns)
      return unsafe start[row * stride + column]
    }
    nonmutating set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns)
      unsafe start[row * stride + column] = newValue
    }
  }

  /// Its numbers, row by row.
  var values: [Float] {
    (0..<rows).flatMap { row in (0..<columns).map { self[row, $0] } }
  }

  func fill(_ value: Float) {
    for row in 0..<rows { unsafe (start + row * stride).update(repeating: value, count: columns) }
  }

  /// Takes the numbers of `other`, a matrix of the same shape.
  func copy(_ other: Matrix) {
    precondition(rows == other.rows && columns == other.columns)
    for row in 0..<rows { unsafe (start + row * stride).update(from: other.start + row * other.stride, count: columns) }
  }
}
