import ClaimModel

/// From bytes of a file to lines and columns; only messages need them, so they are counted anew each time.
enum SourcePlaces {
  /// The line, from 1, in which byte `offset` stands.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }

  /// An error with these words whose place is `range` of the file.
  static func diagnostic(
    _ words: (code: String, message: String, suggestion: String?), at range: TextRange, of bytes: [UInt8], file: String
  ) -> Diagnostic {
    let start = (bytes[..<range.start].lastIndex(of: 0x0A) ?? -1) + 1
    let end = bytes[range.start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    let place = Diagnostic.Place(
      file: file, line: line(of: range.start, in: bytes), column: text(start, range.start).count + 1,
      length: max(1, text(range.start, min(range.end, end)).count), text: text(start, end))
    return Diagnostic(code: words.code, words.message, place: place, suggestion: words.suggestion)
  }
}
