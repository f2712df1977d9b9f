import Store

/// The combinations of several columns' codes as one number for each row: its cell in a table of all combinations.
struct CellCodes: Sendable {
  let codes: [KeyCodes]
  let rows: Rows

  init(_ codes: [KeyCodes], _ rows: Rows) {
    self.codes = codes
    self.rows = rows
  }

  /// How many combinations there could be; nil where that is no number.
  var universe: Int? {
    var product = 1
    for code in codes {
      let (next, overflow) = product.multipliedReportingOverflow(by: max(code.count, 1))
      if overflow { return nil }
      product = next
    }
    return product
  }

  /// The codes of one key in some cells.
  func codes(ofKey key: Int, in cells: [Int]) -> [UInt32] {
    let below = codes[(key + 1)...].reduce(1) { $0 &* max($1.count, 1) }
    let count = max(codes[key].count, 1)
    return cells.map { UInt32($0 / below % count) }
  }

  /// Calls `body` with the cells of some places, batch by batch.
  @inline(__always)
  func forEachBatch(of range: Range<Int>, _ body: (UnsafeMutableBufferPointer<Int>) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batch) { cells in
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + Self.batch, range.upperBound)
        let part = unsafe UnsafeMutableBufferPointer(rebasing: cells[..<(end - start)])
        unsafe part.update(repeating: 0)
        for code in codes { unsafe code.fold(into: part, rows, start..<end) }
        unsafe body(part)
        start = end
      }
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
  /// The place of each cell among them.
  let numbers: CellNumbers

  /// Counts the rows of each cell: in a table of all cells where that is not much larger than the rows, else by hash.
  init(_ codes: CellCodes, _ control: QueryControl) throws(QueryControl.Stop) {
    let rows = codes.rows.count
    if let universe = codes.universe, universe <= max(4 * rows, 1 << 12), universe <= 1 << 28 {
      let table = try Self.dense(codes, universe, control)
      var cells: [Int] = []
      for cell in table.indices where table[cell] > 0 { cells.append(cell) }
      self.cells = cells
      counts = cells.map { table[$0] }
      var numbers = table
      for (number, cell) in cells.enumerated() { numbers[cell] = UInt32(number) }
      self.numbers = .dense(numbers)
    } else {
      let table = try Self.sparse(codes, control)
      let order = table.indices.sorted { table.keys[$0] < table.keys[$1] }
      cells = order.map { table.keys[$0] }
      counts = order.map { table.counts[$0] }
      var numbers = CountTable()
      for (number, cell) in cells.enumerated() { numbers.add(cell, UInt32(number)) }
      self.numbers = .sparse(numbers)
    }
  }

  private static func dense(
    _ codes: CellCodes, _ universe: Int, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [UInt32] {
    var parts = try Parallel.parts(codes.rows.count, control) { (range) throws(QueryControl.Stop) -> [UInt32] in
      try control.take(universe * 8)
      var table = [UInt32](repeating: 0, count: universe)
      try Parallel.batches(range, control) { batch in
        unsafe table.withUnsafeMutableBufferPointer { table in
          unsafe codes.forEachBatch(of: batch) { cells in
            for place in cells.indices { unsafe table[cells[place]] &+= 1 }
          }
        }
      }
      return table
    }
    for part in parts.dropFirst() {
      for cell in 0..<universe { parts[0][cell] &+= part[cell] }
    }
    return parts[0]
  }

  private static func sparse(_ codes: CellCodes, _ control: QueryControl) throws(QueryControl.Stop) -> CountTable {
    var parts = try Parallel.parts(codes.rows.count, control) { (range) throws(QueryControl.Stop) -> CountTable in
      try control.take(range.count * 24)
      var table = CountTable()
      try Parallel.batches(range, control) { batch in
        unsafe codes.forEachBatch(of: batch) { cells in
          for place in cells.indices { unsafe table.add(cells[place], 1) }
        }
      }
      return table
    }
    for part in parts.dropFirst() {
      for place in part.indices { parts[0].add(part.keys[place], part.counts[place]) }
    }
    return parts[0]
  }
}

/// The number of each cell.
enum CellNumbers: Sendable {
  case dense([UInt32])
  case sparse(CountTable)

  subscript(cell: Int) -> UInt32 {
    switch self {
    case .dense(let numbers): numbers[cell]
    case .sparse(let table): table[cell] ?? 0
    }
  }
}

/// Numbers added up by key: open addressing with linear probing.
struct CountTable: Sendable {
  /// The keys, in the order in which they came, and what was added for each.
  private(set) var keys: [Int] = []
  private(set) var counts: [UInt32] = []
  /// The place of a key, counted from 1; 0 for a free slot. As many as a power of two.
  private var slots = [UInt32](repeating: 0, count: 16)

  var indices: Range<Int> { keys.indices }

  /// What was added for a key; nil where nothing was.
  subscript(key: Int) -> UInt32? {
    let slot = slot(of: key)
    return slots[slot] == 0 ? nil : counts[Int(slots[slot]) - 1]
  }

  mutating func add(_ key: Int, _ count: UInt32) {
    let slot = slot(of: key)
    if slots[slot] > 0 {
      counts[Int(slots[slot]) - 1] &+= count
      return
    }
    keys.append(key)
    counts.append(count)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
  }

  @inline(__always)
  private func slot(of key: Int) -> Int {
    var hash = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for place in keys.indices { slots[slot(of: keys[place])] = UInt32(place + 1) }
  }
}
