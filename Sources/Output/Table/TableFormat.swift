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
    let names = table.columns.map { $0.name.visibleForm() }
    let needs = table.columns.indices.map { column in
      ColumnWidths.Need(
        name: names[column].cellWidth, widest: texts.map { ($0[column] ?? "—").cellWidth }.max() ?? 0,
        type: table.columns[column].type)
    }
    let isBlank = table.columns.indices.map { column in texts.allSatisfy { $0[column] == nil } }
    guard let fitted = fitted(needs, isBlank, width: layout.width) else {
      return ListFormat().write(table, layout: layout, to: &output)
    }
    let drawing = RuledLines(
      widths: fitted.widths, numeric: fitted.columns.map { table.columns[$0].isNumeric }, style: layout.style)
    output.write(drawing.rule("┌", "┬", "┐") + drawing.heading(fitted.columns.map { names[$0] }))
    output.write(drawing.rule("├", "┼", "┤"))
    for row in texts { output.write(drawing.row(fitted.columns.map { row[$0] })) }
    output.write(drawing.rule("└", "┴", "┘"))
    let footer = RowFooter.text(
      shown: shown, of: table.rows.count, after: layout.skippedRows,
      cutsCells: zip(fitted.columns, fitted.widths).contains { needs[$0].whole > $1 },
      hiddenColumns: names.indices.filter { !fitted.columns.contains($0) }.map { names[$0] })
    output.write(layout.style.paint(footer, .faint) + "\n")
  }

  /// The columns that can be shown, in order, and how wide they are; nil where a table makes no sense.
  private func fitted(_ needs: [ColumnWidths.Need], _ isBlank: [Bool], width: Int?) -> (columns: [Int], widths: [Int])?
  {
    var columns = Array(needs.indices)
    var leaving = columns.filter { !isBlank[$0] } + columns.filter { isBlank[$0] }
    while true {
      // A column costs its border and a space on either side; the last border one more.
      let available = width.map { $0 - 3 * columns.count - 1 } ?? Int.max / 2
      if let widths = ColumnWidths.fitting(columns.map { needs[$0] }, into: available) { return (columns, widths) }
      guard columns.count > 2, let last = leaving.popLast() else { return nil }
      columns.removeAll { $0 == last }
    }
  }
}

/// The lines of a ruled table.
private struct RuledLines {
  var widths: [Int]
  var numeric: [Bool]
  var style: Style

  func rule(_ left: String, _ middle: String, _ right: String) -> String {
    let runs = widths.map { String(repeating: "─", count: $0 + 2) }
    return style.paint(left + runs.joined(separator: middle) + right, .faint) + "\n"
  }

  func heading(_ names: [String]) -> String {
    line(names.indices.map { style.paint(placed(names[$0], in: $0), .heading) })
  }

  func row(_ texts: [String?]) -> String {
    line(
      texts.indices.map { column in
        guard let text = texts[column] else {
          return style.paint(placed(ResultTable.Cell.missingMark, in: column), .faint)
        }
        return placed(text, in: column)
      })
  }

  private func placed(_ text: String, in column: Int) -> String {
    text.clipped(to: widths[column]).padded(to: widths[column], right: numeric[column])
  }

  private func line(_ cells: [String]) -> String {
    let border = style.paint("│", .faint)
    return border + cells.map { " \($0) " }.joined(separator: border) + border + "\n"
  }
}
