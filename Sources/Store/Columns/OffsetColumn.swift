/// Numbers that never get smaller, at four bytes each: where the rows of another column start.
///
/// Only the low half of a number is held for each row, and the few rows at which the high half grows.
package struct OffsetColumn: Sendable {
  package internal(set) var low: Column<UInt32> = []
  /// The first row with each high half, from 1 on.
  package internal(set) var turns: Column<UInt32> = []

  package init() {}

  /// How many rows there are.
  package var count: Int { low.count }

  /// Adds a number that is no smaller than the last one.
  mutating func append(_ number: Int) {
    while number >> 32 > turns.count { turns.append(UInt32(low.count)) }
    low.append(UInt32(truncatingIfNeeded: number))
  }

  /// Adds a number for each of `count` rows, none smaller than the one before it and none greater than `greatest`.
  @inline(__always)
  mutating func append(_ count: Int, upTo greatest: Int, _ number: (Int) -> Int) {
    guard greatest >> 32 <= turns.count else {
      for row in 0..<count { append(number(row)) }
      return
    }
    let start = unsafe low.extend(by: count)
    for row in 0..<count { unsafe start[row] = UInt32(truncatingIfNeeded: number(row)) }
  }

  /// Adds a number that is no smaller than the last one `count` times.
  mutating func append(_ number: Int, times count: Int) {
    guard number > 0 else { return low.append(zeros: count) }
    for _ in 0..<count { append(number) }
  }

  /// The number of a row.
  @inline(__always)
  package subscript(row: Int) -> Int {
    let number = Int(low[row])
    return turns.isEmpty ? number : number + high(row)
  }

  @inline(never)
  private func high(_ row: Int) -> Int { turns.count { $0 <= row } << 32 }

  /// Of some rows the last one whose number is no greater than `number`, the first one where there is none; its number and
  /// that of the row after it, `end` after the last.
  func row(of number: Int, from first: Int, to last: Int, end: Int) -> (row: Int, start: Int, end: Int) {
    low.check(first..<min(last + 2, low.count))
    return unsafe low.withUncheckedValues { low in
      @inline(__always)
      func value(_ row: Int) -> Int {
        let value = unsafe row < low.count ? Int(low[row]) : end
        return turns.isEmpty || row >= low.count ? value : value + high(row)
      }
      var (row, start, next) = (first, value(first), value(first + 1))
      while next <= number, row < last {
        row += 1
        start = next
        next = value(row + 1)
      }
      return (row, start, next)
    }
  }

  /// Where the elements of a row stand among `count`, where each row's number is that of its end. Never more than there
  /// are, whatever stands in a file.
  @inline(__always)
  func range(_ row: Int, upTo count: Int) -> Range<Int> {
    let end = min(self[row], count)
    return (row == 0 ? 0 : min(self[row - 1], end))..<end
  }

  /// Whether the last number is `count`, as far as that can be seen without a look at all.
  func ends(at count: Int) -> Bool {
    let isOrdered = zip(turns, turns.dropFirst()).allSatisfy { $0 <= $1 }
    guard isOrdered, turns.last.map({ Int($0) < low.count }) ?? true else { return false }
    return low.isEmpty ? count == 0 : self[low.count - 1] == count
  }
}
