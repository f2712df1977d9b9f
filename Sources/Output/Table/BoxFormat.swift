import Query
import TextForms

/// A ruled table in which nothing is cut: what does not fit its column goes on in the next line, and a rule parts the rows.
///
/// Columns for which there is no room are left out and named, as in a table.
struct BoxFormat: RowsFormat {
  let name = "box"
  let isForPeople = true

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let shown = layout.shownRows(of: table)
    let texts = table.rows.prefix(shown).map { $0.map(\.shownText) }
    guard let fitted = FittedColumns(table, texts, layout) else {
      return ListFormat().write(table, layout: layout, to: &output)
    }
    let lines = fitted.lines(layout.style, .round)
    output.write(lines.top + lines.heading(fitted.names))
    for (place, row) in texts.enumerated() {
      output.write(lines.middle + lines.wrapped(fitted.columns.map { row[$0] }, number: layout.skippedRows + place + 1))
    }
    output.write(lines.bottom)
    let footer = RowFooter.text(
      shown: shown, of: table.rows.count, after: layout.skippedRows, hiddenColumns: fitted.hidden)
    output.write(layout.style.paint(footer, .faint) + "\n")
  }
}

extension RuledLines {
  /// A row in as many lines as its longest cell needs.
  fileprivate func wrapped(_ texts: [String?], number: Int) -> String {
    let cells = zip(texts, widths).map { text, width in text.map { $0.wrapped(to: width) } }
    let height = cells.map { $0?.count ?? 1 }.max() ?? 1
    return (0..<height).map { line in
      let parts = cells.map { cell -> String? in
        guard let cell else { return line == 0 ? nil : "" }
        return line < cell.count ? cell[line] : ""
      }
      return row(parts, number: line == 0 ? number : nil)
    }.joined()
  }
}
