/// Finds out which lines of a text go on with the one before, so that wrapped lines become paragraphs again.
///
/// A text counts as wrapped where lines within a paragraph are mostly full: the first word of the next one would not
/// have fitted. In any text a line goes on that breaks off in the middle of a sentence.
struct LineWrapping {
  private let text: [UInt8]
  private let lines: [TextLine]
  /// The width at which the text was wrapped, or nil where it was not.
  private let width: Int?

  /// Looks at all `lines` of `text`. Linear but for sorting their widths.
  init(_ text: [UInt8], _ lines: [TextLine]) {
    self.text = text
    self.lines = lines
    width = Self.wrappingWidth(text, lines)
  }

  /// The lines of each paragraph, in order.
  var paragraphs: [ArraySlice<TextLine>] {
    var paragraphs: [ArraySlice<TextLine>] = []
    var start = 0
    for at in lines.indices {
      let goesOn = at > start && !lines[at].isBlank && joins(at, paragraph: start)
      if at > start, !goesOn { paragraphs.append(lines[start..<at]) }
      if lines[at].isBlank { start = at + 1 } else if !goesOn { start = at }
    }
    if start < lines.count { paragraphs.append(lines[start...]) }
    return paragraphs
  }

  /// Whether the line at `index` belongs to the one before it, which is not blank, and whose paragraph starts at
  /// `first`.
  private func joins(_ index: Int, paragraph first: Int) -> Bool {
    let before = lines[index - 1]
    if Bullet.length(text, lines[index].range) != nil || isLeftover(before) || isLeftover(lines[index]) { return false }
    if Bullet.length(text, lines[first].range) != nil { return lines[index].indent > lines[first].indent }
    if Self.breaksMidSentence(text, before, lines[index]), before.width >= Self.leastWidth { return true }
    guard let width else { return false }
    return lines[index].indent <= before.indent + 1 && Self.isFull(text, before, lines[index], width: width)
  }

  /// Whether `line` is one that web pages leave behind, so that it is no part of a paragraph.
  private func isLeftover(_ line: TextLine) -> Bool {
    guard line.width <= Self.greatestLeftover else { return false }
    guard let words = LineWords(text[line.range], limit: 10) else { return false }
    return LineCues.shipped.match(words, as: .leftover) != nil || LineCues.shipped.match(words, as: .end) != nil
  }

  /// The most characters of a line that is looked up among leftovers; wrapped lines are mostly longer.
  private static let greatestLeftover = 50
  /// The narrowest column that text is wrapped at.
  private static let leastWidth = 30
  /// The widest one; longer lines are paragraphs.
  private static let greatestWidth = 132

  private static func wrappingWidth(_ text: [UInt8], _ lines: [TextLine]) -> Int? {
    let widths = lines.filter { !$0.isBlank }.map(\.width).sorted()
    guard !widths.isEmpty else { return nil }
    let width = widths[(widths.count - 1) * 19 / 20]
    guard (leastWidth...greatestWidth).contains(width) else { return nil }
    var breaks = 0
    var full = 0
    var open = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      breaks += 1
      if isFull(text, line, next, width: width) { full += 1 }
      if !endsSentence(text, line) { open += 1 }
    }
    return breaks > 0 && full * 5 >= breaks * 3 && open * 5 >= breaks * 2 ? width : nil
  }

  /// Whether the first word of `next` would not have fitted at the end of `line`.
  private static func isFull(_ text: [UInt8], _ line: TextLine, _ next: TextLine, width: Int) -> Bool {
    let word = text[next.range].prefix { !TextLine.isSpace($0) }.count { $0 & 0xC0 != 0x80 }
    return line.width + 1 + word >= width - 2
  }

  private static func breaksMidSentence(_ text: [UInt8], _ line: TextLine, _ next: TextLine) -> Bool {
    guard let last = text[line.range].last, let first = text[next.range].first else { return false }
    let isOpen = last == 0x2C || last == 0x2D || last == 0x3B || (0x61...0x7A).contains(last)
    return isOpen && (0x61...0x7A).contains(first) && text[next.range].contains(0x20)
  }

  /// Whether `line` ends with a mark that ends a sentence, perhaps with a quote or bracket behind it.
  static func endsSentence(_ text: [UInt8], _ line: TextLine) -> Bool {
    SentenceEnd.ends(text[line.range])
  }
}
