import TextForms

/// How many lines of a screen a text fills.
enum ScreenLines {
  /// The lines of `text` on a screen of `width` cells, wrapped ones counted as often as they need.
  static func count(of text: String, width: Int) -> Int {
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      count += max(1, (cells(of: line) + width - 1) / max(1, width))
    }
    return text.hasSuffix("\n") ? count - 1 : count
  }

  /// The cells that a line takes, colours left out.
  private static func cells(of line: Substring) -> Int {
    guard line.utf8.contains(0x1B) else { return String(line).cellWidth }
    var plain = ""
    var isEscape = false
    for character in line {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m" { isEscape = false }
    }
    return plain.cellWidth
  }
}
