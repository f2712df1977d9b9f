import Query
import TextForms

/// Names under what they lie within, each with a bar as long as its number; an answer without names is written as a table.
struct MapFormat: PictureFormat {
  let name = "map"
  let isForPeople = true

  private static let usualWidth = 80

  func picture(of columns: ChartColumns) -> Picture? { NameMap(columns).map { Picture($0) } }

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    guard let map = NameMap(columns) else {
      output.write(layout.style.paint("no names to put on a map", .faint) + "\n")
      return TableFormat().write(table, layout: layout, to: &output)
    }
    let width = max(layout.width ?? Self.usualWidth, 20)
    let labels = map.lines.map { Self.branches($0) + $0.name }
    let labelWidth = min(labels.map(\.cellWidth).max() ?? 0, width / 2)
    let numberWidth = map.lines.map(\.text.cellWidth).max() ?? 0
    let room = max(1, width - labelWidth - numberWidth - 3)
    output.write(layout.style.paint(map.title.clipped(to: width), .heading) + "\n")
    for (place, line) in map.lines.enumerated() {
      let label = labels[place].clipped(to: labelWidth).padded(to: labelWidth)
      let number = line.text.padded(to: numberWidth, right: true)
      output.write("\(label) \(number) \(BarsFormat.drawn(map.lengths[place], room))".withoutTrailingSpaces + "\n")
    }
    output.write(layout.style.paint(columns.footer, .faint) + "\n")
  }

  /// The lines that join a name to the one above it.
  private static func branches(_ line: NameMap.Line) -> String {
    guard line.depth > 0 else { return "" }
    let above = line.isLast.dropFirst().dropLast().map { $0 ? "   " : "│  " }
    return above.joined() + (line.isLast.last == true ? "└─ " : "├─ ")
  }
}
