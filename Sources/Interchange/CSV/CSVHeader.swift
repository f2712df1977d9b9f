import CScanner
import ClaimModel

/// The first record of a file of claims as CSV: its cells are names of attributes.
struct CSVHeader: Sendable {
  /// The places of the attributes in `ClaimLineAttributes.all`.
  let columns: [Int]
  /// How many bytes it has in the file, a byte order mark and the line break included.
  let length: Int
  /// How many lines it has.
  let lines: Int

  /// Reads the header of a file; what is wrong with it is told.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, nearest: (String, [String]) -> String?,
    tell: (Diagnostic) -> Void
  ) {
    let start = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let record = unsafe CSVRecord.end(bytes, from: start)
    (length, lines) = (record.end, record.lines)
    let line = unsafe LineText(number: 1, bytes: Array(bytes[start..<length]).withoutLineBreak[...])
    guard let cells = CSVRecord.cells(line.bytes) else {
      tell(LineFault.notCSV(.badQuote).diagnostic(file: path, line: line))
      return nil
    }
    var columns: [Int] = []
    let names = ClaimLineAttributes.all.map(\.name)
    for cell in cells {
      let place = names.firstIndex(of: cell.text)
      if let place, !columns.contains(place) {
        columns.append(place)
        continue
      }
      let quoted = LineChecker.cut(cell.text)
      let message =
        place == nil ? "no attribute is called \(quoted), so it cannot be a column" : "the column \(quoted) comes twice"
      let near = place == nil && cell.text.utf8.count < 40 ? nearest(cell.text, names) : nil
      let suggestion = place == nil ? near.map { "did you mean \($0)?" } ?? Self.hint : nil
      let position = line.place(ofCell: cell.range, file: path)
      tell(Diagnostic(.error, code: "I011", message, place: position, suggestion: suggestion))
      return nil
    }
    let needed = ["relation", "text"].map { Slots.place($0) }
    if let missing = needed.first(where: { !columns.contains($0) && !Self.standsFor($0, columns) }) {
      let message = "there is no column \(names[missing]), which every claim needs"
      tell(Diagnostic(.error, code: "I011", message, place: line.place(of: [], file: path), suggestion: Self.hint))
      return nil
    }
    self.columns = columns
  }

  private static let hint = "the columns are attributes, as `extract --schema` tells of them"

  /// Whether columns can take the place of one that is needed.
  private static func standsFor(_ place: Int, _ columns: [Int]) -> Bool {
    ClaimLineAttributes.all[place].need == .oneOf && columns.contains { ClaimLineAttributes.all[$0].need == .oneOf }
  }
}
