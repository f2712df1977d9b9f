import Query
import TextForms

/// The lines of a ruled table, and the numbers of its rows before them.
struct RuledLines {
  /// What a table is ruled with: the left end, the crossings and the right end of a rule.
  struct Ends {
    var top: (String, String, String)
    var middle = ("├", "┼", "┤")
    var bottom: (String, String, String)

    /// Sharp corners: a row is a line.
    static let sharp = Ends(top: ("┌", "┬", "┐"), bottom: ("└", "┴", "┘"))
    /// Round corners: a row is what stands between two rules.
    static let round = Ends(top: ("╭", "┬", "╮"), bottom: ("╰", "┴", "╯"))
  }

  var widths: [Int]
  var numeric: [Bool]
  var style: Style
  var ends = Ends.sharp
  /// How many cells the numbers of rows take, with the space after them; 0 where they are not shown.
  var numberWidth = 0

  var top: String { rule(ends.top) }
  var middle: String { rule(ends.middle) }
  var bottom: String { rule(ends.bottom) }

  func heading(_ names: [String]) -> String {
    line(names.indices.map { style.paint(placed(names[$0], in: $0), .heading) })
  }

  /// A row in one line, its cells cut to their columns; nil for what is missing. Without a number it goes on from the line
  /// above.
  func row(_ texts: [String?], number: Int?) -> String {
    line(
      texts.indices.map { column in
        guard let text = texts[column] else {
          return style.paint(placed(ResultTable.Cell.missingMark, in: column), .faint)
        }
        return placed(text, in: column)
      }, number: number)
  }

  private func rule(_ ends: (String, String, String)) -> String {
    let runs = widths.map { String(repeating: "─", count: $0 + 2) }
    return indent + style.paint(ends.0 + runs.joined(separator: ends.1) + ends.2, .faint) + "\n"
  }

  private func placed(_ text: String, in column: Int) -> String {
    text.clipped(to: widths[column]).padded(to: widths[column], right: numeric[column])
  }

  private func line(_ cells: [String], number: Int? = nil) -> String {
    let border = style.paint("│", .faint)
    return lead(number) + border + cells.map { " \($0) " }.joined(separator: border) + border + "\n"
  }

  private var indent: String { String(repeating: " ", count: numberWidth) }

  private func lead(_ number: Int?) -> String {
    guard numberWidth > 0, let number else { return indent }
    return style.paint(String(number).padded(to: numberWidth - 1, right: true), .faint) + " "
  }
}

/// Which columns of a table are shown, and how wide.
struct FittedColumns {
  private(set) var columns: [Int]
  private(set) var widths: [Int]
  /// Whether a cell needs more than its column has.
  let cutsCells: Bool
  /// The names of the columns for which there is no room.
  let hidden: [String]
  /// How many cells the numbers of rows take, with the space after them.
  let numberWidth: Int
  /// The names of the columns shown, and whether each holds numbers.
  let names: [String]
  let numeric: [Bool]

  /// As many columns of a table as the layout has room for; where not even cut ones fit, those go that are missing in every
  /// row, then the last ones. Nil where fewer than two would be left.
  init?(_ table: ResultTable, _ texts: [[String?]], _ layout: Layout) {
    let names = table.columns.map { $0.name.visibleForm() }
    let needs = table.columns.indices.map { column in
      ColumnWidths.Need(
        name: names[column].cellWidth, widths: texts.map { ($0[column] ?? ResultTable.Cell.missingMark).cellWidth },
        type: table.columns[column].type)
    }
    let numberWidth = layout.numbersRows && !texts.isEmpty ? String(layout.skippedRows + texts.count).count + 1 : 0
    var columns = Array(needs.indices)
    let isBlank = columns.map { column in texts.allSatisfy { $0[column] == nil } }
    var leaving = columns.filter { !isBlank[$0] } + columns.filter { isBlank[$0] }
    while true {
      // A column costs its border and a space on either side; the last border one more.
      let available = layout.width.map { $0 - numberWidth - 3 * columns.count - 1 } ?? Int.max / 2
      if let widths = ColumnWidths.fitting(columns.map { needs[$0] }, into: available) {
        self.widths = widths
        break
      }
      guard columns.count > 2, let last = leaving.popLast() else { return nil }
      columns.removeAll { $0 == last }
    }
    self.columns = columns
    self.numberWidth = numberWidth
    cutsCells = zip(columns, widths).contains { needs[$0].whole > $1 }
    hidden = names.indices.filter { !columns.contains($0) }.map { names[$0] }
    self.names = columns.map { names[$0] }
    numeric = columns.map { table.columns[$0].isNumeric }
  }

  /// What draws the lines.
  func lines(_ style: Style, _ ends: RuledLines.Ends) -> RuledLines {
    RuledLines(widths: widths, numeric: numeric, style: style, ends: ends, numberWidth: numberWidth)
  }
}
