import CTraining

/// Weighted sums: y = W·x + b; also the derivatives of such a layer's numbers.
struct LinearLayer {
  /// outputs × inputs
  let weights: Matrix
  let bias: Matrix

  /// The layer's results for each row of `input`.
  func forward(_ input: Matrix) -> Matrix {
    let output = Matrix(rows: input.rows, columns: weights.rows)
    forward(input, into: output)
    return output
  }

  /// Puts the layer's results for each row of `input` into `output`.
  func forward(_ input: Matrix, into output: Matrix) {
    for row in 0..<output.rows { output[row: row].copy(bias) }
    output.addProduct(input, PackedMatrix(transposing: weights))
  }

  /// Adds the derivatives by its numbers to `slopes`, and those by its input to `inputSlopes`.
  func backward(_ input: Matrix, _ outputSlopes: Matrix, slopes: LinearLayer, inputSlopes: Matrix) {
    slopes.weights.addProduct(transposing: outputSlopes, input)
    slopes.bias.addRows(of: outputSlopes)
    inputSlopes.addProduct(outputSlopes, PackedMatrix(weights))
  }
}

/// A linear layer whose results go through a leaky rectifier and dropout.
struct RectifiedLayer {
  let linear: LinearLayer

  /// What the way back needs to know of the way forth.
  struct Trace {
    let input: Matrix
    let output: Matrix
    let mask: Matrix
  }

  func forward(_ input: Matrix, dropout: Float, from random: inout SeededGenerator) -> Trace {
    let output = linear.forward(input)
    let mask = Matrix.dropout(rows: output.rows, columns: output.columns, rate: dropout, from: &random)
    unsafe Matrix.kernels.pointee.rectify(output.rows * output.columns, mask.start, output.start)
    return Trace(input: input, output: output, mask: mask)
  }

  /// Adds derivatives to `slopes` and `inputSlopes`; `outputSlopes` is used up.
  func backward(_ trace: Trace, _ outputSlopes: Matrix, slopes: RectifiedLayer, inputSlopes: Matrix) {
    let count = outputSlopes.rows * outputSlopes.columns
    unsafe Matrix.kernels.pointee.rectify_backward(count, trace.mask.start, trace.output.start, outputSlopes.start)
    linear.backward(trace.input, outputSlopes, slopes: slopes.linear, inputSlopes: inputSlopes)
  }
}
