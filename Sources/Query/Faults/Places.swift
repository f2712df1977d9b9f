import ClaimModel

/// Turns byte ranges of a query into lines and columns of the file that it stands in.
struct Places {
  let source: QuerySource

  /// The line, column and length, in characters, of a range; a range beyond the text's end is the place after its last
  /// character.
  func place(of range: TextRange) -> Diagnostic.Place {
    let text = source.text
    let bytes = text.utf8
    func index(_ byte: Int) -> String.Index {
      bytes.index(bytes.startIndex, offsetBy: max(0, byte), limitedBy: bytes.endIndex) ?? bytes.endIndex
    }
    var start = index(range.start)
    if start == text.endIndex { start = lastVisible(text) }
    let before = text[..<start]
    let lineStart = before.lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
    let lineEnd = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
    let end = min(max(index(range.end), start), lineEnd)
    return Diagnostic.Place(
      file: source.file, line: source.firstLine + before.count(where: \.isNewline),
      column: text.distance(from: lineStart, to: start) + 1, length: max(1, text.distance(from: start, to: end)),
      text: String(text[lineStart..<lineEnd]))
  }

  /// The place after the last character that is no white space.
  private func lastVisible(_ text: String) -> String.Index {
    text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.endIndex
  }

  /// A fault in words, with its place.
  func diagnostic(_ fault: Fault) -> Diagnostic {
    let words = FaultWords(fault.reason)
    return Diagnostic(
      fault.isWarning ? .warning : .error, code: words.code, words.message, place: place(of: fault.range),
      suggestion: words.suggestion)
  }
}
