import Query
import TextForms

/// A bar for each row, as long as its number.
struct BarsFormat: PictureFormat {
  let name = "bars"
  let isForPeople = true

  private static let usualWidth = 80
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  func picture(of columns: ChartColumns) -> SVGPicture? { SVGPicture(BarChart(columns)) }

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    let chart = BarChart(columns)
    let width = max(layout.width ?? Self.usualWidth, 20)
    let labelWidth = min(chart.bars.map(\.label.cellWidth).max() ?? 0, width / 2)
    let numberWidth = chart.bars.map(\.text.cellWidth).max() ?? 0
    // What does not even leave ten cells for the bar is a narrow terminal: then the number gives way.
    let showsNumber = width - labelWidth - numberWidth - 4 >= 8
    let room = max(1, width - labelWidth - 1 - (showsNumber ? numberWidth + 1 : 0))
    output.write(layout.style.paint(chart.title.clipped(to: width), .heading) + "\n")
    for (bar, length) in zip(chart.bars, chart.lengths) {
      let label = bar.label.clipped(to: labelWidth).padded(to: labelWidth)
      let drawn = Self.drawn(length, room)
      output.write(label + " " + drawn + (showsNumber ? (drawn.isEmpty ? "" : " ") + bar.text : "") + "\n")
    }
    let footer = RowFooter.text(shown: columns.shown, of: table.rows.count, after: layout.skippedRows)
    output.write(layout.style.paint(footer, .faint) + "\n")
  }

  /// A bar in eighths of a cell; one that is not nothing is seen.
  static func drawn(_ length: Double, _ room: Int) -> String {
    let parts = Int((length * Double(room * 8)).rounded())
    let seen = length > 0 ? max(1, parts) : 0
    return String(repeating: "█", count: seen / 8) + eighths[seen % 8]
  }
}
