/// The weights of the name tagger, read in place: a row of eight for each hashed feature, and those of label after label.
///
/// The file has a header of four numbers (the magic word, the logarithm of the number of rows, 0, 0), 64 weights of 16 bits
/// for a label (the second index) after another (the first), and the rows of 8-bit weights.
package struct NameWeights: Sendable {
  /// The logarithm of the number of rows to the base 2.
  package let bits: UInt32
  /// For each label, the weights of those after it.
  let transitions: [SIMD8<Int32>]
  private let rows: ModelBytes

  private static let magic: UInt32 = 0x314E_5348  // "HSN1"
  private static let headerSize = 16
  private static let rowsStart = headerSize + 2 * 64

  /// The weights in a file's bytes; nil if they are none, or damaged.
  package init?(_ file: ModelBytes) {
    guard file.count > Self.rowsStart, file.word(at: 0) == Self.magic, (4...24).contains(file.word(at: 4)) else {
      return nil
    }
    bits = file.word(at: 4)
    guard file.count == Self.rowsStart + 8 << Int(bits) else { return nil }
    transitions = LabelSequence.allowed(
      (0..<8).map { label in
        var row = SIMD8<Int32>.zero
        for next in 0..<8 {
          let place = Self.headerSize + 2 * (8 * label + next)
          let half = UInt16(file.byte(at: place)) | UInt16(file.byte(at: place + 1)) << 8
          row[next] = Int32(Int16(bitPattern: half))
        }
        return row
      })
    rows = file.part(at: Self.rowsStart, length: 8 << Int(bits))
  }

  /// The sum of rows: what they say for each label.
  func sum(of numbers: [UInt32]) -> SIMD8<Int32> {
    var sum = SIMD8<Int16>.zero
    for number in numbers {
      let row = unsafe unsafeBitCast(rows.long(at: 8 * Int(number)).littleEndian, to: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    return SIMD8<Int32>(truncatingIfNeeded: sum)
  }

  /// The file of these weights.
  package static func file(bits: UInt32, transitions: [[Int16]], rows: [SIMD8<Int8>]) -> [UInt8] {
    var file: [UInt8] = []
    for number in [magic, bits, 0, 0] { file.append(number) }
    for number in transitions.joined() { file.append(number) }
    for row in rows { for label in 0..<8 { file.append(UInt8(bitPattern: row[label])) } }
    return file
  }
}
