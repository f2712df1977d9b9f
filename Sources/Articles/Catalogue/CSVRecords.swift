/// The records of a table in CSV (RFC 4180): quotes, doubled quotes and line breaks in quotes; CRLF or LF.
struct CSVRecords {
  /// A record and the line that it starts on, from 1.
  struct Record: Hashable {
    var line: Int
    var fields: [String]
  }

  /// The records, empty lines left out.
  private(set) var records: [Record] = []
  /// The lines on which a quote has no partner, or text follows a closing one.
  private(set) var strayQuotes: [Int] = []

  /// Reads `bytes`, which are UTF-8. Linear.
  init(_ bytes: [UInt8]) {
    var reader = FieldReader(bytes: bytes)
    while !reader.isAtEnd {
      var record = Record(line: reader.line, fields: [])
      repeat { record.fields.append(reader.field()) } while reader.takeComma()
      reader.takeLineEnd()
      if reader.foundStrayQuote { strayQuotes.append(record.line) }
      reader.foundStrayQuote = false
      if record.fields != [""] { records.append(record) }
    }
  }
}

/// Goes through a table field by field.
private struct FieldReader {
  var bytes: [UInt8]
  var at = 0
  var line = 1
  var foundStrayQuote = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { at >= bytes.count }

  mutating func takeComma() -> Bool {
    guard !isAtEnd, bytes[at] == 0x2C else { return false }
    at += 1
    return true
  }

  mutating func takeLineEnd() {
    guard !isAtEnd else { return }
    if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    line += 1
  }

  mutating func field() -> String {
    guard !isAtEnd, bytes[at] == 0x22 else { return bareField() }
    at += 1
    var value: [UInt8] = []
    while !isAtEnd {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A { line += 1 }
      guard byte == 0x22 else {
        value.append(byte)
        continue
      }
      guard !isAtEnd, bytes[at] == 0x22 else {
        let rest = bareField()
        if !rest.isEmpty { foundStrayQuote = true }
        return String(decoding: value, as: UTF8.self) + rest
      }
      value.append(byte)
      at += 1
    }
    foundStrayQuote = true
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func bareField() -> String {
    let start = at
    while !isAtEnd, ![0x2C, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
