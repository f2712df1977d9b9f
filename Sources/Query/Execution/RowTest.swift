import Store

/// A test of the values at the places of a column.
protocol RowTest: Sendable {
  func holds(_ place: Int) -> Bool
  /// Puts the rows for which it holds to the front, in the order in which they came, and tells how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int
}

extension RowTest {
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int { unsafe keepOneByOne(rows) }

  /// One loop with the test made into it.
  @inline(__always)
  func keepOneByOne(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    // No branch: which rows are kept cannot be foretold.
    var count = 0
    for place in rows.indices {
      let row = unsafe rows[place]
      unsafe rows[count] = row
      count &+= holds(Int(row)) ? 1 : 0
    }
    return count
  }
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

  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    // Rows that follow one another are looked at eight at a time.
    guard members.nonzeroBitCount <= Self.fewCodes, let first = unsafe rows.first, unsafe Self.isRun(rows, from: first)
    else { return unsafe keepOneByOne(rows) }
    let last = first + UInt32(rows.count - 1)
    let wanted = (0..<64).filter { members >> UInt64($0) & 1 != 0 }.map { UInt64($0) &* Self.ones }
    var count = 0
    var row = first
    while last - row >= 7 {
      let eight = codes.eight(from: Int(row))
      let found = wanted.reduce(0) { $0 | Self.zeroBytes(in: eight ^ $1) }
      if found != 0 {
        for place in 0..<UInt32(8) {
          unsafe rows[count] = row + place
          count &+= Int(found &>> (UInt64(place) &* 8 &+ 7) & 1)
        }
      }
      if last - row == 7 { return count }
      row += 8
    }
    for row in row...last {
      unsafe rows[count] = row
      count += holds(Int(row)) ? 1 : 0
    }
    return count
  }

  /// Whether rows follow one another.
  private static func isRun(_ rows: UnsafeMutableBufferPointer<UInt32>, from first: UInt32) -> Bool {
    var difference: UInt32 = 0
    for place in rows.indices { difference |= unsafe rows[place] ^ (first &+ UInt32(truncatingIfNeeded: place)) }
    return difference == 0
  }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  private static func zeroBytes(in word: UInt64) -> UInt64 {
    let low = 0x7F &* ones
    return ~((word & low) &+ low | word | low)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Looking for more codes than this takes longer than looking at each row.
  private static let fewCodes = 3
}

/// Whether a date is there, or is not.
struct DatePresenceTest: RowTest {
  let firsts: CheckedColumn<UInt32>
  let lengths: CheckedColumn<UInt32>
  let isPresent: Bool

  @inline(__always)
  func holds(_ place: Int) -> Bool { (firsts[place] | lengths[place] != 0) == isPresent }
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

extension RowTest {
  /// The same test of rows whose values stand at the places that a column has, if there is one.
  func through(_ column: Column<UInt32>?) -> any RowTest {
    guard let column else { return self }
    return ThroughTest(test: self, through: column.checked)
  }
}

extension Rows {
  /// The rows for which a test holds, in the order in which they came.
  func kept(_ test: any RowTest, _ control: QueryControl) throws(QueryControl.Stop) -> [UInt32] {
    let parts = try Parallel.parts(count, control) { (range) throws(QueryControl.Stop) -> [UInt32] in
      var kept: [UInt32] = []
      if range.count > Parallel.batch { kept.reserveCapacity(range.count) }
      try Parallel.batches(range, control) { large in
        unsafe forEachBatch(of: large) { rows in
          let count = unsafe test.keep(rows)
          unsafe kept += rows[..<count]
        }
      }
      return kept
    }
    return parts.concatenated
  }

  /// Calls `body` with copies of the rows of some places, as many at a time as fit the nearest cache.
  func forEachBatch(of places: Range<Int>, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { copies in
      for start in stride(from: places.lowerBound, to: places.upperBound, by: Self.batch) {
        let end = min(start + Self.batch, places.upperBound)
        let part = unsafe UnsafeMutableBufferPointer(rebasing: copies[..<(end - start)])
        switch self {
        case .all: for place in part.indices { unsafe part[place] = UInt32(truncatingIfNeeded: start + place) }
        case .some(let rows): _ = unsafe part.update(fromContentsOf: rows[start..<end])
        }
        unsafe body(part)
      }
    }
  }

  /// How many rows make a batch.
  static let batch = 2048
}
