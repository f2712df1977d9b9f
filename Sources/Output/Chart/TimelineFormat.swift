import ClaimModel
import Query
import TextForms

/// Rows in the order of time, each with its days on a line; an answer without dates is written as a table.
struct TimelineFormat: PictureFormat {
  let name = "timeline"
  let isForPeople = true

  private static let usualWidth = 100

  func picture(of columns: ChartColumns) -> SVGPicture? { Timeline(columns).map { SVGPicture($0) } }

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    guard let timeline = Timeline(columns) else {
      output.write(layout.style.paint("no dates to draw", .faint) + "\n")
      return TableFormat().write(table, layout: layout, to: &output)
    }
    let width = max(layout.width ?? Self.usualWidth, 40)
    let dateWidth = timeline.events.map(\.date.cellWidth).max() ?? 0
    let length = max(8, (width - dateWidth) / 3)
    let labelWidth = max(1, width - dateWidth - length - 4)
    let ends = (timeline.first.description, timeline.last.description)
    let gap = length - ends.0.count - ends.1.count
    let line = gap > 0 ? ends.0 + String(repeating: " ", count: gap) + ends.1 : ends.0
    let axis = String(repeating: " ", count: dateWidth + 2) + line
    output.write(layout.style.paint(axis, .faint) + "\n")
    for event in timeline.events {
      let line = Self.drawn(event, timeline.places(of: event, on: length), length)
      output.write(event.date.padded(to: dateWidth) + "  " + line + "  " + event.label.clipped(to: labelWidth) + "\n")
    }
    var footer = RowFooter.text(shown: columns.shown, of: table.rows.count, after: layout.skippedRows)
    if timeline.undated > 0 { footer += ", \(timeline.undated) of them without a date" }
    output.write(layout.style.paint(footer, .faint) + "\n")
  }

  /// A point, or a line from the first day to the last with arrows where an end is open.
  private static func drawn(_ event: Timeline.Event, _ places: ClosedRange<Int>, _ length: Int) -> String {
    var cells = [String](repeating: "·", count: length)
    for place in places { cells[place] = "━" }
    if places.count == 1 { cells[places.lowerBound] = "●" }
    if event.range.first == nil { cells[places.lowerBound] = "◂" }
    if event.range.last == nil { cells[places.upperBound] = "▸" }
    return cells.joined()
  }
}
