import Query
import TextForms

/// A table of GitHub Flavored Markdown.
struct MarkdownFormat: RowsFormat {
  let name = "markdown"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    output.write(line(table.columns.map { escaped($0.name.visibleForm()) }))
    output.write(line(table.columns.map { $0.isNumeric ? "---:" : "---" }))
    for row in table.rows.prefix(layout.shownRows(of: table)) {
      output.write(line(row.map { $0.shownText.map(escaped) ?? ResultTable.Cell.missingMark }))
    }
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The text with everything that Markdown or HTML would take for markup disarmed.
  private func escaped(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~": shown.append(contentsOf: ["\\", scalar])
      case "<": shown.append(contentsOf: "&lt;".unicodeScalars)
      case ">": shown.append(contentsOf: "&gt;".unicodeScalars)
      case "&": shown.append(contentsOf: "&amp;".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
