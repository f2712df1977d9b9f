import ClaimModel
import Query

/// What the columns of an answer are good for in a picture.
struct ChartColumns {
  let table: ResultTable
  /// How many rows are drawn.
  let shown: Int
  /// The line under the picture.
  let footer: String

  init(_ table: ResultTable, _ layout: Layout) {
    self.table = table
    shown = layout.shownRows(of: table)
    footer = RowFooter.text(shown: shown, of: table.rows.count, after: layout.skippedRows)
  }

  /// The columns of numbers.
  var numbers: [Int] { table.columns.indices.filter { table.columns[$0].type == .number } }

  /// The columns of words.
  var words: [Int] {
    table.columns.indices.filter { [.text, .entity, .list, .claim].contains(table.columns[$0].type) }
  }

  /// The first column of dates.
  var date: Int? { table.columns.firstIndex { $0.type == .date } }

  /// A cell's text; a dash where it is missing.
  func text(_ row: Int, _ column: Int) -> String {
    table.rows[row][column].shownText ?? ResultTable.Cell.missingMark
  }

  /// The texts of several cells of a row as one label; those that are missing are left out where another is there.
  func label(_ row: Int, _ columns: [Int]) -> String {
    let texts = columns.compactMap { table.rows[row][$0].shownText }.filter { !$0.isEmpty }
    return texts.isEmpty ? ResultTable.Cell.missingMark : texts.joined(separator: " · ")
  }

  /// A cell's number; nil where it has none that can be drawn.
  func number(_ row: Int, _ column: Int) -> Double? {
    switch table.rows[row][column] {
    case .integer(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    default: nil
    }
  }
}
