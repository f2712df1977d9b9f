import ClaimModel
import Query
import TextForms

/// Labels with a number each: the first column of numbers by the words before it, or else how often the first column has
/// each of its values.
struct BarChart {
  struct Bar {
    var label: String
    /// Nil where the number is missing.
    var value: Double?
    /// The number as it is shown.
    var text: String
  }

  private(set) var bars: [Bar] = []
  /// What the numbers are.
  let title: String

  init(_ columns: ChartColumns) {
    guard let number = columns.numbers.first else {
      title = "rows"
      tally(columns)
      return
    }
    title = columns.table.columns[number].name.visibleForm()
    let before = Array(0..<number)
    let labels = before.isEmpty ? columns.words : before
    for row in Self.rows(of: columns, labels) {
      bars.append(
        Bar(label: columns.label(row, labels), value: columns.number(row, number), text: columns.text(row, number)))
    }
  }

  /// The rows in the order of the answer; those that are called by a date alone in the order of time, unless the query has
  /// sorted them.
  private static func rows(of columns: ChartColumns, _ labels: [Int]) -> [Int] {
    let rows = Array(0..<columns.shown)
    guard labels.count == 1, columns.table.columns[labels[0]].type == .date, !columns.table.isSorted else {
      return rows
    }
    func day(_ row: Int) -> Day {
      guard case .date(let range) = columns.table.rows[row][labels[0]] else { return Day(number: .max) }
      return range.first ?? Day(number: .min)
    }
    return rows.sorted { (day($0), $0) < (day($1), $1) }
  }

  private mutating func tally(_ columns: ChartColumns) {
    guard !columns.table.columns.isEmpty else { return }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in 0..<columns.shown {
      let label = columns.text(row, 0)
      if counts[label] == nil { order.append(label) }
      counts[label, default: 0] += 1
    }
    // Most first; those with as many in the order of the answer.
    let sorted = order.enumerated().sorted { left, right in
      (counts[right.element] ?? 0, left.offset) < (counts[left.element] ?? 0, right.offset)
    }
    bars = sorted.map { _, label in
      Bar(label: label, value: Double(counts[label] ?? 0), text: String(counts[label] ?? 0))
    }
  }

  /// The part of the longest bar that each takes, 0 to 1; what is negative or missing takes nothing.
  var lengths: [Double] {
    let longest = bars.compactMap(\.value).max() ?? 0
    return bars.map { longest > 0 ? max(0, ($0.value ?? 0) / longest) : 0 }
  }
}
