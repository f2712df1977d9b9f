import CScanner
import TextForms

/// A record of CSV, read with care: what makes a line of JSON of it, and finds what is wrong with one.
enum CSVRecord {
  /// The most bytes that a record may have that is no line.
  static let longest = 1 << 24

  /// Where the record that starts at `place` ends, how many lines it has, and whether a quote has no end; one with such a
  /// quote, or with one that stands wrongly, is a line.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> (end: Int, lines: Int, isOpen: Bool) {
    var lines = 0
    var isOpen: Int32 = 0
    let limit = min(bytes.count, place + longest)
    var end = unsafe csv_record_end(bytes.baseAddress, place, limit, &lines, &isOpen)
    if end == limit, limit < bytes.count { end = unsafe bytes.place(of: 0x0A, from: place, to: bytes.count) + 1 }
    return (min(end, bytes.count), lines, isOpen != 0)
  }

  /// The cells of a record without its line break, by the rules of RFC 4180; nil where a quote stands wrongly.
  static func cells(_ record: ArraySlice<UInt8>) -> [(range: Range<Int>, text: String)]? {
    var cells: [(Range<Int>, String)] = []
    var place = record.startIndex
    while true {
      let start = place
      var text: [UInt8] = []
      if place < record.endIndex, record[place] == 0x22 {
        place += 1
        while true {
          guard let quote = record[place...].firstIndex(of: 0x22) else { return nil }
          text.append(contentsOf: record[place..<quote])
          place = quote + 1
          guard place < record.endIndex, record[place] == 0x22 else { break }
          text.append(0x22)
          place += 1
        }
      } else {
        let end = record[place...].firstIndex { $0 == 0x2C || $0 == 0x22 } ?? record.endIndex
        text = Array(record[place..<end])
        place = end
      }
      cells.append((start..<place, String(decoding: text, as: UTF8.self)))
      guard place < record.endIndex else { return cells }
      guard record[place] == 0x2C else { return nil }
      place += 1
    }
  }

  /// Checks a record; `bytes` end with its line break, if it has one.
  static func check(
    _ bytes: [UInt8], number: Int, columns: [Int], with reader: borrowing JSONReader,
    nearest: @escaping (String, [String]) -> String?
  ) -> CheckedLine {
    var line = LineText(number: number, bytes: bytes.withoutLineBreak[...])
    guard unsafe is_utf8(bytes, bytes.count) != 0 else { return CheckedLine(line, .notCSV(.notUTF8)) }
    guard let cells = cells(line.bytes) else { return CheckedLine(line, .notCSV(.badQuote)) }
    guard cells.count == columns.count else {
      return CheckedLine(line, .notCSV(.cells(found: cells.count, expected: columns.count)))
    }
    var object = JSONObject()
    var ranges: [String: Range<Int>] = [:]
    for (cell, column) in zip(cells, columns) {
      let attribute = ClaimLineAttributes.all[column]
      ranges[attribute.name] = cell.range
      if !cell.text.isEmpty { object.add(attribute.name, json: json(cell.text, attribute.type, reader)) }
    }
    line.cells = ranges
    let text = Array(object.text.utf8)
    let padded = text + [UInt8](repeating: 0, count: JSONReader.padding)
    return CheckedLine(line, text.indices, of: padded, with: reader, nearest: nearest)
  }

  /// A cell as JSON: texts stand as they are in CSV, all else is JSON in a cell. What is none is a text, and so found out.
  private static func json(_ cell: String, _ type: LineType, _ reader: borrowing JSONReader) -> String {
    switch type {
    case .text, .anyText, .textOrNumber, .date, .choice: return cell.jsonQuoted
    default:
      let text = Array(cell.utf8)
      let document = try? reader.document(in: text + [UInt8](repeating: 0, count: JSONReader.padding), text.indices)
      return document == nil || document?.root.kind == .null ? cell.jsonQuoted : cell
    }
  }
}

extension Array where Element == UInt8 {
  /// The bytes without the line break at their end.
  var withoutLineBreak: [UInt8] {
    var bytes = self
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes
  }
}
