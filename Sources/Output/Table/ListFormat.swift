import Query
import TextForms

/// One attribute a line, row after row: for long texts, which are wrapped on a terminal and never cut.
struct ListFormat: RowsFormat {
  let name = "list"
  let isForPeople = true

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let shown = layout.shownRows(of: table)
    let names = table.columns.map { $0.name.visibleForm() }
    let nameWidth = names.map(\.cellWidth).max() ?? 0
    for (number, row) in table.rows.prefix(shown).enumerated() {
      output.write(layout.style.paint("row \(layout.skippedRows + number + 1)", .heading) + "\n")
      for (name, cell) in zip(names, row) {
        let lead = "  " + layout.style.paint(name.padded(to: nameWidth), .faint) + "  "
        write(cell.shownText, after: lead, indent: nameWidth + 4, layout: layout, to: &output)
      }
      output.write("\n")
    }
    let footer = RowFooter.text(shown: shown, of: table.rows.count, after: layout.skippedRows)
    output.write(layout.style.paint(footer, .faint) + "\n")
  }

  private func write(
    _ text: String?, after lead: String, indent: Int, layout: Layout, to output: inout some TextOutputStream
  ) {
    guard let text else {
      return output.write(lead + layout.style.paint(ResultTable.Cell.missingMark, .faint) + "\n")
    }
    let lines = layout.width.map { text.wrapped(to: max(20, $0 - indent)) } ?? [text]
    let joint = "\n" + String(repeating: " ", count: indent)
    output.write(lead + lines.joined(separator: joint) + "\n")
  }
}
