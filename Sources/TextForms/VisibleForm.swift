extension String {
  /// The text with every control character shown as a mark, so that a terminal is sent no command that an article holds.
  ///
  /// C0 controls become their pictures (U+2400…), C1 controls, bidirectional controls and other invisible formatting
  /// characters become `<U+XXXX>`; line breaks and tabs become spaces where `keepingLines` is not asked for.
  public func visibleForm(keepingLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: Self.isHidden) else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where keepingLines: shown.append(scalar)
      case "\n", "\t", "\r": shown.append(" ")
      case _ where !Self.isHidden(scalar): shown.append(scalar)
      case "\u{0}"..."\u{1F}": shown.append(Unicode.Scalar(UInt8(scalar.value)).picture)
      case "\u{7F}": shown.append("\u{2421}")
      default: shown.append(contentsOf: "<U+\(scalar.fourDigits)>".unicodeScalars)
      }
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    // Bidirectional marks, embeddings, overrides and isolates; line and paragraph separators; invisible operators; the
    // byte order mark.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    // Tags and interlinear annotations.
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// The control picture of a C0 control.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }

  /// Its code point in at least four hexadecimal digits.
  fileprivate var fourDigits: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
