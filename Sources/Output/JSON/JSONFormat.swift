import ClaimModel
import Query
import TextForms

/// An array of objects, one a row (RFC 8259).
struct JSONFormat: ResultFormat {
  let name = "json"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let rows = JSONRows(table)
    output.write("[")
    for row in 0..<layout.shownRows(of: table) {
      output.write((row == 0 ? "\n  " : ",\n  ") + rows.object(row))
    }
    output.write("\n]\n")
  }
}

/// One object a line (JSON Lines).
struct JSONLinesFormat: ResultFormat {
  let name = "jsonl"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let rows = JSONRows(table)
    for row in 0..<layout.shownRows(of: table) { output.write(rows.object(row) + "\n") }
  }
}

/// The rows of an answer as JSON objects: a missing value is null, a list an array, a date a text.
///
/// The ids of the claims behind a row come last, as `claims`, where a column of the answer is not called so and the
/// answer rests on claims at all.
private struct JSONRows {
  private let table: ResultTable
  private let keys: [String]
  private let namesClaims: Bool

  init(_ table: ResultTable) {
    self.table = table
    keys = table.columns.map { $0.name.jsonQuoted + ": " }
    namesClaims =
      !table.columns.contains { $0.name == "claims" } && table.provenance.contains { !$0.isEmpty }
  }

  func object(_ row: Int) -> String {
    var members = zip(keys, table.rows[row]).map { $0 + Self.value($1) }
    if namesClaims {
      let ids = table.provenance[row].map { "\"\($0)\"" }
      members.append("\"claims\": [\(ids.joined(separator: ", "))]")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func value(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .missing: "null"
    case .text(let text): text.jsonQuoted
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? Quantity.text(of: number) : "null"
    case .date(let range): range.shortForm.jsonQuoted
    case .list(let items): "[" + items.map(\.jsonQuoted).joined(separator: ", ") + "]"
    }
  }
}
