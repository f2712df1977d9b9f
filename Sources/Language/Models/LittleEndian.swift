extension [UInt8] {
  /// Appends a number in little-endian order, as model files have it.
  package mutating func append(_ number: some FixedWidthInteger) {
    for byte in 0..<(number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }
}
