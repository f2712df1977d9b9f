import CTraining

/// A matrix laid out as the right factor of products.
struct PackedMatrix {
  let numbers: NumberStorage
  let rows: Int
  let columns: Int

  init(_ matrix: Matrix) {
    rows = matrix.rows
    columns = matrix.columns
    numbers = NumberStorage(count: training_packed_size(rows, columns))
    unsafe Matrix.kernels.pointee.pack(rows, columns, matrix.operand, numbers.start)
  }

  /// The transposed matrix, laid out.
  init(transposing matrix: Matrix) {
    rows = matrix.columns
    columns = matrix.rows
    numbers = NumberStorage(count: training_packed_size(rows, columns))
    unsafe Matrix.kernels.pointee.pack(rows, columns, matrix.transposedOperand, numbers.start)
  }
}

extension Matrix {
  static let kernels = unsafe KernelTable(table: training_kernels())

  /// A table of kernels, which lives as long as the program and never changes.
  @safe struct KernelTable: @unchecked Sendable {
    let table: UnsafePointer<TrainingKernels>
    var pointee: TrainingKernels { unsafe table.pointee }
  }

  var operand: TrainingOperand { unsafe TrainingOperand(start: start, row: stride, column: 1) }
  var transposedOperand: TrainingOperand { unsafe TrainingOperand(start: start, row: 1, column: stride) }

  /// Adds left · right.
  func addProduct(_ left: Matrix, _ right: PackedMatrix) {
    precondition(left.columns == right.rows && left.rows == rows && right.columns == columns)
    unsafe Self.kernels.pointee.multiply(
      rows, columns, left.columns, left.operand, right.numbers.start, start, stride)
  }

  /// Adds leftᵀ · right.
  func addProduct(transposing left: Matrix, _ right: Matrix) {
    precondition(left.rows == right.rows && left.columns == rows && right.columns == columns)
    let packed = PackedMatrix(right)
    unsafe Self.kernels.pointee.multiply(
      rows, columns, left.rows, left.transposedOperand, packed.numbers.start, start, stride)
  }

  /// Adds `scale` times the numbers of a matrix of the same shape.
  func add(_ other: Matrix, scale: Float = 1) {
    precondition(rows == other.rows && columns == other.columns)
    for row in 0..<rows {
      unsafe Self.kernels.pointee.add(columns, scale, other.start + row * other.stride, start + row * stride)
    }
  }

  /// Adds the sum of the rows of `other` to this single row.
  func addRows(of other: Matrix) {
    precondition(rows == 1 && columns == other.columns)
    for row in 0..<other.rows { unsafe Self.kernels.pointee.add(columns, 1, other.start + row * other.stride, start) }
  }

  /// Multiplies number by number with a matrix of the same shape.
  func scale(by factors: Matrix) {
    precondition(rows == factors.rows && columns == factors.columns)
    for row in 0..<rows {
      unsafe Self.kernels.pointee.scale(columns, factors.start + row * factors.stride, start + row * stride)
    }
  }

  /// Turns the single row of scores into the slopes of its cross entropy with `expected`, times `scale`.
  ///
  /// - Returns: the cross entropy.
  func crossEntropy(expecting expected: Int, scale: Float) -> Double {
    precondition(rows == 1 && expected < columns)
    return unsafe Self.kernels.pointee.cross_entropy(columns, expected, scale, start)
  }

  /// The column of the highest number of this single row.
  var highest: Int {
    precondition(rows == 1 && columns > 0)
    return unsafe Int(Self.kernels.pointee.highest(columns, start))
  }
}
