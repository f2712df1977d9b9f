package import ClaimModel

/// Intervals of days; an open end is the least or the greatest number, a missing interval is open at both ends.
package struct DateColumn: Sendable {
  /// The first day of each, or `open.first`.
  package private(set) var first: [Int32] = []
  /// The last day of each, or `open.last`.
  package private(set) var last: [Int32] = []

  /// What stands for an open end.
  package static let open = (first: Int32.min, last: Int32.max)

  package init() {}

  /// Adds a row.
  package mutating func append(_ range: DateRange?) {
    first.append(range?.first?.number ?? Self.open.first)
    last.append(range?.last?.number ?? Self.open.last)
  }

  /// Gives a row another interval.
  mutating func replace(_ row: Int, with range: DateRange?) {
    first[row] = range?.first?.number ?? Self.open.first
    last[row] = range?.last?.number ?? Self.open.last
  }

  /// The interval of a row.
  package func range(_ row: Int) -> DateRange? {
    DateRange(
      first[row] == Self.open.first ? nil : Day(number: first[row]),
      last[row] == Self.open.last ? nil : Day(number: last[row]))
  }
}
