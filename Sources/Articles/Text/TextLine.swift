/// A line of a text, without its end.
struct TextLine: Hashable, Sendable {
  /// Its bytes, white space at both ends left out.
  var range: Range<Int>
  /// How many bytes of white space it starts with.
  var indent: Int
  /// How many characters are in `range`.
  var width: Int

  var isBlank: Bool { range.isEmpty }

  /// The lines of `text`; CR LF, LF and CR end one. Linear.
  static func lines(of text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var at = 0
    while at < text.count {
      if text[at] == 0x0A || text[at] == 0x0D {
        lines.append(TextLine(text, start..<at))
        if text[at] == 0x0D, at + 1 < text.count, text[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < text.count { lines.append(TextLine(text, start..<text.count)) }
    return lines
  }

  /// The line whose bytes, white space included, are at `whole`.
  init(_ text: [UInt8], _ whole: Range<Int>) {
    var start = whole.lowerBound
    var end = whole.upperBound
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while start < end, Self.isSpace(text[end - 1]) { end -= 1 }
    range = start..<end
    indent = start - whole.lowerBound
    width = 0
    for byte in text[range] where byte & 0xC0 != 0x80 { width += 1 }
  }

  /// Whether `byte` is white space of ASCII.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
