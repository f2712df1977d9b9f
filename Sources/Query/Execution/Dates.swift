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

  /// What `key` gives for some rows, the least number for a missing interval. What a unit's days are cut to is found once.
  func keys(_ rows: [Int]) -> [Int] {
    let (firsts, lengths) = (column.firsts.values(of: rows), column.lengths.values(of: rows))
    var cuts = DayCuts(unit)
    return rows.indices.map { place in
      let (first, length) = (firsts[place], lengths[place])
      if first | length == 0 { return .min }
      let days = (first: cuts[DateColumn.first(first)].first, last: cuts[DateColumn.last(first, length)].last)
      return Int(days.first) << 32 + (Int(days.last) - Int(Int32.min))
    }
  }
}

/// The first and last day of the unit in which a day lies.
private struct DayCuts {
  private let unit: DateUnit
  /// What has been found, each day at the place that its low bits say.
  private var known: [(day: Int32, first: Int32, last: Int32)]

  init(_ unit: DateUnit) {
    self.unit = unit
    let open = DateColumn.open.first
    known = .init(repeating: (open, open, open), count: unit == .day ? 0 : Self.size)
  }

  /// What a day is cut to; an open end stays open.
  subscript(day: Int32) -> (first: Int32, last: Int32) {
    mutating get {
      if unit == .day || day == DateColumn.open.first || day == DateColumn.open.last { return (day, day) }
      let place = Int(day) & (Self.size - 1)
      if known[place].day == day { return (known[place].first, known[place].last) }
      let whole = unit.widened(DateRange(Day(number: day)))
      let (first, last) = (whole.first?.number ?? day, whole.last?.number ?? day)
      for other in first...last { known[Int(other) & (Self.size - 1)] = (other, first, last) }
      return (first, last)
    }
  }

  /// More days than a unit has, a power of two.
  private static let size = 4096
}
