import Store

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
      self.init(table: counts)
    } else if let universe = Self.denseUniverse(codes) {
      self.init(table: try Self.dense(codes, universe, control))
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

  /// What is left of a table of all cells without those that have no rows.
  private init(table: [UInt32]) {
    let used = table.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    let cells = unsafe [Int](unsafeUninitializedCapacity: used + 1) { cells, number in
      // No branch: which cells have rows cannot be foretold.
      for cell in table.indices {
        unsafe cells[number] = cell
        number += table[cell] > 0 ? 1 : 0
      }
    }
    self.init(cells: cells, counts: cells.map { table[$0] })
  }

  /// How many cells a table of all would have, where that is not too many.
  static func denseUniverse(_ codes: CellCodes) -> Int? {
    codes.universe.flatMap { $0 <= max(4 * codes.rows.count, 1 << 12) && $0 <= 1 << 28 ? $0 : nil }
  }

  private static func dense(
    _ codes: CellCodes, _ universe: Int, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [UInt32] {
    var parts = try Parallel.parts(codes.rows.count, control) { (range) throws(QueryControl.Stop) -> [UInt32] in
      try control.take(universe * 8)
      var table = [UInt32](repeating: 0, count: universe)
      try Parallel.batches(range, control) { batch in
        unsafe table.withUnsafeMutableBufferPointer { table in
          unsafe codes.forEachBatch(of: batch) { _, cells in
            for place in cells.indices { unsafe table[cells[place]] &+= 1 }
          }
        }
      }
      return table
    }
    var table = parts.removeFirst()
    unsafe table.withUnsafeMutableBufferPointer { table in
      for part in parts {
        unsafe part.withUnsafeBufferPointer { part in
          for cell in 0..<universe { unsafe table[cell] &+= part[cell] }
        }
      }
    }
    return table
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
