import ClaimModel
import Query
import TextForms

/// Bars, timelines, matrices and maps: a row for each label, which stands to the left.
extension Picture {
  private static let rowHeight = 22
  private static let labelWidth = 280
  /// How many cells of text fit into a label.
  private static let labelCells = 38

  init(_ chart: BarChart) {
    self.init(title: chart.title)
    heading = chart.title
    let room = width - Self.labelWidth - Self.margin - 90
    for (place, (bar, length)) in zip(chart.bars, chart.lengths).enumerated() {
      let top = Self.margin + place * Self.rowHeight
      label(bar.label, top)
      let long = Int((length * Double(room)).rounded())
      rectangle(Self.labelWidth + 8, top + 3, long, Self.rowHeight - 6, percent: 100)
      write(bar.text, Self.labelWidth + 14 + long, top, .start)
      words.append("\(bar.label): \(bar.text)")
    }
    height = 2 * Self.margin + chart.bars.count * Self.rowHeight
  }

  init(_ timeline: Timeline) {
    self.init(title: "\(timeline.first) to \(timeline.last)")
    let room = width - Self.labelWidth - 2 * Self.margin - 8
    write(timeline.first.description, Self.labelWidth + 8, Self.margin, .start)
    write(timeline.last.description, width - Self.margin, Self.margin, .end)
    for (place, event) in timeline.events.enumerated() {
      let top = Self.margin + (place + 1) * Self.rowHeight
      label(event.label, top)
      let span = timeline.places(of: event, on: room)
      rectangle(Self.labelWidth + 8 + span.lowerBound, top + 5, max(6, span.count), Self.rowHeight - 10, percent: 100)
      words.append("\(event.date): \(event.label)")
    }
    height = 2 * Self.margin + (timeline.events.count + 1) * Self.rowHeight
  }

  init(_ matrix: Matrix) {
    self.init(title: "\(matrix.rows.count) by \(matrix.columns.count)")
    let wide = max(1, (width - Self.labelWidth - Self.margin - 8) / max(1, matrix.columns.count))
    for (place, name) in matrix.columns.enumerated() {
      let shown = name.clipped(to: max(1, wide / 8))
      write(shown, Self.labelWidth + 8 + place * wide + wide / 2, Self.margin, .middle)
    }
    for (row, name) in matrix.rows.enumerated() {
      let top = Self.margin + (row + 1) * Self.rowHeight
      label(name, top)
      for (column, value) in matrix.values[row].enumerated() {
        let left = Self.labelWidth + 8 + column * wide
        rectangle(left + 1, top + 1, wide - 2, Self.rowHeight - 2, percent: [5, 25, 45, 65, 85][matrix.shade(value)])
        guard let value, let text = ResultTable.Cell.number(value).shownText else { continue }
        write(text, left + wide / 2, top, .middle)
        words.append("\(name), \(matrix.columns[column]): \(text)")
      }
    }
    height = 2 * Self.margin + (matrix.rows.count + 1) * Self.rowHeight
  }

  init(_ map: NameMap) {
    self.init(title: map.title)
    heading = map.title
    let room = width - Self.labelWidth - Self.margin - 90
    for (place, (line, length)) in zip(map.lines, map.lengths).enumerated() {
      let top = Self.margin + place * Self.rowHeight
      let left = Self.margin + line.depth * 18
      write(line.name.clipped(to: max(1, Self.labelCells - line.depth * 2)), left, top, .start)
      let long = Int((length * Double(room)).rounded())
      rectangle(Self.labelWidth + 8, top + 3, long, Self.rowHeight - 6, percent: 100)
      if !line.text.isEmpty { write(line.text, Self.labelWidth + 14 + long, top, .start) }
      words.append(line.name + (line.text.isEmpty ? "" : ": \(line.text)"))
    }
    height = 2 * Self.margin + map.lines.count * Self.rowHeight
  }

  private mutating func label(_ text: String, _ top: Int) {
    write(text.clipped(to: Self.labelCells), Self.labelWidth, top, .end)
  }

  private mutating func write(_ text: String, _ x: Int, _ top: Int, _ anchor: Anchor) {
    shapes.append(.words(text, x: x, y: top + 15, anchor: anchor, .plain))
  }

  private mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, percent: Int) {
    if width > 0 { shapes.append(.bar(x: x, y: y, width: width, height: height, percent: percent)) }
  }
}
