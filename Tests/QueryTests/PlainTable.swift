import ClaimModel
import Query
import TextForms

/// An answer as plain text, for golden cases.
enum PlainTable {
  /// The answer to a query, or what is wrong with it.
  static func answer(_ engine: QueryEngine, _ query: QuerySource) -> String {
    do throws(QueryFailure) {
      return text(of: try engine.run(query))
    } catch {
      return text(of: error.diagnostics)
    }
  }

  static func text(of table: ResultTable) -> String {
    let cells = [table.columns.map(\.name)] + table.rows.map { $0.map { text(of: $0) } }
    let widths = table.columns.indices.map { column in cells.map { $0[column].cellWidth }.max() ?? 0 }
    var lines = cells.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.cellWidth) }
      return String(padded.joined(separator: " | ").reversed().drop { $0 == " " }.reversed())
    }
    lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-"), at: 1)
    for (number, claims) in table.provenance.enumerated() where claims.count != 1 {
      lines[number + 2] += "   (\(claims.count) claims)"
    }
    if let format = table.format { lines.append("as \(format)") }
    return lines.joined(separator: "\n") + "\n" + text(of: table.notices)
  }

  static func text(of cell: ResultTable.Cell) -> String {
    switch cell {
    case .missing: "—"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Quantity.text(of: number)
    case .date(let range): range.description
    case .list(let texts): texts.joined(separator: ", ")
    }
  }

  static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text(of: $0) }.joined()
  }

  /// A diagnostic with its line and a mark under what is wrong.
  static func text(of diagnostic: Diagnostic) -> String {
    var text = "\(diagnostic.severity.rawValue) \(diagnostic.code): \(diagnostic.message)\n"
    if let place = diagnostic.place, diagnostic.severity != .notice {
      text += "  \(place.line):\(place.column): \(place.text ?? "")\n"
      let margin = "  \(place.line):\(place.column): ".count + place.column - 1
      text += String(repeating: " ", count: margin) + String(repeating: "^", count: place.length) + "\n"
    }
    if let suggestion = diagnostic.suggestion { text += "  -> \(suggestion)\n" }
    return text
  }
}
