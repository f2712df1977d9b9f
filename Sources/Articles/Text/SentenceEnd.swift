/// The marks with which sentences end.
enum SentenceEnd {
  /// Whether `text`, in UTF-8, ends with one, perhaps with quotes or brackets behind it.
  static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    // A character that this cuts in two is none of the marks.
    for scalar in String(decoding: text.suffix(16), as: UTF8.self).unicodeScalars.reversed() {
      switch scalar {
      case "\"", "'", "”", "’", "»", "›", ")", "]", " ": continue
      case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", ":", ";": return true
      default: return false
      }
    }
    return false
  }
}
