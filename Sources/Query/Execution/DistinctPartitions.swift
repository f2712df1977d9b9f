import Store

/// Counts the different codes that each group's rows have, where groups and codes are too many for a bit each.
///
/// Method: rows are spread over parts of the groups, as group and code in one number, and each part is then sorted by group
/// and counted by itself, so that all that is written to fits a cache (radix partitioning; Manegold, Boncz and Kersten,
/// "Optimizing main-memory join on modern hardware", 2002).
struct DistinctPartitions {
  /// The combinations of the groups' keys.
  private let groups: CellCodes
  private let coded: KeyCodes
  private let control: QueryControl
  /// Where the rows of each combination start, were they sorted by it, and where those of the last end.
  private let starts: [Int]
  /// How many bits a code takes, and a group in its part.
  private let codeBits: Int
  private let groupBits: Int

  /// Nil where combinations are no table's, or a part's group and code do not fit a number of 32 bits. `cells` are the
  /// combinations that have rows, in order, and `counts` how many each has.
  init?(of coded: KeyCodes, in groups: CellCodes, _ cells: [Int], _ counts: [UInt32], _ control: QueryControl) {
    guard let universe = CellCounts.denseUniverse(groups), coded.count > 0 else { return nil }
    codeBits = max(Int.bitWidth - (coded.count - 1).leadingZeroBitCount, 1)
    var bits = 0
    while universe >> bits >= Self.mostParts { bits += 1 }
    groupBits = bits
    guard codeBits + groupBits <= 32 else { return nil }
    self.groups = groups
    self.coded = coded
    self.control = control
    var starts = [Int](repeating: 0, count: universe + 1)
    for (cell, count) in zip(cells, counts) { starts[cell + 1] = Int(count) }
    for cell in 0..<universe { starts[cell + 1] += starts[cell] }
    self.starts = starts
  }

  /// So many streams can be written at a time before addresses have to be looked up anew.
  private static let mostParts = 256

  /// How many parts there are.
  private var partCount: Int { (starts.count - 2) >> groupBits + 1 }

  /// The combinations of a part.
  private func cells(ofPart part: Int) -> Range<Int> {
    part << groupBits..<min((part + 1) << groupBits, starts.count - 1)
  }

  /// How many different codes each combination has, that of a missing value left out.
  func counts() throws(QueryControl.Stop) -> [Int] {
    let rows = groups.rows.count
    try control.take(rows * 8 + starts.count * 4)
    let ranges = Parallel.ranges(rows, control)
    let next = try nextPlaces(ranges)
    let spread = unsafe [UInt32](unsafeUninitializedCapacity: rows) { buffer, count in
      nonisolated(unsafe) let spread = unsafe buffer
      Parallel.each(ranges) { thread, range in unsafe write(range, to: spread, next[thread]) }
      count = rows
    }
    let partStarts = (0...partCount).map { starts[min($0 << groupBits, starts.count - 1)] }
    let parts = Parallel.evenRanges(partStarts, ranges.count)
    let isMissing = (0..<coded.count).map(coded.values.isMissing)
    return try Parallel.parts(parts) { (parts) throws(QueryControl.Stop) -> [Int] in
      // The last combination that each code was met in, from 1; a missing one has been met.
      var last = isMissing.map { $0 ? UInt32.max : 0 }
      var counts: [Int] = []
      for part in parts {
        try control.check()
        count(cells(ofPart: part), in: spread, &last, to: &counts)
      }
      return counts
    }.flatMap { $0 }
  }

  /// For each thread where the next row of each part goes.
  private func nextPlaces(_ ranges: [Range<Int>]) throws(QueryControl.Stop) -> [[Int]] {
    var sizes = try Parallel.parts(ranges) { (range) throws(QueryControl.Stop) -> [Int] in
      var sizes = [Int](repeating: 0, count: partCount)
      try Parallel.batches(range, control) { batch in
        unsafe groups.forEachBatch(of: batch) { _, cells in
          for place in cells.indices { sizes[unsafe cells[place] &>> groupBits] &+= 1 }
        }
      }
      return sizes
    }
    for part in 0..<partCount {
      var place = starts[part << groupBits]
      for thread in sizes.indices {
        let size = sizes[thread][part]
        sizes[thread][part] = place
        place += size
      }
    }
    return sizes
  }

  /// Writes group and code of some rows to their parts.
  private func write(_ range: Range<Int>, to spread: UnsafeMutableBufferPointer<UInt32>, _ next: [Int]) {
    var next = next
    let mask = 1 << groupBits - 1
    unsafe next.withUnsafeMutableBufferPointer { next in
      unsafe groups.forEachBatch(of: range) { start, cells in
        unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: cells.count) { codes in
          unsafe codes.initialize(repeating: 0)
          unsafe coded.fold(into: codes, groups.rows, start..<(start + cells.count))
          for place in cells.indices {
            let (cell, code) = unsafe (cells[place], codes[place])
            let part = cell &>> groupBits
            let target = unsafe next[part]
            unsafe spread[target] = UInt32(truncatingIfNeeded: (cell & mask) &<< codeBits | code)
            unsafe next[part] = target &+ 1
          }
        }
      }
    }
  }

  /// Counts the different codes of a part's combinations.
  private func count(_ cells: Range<Int>, in spread: [UInt32], _ last: inout [UInt32], to counts: inout [Int]) {
    let rows = starts[cells.lowerBound]..<starts[cells.upperBound]
    var next = starts[cells].map { $0 - rows.lowerBound }
    let codeMask = UInt32(truncatingIfNeeded: 1 << codeBits - 1)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(rows.count, 1)) { sorted in
      unsafe next.withUnsafeMutableBufferPointer { next in
        unsafe spread.withUnsafeBufferPointer { spread in
          for row in rows {
            let pair = unsafe spread[row]
            let group = Int(pair &>> UInt32(codeBits))
            let target = unsafe next[group]
            unsafe sorted[target] = pair & codeMask
            unsafe next[group] = target &+ 1
          }
        }
      }
      unsafe last.withUnsafeMutableBufferPointer { last in
        for cell in cells {
          let mark = UInt32(truncatingIfNeeded: cell) &+ 1
          var count = 0
          for place in (starts[cell] - rows.lowerBound)..<(starts[cell + 1] - rows.lowerBound) {
            let code = unsafe Int(sorted[place])
            let met = unsafe last[code]
            unsafe last[code] = max(met, mark)
            count &+= met < mark ? 1 : 0
          }
          counts.append(count)
        }
      }
    }
  }
}
