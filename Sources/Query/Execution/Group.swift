import Store
import Synchronization

/// Makes one row of all rows that have the same values, most rows first, then by the values.
struct Group: Operator {
  let keys: [BoundQuery.Column]

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let table = try GroupTable(frame, keys.map { frame.table.vector($0.expression) }, control)
    return Frame(table: .groups(table), rows: .all(table.count), isOrdered: false)
  }

  var words: String {
    keys.isEmpty
      ? "take all rows as one" : "make one row for each \(keys.map(\.name).joined(separator: " and ")), most rows first"
  }

  func estimate(of rows: Int) -> Int { keys.isEmpty ? 1 : Int(Double(rows).squareRoot()) }
}

/// Groups of rows: how many rows each has, and when somebody asks, the values that they have in common, and which they are.
final class GroupTable: Sendable {
  /// How many rows each group has.
  let counts: [UInt32]
  /// The rows that were grouped, each as often as it has values.
  let inner: Frame
  /// How many rows were grouped, each counted once.
  let total: Int
  /// The place of each row of `inner` among those that were grouped; nil where each stands once.
  let owners: [UInt32]?
  let control: QueryControl

  private let cells: CellCodes
  /// The cell of each group.
  private let cellOfGroup: [Int]
  private let comparators: [Comparator]
  private let places = Lazy<[UInt32]>()
  private let members = Lazy<GroupedCodes>()
  private let keys: [Lazy<Vector>]
  private let aggregates = Mutex<[String: Vector]>([:])

  /// Groups rows by vectors; without any there is one group, of no rows where none are left.
  init(_ frame: Frame, _ vectors: [Vector], _ control: QueryControl) throws(QueryControl.Stop) {
    let table = frame.table.nounTable
    var rows = frame.rows
    var codes: [KeyCodes] = []
    var owners: [UInt32]?
    for vector in vectors {
      let coded = try KeyCodes(vector, rows, table, control)
      if let places = coded.places {
        // A list counts for each of its elements.
        codes = codes.map { $0.gathered(places) }
        rows = rows.at(places)
        owners = owners.map { owners in places.map { owners[Int($0)] } } ?? places
      }
      codes.append(coded)
    }
    cells = CellCodes(codes, rows)
    let counted = vectors.isEmpty ? CellCounts(all: rows.count) : try CellCounts(cells, control)
    counts = counted.counts
    cellOfGroup = counted.cells
    comparators = codes.map { Comparator($0.values, table) }
    keys = codes.map { _ in Lazy() }
    inner = Frame(table: frame.table, rows: rows, isOrdered: frame.isOrdered)
    total = frame.rows.count
    self.owners = owners
    self.control = control
  }

  /// How many groups there are.
  var count: Int { counts.count }

  /// The values of one key, a row a group.
  func key(_ key: Int) -> Vector { keys[key].value { self.key(key, of: Array(0..<UInt32(count))) } }

  /// The values of one key for some groups, in their order.
  func key(_ key: Int, of groups: [UInt32]) -> Vector {
    cells.codes[key].values.gathered(groups.map { cells.code(ofKey: key, in: cellOfGroup[Int($0)]) })
  }

  /// The values of an aggregate, a row a group; `inner` is what it is made of.
  func values(of aggregate: Aggregate, _ inner: Expression?) -> Vector {
    let name = Expression.aggregate(aggregate, of: inner).key
    if let known = aggregates.withLock({ $0[name] }) { return known }
    let values = Aggregation.vector(aggregate, inner, self)
    aggregates.withLock { $0[name] = values }
    return values
  }

  /// The first few of some groups that go up by number: most rows first, then by the values.
  func inOrder(_ groups: Rows, first count: Int) -> [UInt32] {
    let counts = counts
    return TopRows.first(count, of: groups, rank: { ~counts[Int($0)] }, by: precedes)
  }

  /// Most rows first, then by the values.
  func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let (left, right) = (counts[Int(one)], counts[Int(other)])
    if left != right { return left > right }
    let (cell, otherCell) = (cellOfGroup[Int(one)], cellOfGroup[Int(other)])
    for (key, comparator) in comparators.enumerated() {
      let order = comparator.compare(cells.code(ofKey: key, in: cell), cells.code(ofKey: key, in: otherCell))
      if order != 0 { return order < 0 }
    }
    return one < other
  }

  /// How many different codes each group's rows have, those of missing values left out; nil where there are too many
  /// combinations of groups and codes.
  func distinctCounts(of coded: KeyCodes) throws(QueryControl.Stop) -> [Int]? {
    let pairs = CellCodes(cells.codes + [coded], inner.rows)
    guard let universe = pairs.universe, universe <= min(16 * inner.rows.count, 1 << 32) else {
      guard let parts = DistinctPartitions(of: coded, in: cells, cellOfGroup, counts, control) else { return nil }
      let counts = try parts.counts()
      return cellOfGroup.map { counts[$0] }
    }
    let parts = try Parallel.parts(inner.rows.count, control) { (range) throws(QueryControl.Stop) -> BitSet in
      try control.take(universe / 8)
      var met = BitSet(below: universe)
      try Parallel.batches(range, control) { batch in
        unsafe pairs.forEachBatch(of: batch) { _, cells in unsafe met.insert(cells) }
      }
      return met
    }
    var met = parts[0]
    for part in parts.dropFirst() { met.formUnion(part) }
    let missing = (0..<coded.count).filter(coded.values.isMissing)
    return cellOfGroup.map { cell in
      let first = cell * coded.count
      return met.count(in: first..<(first + coded.count)) - missing.count { met.contains(UInt32(first + $0)) }
    }
  }

  /// The group of each row of `inner`.
  var groups: [UInt32] {
    places.value {
      let count = inner.rows.count
      guard !cells.codes.isEmpty else { return [UInt32](repeating: 0, count: count) }
      let numbers = CellNumbers(cellOfGroup, cells)
      return cells.mapped(control) { numbers[$0] }
    }
  }

  /// The places in `inner` of each group's rows, in order.
  var membership: GroupedCodes {
    members.value {
      GroupedCodes(Array(0..<UInt32(inner.rows.count)), by: groups, below: count, control)
    }
  }

  /// The rows of a group.
  func rows(of group: UInt32) -> [UInt32] { membership[Int(group)].map { inner.rows[Int($0)] } }
}

extension Expression {
  /// What tells it apart from the other expressions of its table.
  fileprivate var key: String {
    switch self {
    case .attribute(let attribute): attribute.name
    case .key(let number): "key \(number)"
    case .aggregate(let aggregate, let inner): "\(aggregate.rawValue) of \(inner?.key ?? "rows")"
    }
  }
}
