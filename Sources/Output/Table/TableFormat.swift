import Query
import TextForms

/// A ruled table for people, as wide as the terminal and no wider; in a file nothing is cut.
///
/// Where not even cut columns fit, those go that are missing in every row, then the last ones; the footer names them.
/// Where fewer than two would be left, the answer is written as a list.
struct TableFormat: RowsFormat {
  let name = "table"
  let isForPeople = true

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let shown = layout.shownRows(of: table)
    let texts = table.rows.prefix(shown).map { $0.map(\.shownText) }
    guard let fitted = FittedColumns(table, texts, layout) else {
      return ListFormat().write(table, layout: layout, to: &output)
    }
    let lines = fitted.lines(layout.style, .sharp)
    output.write(lines.top + lines.heading(fitted.names) + lines.middle)
    for (place, row) in texts.enumerated() {
      output.write(lines.row(fitted.columns.map { row[$0] }, number: layout.skippedRows + place + 1))
    }
    output.write(lines.bottom)
    let footer = RowFooter.text(
      shown: shown, of: table.rows.count, after: layout.skippedRows, cutsCells: fitted.cutsCells,
      hiddenColumns: fitted.hidden)
    output.write(layout.style.paint(footer, .faint) + "\n")
  }
}
