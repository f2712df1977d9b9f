/// A word as the tokenizer and the lemma rules see it: typographic signs as their ASCII forms.
enum NormalForm {
  /// The UTF-8 bytes of `form` with ASCII quotes and dashes.
  static func bytes(of form: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(form.utf8.count)
    for byte in form.utf8 {
      bytes.append(byte)
      if bytes.count >= 3, bytes[bytes.count - 3] == 0xE2 { replaceSign(at: bytes.count - 3, of: &bytes) }
    }
    return bytes
  }

  /// The bytes in lower case: ASCII, Latin-1, Greek and Cyrillic letters; others stay.
  static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(asciiLowercased) }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }

  static func asciiLowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// General punctuation, U+2010 to U+2033, that has an ASCII form.
  private static func replaceSign(at start: Int, of bytes: inout [UInt8]) {
    guard bytes[start + 1] == 0x80 else { return }
    let sign: StaticString
    switch bytes[start + 2] {
    case 0x90, 0x91: sign = "-"
    case 0x92...0x95: sign = "--"
    case 0x98...0x9B, 0xB2: sign = "'"
    case 0x9C...0x9F, 0xB3: sign = "\""
    case 0xA6: sign = "..."
    default: return
    }
    bytes.removeLast(3)
    bytes += Array(String(describing: sign).utf8)
  }
}
