import Store

/// Rows by the hash of what they are joined by.
struct JoinTable: Sendable {
  let keys: JoinKeys
  private let firstLook: FirstLook?
  private let filter: BitFilter
  /// How many rows there are.
  let count: Int
  /// The rows, `width` numbers each: the two halves of the hash, the row, the entry before it with the same slot, counted
  /// from 1, and the keys of its names.
  private let entries: [UInt32]
  private let width: Int
  /// The newest entry of each slot, counted from 1.
  private let newest: [UInt32]
  private let mask: UInt64

  private static let (low, high, row, before, names) = (0, 1, 2, 3, 4)

  init(
    _ rows: Rows, _ keys: JoinKeys, _ spellings: Spellings, _ control: QueryControl
  ) throws(QueryControl.Stop) {
    self.keys = keys
    var firstLook = keys.firstLook(spellings)
    let width = Self.names + keys.nameCount
    self.width = width
    let parts = try Self.parts(rows, keys, firstLook, width, control)
    firstLook?.admit(parts.map(\.names))
    self.firstLook = firstLook
    var entries = parts.map(\.entries).concatenated
    count = entries.count / width
    var size = 16
    while size < count * 2, size < 1 << 24 { size *= 2 }
    try control.take(size * 6)
    let mask = UInt64(size - 1)
    var newest = [UInt32](repeating: 0, count: size)
    var filter = BitFilter(slots: size)
    try Parallel.batches(0..<count, control) { batch in
      for number in batch {
        let entry = number * width
        let hash = UInt64(entries[entry + Self.high]) << 32 | UInt64(entries[entry + Self.low])
        filter.insert(hash)
        let slot = Int(hash >> 32 & mask)
        entries[entry + Self.before] = newest[slot]
        newest[slot] = UInt32(number + 1)
      }
    }
    self.mask = mask
    self.entries = entries
    self.newest = newest
    self.filter = filter
  }

  /// Entries for rows that lack none of the values.
  private struct Part {
    var entries: [UInt32] = []
    var names = FirstLook.Names()
  }

  private static func parts(
    _ rows: Rows, _ keys: JoinKeys, _ firstLook: FirstLook?, _ width: Int, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [Part] {
    try control.take(rows.count * (width * 4 + 8))
    return try Parallel.parts(rows.count, control) { (range) throws(QueryControl.Stop) -> Part in
      var part = Part()
      part.entries.reserveCapacity(range.count * width)
      try Parallel.batches(range, control) { large in
        unsafe rows.forEachBatch(of: large) { rows in
          unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Rows.batch) { hashes in
            let rows = unsafe UnsafeMutableBufferPointer(rebasing: rows[..<keys.hash(rows, into: hashes)])
            unsafe firstLook?.add(rows, to: &part.names)
            unsafe append(rows, hashes, keys, width, to: &part.entries)
          }
        }
      }
      return part
    }
  }

  private static func append(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>, _ keys: JoinKeys,
    _ width: Int, to entries: inout [UInt32]
  ) {
    let start = entries.count
    entries.append(contentsOf: repeatElement(0, count: rows.count * width))
    unsafe entries.withUnsafeMutableBufferPointer { entries in
      guard let first = unsafe entries.baseAddress.map({ unsafe $0 + start }) else { return }
      for place in rows.indices {
        let entry = unsafe first + place * width
        unsafe entry[low] = UInt32(truncatingIfNeeded: hashes[place])
        unsafe entry[high] = UInt32(truncatingIfNeeded: hashes[place] >> 32)
        unsafe entry[row] = rows[place]
      }
      unsafe keys.writeNames(of: rows, to: first + names, stride: width)
    }
  }

  /// Puts the rows that may be in it to the front, with the hashes of their values at the same places; tells how many they
  /// are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>) -> Int {
    var count = unsafe firstLook?.keep(rows) ?? rows.count
    count = unsafe keys.hash(UnsafeMutableBufferPointer(rebasing: rows[..<count]), into: hashes)
    return unsafe keys.keep(UnsafeMutableBufferPointer(rebasing: rows[..<count]), hashes, in: filter)
  }

  /// Calls `body` with the place of each of some rows and each row of the table that has the same values, none with itself,
  /// until it says no. `names` are the keys of the rows' names.
  func forEachMatch(
    of rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>,
    names: UnsafeMutablePointer<UInt32>, _ body: (Int, UInt32) -> Bool
  ) {
    guard count > 0 else { return }
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(rows.count, 1)) { numbers in
      let kept = unsafe withFirstEntries(of: rows, hashes, into: numbers)
      unsafe entries.withUnsafeBufferPointer { entries in
        for number in 0..<kept {
          let place = unsafe Int(numbers[number])
          let hash = unsafe hashes[place]
          var next = Int(newest[Int(hash >> 32 & mask)])
          while next > 0 {
            let entry = (next - 1) * width
            next = unsafe Int(entries[entry + Self.before])
            guard unsafe isSame(entry, entries, hash, names + place * keys.nameCount) else { continue }
            let row = unsafe entries[entry + Self.row]
            if unsafe row != rows[place], unsafe keys.haveSameOthers(rows[place], row), !body(place, row) { return }
          }
        }
      }
    }
  }

  @inline(__always)
  private func isSame(
    _ entry: Int, _ entries: UnsafeBufferPointer<UInt32>, _ hash: UInt64, _ names: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    guard unsafe entries[entry + Self.high] == UInt32(truncatingIfNeeded: hash >> 32),
      unsafe entries[entry + Self.low] == UInt32(truncatingIfNeeded: hash)
    else { return false }
    for number in 0..<keys.nameCount where unsafe entries[entry + Self.names + number] != names[number] { return false }
    return true
  }

  /// Puts down the places of the rows whose first entry may have the same values, or has others before it. Read for all
  /// before any is looked at, as all of it is far away.
  private func withFirstEntries(
    of rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>,
    into places: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    unsafe newest.withUnsafeBufferPointer { newest in
      unsafe entries.withUnsafeBufferPointer { entries in
        for place in rows.indices { unsafe places[place] = newest[Int(hashes[place] >> 32 & mask)] }
        var kept = 0
        for place in rows.indices {
          let number = unsafe places[place]
          let entry = Int(max(number, 1) - 1) * width
          let tag = unsafe UInt32(truncatingIfNeeded: hashes[place] >> 32)
          let isCandidate = unsafe entries[entry + Self.high] == tag || entries[entry + Self.before] > 0
          unsafe places[kept] = UInt32(truncatingIfNeeded: place)
          kept &+= (number > 0 ? 1 : 0) & (isCandidate ? 1 : 0)
        }
        return kept
      }
    }
  }
}

/// The claims that one side of a join may be: rows, and what is still to be asked of each.
struct JoinSide: Sendable {
  let rows: Rows
  let tests: [any RowTest]

  /// About how many of the rows meet the tests.
  var estimate: Int {
    if tests.isEmpty { return rows.count }
    let sample = rows.spread(Self.sampled)
    return sample.isEmpty ? 0 : rows.count * sample.count { meetsTests($0) } / sample.count
  }

  /// Some of the claims that it may be.
  var sample: [UInt32] { rows.spread(Self.sampled).filter(meetsTests) }

  /// The rows that meet the tests.
  func kept(_ control: QueryControl) throws(QueryControl.Stop) -> Rows {
    var kept = rows
    for test in tests { kept = .some(try kept.kept(test, control)) }
    return kept
  }

  /// Puts those of some of its rows that meet the tests to the front, and tells how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = rows.count
    for test in tests { count = unsafe test.keep(UnsafeMutableBufferPointer(rebasing: rows[..<count])) }
    return count
  }

  /// Whether a claim is one of it, of `count` claims.
  func contains(below count: Int) -> @Sendable (UInt32) -> Bool {
    guard case .some(let rows) = rows else { return meetsTests }
    let members = BitSet(rows, below: count)
    return { members.contains($0) && meetsTests($0) }
  }

  @Sendable private func meetsTests(_ row: UInt32) -> Bool { tests.allSatisfy { $0.holds(Int(row)) } }

  /// How many rows an estimate looks at.
  private static let sampled = 1024
}
