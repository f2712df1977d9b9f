import ClaimModel

/// Splits a vocabulary file into records and their fields; what the fields mean is not its business.
///
/// A record starts at the left margin; an indented line goes on with the line above it. Fields stand between `|`; the
/// first word of each is its keyword. Empty lines, and lines whose first character is `#`, are skipped, and end a record.
/// One pass over the bytes, nothing is copied.
struct RecordReader {
  /// A keyword and what stands after it, as ranges of bytes without surrounding blanks.
  struct Field {
    var keyword: TextRange
    var value: TextRange
  }

  let bytes: [UInt8]
  private let textStart: Int
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = textStart
  }

  /// Fills `fields` with those of the next record.
  ///
  /// - Returns: false at the end of the file.
  mutating func next(into fields: inout [Field]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while position < bytes.count {
      let line = currentLine()
      let content = trimmed(line)
      let isRecord = content.count > 0 && bytes[content.start] != 0x23
      if !fields.isEmpty && !(isRecord && isIndented(line)) { return true }
      position = line.end + 1
      if isRecord { split(content, into: &fields) }
    }
    return !fields.isEmpty
  }

  /// Whether byte `offset` starts a line, the first one's byte order mark left out.
  func isAtMargin(_ offset: Int) -> Bool { offset == textStart || offset > 0 && bytes[offset - 1] == 0x0A }

  /// The items of a value that is a list parted by `;`; an empty one is given as an empty range.
  func items(of value: TextRange, _ body: (TextRange) -> Void) {
    var start = value.start
    for end in value.start...value.end where end == value.end || bytes[end] == 0x3B {
      body(trimmed(TextRange(start, end)))
      start = end + 1
    }
  }

  private func isIndented(_ line: TextRange) -> Bool {
    line.count > 0 && (bytes[line.start] == 0x20 || bytes[line.start] == 0x09)
  }

  private func currentLine() -> TextRange {
    var end = position
    while end < bytes.count && bytes[end] != 0x0A { end += 1 }
    return TextRange(position, end)
  }

  /// Adds a line's fields. In front of a line's first `|` stands the record's head, or more of the last line's value.
  private func split(_ line: TextRange, into fields: inout [Field]) {
    var start = line.start
    for end in line.start...line.end where end == line.end || bytes[end] == 0x7C {
      let field = trimmed(TextRange(start, end))
      if start > line.start || fields.isEmpty {
        fields.append(parted(field))
      } else if field.count > 0 {
        let last = fields[fields.count - 1].value
        fields[fields.count - 1].value = last.count > 0 ? last.union(field) : field
      }
      start = end + 1
    }
  }

  private func parted(_ field: TextRange) -> Field {
    var end = field.start
    while end < field.end && !isBlank(bytes[end]) { end += 1 }
    return Field(keyword: TextRange(field.start, end), value: trimmed(TextRange(end, field.end)))
  }

  private func trimmed(_ range: TextRange) -> TextRange {
    var (start, end) = (range.start, range.end)
    while start < end && isBlank(bytes[start]) { start += 1 }
    while end > start && isBlank(bytes[end - 1]) { end -= 1 }
    return TextRange(start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
}
