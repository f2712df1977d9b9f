import ClaimModel
import Query
import TextForms

/// Rows in the order of time, each with the place of its days on a line from the first to the last day of all.
struct Timeline {
  struct Event {
    var date: String
    var label: String
    var range: DateRange
  }

  /// The rows that have a date, the earliest first; a start that is open comes before all.
  let events: [Event]
  /// How many rows have none.
  let undated: Int
  /// The first and the last day that any of them names.
  let first: Day
  let last: Day

  /// The rows of an answer; nil where it has no column of dates, or no date in it.
  init?(_ columns: ChartColumns) {
    guard let date = columns.date else { return nil }
    let others = columns.table.columns.indices.filter { $0 != date }
    let found = (0..<columns.shown).compactMap { row -> Event? in
      guard case .date(let range) = columns.table.rows[row][date] else { return nil }
      return Event(date: range.shortForm, label: Self.label(columns, row, others), range: range)
    }
    let days = found.flatMap { [$0.range.first, $0.range.last].compactMap(\.self) }
    guard let first = days.min(), let last = days.max() else { return nil }
    self.first = first
    self.last = last
    undated = columns.shown - found.count
    events = found.enumerated().sorted { left, right in
      let (one, other) = (left.element.range, right.element.range)
      let starts = (one.first ?? Day(number: .min), other.first ?? Day(number: .min))
      if starts.0 != starts.1 { return starts.0 < starts.1 }
      let ends = (one.last ?? Day(number: .max), other.last ?? Day(number: .max))
      return ends.0 == ends.1 ? left.offset < right.offset : ends.0 < ends.1
    }.map(\.element)
  }

  /// What stands beside the days; numbers alone with what they are.
  private static func label(_ columns: ChartColumns, _ row: Int, _ others: [Int]) -> String {
    guard others.allSatisfy({ columns.numbers.contains($0) }) else { return columns.label(row, others) }
    return others.map { "\(columns.table.columns[$0].name.visibleForm()) \(columns.text(row, $0))" }
      .joined(separator: " · ")
  }

  /// The places of an event's first and last day on a line of `length` places, from 0.
  func places(of event: Event, on length: Int) -> ClosedRange<Int> {
    place(event.range.first ?? first, on: length)...place(event.range.last ?? last, on: length)
  }

  private func place(_ day: Day, on length: Int) -> Int {
    let whole = Int(last.number) - Int(first.number)
    guard whole > 0 else { return 0 }
    return (Int(day.number) - Int(first.number)) * (length - 1) / whole
  }
}
