import Store

/// A test of the values at the places of a column, which is made into one loop with the scan that asks it.
protocol RowTest: Sendable {
  func holds(_ place: Int) -> Bool
}

/// Whether a term is there, and among some, or not among them.
struct TermTest: RowTest {
  let terms: CheckedColumn<UInt32>
  let members: BitSet
  let wanted: Bool

  @inline(__always)
  func holds(_ place: Int) -> Bool {
    let term = terms[place]
    return term != 0 && members.contains(term) == wanted
  }
}

/// Whether the bit of a code is set.
struct ChoiceTest: RowTest {
  let codes: CheckedColumn<UInt8>
  let members: UInt64

  @inline(__always)
  func holds(_ place: Int) -> Bool { members >> UInt64(codes[place]) & 1 != 0 }
}

/// Any other test.
struct PlaceTest: RowTest {
  let test: @Sendable (Int) -> Bool

  init(_ test: @escaping @Sendable (Int) -> Bool) {
    self.test = test
  }

  func holds(_ place: Int) -> Bool { test(place) }
}

/// A test of the places that a column holds.
private struct ThroughTest<Test: RowTest>: RowTest {
  let test: Test
  let through: CheckedColumn<UInt32>

  @inline(__always)
  func holds(_ place: Int) -> Bool { test.holds(Int(through[place])) }
}

extension Rows {
  /// The rows for which a test holds, in the order in which they came; `through` has the places of their values.
  func kept(
    _ test: some RowTest, through: Column<UInt32>?, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [UInt32] {
    guard let through else { return try kept(test, control) }
    return try kept(ThroughTest(test: test, through: through.checked), control)
  }

  private func kept(_ test: some RowTest, _ control: QueryControl) throws(QueryControl.Stop) -> [UInt32] {
    let parts = try Parallel.parts(count, control) { (range) throws(QueryControl.Stop) -> [UInt32] in
      var kept: [UInt32] = []
      if range.count > Parallel.batch { kept.reserveCapacity(range.count) }
      try Parallel.batches(range, control) { batch in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: batch.count) { found in
          // No branch: which rows are kept cannot be foretold.
          var count = 0
          switch self {
          case .all:
            for row in batch {
              unsafe found[count] = UInt32(truncatingIfNeeded: row)
              count &+= test.holds(row) ? 1 : 0
            }
          case .some(let rows):
            for place in batch {
              let row = rows[place]
              unsafe found[count] = row
              count &+= test.holds(Int(row)) ? 1 : 0
            }
          }
          unsafe kept += found[..<count]
        }
      }
      return kept
    }
    return parts.concatenated
  }
}
