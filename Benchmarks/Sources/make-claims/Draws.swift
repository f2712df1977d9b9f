import Glibc

/// Random numbers by SplitMix64, a function of a seed, a stream and a place in it, so that any claim can be made alone.
struct Draws {
  let seed: UInt64

  /// A number from 0 up to 1, the latter left out.
  func unit(_ stream: Int, _ place: Int) -> Double {
    var state = seed &+ UInt64(stream) &* 0xD1B5_4A32_D192_ED03 &+ UInt64(place) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<2 {
      state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
      state ^= state >> 31
    }
    return Double(state >> 11) * 0x1p-53
  }
}

/// Zipf's law as Mandelbrot has it: the weight of rank r is (r + shift) to the power of -exponent.
struct Ranks {
  private let cumulated: [Double]

  init(_ count: Int, exponent: Double, shift: Double) {
    var sum = 0.0
    cumulated = (0..<count).map { rank in
      sum += pow(Double(rank + 1) + shift, -exponent)
      return sum
    }
  }

  /// The rank, from 0, at `unit` of the whole weight.
  func rank(at unit: Double) -> Int {
    let wanted = unit * cumulated[cumulated.count - 1]
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
