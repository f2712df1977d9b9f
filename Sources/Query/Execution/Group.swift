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

/// Groups of rows: the values that they have in common, how many rows each has, and which.
final class GroupTable: Sendable {
  /// The values that groups were made by, a row a group.
  let keys: [Vector]
  /// How many rows each group has.
  let counts: [UInt32]
  /// The rows that were grouped, each as often as it has values.
  let inner: Frame
  /// How many rows were grouped, each counted once.
  let total: Int

  /// The place of each row of `inner` among those that were grouped.
  let owners: [Int]

  private let cells: CellCodes
  private let groupOfCell: CellNumbers
  private let comparators: [Comparator]
  private let places = Lazy<[UInt32]>()
  private let members = Lazy<ListColumn>()

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
        rows = .some(places.map { rows[Int($0)] })
        owners = owners.map { owners in places.map { owners[Int($0)] } } ?? places
      }
      codes.append(coded)
    }
    cells = CellCodes(codes, rows)
    let counted = try CellCounts(cells, control)
    counts = vectors.isEmpty ? [UInt32(rows.count)] : counted.counts
    groupOfCell = counted.numbers
    keys = codes.indices.map { [cells] key in
      codes[key].values.gathered(cells.codes(ofKey: key, in: counted.cells))
    }
    comparators = keys.map { Comparator($0, table) }
    inner = Frame(table: frame.table, rows: rows, isOrdered: frame.isOrdered)
    total = frame.rows.count
    self.owners = owners?.map { Int($0) } ?? Array(0..<(vectors.isEmpty ? 0 : rows.count))
  }

  /// How many groups there are.
  var count: Int { counts.count }

  /// Most rows first, then by the values.
  func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let (left, right) = (counts[Int(one)], counts[Int(other)])
    if left != right { return left > right }
    for comparator in comparators {
      let order = comparator.compare(one, other)
      if order != 0 { return order < 0 }
    }
    return one < other
  }

  /// The group of each row of `inner`.
  var groups: [UInt32] {
    places.value {
      var groups: [UInt32] = []
      groups.reserveCapacity(inner.rows.count)
      unsafe cells.forEachBatch(of: 0..<inner.rows.count) { batch in
        for place in batch.indices { unsafe groups.append(groupOfCell[batch[place]]) }
      }
      return groups
    }
  }

  /// The places in `inner` of each group's rows, in order.
  var membership: ListColumn {
    members.value {
      var places = [UInt32](repeating: 0, count: inner.rows.count)
      var starts = [Int](repeating: 0, count: count + 1)
      for (group, count) in counts.enumerated() { starts[group + 1] = starts[group] + Int(count) }
      let ends = starts
      for (place, group) in groups.enumerated() {
        places[starts[Int(group)]] = UInt32(place)
        starts[Int(group)] += 1
      }
      return ListColumn(elements: Column(places), ends: ends.dropFirst())
    }
  }

  /// The rows of a group.
  func rows(of group: UInt32) -> [UInt32] { membership[Int(group)].map { inner.rows[Int($0)] } }
}
