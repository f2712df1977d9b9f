/// Tells text in UTF-8 from anything else, and names the byte at which it ends to be that.
enum EncodingCheck {
  /// What is wrong with `bytes`, or nil where they are UTF-8 without zero bytes. Linear.
  static func problem(of bytes: [UInt8], path: String) -> ArticleProblem? {
    if let name = marks.first(where: { bytes.starts(with: $0.mark) })?.name {
      return .otherEncoding(path: path, byte: 0, looksLike: name)
    }
    if let zero = bytes.firstIndex(of: 0) {
      guard let name = widerEncoding(bytes) else { return .binary(path: path, byte: zero) }
      return .otherEncoding(path: path, byte: zero, looksLike: name)
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return invalidByte(error.byteOffsets.lowerBound, of: bytes, path: path)
    }
  }

  private static func invalidByte(_ byte: Int, of bytes: [UInt8], path: String) -> ArticleProblem {
    var line = 1
    var column = 1
    for before in bytes[..<byte] {
      if before == 0x0A { (line, column) = (line + 1, 1) } else if before & 0xC0 != 0x80 { column += 1 }
    }
    return .invalidUTF8(path: path, byte: byte, value: bytes[byte], line: line, column: column)
  }

  /// The byte order marks of other encodings, the longer ones first.
  private static let marks: [(mark: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// The encoding of two bytes a character that text mostly in ASCII seems to have, or nil.
  private static func widerEncoding(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(512)
    let even = start.indices.count { $0 % 2 == 0 && start[$0] == 0 }
    let odd = start.indices.count { $0 % 2 == 1 && start[$0] == 0 }
    let enough = start.count * 3 / 8
    guard enough > 0, min(even, odd) == 0, max(even, odd) >= enough else { return nil }
    return even > odd ? "UTF-16BE" : "UTF-16LE"
  }
}
