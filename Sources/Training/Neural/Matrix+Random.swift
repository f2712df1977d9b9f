extension SeededGenerator {
  /// A number from 0 up to, not including, 1, with 24 bits.
  mutating func share() -> Float { Float(next() >> 40) * (1 / 16_777_216) }

  /// A number about normally distributed, with deviation 1: the sum of twelve even ones.
  mutating func normal() -> Float {
    var sum: Float = -6
    for _ in 0..<12 { sum += share() }
    return sum
  }
}

extension Matrix {
  /// Fills it with even numbers from -limit to limit.
  func fillEvenly(limit: Float, from random: inout SeededGenerator) {
    for row in 0..<rows { for column in 0..<columns { self[row, column] = (2 * random.share() - 1) * limit } }
  }

  /// Fills it with normal numbers.
  func fillNormally(deviation: Float, from random: inout SeededGenerator) {
    for row in 0..<rows { for column in 0..<columns { self[row, column] = random.normal() * deviation } }
  }

  /// A mask of dropout (Srivastava et al. 2014): zero with probability `rate`, else 1 / (1 - rate).
  static func dropout(rows: Int, columns: Int, rate: Float, from random: inout SeededGenerator) -> Matrix {
    let mask = Matrix(rows: rows, columns: columns)
    guard rate > 0 else {
      mask.fill(1)
      return mask
    }
    let threshold = UInt32(rate * 65536)
    let kept = 1 / (1 - rate)
    for index in 0..<rows * columns / 4 {
      let bits = random.next()
      for lane in 0..<4 {
        unsafe mask.start[4 * index + lane] = UInt32((bits >> (16 * lane)) & 0xFFFF) < threshold ? 0 : kept
      }
    }
    for index in (rows * columns & ~3)..<rows * columns {
      unsafe mask.start[index] = random.share() < rate ? 0 : kept
    }
    return mask
  }
}
