/// The kinds of signs that the tokenizer tells apart, read byte by byte.
enum Letters {
  /// A sign at some place: how many bytes it has, and the ASCII sign that it stands for.
  struct Sign {
    var length: Int
    var ascii: UInt8
  }

  /// The bytes of white space at `index`, 0 if there is none; signs of no width count as white space.
  static func space(at index: Int, in bytes: [UInt8]) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0xC2 else { return 0 }
    switch (byte, next(1, index, bytes), next(2, index, bytes)) {
    case (0xC2, 0x80...0xA0, _), (0xC2, 0xAD, _): return 2
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF): return 3
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE1, 0x9A, 0x80): return 3
    default: return 0
    }
  }

  /// The punctuation or symbol at `index`, or nil if a letter or a digit stands there.
  static func sign(at index: Int, in bytes: [UInt8]) -> Sign? {
    let byte = bytes[index]
    if byte < 0x80 { return isAlphanumeric(byte) ? nil : Sign(length: 1, ascii: byte) }
    switch (byte, next(1, index, bytes), next(2, index, bytes)) {
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): return Sign(length: 2, ascii: UInt8(ascii: "\""))
    case (0xC2, 0xA1...0xBF, _): return Sign(length: 2, ascii: UInt8(ascii: "#"))
    case (0xE2, 0x80, let last): return generalPunctuation(last)
    case (0xE2, 0x82, 0xA0...0xBF): return Sign(length: 3, ascii: UInt8(ascii: "$"))
    case (0xE2, 0x86...0xAF, _), (0xE3, 0x80, 0x81...0x91): return Sign(length: 3, ascii: UInt8(ascii: "#"))
    case (0xF0, 0x9F, _): return Sign(length: 4, ascii: UInt8(ascii: "#"))
    default: return nil
    }
  }

  private static func generalPunctuation(_ last: UInt8) -> Sign? {
    let ascii: UInt8
    switch last {
    case 0x90, 0x91: ascii = UInt8(ascii: "-")
    case 0x92...0x95: ascii = UInt8(ascii: "_")
    case 0x98...0x9B, 0xB2: ascii = UInt8(ascii: "'")
    case 0x9C...0x9F, 0xB3: ascii = UInt8(ascii: "\"")
    case 0xA6: ascii = UInt8(ascii: ".")
    default: ascii = UInt8(ascii: "#")
    }
    return Sign(length: 3, ascii: ascii)
  }

  private static func next(_ distance: Int, _ index: Int, _ bytes: [UInt8]) -> UInt8 {
    index + distance < bytes.count ? bytes[index + distance] : 0
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isUppercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  static func isLowercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// Whether the byte belongs to a letter; every byte beyond ASCII counts as one.
  static func isLetter(_ byte: UInt8) -> Bool { isUppercase(byte) || isLowercase(byte) || byte >= 0x80 }
}
