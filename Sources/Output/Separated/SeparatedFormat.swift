import ClaimModel
import Query
import TextForms

/// Values with a separator between them: CSV and TSV.
///
/// Missing values are empty, an empty text in CSV is `""`, the items of a list are parted by `; `. Both are what people
/// open with a spreadsheet, which runs a cell that starts like a formula; so by default such a text gets an apostrophe
/// before it (see `FormulaGuard`). Who wants the words exactly as they stand takes JSON or turns the guard off.
struct SeparatedFormat: ResultFormat {
  let name: String
  private let separator: String
  private let escape: @Sendable (String) -> String

  /// Comma-separated values as RFC 4180 quotes them, with a line feed at the end of each record.
  static let csv = SeparatedFormat(name: "csv", separator: ",", escape: quoted)

  /// Tab-separated values; tab, line break and backslash in a text are `\t`, `\n`, `\r` and `\\`.
  static let tsv = SeparatedFormat(name: "tsv", separator: "\t", escape: backslashed)

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let namesClaims = layout.namesClaims && !table.columns.contains { $0.name == "claims" }
    let names = table.columns.map(\.name) + (namesClaims ? ["claims"] : [])
    output.write(names.map { field(.text($0), layout) }.joined(separator: separator) + "\n")
    for (row, claims) in zip(table.rows, table.provenance).prefix(layout.shownRows(of: table)) {
      let cells = row + (namesClaims ? [.list(claims.map(\.description))] : [])
      output.write(cells.map { field($0, layout) }.joined(separator: separator) + "\n")
    }
  }

  private func field(_ cell: ResultTable.Cell, _ layout: Layout) -> String {
    guard var text = cell.dataText else { return "" }
    if layout.guardsFormulas, !cell.isNumber { text = FormulaGuard.disarmed(text) }
    if layout.isTerminal { text = text.visibleForm(keepingLines: true) }
    return escape(text)
  }

  private static let quoted: @Sendable (String) -> String = { text in
    let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    if isPlain, !text.isEmpty, text.utf8.first != 0x20, text.utf8.last != 0x20 { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static let backslashed: @Sendable (String) -> String = { text in
    var field = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": field.append(contentsOf: "\\t".unicodeScalars)
      case "\n": field.append(contentsOf: "\\n".unicodeScalars)
      case "\r": field.append(contentsOf: "\\r".unicodeScalars)
      case "\\": field.append(contentsOf: "\\\\".unicodeScalars)
      default: field.append(scalar)
      }
    }
    return String(field)
  }
}
