import Store
import Synchronization

/// The combinations of several columns' codes as one number for each row: its cell in a table of all combinations.
struct CellCodes: Sendable {
  let codes: [KeyCodes]
  let rows: Rows
  /// How many codes each key has, and how many cells those of the keys after it make.
  private let sizes: [Int]
  private let below: [Int]

  init(_ codes: [KeyCodes], _ rows: Rows) {
    self.codes = codes
    self.rows = rows
    let sizes = codes.map { max($0.count, 1) }
    self.sizes = sizes
    below = sizes.indices.map { key in sizes[(key + 1)...].reduce(1, &*) }
  }

  /// How many combinations there could be; nil where that is no number.
  var universe: Int? {
    var product = 1
    for size in sizes {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      product = next
    }
    return product
  }

  /// The code of one key in a cell.
  func code(ofKey key: Int, in cell: Int) -> UInt32 { UInt32(cell / below[key] % sizes[key]) }

  /// Calls `body` with the cells of some places, batch by batch, and the place of the first.
  @inline(__always)
  func forEachBatch(of range: Range<Int>, _ body: (Int, UnsafeMutableBufferPointer<Int>) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batch) { cells in
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + Self.batch, range.upperBound)
        let part = unsafe UnsafeMutableBufferPointer(rebasing: cells[..<(end - start)])
        unsafe part.update(repeating: 0)
        for code in codes { unsafe code.fold(into: part, rows, start..<end) }
        unsafe body(start, part)
        start = end
      }
    }
  }

  /// A number for each place, made of its cell.
  @inline(__always)
  func mapped(_ control: QueryControl, _ number: @Sendable (Int) -> UInt32) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      nonisolated(unsafe) let numbers = unsafe buffer
      Parallel.each(Parallel.ranges(rows.count, control)) { _, range in
        unsafe forEachBatch(of: range) { start, cells in
          for place in cells.indices { unsafe numbers[start + place] = number(cells[place]) }
        }
      }
      count = rows.count
    }
  }

  /// A batch's cells fit the nearest cache.
  private static let batch = 2048
}

/// How many rows each cell has, for cells that have any.
struct CellCounts {
  /// The cells, in order.
  let cells: [Int]
  let counts: [UInt32]

  /// One cell of all rows.
  init(all count: Int) { self.init(cells: [0], counts: [UInt32(count)]) }

  /// Counts the rows of each cell: in a table of all cells where that is not much larger than the rows, else by hash.
  init(_ codes: CellCodes, _ control: QueryControl) throws(QueryControl.Stop) {
    if codes.codes.count == 1, let counts = codes.codes[0].counts {
      unsafe self.init(counts.count, control) { cells, all in
        for place in all.indices { unsafe all[place] = counts[cells.lowerBound + place] }
      }
    } else if let universe = Self.denseUniverse(codes) {
      let parts = try Self.dense(codes, universe, control)
      unsafe self.init(universe, control) { cells, counts in
        for part in parts { unsafe part.add(cells, to: counts) }
      }
    } else {
      let (table, counts) = try Self.sparse(codes, control)
      let order = table.keys.indices.sorted { table.keys[$0] < table.keys[$1] }
      self.init(cells: order.map { table.keys[$0] }, counts: order.map { counts[$0] })
    }
  }

  private init(cells: [Int], counts: [UInt32]) {
    self.cells = cells
    self.counts = counts
  }

  /// What is left of all cells without those that have no rows. `add` adds the counts of some cells to zeros.
  private init(
    _ universe: Int, _ control: QueryControl,
    _ add: @Sendable (Range<Int>, UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    let ranges = Parallel.ranges(universe, control)
    let used = Mutex([Int](repeating: 0, count: ranges.count + 1))
    Parallel.each(ranges) { part, range in
      var number = 0
      unsafe Self.forEachBatch(of: range, add) { _, counts in
        number += unsafe Int(counts.reduce(UInt32(0)) { $0 &+ min($1, 1) })
      }
      used.withLock { $0[part + 1] = number }
    }
    let starts = used.withLock { $0 }.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
    let total = starts[ranges.count]
    var counts: [UInt32] = []
    cells = unsafe [Int](unsafeUninitializedCapacity: total) { buffer, cellCount in
      nonisolated(unsafe) let cells = unsafe buffer
      counts = unsafe [UInt32](unsafeUninitializedCapacity: total) { buffer, countCount in
        nonisolated(unsafe) let counts = unsafe buffer
        Parallel.each(ranges) { part, range in
          var next = starts[part]
          unsafe Self.forEachBatch(of: range, add) { start, batch in
            unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: batch.count + 1) { used in
              // No branch: which cells have rows cannot be foretold.
              var number = 0
              for place in batch.indices {
                unsafe used[number] = place
                number &+= unsafe Int(truncatingIfNeeded: min(batch[place], 1))
              }
              for index in 0..<number {
                let place = unsafe used[index]
                unsafe cells[next &+ index] = start &+ place
                unsafe counts[next &+ index] = batch[place]
              }
              next &+= number
            }
          }
        }
        countCount = total
      }
      cellCount = total
    }
    self.counts = counts
  }

  /// Calls `body` with the counts of some cells, batch by batch, and the first cell.
  @inline(__always)
  private static func forEachBatch(
    of cells: Range<Int>, _ add: (Range<Int>, UnsafeMutableBufferPointer<UInt32>) -> Void,
    _ body: (Int, UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    // A batch fits the nearest cache.
    let size = 2048
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { counts in
      for start in stride(from: cells.lowerBound, to: cells.upperBound, by: size) {
        let end = min(start + size, cells.upperBound)
        let batch = unsafe UnsafeMutableBufferPointer(rebasing: counts[..<(end - start)])
        unsafe batch.update(repeating: 0)
        unsafe add(start..<end, batch)
        unsafe body(start, batch)
      }
    }
  }

  /// How many cells a table of all would have, where that is not too many.
  static func denseUniverse(_ codes: CellCodes) -> Int? {
    codes.universe.flatMap { $0 <= max(4 * codes.rows.count, 1 << 12) && $0 <= 1 << 28 ? $0 : nil }
  }

  private static func dense(
    _ codes: CellCodes, _ universe: Int, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [SmallCounts] {
    try Parallel.parts(codes.rows.count, control) { (range) throws(QueryControl.Stop) -> SmallCounts in
      try control.take(universe * 2)
      var counts = SmallCounts(universe)
      try Parallel.batches(range, control) { batch in
        unsafe codes.forEachBatch(of: batch) { _, cells in unsafe counts.add(cells) }
      }
      counts.sort()
      return counts
    }
  }

  private static func sparse(
    _ codes: CellCodes, _ control: QueryControl
  ) throws(QueryControl.Stop) -> (table: KeyTable, counts: [UInt32]) {
    var parts = try Parallel.parts(codes.rows.count, control) {
      (range) throws(QueryControl.Stop) -> (table: KeyTable, counts: [UInt32]) in
      try control.take(range.count * 24)
      var table = KeyTable()
      var counts: [UInt32] = []
      try Parallel.batches(range, control) { batch in
        unsafe codes.forEachBatch(of: batch) { _, cells in
          for place in cells.indices { unsafe table.count(cells[place], 1, in: &counts) }
        }
      }
      return (table, counts)
    }
    var (table, counts) = parts.removeFirst()
    for part in parts {
      for (key, count) in zip(part.table.keys, part.counts) { table.count(key, count, in: &counts) }
    }
    return (table, counts)
  }
}

/// Counts in a byte each, so that many fit a cache, and which of them have gone round.
private struct SmallCounts: Sendable {
  private var bytes: [UInt8]
  /// The cells that were met another 256 times, as often as that.
  private var rounds: [Int] = []

  init(_ count: Int) {
    bytes = [UInt8](repeating: 0, count: count)
  }

  /// Counts each of some cells once more.
  mutating func add(_ cells: UnsafeMutableBufferPointer<Int>) {
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      for place in cells.indices {
        let cell = unsafe cells[place]
        let count = unsafe bytes[cell] &+ 1
        unsafe bytes[cell] = count
        if count == 0 { rounds.append(cell) }
      }
    }
  }

  /// To be called when all are counted.
  mutating func sort() { rounds.sort() }

  /// Adds the counts of some cells to others.
  func add(_ cells: Range<Int>, to counts: UnsafeMutableBufferPointer<UInt32>) {
    let start = cells.lowerBound
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[cells])
      for place in bytes.indices { unsafe counts[place] &+= UInt32(bytes[place]) }
    }
    var (low, high) = (0, rounds.count)
    while low < high {
      let middle = (low + high) / 2
      if rounds[middle] < start { low = middle + 1 } else { high = middle }
    }
    for cell in rounds[low...].prefix(while: { $0 < cells.upperBound }) { unsafe counts[cell - start] &+= 256 }
  }
}

/// The number of each cell that has rows.
enum CellNumbers: Sendable {
  case dense([UInt32])
  case sparse(KeyTable)

  /// The place of each of some cells among them.
  init(_ cells: [Int], _ codes: CellCodes) {
    if let universe = CellCounts.denseUniverse(codes) {
      var numbers = [UInt32](repeating: 0, count: universe)
      for (number, cell) in cells.enumerated() { numbers[cell] = UInt32(number) }
      self = .dense(numbers)
    } else {
      var table = KeyTable()
      for cell in cells { _ = table.number(of: cell) }
      self = .sparse(table)
    }
  }

  subscript(cell: Int) -> UInt32 {
    switch self {
    case .dense(let numbers): numbers[cell]
    case .sparse(let table): UInt32(table.place(of: cell) ?? 0)
    }
  }
}
