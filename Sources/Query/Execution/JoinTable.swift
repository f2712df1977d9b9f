import Store

/// Rows by the hash of what they are joined by.
struct JoinTable: Sendable {
  private let keys: JoinKeys
  private var entries: [Entry] = []
  /// The newest entry with some bits of a hash, counted from 1.
  private var newest: [UInt32]
  /// The hashes of the first values, which tell most apart, and those of all.
  private var firstFilter: BitFilter
  private var filter: BitFilter
  private let mask: UInt32

  private struct Entry {
    var hash: UInt64
    var row: UInt32
    /// The one before it with the same bits of the hash, counted from 1.
    var before: UInt32
  }

  /// What must hold of a pair.
  typealias Test = @Sendable (_ probed: UInt32, _ built: UInt32) -> Bool

  init(_ rows: Rows, _ keys: JoinKeys, _ control: QueryControl) throws(QueryControl.Stop) {
    self.keys = keys
    try control.take(rows.count * 32)
    var size = 16
    while size < rows.count * 2, size < 1 << 24 { size *= 2 }
    mask = UInt32(size - 1)
    firstFilter = BitFilter(slots: size)
    filter = BitFilter(slots: size)
    newest = [UInt32](repeating: 0, count: size)
    entries.reserveCapacity(rows.count)
    try Parallel.batches(0..<rows.count, control) { large in
      unsafe rows.forEachBatch(of: large) { rows in
        unsafe Self.withHashes(rows.count) { hashes in
          var count = unsafe keys.hash(Self.firstValues(keys), of: rows, into: hashes, NoFilter())
          for place in 0..<count { firstFilter.insert(unsafe hashes[place]) }
          let kept = unsafe UnsafeMutableBufferPointer(rebasing: rows[..<count])
          count = unsafe keys.hash(Self.otherValues(keys), of: kept, into: hashes, NoFilter())
          for place in 0..<count { unsafe insert(rows[place], hashes[place]) }
        }
      }
    }
  }

  private mutating func insert(_ row: UInt32, _ hash: UInt64) {
    filter.insert(hash)
    let slot = Int(Self.bits(hash) & mask)
    entries.append(Entry(hash: hash, row: row, before: newest[slot]))
    newest[slot] = UInt32(entries.count)
  }

  /// The pairs of a row of one side and one of the table that have the same values and meet the tests; none of a row with
  /// itself.
  func matches(
    of side: JoinSide, where tests: [Test], _ control: QueryControl
  ) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) {
    let parts = try Parallel.parts(side.rows.count, control) {
      (range) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) in
      var found: (probed: [UInt32], built: [UInt32]) = ([], [])
      var stop: QueryControl.Stop?
      try Parallel.batches(range, control) { large in
        unsafe side.forEachBatch(of: large) { rows in
          unsafe Self.withHashes(rows.count) { hashes in
            var count = unsafe keys.hash(Self.firstValues(keys), of: rows, into: hashes, firstFilter)
            let kept = unsafe UnsafeMutableBufferPointer(rebasing: rows[..<count])
            count = unsafe keys.hash(Self.otherValues(keys), of: kept, into: hashes, filter)
            for place in 0..<count where stop == nil {
              unsafe add(rows[place], hashes[place], tests, to: &found, control, &stop)
            }
          }
        }
      }
      if let stop { throw stop }
      return found
    }
    return (parts.map(\.probed).concatenated, parts.map(\.built).concatenated)
  }

  /// Adds the pairs of one row, of which there may be a great many.
  private func add(
    _ row: UInt32, _ hash: UInt64, _ tests: [Test], to found: inout (probed: [UInt32], built: [UInt32]),
    _ control: QueryControl, _ stop: inout QueryControl.Stop?
  ) {
    let before = found.probed.count
    var number = Int(newest[Int(Self.bits(hash) & mask)])
    while number > 0 {
      let entry = entries[number - 1]
      if entry.hash == hash, row != entry.row, keys.areEqual(row, entry.row),
        tests.allSatisfy({ $0(row, entry.row) })
      {
        found.probed.append(row)
        found.built.append(entry.row)
      }
      number = Int(entry.before)
    }
    guard found.probed.count > before else { return }
    do {
      try control.take((found.probed.count - before) * 8)
      if found.probed.count - before > Rows.batch { try control.check() }
    } catch {
      stop = error
    }
  }

  /// The first two values; one alone rules out little.
  private static func firstValues(_ keys: JoinKeys) -> Range<Int> { 0..<min(2, keys.count) }

  private static func otherValues(_ keys: JoinKeys) -> Range<Int> { min(2, keys.count)..<keys.count }

  /// Calls `body` with the hashes of so many rows, of no values yet.
  @inline(__always)
  private static func withHashes(_ count: Int, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(count, 1)) { hashes in
      unsafe hashes.initialize(repeating: 1)
      unsafe body(hashes)
    }
  }

  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 16) }
}

/// The claims that one side of a join may be: rows, and what is still to be asked of each.
struct JoinSide: Sendable {
  let rows: Rows
  let tests: [any RowTest]

  /// About how many of the rows meet the tests.
  var estimate: Int {
    if tests.isEmpty { return rows.count }
    let sample = rows.spread(Self.sampled)
    let met = sample.count { row in tests.allSatisfy { $0.holds(Int(row)) } }
    return sample.isEmpty ? 0 : rows.count * met / sample.count
  }

  /// The rows that meet the tests.
  func kept(_ control: QueryControl) throws(QueryControl.Stop) -> Rows {
    var kept = rows
    for test in tests { kept = .some(try kept.kept(test, control)) }
    return kept
  }

  /// Calls `body` with copies of those of some rows that meet the tests, batch by batch.
  func forEachBatch(of places: Range<Int>, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    unsafe rows.forEachBatch(of: places) { rows in
      var rows = unsafe rows
      for test in tests { unsafe rows = UnsafeMutableBufferPointer(rebasing: rows[..<test.keep(rows)]) }
      unsafe body(rows)
    }
  }

  /// How many rows an estimate looks at.
  private static let sampled = 1024
}
