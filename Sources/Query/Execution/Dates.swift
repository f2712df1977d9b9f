import ClaimModel
import Store

/// Intervals of days as operators see them: a column's, each moved outwards to whole units when it is looked at.
struct Dates: Sendable {
  let column: DateColumn
  let unit: DateUnit

  init(_ column: DateColumn, cutTo unit: DateUnit = .day) {
    self.column = column
    self.unit = unit
  }

  /// How many rows there are.
  var count: Int { column.count }

  /// Whether a row has no interval.
  func isMissing(_ row: Int) -> Bool { column.isMissing(row) }

  /// The interval of a row.
  func range(_ row: Int) -> DateRange? { column.range(row).map { unit.widened($0) } }

  /// The first day of a row, or `DateColumn.open.first`.
  func first(_ row: Int) -> Int32 {
    unit == .day ? column.first(row) : range(row)?.first?.number ?? DateColumn.open.first
  }

  /// The last day of a row, or `DateColumn.open.last`.
  func last(_ row: Int) -> Int32 {
    unit == .day ? column.last(row) : range(row)?.last?.number ?? DateColumn.open.last
  }

  /// First and last day of a row as one number, in their order; nil for a missing interval.
  func key(_ row: Int) -> Int64? {
    isMissing(row) ? nil : Int64(first(row)) << 32 + (Int64(last(row)) - Int64(Int32.min))
  }
}
