package import ClaimModel

/// Intervals of days; an open end is the least or the greatest number, a missing interval is open at both ends.
///
/// Held so that a missing interval is zero, and the end of an interval of one day too.
package struct DateColumn: Sendable {
  package internal(set) var firsts: Column<UInt32> = []
  /// How many days the interval goes on after its first, from 1; see `last(_:)`.
  package internal(set) var lengths: Column<UInt32> = []

  /// What stands for an open end.
  package static let open = (first: Int32.min, last: Int32.max)

  package init() {}

  /// How many rows there are.
  package var count: Int { firsts.count }

  /// The first day of a row, or `open.first`.
  package func first(_ row: Int) -> Int32 { Self.first(firsts[row]) }

  /// The last day of a row, or `open.last`.
  package func last(_ row: Int) -> Int32 { Self.last(firsts[row], lengths[row]) }

  /// The first day of what `firsts` holds.
  @inlinable
  package static func first(_ first: UInt32) -> Int32 { Int32(bitPattern: first ^ 1 << 31) }

  /// The last day of what `firsts` and `lengths` hold.
  @inlinable
  package static func last(_ first: UInt32, _ length: UInt32) -> Int32 {
    if first == 0 { return length == 0 ? .max : Int32(bitPattern: (length - 1) ^ 1 << 31) }
    return length == .max ? .max : Int32(bitPattern: (first &+ length) ^ 1 << 31)
  }

  /// Whether a row has no interval.
  package func isMissing(_ row: Int) -> Bool { firsts[row] == 0 && lengths[row] == 0 }

  /// An interval as it is held.
  package struct Code: Hashable, Sendable {
    /// The first day, 0 where it is open.
    var first: UInt32
    /// How many days follow, `max` where it is open; or the last day where the first is open, 0 where that is open too.
    var length: UInt32

    /// No interval.
    package static let missing = Code(first: 0, length: 0)

    init(first: UInt32, length: UInt32) {
      self.first = first
      self.length = length
    }

    package init(_ range: DateRange?) {
      first = range?.first.map { UInt32(bitPattern: $0.number) ^ 1 << 31 } ?? 0
      let last = range?.last.map { UInt32(bitPattern: $0.number) ^ 1 << 31 }
      length = first == 0 ? last.map { $0 + 1 } ?? 0 : last.map { [first] in $0 - first } ?? .max
    }
  }

  /// Adds a row.
  package mutating func append(_ range: DateRange?) { append(Code(range)) }

  /// Adds a row.
  mutating func append(_ code: Code) {
    firsts.append(code.first)
    lengths.append(code.length)
  }

  /// Adds rows without an interval.
  package mutating func append(missing count: Int) {
    firsts.append(zeros: count)
    lengths.append(zeros: count)
  }

  /// Gives a row another interval.
  mutating func replace(_ row: Int, with range: DateRange?) {
    let code = Code(range)
    (firsts[row], lengths[row]) = (code.first, code.length)
  }

  /// The interval of a row.
  package func range(_ row: Int) -> DateRange? {
    let (first, last) = (first(row), last(row))
    return DateRange(
      first == Self.open.first ? nil : Day(number: first), last == Self.open.last ? nil : Day(number: last))
  }
}
