import CNeural

/// A layer's weights of 8 bits, a scale and a bias for each output, where they stand in a network file.
///
/// Invariant: the pointers lead to parts that `parts` keeps alive, of the sizes that the shape demands.
@safe struct QuantisedLayer: @unchecked Sendable {
  let weights: NeuralLayer
  private let parts: [ModelBytes]

  /// The next layer of the file.
  init(_ layer: NetworkShape.Layer, of shape: NetworkShape, from file: inout NetworkFile) {
    let outputs = shape.paddedOutputs(of: layer)
    let depth = shape.size(of: layer).inputs
    parts = [file.part(outputs * depth), file.part(4 * outputs), file.part(4 * outputs)]
    unsafe weights = NeuralLayer(
      outputs: outputs, depth: depth, weights: parts[0].start.assumingMemoryBound(to: Int8.self),
      scales: parts[1].start.assumingMemoryBound(to: Float.self),
      bias: parts[2].start.assumingMemoryBound(to: Float.self))
  }

  var outputs: Int { unsafe weights.outputs }
  var depth: Int { unsafe weights.depth }

  /// The layer's results for the first `rows` rows of `inputs`, which are `depth` apart and worth `scales`.
  func apply(_ rows: Int, _ inputs: Buffer<Int16>, scales: Buffer<Float>, into results: Buffer<Float>) {
    inputs.expect(rows * depth)
    scales.expect(rows)
    results.expect(rows * outputs)
    var layer = unsafe weights
    unsafe Kernels.shared.table.pointee.linear(
      &layer, rows, NeuralInput(values: inputs.start, stride: depth, scales: scales.start), results.start)
  }
}

/// The kernels that suit the processor.
@safe struct Kernels: @unchecked Sendable {
  let table: UnsafePointer<NeuralKernels>

  static let shared = unsafe Kernels(table: neural_kernels())
}
