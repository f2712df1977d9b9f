import ClaimModel

/// Markdown (CommonMark's blocks, and tables): what is meant to be read, without the marks; code and comments left out.
enum Markdown {
  /// The one article of a file, with the metadata of its front matter.
  static func parse(_ original: OriginalFile) -> ParsedFile {
    let lines = TextLine.lines(of: original.text)
    let front = FrontMatter(original.text, lines, path: original.path)
    var draft = original.draft
    draft.metadata = front.metadata
    draft.marksHeadings = true
    draft.blocks = blocks(of: original.text, lines.dropFirst(front.lineCount))
    if draft.metadata.title == nil, let first = draft.blocks.first, first.kind == .heading {
      draft.metadata.title = first.text.string
    }
    return ParsedFile(drafts: [draft], problems: front.problems)
  }

  /// The blocks that `lines` of `text` write. Linear.
  static func blocks(of text: [UInt8], _ lines: ArraySlice<TextLine>) -> [Draft.Block] {
    var reader = MarkdownBlocks(text)
    for line in lines { reader.read(line) }
    return reader.finish().compactMap { block in
      let inline = MarkdownInline.text(of: block.text.bytes).traced(through: block.text.origins)
      return inline.isEmpty ? nil : Draft.Block(kind: block.kind, text: inline)
    }
  }
}

/// Puts lines together to blocks, whose text still has the marks within lines.
private struct MarkdownBlocks {
  private let text: [UInt8]
  private var blocks: [Draft.Block] = []
  /// The block that the next line may go on with.
  private var open: Draft.Block?
  /// The mark and length of the fence whose code is being skipped.
  private var fence: (mark: UInt8, length: Int)?
  private var isInComment = false
  /// Whether the lines belong to a list, where indented ones are no code.
  private var isInList = false

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The blocks that have been read.
  mutating func finish() -> [Draft.Block] {
    close()
    return blocks
  }

  mutating func read(_ line: TextLine) {
    if skipsCode(line) || skipsComment(line) { return }
    if line.isBlank { return close() }
    let (range, isQuoted) = withoutQuoteMarks(line)
    if range.isEmpty { return close() }
    if readMark(range) { return }
    if open == nil, line.indent >= 4, !isInList, !isQuoted { return }
    if let length = listMarkLength(range) {
      close()
      isInList = true
      open = Draft.Block(kind: .listItem, text: TracedText())
      return add((range.lowerBound + length)..<range.upperBound)
    }
    if text[range].first == 0x7C, text[range].last == 0x7C { return addCells(range) }
    if open == nil {
      if line.indent == 0 { isInList = false }
      open = Draft.Block(kind: isQuoted ? .quotation : isInList ? .listItem : .paragraph, text: TracedText())
    }
    add(range)
  }

  private mutating func close() {
    if let block = open, !block.text.isEmpty { blocks.append(block) }
    open = nil
  }

  /// Adds a line to the open block; a line break within it stays a line break for what reads the marks.
  private mutating func add(_ range: Range<Int>) {
    guard var block = open else { return }
    if !block.text.isEmpty { block.text.append(0x0A, from: max(0, range.lowerBound - 1)) }
    block.text.appendExactly(text, range)
    open = block
  }

  /// Reads a line that is a block of its own: a heading, a rule, a definition of a link.
  private mutating func readMark(_ range: Range<Int>) -> Bool {
    let line = text[range]
    if open?.kind == .paragraph, line.allSatisfy({ $0 == 0x3D }) || line.allSatisfy({ $0 == 0x2D }) {
      open?.kind = .heading
      close()
      return true
    }
    if isRule(line) {
      close()
      return true
    }
    let level = line.prefix { $0 == 0x23 }.count
    if (1...6).contains(level), line.count == level || TextLine.isSpace(line[range.lowerBound + level]) {
      close()
      isInList = false
      open = Draft.Block(kind: .heading, text: TracedText())
      add(headingRange(range, level))
      close()
      return true
    }
    return open == nil && isLinkDefinition(line)
  }

  /// The words of a heading: without its marks at both ends.
  private func headingRange(_ range: Range<Int>, _ level: Int) -> Range<Int> {
    let inner = TextLine(text, (range.lowerBound + level)..<range.upperBound).range
    let marks = text[inner].reversed().prefix { $0 == 0x23 }.count
    let end = inner.upperBound - marks
    guard marks > 0, end > inner.lowerBound, TextLine.isSpace(text[end - 1]) else { return inner }
    return TextLine(text, inner.lowerBound..<end).range
  }

  private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, [0x2A, 0x2D, 0x5F].contains(mark) else { return false }
    return line.allSatisfy { $0 == mark || TextLine.isSpace($0) } && line.count { $0 == mark } >= 3
  }

  /// `[name]: address`; a footnote (`[^1]: …`) is text.
  private func isLinkDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == 0x5B, line.dropFirst().first != 0x5E, let end = line.firstIndex(of: 0x5D) else { return false }
    return line[(end + 1)...].first == 0x3A
  }

  private mutating func skipsCode(_ line: TextLine) -> Bool {
    let mark = text[line.range].first ?? 0
    let length = text[line.range].prefix { $0 == mark }.count
    if let open = fence {
      if mark == open.mark, length >= open.length, length == line.range.count { fence = nil }
      return true
    }
    guard mark == 0x60 || mark == 0x7E, length >= 3, !text[line.range].dropFirst(length).contains(mark) else {
      return false
    }
    close()
    fence = (mark, length)
    return true
  }

  private mutating func skipsComment(_ line: TextLine) -> Bool {
    let content = String(decoding: text[line.range], as: UTF8.self)
    if !isInComment {
      guard content.hasPrefix("<!--") else { return false }
      close()
      isInComment = true
    }
    if content.hasSuffix("-->") { isInComment = false }
    return true
  }

  private func withoutQuoteMarks(_ line: TextLine) -> (Range<Int>, Bool) {
    guard text[line.range].first == 0x3E else { return (line.range, false) }
    let start = text[line.range].firstIndex { $0 != 0x3E && !TextLine.isSpace($0) } ?? line.range.upperBound
    return (start..<line.range.upperBound, true)
  }

  /// How many bytes of a line are `-`, `*`, `+`, `1.` or `1)` and the space after it; nil where it is no list item.
  private func listMarkLength(_ range: Range<Int>) -> Int? {
    let line = text[range]
    var length = 1
    if let first = line.first, ![0x2A, 0x2B, 0x2D].contains(first) {
      let digits = line.prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(digits), let mark = line.dropFirst(digits).first, mark == 0x2E || mark == 0x29 else {
        return nil
      }
      // Within a paragraph only 1 starts a list: a line may begin with a year and a full stop.
      if open != nil, !isInList, !(digits == 1 && line.first == 0x31) { return nil }
      length = digits + 1
    }
    let spaces = line.dropFirst(length).prefix(while: TextLine.isSpace).count
    return spaces > 0 ? length + spaces : nil
  }

  /// Adds each cell of a table's row as a block; the row of dashes under the header is none.
  private mutating func addCells(_ range: Range<Int>) {
    close()
    let isDelimiter = text[range].allSatisfy { [0x7C, 0x2D, 0x3A].contains($0) || TextLine.isSpace($0) }
    guard !isDelimiter else { return }
    var start = range.lowerBound + 1
    for at in start..<range.upperBound where text[at] == 0x7C && text[at - 1] != 0x5C {
      let cell = TextLine(text, start..<at).range
      if !cell.isEmpty {
        open = Draft.Block(kind: .listItem, text: TracedText())
        add(cell)
        close()
      }
      start = at + 1
    }
  }
}
