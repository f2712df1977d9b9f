import CNeural
import Testing

/// The fast kernels against the plain ones: the same bits from the same numbers.
struct NeuralKernelTests {
  private static let size = 24
  private static let rows = 7

  /// A layer's numbers, and a batch of three sentences with 4, 2 and 1 words.
  private struct Setting {
    var weights: [Int8]
    var scales: [Float]
    var bias: [Float]
    var inputs: [Float]
    var values: [Int16]
    let starts: [Int32] = [0, 3, 5, 6, 7]

    init(seed: UInt64) {
      var random = Numbers(state: seed)
      let outputs = 4 * NeuralKernelTests.size
      weights = (0..<outputs * NeuralKernelTests.size).map { _ in Int8.random(in: -127...127, using: &random) }
      scales = (0..<outputs).map { _ in Float.random(in: 0..<0.01, using: &random) }
      bias = (0..<outputs).map { _ in Float.random(in: -1...1, using: &random) }
      inputs = (0..<NeuralKernelTests.rows * outputs).map { _ in Float.random(in: -6...6, using: &random) }
      values = (0..<NeuralKernelTests.rows * NeuralKernelTests.size).map { _ in
        Int16.random(in: -32767...32767, using: &random)
      }
    }
  }

  private static func linear(_ setting: Setting, _ kernels: NeuralKernels) -> [Float] {
    var results = [Float](repeating: 0, count: rows * 4 * size)
    let units = [Float](repeating: 1 / 32767, count: rows)
    unsafe setting.weights.withUnsafeBufferPointer { weights in
      unsafe setting.scales.withUnsafeBufferPointer { scales in
        unsafe setting.bias.withUnsafeBufferPointer { bias in
          unsafe setting.values.withUnsafeBufferPointer { values in
            unsafe units.withUnsafeBufferPointer { units in
              var layer = unsafe NeuralLayer(
                outputs: 4 * size, depth: size, weights: weights.baseAddress, scales: scales.baseAddress,
                bias: bias.baseAddress)
              unsafe kernels.linear(
                &layer, rows, NeuralInput(values: values.baseAddress, stride: size, scales: units.baseAddress), &results
              )
            }
          }
        }
      }
    }
    return results
  }

  private static func states(_ setting: Setting, reversed: Bool, _ kernels: NeuralKernels) -> [Int16] {
    var states = [Int16](repeating: 0, count: rows * size)
    var cells = [Float](repeating: 0, count: rows * size)
    var sums = [Int32](repeating: 0, count: 3 * 4 * size)
    let own = (0..<Int32(rows)).map(\.self)
    unsafe setting.weights.withUnsafeBufferPointer { weights in
      unsafe setting.scales.withUnsafeBufferPointer { scales in
        unsafe setting.starts.withUnsafeBufferPointer { starts in
          var layer = unsafe NeuralLayer(
            outputs: 4 * size, depth: size, weights: weights.baseAddress, scales: scales.baseAddress,
            bias: scales.baseAddress)
          unsafe kernels.read(
            &layer, NeuralSteps(count: 4, starts: starts.baseAddress), reversed ? 1 : 0, setting.inputs, 4 * size, own,
            &states, size, &cells, &sums)
        }
      }
    }
    return states
  }

  @Test(arguments: 0..<20) func layersGiveTheSameBits(seed: UInt64) {
    let setting = Setting(seed: seed)
    let (fast, plain) = unsafe (neural_kernels().pointee, neural_portable_kernels().pointee)
    #expect(Self.linear(setting, fast) == Self.linear(setting, plain))
    for reversed in [false, true] {
      #expect(
        Self.states(setting, reversed: reversed, fast) == Self.states(setting, reversed: reversed, plain))
    }
  }

  @Test func linearLayersAreExactSums() {
    let setting = Setting(seed: 1)
    let results = unsafe Self.linear(setting, neural_kernels().pointee)
    let (row, output) = (4, 37)
    var sum = 0
    for input in 0..<Self.size {
      let panel = output / 16 * 16 * Self.size
      let weight = setting.weights[panel + input / 2 * 32 + output % 16 * 2 + input % 2]
      sum += Int(setting.values[row * Self.size + input]) * Int(weight)
    }
    let expected = Float(sum) * (setting.scales[output] * (1 / 32767)) + setting.bias[output]
    #expect(results[row * 4 * Self.size + output] == expected)
  }

  @Test(arguments: [1, 7, 8, 40, 41]) func numbersBecomeTheSameIntegers(count: Int) {
    var random = Numbers(state: UInt64(count))
    let numbers = (0..<count).map { _ in Float.random(in: -3...3, using: &random) }
    for rectified: Int32 in [0, 1] {
      var (fast, plain) = ([Int16](repeating: 0, count: count), [Int16](repeating: 0, count: count))
      let first = unsafe neural_kernels().pointee.quantise(count, 32767, rectified, numbers, &fast)
      let second = unsafe neural_portable_kernels().pointee.quantise(count, 32767, rectified, numbers, &plain)
      #expect(first == second)
      #expect(fast == plain)
      for (number, integer) in zip(numbers, fast) {
        let value = rectified == 1 && number < 0 ? 0.1 * number : number
        #expect(abs(Float(integer) * first - value) <= first)
      }
    }
  }
}
