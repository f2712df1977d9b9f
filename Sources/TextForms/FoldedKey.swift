import CUTF8Proc

extension String {
  /// The form under which names are compared: case, accents, the kind of quotes and dashes, invisible characters, and
  /// runs of white space do not matter in it.
  ///
  /// Compatibility decomposition, marks and ignorable characters dropped, case folded (utf8proc); then letters with a
  /// stroke or without a dot, which do not decompose, as their plain ones. Linear in the length.
  public var foldedKey: String {
    if let plain = foldedASCII { return plain }
    // Some quotes decompose to a blank and a mark, so they are made plain first.
    var quoted = String.UnicodeScalarView()
    for scalar in unicodeScalars { quoted.append(Self.plainPunctuation(scalar)) }
    return Self.plainKey(Self.decomposedAndFolded(String(quoted)))
  }

  /// The key of a text that is ASCII throughout; nil for any other.
  private var foldedASCII: String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte == 0x60 ? 0x27 : byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decomposedAndFolded(_ text: String) -> String {
    let options = utf8proc_option_t(
      UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue
        | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_IGNORE.rawValue)
    var copy = text
    return copy.withUTF8 { bytes in
      var folded: UnsafeMutablePointer<utf8proc_uint8_t>?
      // utf8proc reads no more than `count` bytes and allocates the result, which is freed here.
      let count = unsafe utf8proc_map(bytes.baseAddress, bytes.count, &folded, options)
      defer { unsafe free(folded) }
      guard count > 0, let result = unsafe folded else { return "" }
      return unsafe String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
    }
  }

  /// The text with plain letters, and one blank for each run of white space within it.
  private static func plainKey(_ folded: String) -> String {
    var key = String.UnicodeScalarView()
    var blankIsDue = false
    for scalar in folded.unicodeScalars {
      // The property table is slow, and most letters are ASCII by now.
      if scalar.isASCII ? (scalar == " " || ("\t"..."\r").contains(scalar)) : scalar.properties.isWhitespace {
        blankIsDue = !key.isEmpty
        continue
      }
      if blankIsDue { key.append(" ") }
      blankIsDue = false
      if let plain = plainLetters(scalar) {
        key.append(contentsOf: plain.unicodeScalars)
      } else {
        key.append(scalar)
      }
    }
    return String(key)
  }

  /// A quote or dash of any kind, and a sign that stands for a glottal stop in Arabic names, as ASCII has it; anything
  /// else as it is.
  private static func plainPunctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‘", "’", "‚", "‛", "′", "`", "´", "ʹ", "ʻ", "ʼ", "ʽ", "ʾ", "ʿ", "ˈ", "＇": "'"
    case "“", "”", "„", "‟", "″", "«", "»", "＂": "\""
    case "‐", "‑", "‒", "–", "—", "―", "−": "-"
    default: scalar
    }
  }

  /// What a small letter that has no decomposition into a plain one and a mark is written as without it.
  private static func plainLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ı": "i"
    case "ł": "l"
    case "ø": "o"
    case "đ", "ð": "d"
    case "ħ": "h"
    case "ŧ": "t"
    case "æ": "ae"
    case "œ": "oe"
    case "þ": "th"
    default: nil
    }
  }
}
