import CTraining
import Testing

@testable import Training

/// Products of matrices against plain sums, and the fast kernels against the plain ones.
struct MatrixTests {
  private static func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var random = SeededGenerator(seed: seed)
    let matrix = Matrix(rows: rows, columns: columns)
    matrix.fillEvenly(limit: 1, from: &random)
    return matrix
  }

  @Test(arguments: [(1, 1, 1), (6, 16, 8), (7, 17, 300), (100, 33, 5), (13, 40, 257)])
  func productsAreSumsOfProducts(rows: Int, columns: Int, depth: Int) {
    let (left, right) = (Self.matrix(rows, depth, seed: 1), Self.matrix(depth, columns, seed: 2))
    let product = Matrix(rows: rows, columns: columns)
    product.addProduct(left, PackedMatrix(right))
    let transposed = Matrix(rows: columns, columns: rows)
    transposed.addProduct(transposing: right, Self.transposed(left))
    for row in 0..<rows {
      for column in 0..<columns {
        let expected = (0..<depth).reduce(0.0) { $0 + Double(left[row, $1]) * Double(right[$1, column]) }
        #expect(abs(Double(product[row, column]) - expected) < 1e-4)
        #expect(abs(Double(transposed[column, row]) - expected) < 1e-4)
      }
    }
  }

  private static func transposed(_ matrix: Matrix) -> Matrix {
    let result = Matrix(rows: matrix.columns, columns: matrix.rows)
    for row in 0..<matrix.rows { for column in 0..<matrix.columns { result[column, row] = matrix[row, column] } }
    return result
  }

  @Test func bothKernelsGiveTheSameBits() {
    let (left, right) = (Self.matrix(20, 70, seed: 3), Self.matrix(70, 40, seed: 4))
    let packed = PackedMatrix(right)
    let results = unsafe [training_kernels().pointee, training_portable_kernels().pointee].map { kernels in
      let gates = Matrix(rows: 20, columns: 40)
      unsafe kernels.multiply(20, 40, 70, left.operand, packed.numbers.start, gates.start, 40)
      let (cells, states) = (Matrix(rows: 20, columns: 8), Matrix(rows: 20, columns: 8))
      unsafe kernels.lstm_forward(20, 0, 8, gates.start, cells.start, cells.start, states.start, 8)
      return gates.values + cells.values + states.values
    }
    #expect(results[0] == results[1])
  }
}
