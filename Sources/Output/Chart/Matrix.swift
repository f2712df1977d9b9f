import Query
import TextForms

/// Numbers by two things: a cross table (`group by A across B`), or rows of two words and a number.
struct Matrix {
  private(set) var rows: [String] = []
  private(set) var columns: [String] = []
  /// For each row a number a column; nil where there is none.
  private(set) var values: [[Double?]] = []

  init(_ answer: ChartColumns) {
    let numbers = answer.numbers
    if numbers.count > 1 { readCrossTable(answer, numbers) } else { readPairs(answer, numbers.first) }
  }

  /// The columns of numbers as they are; the count of each row, which is their sum, is left out.
  private mutating func readCrossTable(_ answer: ChartColumns, _ numbers: [Int]) {
    let isSum = answer.table.columns[numbers[0]].name == "count"
    let drawn = isSum ? Array(numbers.dropFirst()) : numbers
    let labels = Array(0..<numbers[0])
    columns = drawn.map { answer.table.columns[$0].name.visibleForm() }
    for row in 0..<answer.shown {
      rows.append(answer.label(row, labels.isEmpty ? answer.words : labels))
      values.append(drawn.map { answer.number(row, $0) })
    }
  }

  /// The first two columns that are no numbers as rows and columns; without a number each row counts for one.
  private mutating func readPairs(_ answer: ChartColumns, _ number: Int?) {
    let labels = answer.table.columns.indices.filter { $0 != number }
    guard labels.count > 1 else { return }
    var placeOfRow: [String: Int] = [:]
    var placeOfColumn: [String: Int] = [:]
    var cells: [(row: Int, column: Int, value: Double)] = []
    for row in 0..<answer.shown {
      guard let value = number.map({ answer.number(row, $0) }) ?? 1 else { continue }
      let (one, other) = (answer.text(row, labels[0]), answer.text(row, labels[1]))
      let place = placeOfRow[one] ?? rows.count
      if place == rows.count {
        rows.append(one)
        placeOfRow[one] = place
      }
      let column = placeOfColumn[other] ?? columns.count
      if column == columns.count {
        columns.append(other)
        placeOfColumn[other] = column
      }
      cells.append((place, column, value))
    }
    values = Array(repeating: Array(repeating: nil, count: columns.count), count: rows.count)
    for cell in cells { values[cell.row][cell.column] = (values[cell.row][cell.column] ?? 0) + cell.value }
  }

  /// The greatest number; 0 where none is positive.
  var greatest: Double { max(0, values.flatMap { $0.compactMap(\.self) }.max() ?? 0) }

  /// How dark a number is, 0 to 4: nothing, and the four quarters up to the greatest.
  func shade(_ value: Double?) -> Int {
    guard let value, value > 0, greatest > 0 else { return 0 }
    return max(1, min(4, Int((value / greatest * 4).rounded(.up))))
  }
}
