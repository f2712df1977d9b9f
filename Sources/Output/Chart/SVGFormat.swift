import ClaimModel
import Query
import TextForms

/// A picture for pages: that which `as … as svg` names, else a timeline where the answer has dates, a matrix where it has
/// several columns of numbers, else bars.
///
/// All that is drawn stands in the description too, for those who hear a page. Whole numbers only, so that all machines
/// write the same.
struct SVGFormat: PictureFormat {
  let name = "svg"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    let format = table.picture.flatMap { OutputFormats.named($0) as? any PictureFormat }
    output.write((format?.picture(of: columns) ?? Self.usual(columns)).text)
  }

  func picture(of columns: ChartColumns) -> SVGPicture? { Self.usual(columns) }

  private static func usual(_ columns: ChartColumns) -> SVGPicture {
    Timeline(columns).map { SVGPicture($0) }
      ?? (columns.numbers.count > 1 ? SVGPicture(Matrix(columns)) : SVGPicture(BarChart(columns)))
  }
}

/// A picture as it is put together; an extension in a file of its own for those that are more than bars.
struct SVGPicture {
  private static let width = 800
  static let rowHeight = 22
  static let margin = 10
  private static let labelWidth = 280
  /// How many cells of text fit into a label.
  private static let labelCells = 38

  var shapes: [String] = []
  var words: [String] = []
  private var width = Self.width
  private var height = 0
  private let title: String

  /// An empty picture of this size.
  init(title: String, width: Int, height: Int) {
    self.title = title
    self.width = width
    self.height = height
  }

  var text: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" font-family="sans-serif" \
    font-size="13">
    <title>\(title.htmlEscaped)</title>
    <desc>\(words.joined(separator: "; ").htmlEscaped)</desc>
    \(shapes.joined(separator: "\n"))
    </svg>

    """
  }

  init(_ chart: BarChart) {
    title = chart.title
    let room = Self.width - Self.labelWidth - Self.margin - 90
    for (place, (bar, length)) in zip(chart.bars, chart.lengths).enumerated() {
      let top = Self.margin + place * Self.rowHeight
      label(bar.label, top)
      let long = Int((length * Double(room)).rounded())
      rectangle(Self.labelWidth + 8, top + 3, long, Self.rowHeight - 6, opacity: 100)
      write(bar.text, Self.labelWidth + 14 + long, top, anchor: "start")
      words.append("\(bar.label): \(bar.text)")
    }
    height = 2 * Self.margin + chart.bars.count * Self.rowHeight
  }

  init(_ timeline: Timeline) {
    title = "\(timeline.first) to \(timeline.last)"
    let room = Self.width - Self.labelWidth - 2 * Self.margin - 8
    write(timeline.first.description, Self.labelWidth + 8, Self.margin, anchor: "start")
    write(timeline.last.description, Self.width - Self.margin, Self.margin, anchor: "end")
    for (place, event) in timeline.events.enumerated() {
      let top = Self.margin + (place + 1) * Self.rowHeight
      label(event.label, top)
      let span = timeline.places(of: event, on: room)
      rectangle(Self.labelWidth + 8 + span.lowerBound, top + 5, max(6, span.count), Self.rowHeight - 10, opacity: 100)
      words.append("\(event.date): \(event.label)")
    }
    height = 2 * Self.margin + (timeline.events.count + 1) * Self.rowHeight
  }

  init(_ matrix: Matrix) {
    title = "\(matrix.rows.count) by \(matrix.columns.count)"
    let wide = max(1, (Self.width - Self.labelWidth - Self.margin - 8) / max(1, matrix.columns.count))
    for (place, name) in matrix.columns.enumerated() {
      let shown = name.clipped(to: max(1, wide / 8))
      write(shown, Self.labelWidth + 8 + place * wide + wide / 2, Self.margin, anchor: "middle")
    }
    for (row, name) in matrix.rows.enumerated() {
      let top = Self.margin + (row + 1) * Self.rowHeight
      label(name, top)
      for (column, value) in matrix.values[row].enumerated() {
        let left = Self.labelWidth + 8 + column * wide
        rectangle(left + 1, top + 1, wide - 2, Self.rowHeight - 2, opacity: [5, 25, 45, 65, 85][matrix.shade(value)])
        guard let value, let text = ResultTable.Cell.number(value).shownText else { continue }
        write(text, left + wide / 2, top, anchor: "middle")
        words.append("\(name), \(matrix.columns[column]): \(text)")
      }
    }
    height = 2 * Self.margin + (matrix.rows.count + 1) * Self.rowHeight
  }

  init(_ map: NameMap) {
    title = map.title
    let room = Self.width - Self.labelWidth - Self.margin - 90
    for (place, (line, length)) in zip(map.lines, map.lengths).enumerated() {
      let top = Self.margin + place * Self.rowHeight
      let left = Self.margin + line.depth * 18
      write(line.name.clipped(to: max(1, Self.labelCells - line.depth * 2)), left, top, anchor: "start")
      let long = Int((length * Double(room)).rounded())
      rectangle(Self.labelWidth + 8, top + 3, long, Self.rowHeight - 6, opacity: 100)
      if !line.text.isEmpty { write(line.text, Self.labelWidth + 14 + long, top, anchor: "start") }
      words.append(line.name + (line.text.isEmpty ? "" : ": \(line.text)"))
    }
    height = 2 * Self.margin + map.lines.count * Self.rowHeight
  }

  private mutating func label(_ text: String, _ top: Int) {
    write(text.clipped(to: Self.labelCells), Self.labelWidth, top, anchor: "end")
  }

  mutating func write(_ text: String, _ x: Int, _ top: Int, anchor: String) {
    let place = "x=\"\(x)\" y=\"\(top + 15)\" text-anchor=\"\(anchor)\""
    shapes.append("<text \(place) fill=\"currentColor\">\(text.htmlEscaped)</text>")
  }

  private mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, opacity: Int) {
    guard width > 0 else { return }
    let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    shapes.append("<rect \(place) fill=\"#4878a8\" fill-opacity=\"\(opacity)%\"/>")
  }
}
