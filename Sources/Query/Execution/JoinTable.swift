import Store

/// Rows by the hash of what they are joined by.
struct JoinTable: Sendable {
  private let keys: JoinKeys
  private var entries: [Entry] = []
  /// The values of each entry, one after another's.
  private var codes: [UInt64] = []
  /// The newest entry with some bits of a hash, counted from 1.
  private var newest: [UInt32] = []
  private let filter: PrefixFilter
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
    try control.take(rows.count * (32 + 8 * keys.count))
    var size = 16
    while size < rows.count * 2, size < 1 << 24 { size *= 2 }
    let mask = UInt32(size - 1)
    self.mask = mask
    let recorder = HashRecorder(PrefixFilter(slots: size, keys: keys.count))
    var newest = [UInt32](repeating: 0, count: size)
    var entries: [Entry] = []
    var codes: [UInt64] = []
    try unsafe Self.forEachBatch(0..<rows.count, rows, keys, recorder, control) { rows, hashes in
      for place in rows.indices {
        let (row, hash) = unsafe (rows[place], hashes[place])
        let slot = Int(Self.bits(hash) & mask)
        entries.append(Entry(hash: hash, row: row, before: newest[slot]))
        newest[slot] = UInt32(entries.count)
        keys.append(row, to: &codes)
      }
    }
    filter = recorder.filter
    (self.entries, self.codes, self.newest) = (entries, codes, newest)
  }

  /// The pairs of a row of `others` and one of the table that have the same values and meet the tests; none of a row with
  /// itself.
  func matches(
    of others: Rows, where tests: [Test], _ control: QueryControl
  ) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) {
    let parts = try Parallel.parts(others.count, control) {
      (range) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) in
      var found: (probed: [UInt32], built: [UInt32]) = ([], [])
      var stop: QueryControl.Stop?
      try unsafe Self.forEachBatch(range, others, keys, filter, control) { rows, hashes in
        for place in rows.indices where stop == nil {
          unsafe add(rows[place], hashes[place], tests, to: &found, control, &stop)
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
      if entry.hash == hash, row != entry.row,
        keys.areEqual(row, codes, from: (number - 1) * keys.count),
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
      if found.probed.count - before > Self.batch { try control.check() }
    } catch {
      stop = error
    }
  }

  /// Calls `body` with the rows of each batch that lack no value and that a filter admits, and their hashes.
  private static func forEachBatch(
    _ range: Range<Int>, _ rows: Rows, _ keys: JoinKeys, _ filter: some HashFilter, _ control: QueryControl,
    _ body: (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt64>) -> Void
  ) throws(QueryControl.Stop) {
    try Parallel.batches(range, control) { large in
      unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: batch) { hashes in
        for start in stride(from: large.lowerBound, to: large.upperBound, by: batch) {
          var part = rows.part(start..<min(start + batch, large.upperBound))
          unsafe part.withUnsafeMutableBufferPointer { part in
            let all = unsafe UnsafeMutableBufferPointer(rebasing: hashes[..<part.count])
            let count = unsafe keys.hash(part, into: all, filter)
            unsafe body(
              UnsafeMutableBufferPointer(rebasing: part[..<count]), UnsafeMutableBufferPointer(rebasing: all[..<count]))
          }
        }
      }
    }
  }

  /// How many rows are hashed at a time: what fits the nearest cache.
  private static let batch = 2048

  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 16) }
}
