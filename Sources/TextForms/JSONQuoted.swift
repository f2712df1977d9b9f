extension String {
  /// The text as a JSON string, quotes included (RFC 8259).
  ///
  /// Control characters, those of C1 and of writing direction included, are escaped, so that a terminal which is shown
  /// the JSON obeys none of them; everything else stays as it is.
  public var jsonQuoted: String {
    if utf8.allSatisfy({ Self.isPlainInJSON($0) }) { return "\"" + self + "\"" }
    var quoted = "\""
    quoted.reserveCapacity(utf8.count + 2)
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether a byte stands for itself, and is no part of a character that does not.
  private static func isPlainInJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: false
    default: true
    }
  }
}
