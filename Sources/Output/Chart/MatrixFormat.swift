import Query
import TextForms

/// Numbers by two things, the greater the darker; an answer without two things is written as a table.
struct MatrixFormat: PictureFormat {
  let name = "matrix"
  let isForPeople = true

  private static let shades = ["·", "░", "▒", "▓", "█"]
  private static let widestColumn = 12

  func picture(of columns: ChartColumns) -> SVGPicture? { SVGPicture(Matrix(columns)) }

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let answer = ChartColumns(table, layout)
    let matrix = Matrix(answer)
    guard !matrix.columns.isEmpty else {
      output.write(layout.style.paint("no two things to set side by side", .faint) + "\n")
      return TableFormat().write(table, layout: layout, to: &output)
    }
    let texts = matrix.values.map { row in row.map { Self.cell($0, matrix.shade($0)) } }
    let widths = matrix.columns.indices.map { column in
      min(Self.widestColumn, max(matrix.columns[column].cellWidth, texts.map { $0[column].cellWidth }.max() ?? 0))
    }
    let total = layout.width.map { max($0, 24) } ?? Int.max / 2
    let widest = matrix.rows.map(\.cellWidth).max() ?? 0
    let labelWidth = min(widest, max(total / 3, 8))
    var used = labelWidth
    let shown = widths.prefix { width in
      used += width + 2
      return used <= total
    }.count
    let heads = (0..<shown).map {
      "  " + matrix.columns[$0].clipped(to: widths[$0]).padded(to: widths[$0], right: true)
    }
    let indent = String(repeating: " ", count: labelWidth)
    output.write(layout.style.paint(indent + heads.joined(), .heading) + "\n")
    for (row, label) in matrix.rows.enumerated() {
      let cells = (0..<shown).map { "  " + texts[row][$0].clipped(to: widths[$0]).padded(to: widths[$0], right: true) }
      output.write(label.clipped(to: labelWidth).padded(to: labelWidth) + cells.joined() + "\n")
    }
    let hidden = matrix.columns.dropFirst(shown).map { $0.clipped(to: Self.widestColumn) }
    var footer = RowFooter.text(shown: answer.shown, of: table.rows.count, after: layout.skippedRows)
    if !hidden.isEmpty { footer += "; no room for \(hidden.count) of \(matrix.columns.count) columns" }
    output.write(layout.style.paint(footer, .faint) + "\n")
  }

  private static func cell(_ value: Double?, _ shade: Int) -> String {
    guard let value, value != 0 else { return shades[0] }
    let text = ResultTable.Cell.number(value).shownText ?? ""
    return "\(shades[shade]) \(text)"
  }
}
