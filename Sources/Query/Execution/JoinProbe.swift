import Store

/// Looks the rows of one side of a join up in the table of the other, batch by batch.
struct JoinProbe {
  /// The pairs that were found: a row of the side, and one of the table.
  private(set) var probed: [UInt32] = []
  private(set) var built: [UInt32] = []
  private let table: JoinTable
  private let tests: [any PairTest]
  /// Whether the rows of the side are the left ones of the pairs.
  private let isLeft: Bool
  private var cut: PairCut?
  private let control: QueryControl
  private var stop: QueryControl.Stop?
  /// How many of the pairs have met the tests.
  private var tested = 0

  /// How many pairs are tested together.
  private static let batch = 4096

  private init(
    _ table: JoinTable, _ tests: [any PairTest], isLeft: Bool, _ cut: PairCut?, _ control: QueryControl
  ) {
    self.table = table
    self.tests = tests
    self.isLeft = isLeft
    self.cut = cut
    self.control = control
  }

  /// The pairs of a row of one side and one of the table that have the same values and meet the tests; none of a row with
  /// itself. With a cut, those that can be among the first.
  static func pairs(
    of side: JoinSide, isLeft: Bool, in table: JoinTable, where tests: [any PairTest], _ cut: PairCut?,
    _ control: QueryControl
  ) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) {
    let parts = try Parallel.parts(side.rows.count, control) { (range) throws(QueryControl.Stop) -> JoinProbe in
      var probe = JoinProbe(table, tests, isLeft: isLeft, cut, control)
      try Parallel.batches(range, control) { large in
        unsafe side.rows.forEachBatch(of: large) { unsafe probe.add($0, of: side) }
      }
      if let stop = probe.stop { throw stop }
      return probe
    }
    let found = (probed: parts.map(\.probed).concatenated, built: parts.map(\.built).concatenated)
    guard var cut else { return found }
    // However many threads there were, the same pairs are left.
    var all = JoinProbe(table, tests, isLeft: isLeft, cut, control)
    (all.probed, all.built) = found
    cut.add(found.probed[...])
    all.leaveOut(beyond: cut)
    return (all.probed, all.built)
  }

  /// Adds the pairs of some rows.
  private mutating func add(_ rows: UnsafeMutableBufferPointer<UInt32>, of side: JoinSide) {
    guard stop == nil else { return }
    var count = unsafe cut?.keep(rows) ?? rows.count
    count = unsafe side.keep(UnsafeMutableBufferPointer(rebasing: rows[..<count]))
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(count, 1)) { hashes in
      let rows = unsafe UnsafeMutableBufferPointer(rebasing: rows[..<count])
      unsafe addMatches(of: UnsafeMutableBufferPointer(rebasing: rows[..<table.keep(rows, hashes)]), hashes)
    }
    test()
    guard let cut, cut.isFull else { return }
    leaveOut(beyond: cut)
  }

  private mutating func addMatches(
    of rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>
  ) {
    let keys = table.keys
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(rows.count * keys.nameCount, 1)) { names in
      guard let names = names.baseAddress else { return }
      unsafe keys.writeNames(of: rows, to: names, stride: keys.nameCount)
      unsafe table.forEachMatch(of: rows, hashes, names: names) { place, row in
        unsafe probed.append(rows[place])
        built.append(row)
        if probed.count - tested >= Self.batch { test() }
        return stop == nil
      }
    }
  }

  /// Leaves out those of the newest pairs that do not meet the tests.
  private mutating func test() {
    let new = tested..<probed.count
    guard !new.isEmpty else { return }
    for test in tests {
      let count = unsafe probed.withUnsafeMutableBufferPointer { probed in
        unsafe built.withUnsafeMutableBufferPointer { built in
          let ones = unsafe UnsafeMutableBufferPointer(rebasing: probed[tested...])
          let others = unsafe UnsafeMutableBufferPointer(rebasing: built[tested...])
          return unsafe isLeft ? test.keep(ones, others) : test.keep(others, ones)
        }
      }
      probed.removeLast(probed.count - tested - count)
      built.removeLast(built.count - tested - count)
    }
    do {
      try control.take((probed.count - tested) * 8)
      if new.count >= Self.batch { try control.check() }
    } catch {
      stop = error
    }
    cut?.add(probed[tested...])
    tested = probed.count
  }

  /// Leaves out the pairs that cannot be among the first.
  private mutating func leaveOut(beyond cut: PairCut) {
    var cut = cut
    cut.tighten()
    var kept = 0
    for place in probed.indices where cut.admits(probed[place]) {
      (probed[kept], built[kept]) = (probed[place], built[place])
      kept += 1
    }
    probed.removeLast(probed.count - kept)
    built.removeLast(built.count - kept)
    tested = kept
    self.cut = cut
  }
}
