import CTraining
import Language

/// A long short-term memory that reads in one direction (Hochreiter and Schmidhuber 1997; forget gates by Gers et al.
/// 2000); also the derivatives of its numbers.
struct LSTM {
  /// Weights of the input: four gates' units (input, forget, content, output) × inputs.
  let input: LinearLayer
  /// Weights of the state before: four gates' units × units.
  let recurrent: Matrix

  var size: Int { recurrent.columns }

  /// What the way back needs to know of the way forth.
  struct Trace {
    /// Activated gates; on the way back, the derivatives of their weighted sums.
    let gates: Matrix
    let cells: Matrix
    let outputs: Matrix
  }

  /// The step read before `step`.
  private static func before(_ step: Int, _ reversed: Bool) -> Int { reversed ? step + 1 : step - 1 }

  /// Reads the rows of `inputs` and writes the states to `outputs`, a row each.
  func forward(_ inputs: Matrix, _ order: TimeOrder, reversed: Bool, outputs: Matrix) -> Trace {
    let trace = Trace(
      gates: input.forward(inputs), cells: Matrix(rows: inputs.rows, columns: size), outputs: outputs)
    let packed = PackedMatrix(transposing: recurrent)
    for index in 0..<order.stepCount {
      let step = reversed ? order.stepCount - 1 - index : index
      let rows = order.rows(step)
      let before = Self.before(step, reversed)
      let continued = order.common(step, before)
      var previous = trace.cells
      if continued > 0 {
        let past = order.rows(before).lowerBound..<order.rows(before).lowerBound + continued
        trace.gates[rows: rows.lowerBound..<rows.lowerBound + continued].addProduct(outputs[rows: past], packed)
        previous = trace.cells[rows: past]
      }
      unsafe Matrix.kernels.pointee.lstm_forward(
        rows.count, continued, size, trace.gates[rows: rows].start, previous.start, trace.cells[rows: rows].start,
        outputs[rows: rows].start, outputs.stride)
    }
    return trace
  }

  /// Adds the derivatives by its numbers to `slopes` and those by the inputs to `inputSlopes`.
  func backward(
    _ inputs: Matrix, _ order: TimeOrder, reversed: Bool, _ trace: Trace, outputSlopes: Matrix, slopes: LSTM,
    inputSlopes: Matrix
  ) {
    backThroughTime(order, reversed, trace, outputSlopes)
    input.backward(inputs, trace.gates, slopes: slopes.input, inputSlopes: inputSlopes)
    let states = Matrix(rows: inputs.rows, columns: size)
    for step in 0..<order.stepCount {
      let before = Self.before(step, reversed)
      let continued = order.common(step, before)
      guard continued > 0 else { continue }
      let (here, past) = (order.rows(step).lowerBound, order.rows(before).lowerBound)
      states[rows: here..<here + continued].copy(trace.outputs[rows: past..<past + continued])
    }
    slopes.recurrent.addProduct(transposing: trace.gates, states)
  }

  /// Turns the trace's gates into the derivatives of their weighted sums.
  private func backThroughTime(_ order: TimeOrder, _ reversed: Bool, _ trace: Trace, _ outputSlopes: Matrix) {
    let packed = PackedMatrix(recurrent)
    let widest = order.stepCount > 0 ? order.rows(0).count : 0
    let cellSlopes = Matrix(rows: widest, columns: size)
    let stateSlopes = Matrix(rows: widest, columns: size)
    for index in 0..<order.stepCount {
      let step = reversed ? index : order.stepCount - 1 - index
      let rows = order.rows(step)
      let after = reversed ? step - 1 : step + 1
      let followed = order.common(step, after)
      let state = stateSlopes[rows: 0..<rows.count]
      state.copy(outputSlopes[rows: rows])
      if followed > 0 {
        let future = order.rows(after).lowerBound..<order.rows(after).lowerBound + followed
        state[rows: 0..<followed].addProduct(trace.gates[rows: future], packed)
      }
      let before = Self.before(step, reversed)
      let continued = order.common(step, before)
      let past = continued > 0 ? order.rows(before).lowerBound : 0
      unsafe Matrix.kernels.pointee.lstm_backward(
        rows.count, continued, size, trace.gates[rows: rows].start, trace.cells[rows: past..<trace.cells.rows].start,
        trace.cells[rows: rows].start, state.start, cellSlopes.start)
    }
  }
}
