/// Numbers that never get smaller, at four bytes each: where the rows of another column start.
///
/// Only the low half of a number is held for each row, and the few rows at which the high half grows.
package struct OffsetColumn: Sendable {
  package private(set) var low: Column<UInt32> = []
  /// The first row with each high half, from 1 on.
  package private(set) var turns: Column<UInt32> = []

  package init() {}

  init(low: Column<UInt32>, turns: Column<UInt32>) {
    self.low = low
    self.turns = turns
  }

  /// How many rows there are.
  package var count: Int { low.count }

  /// Adds a number that is no smaller than the last one.
  mutating func append(_ number: Int) {
    while number >> 32 > turns.count { turns.append(UInt32(low.count)) }
    low.append(UInt32(truncatingIfNeeded: number))
  }

  /// Adds a number that is no smaller than the last one `count` times.
  mutating func append(_ number: Int, times count: Int) {
    guard number > 0 else { return low.append(zeros: count) }
    for _ in 0..<count { append(number) }
  }

  /// The number of a row.
  package subscript(row: Int) -> Int {
    let number = Int(low[row])
    if turns.isEmpty { return number }
    return number + turns.count { $0 <= row } << 32
  }
}
