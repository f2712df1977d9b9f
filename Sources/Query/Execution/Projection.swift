import ClaimModel
import Store

/// Puts the answer together: the cells of the rows that are left, and the claims behind each.
struct Projection: Sendable {
  let columns: [BoundQuery.Column]
  /// What counts are spread over, a column for each of its values.
  let across: BoundQuery.Column?

  /// The answer that a frame holds.
  func table(of frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> ResultTable {
    let frame = frame.inOrder()
    var headings = columns.map { ResultTable.Column($0.name, $0.type.columnType) }
    let left = frame.rows.list
    let cells = columns.map { column in
      let (vector, rows) = frame.table.vector(column.expression, of: left)
      return (cells: Cells(vector, frame.table.nounTable), rows: rows)
    }
    try control.take(left.count * columns.count * 64)
    var rows: [[ResultTable.Cell]] = []
    rows.reserveCapacity(left.count)
    try Parallel.batches(0..<left.count, control) { batch in
      for place in batch { rows.append(cells.map { $0.cells.cell($0.rows[place]) }) }
    }
    if let across, case .groups(let groups) = frame.table {
      let spread = try Spread(across, over: groups, control)
      for value in spread.values.indices {
        headings.append(ResultTable.Column(Self.name(spread.values[value], besides: headings), .number))
        for (place, row) in left.enumerated() { rows[place].append(.integer(spread.counts[Int(row)][value])) }
      }
    }
    let table = frame.table
    let provenance = Provenance(rows: left.count) { table.claims(of: left[$0]) }
    var answer = ResultTable(columns: headings, rows: rows, provenance: provenance)
    answer.nesting = Nesting(table.nounTable)
    return answer
  }

  /// The name of a column for a value; with a number where another column is called so, as no two may be.
  private static func name(_ value: String, besides columns: [ResultTable.Column]) -> String {
    var name = value
    var number = 1
    while columns.contains(where: { $0.name == name }) {
      number += 1
      name = "\(value) (\(number))"
    }
    return name
  }

  var words: String {
    "show \(columns.map(\.name).joined(separator: ", "))" + (across.map { ", and a column for each \($0.name)" } ?? "")
  }
}

/// How often each value of a column occurs in each group: a cross table.
struct Spread {
  /// The values, in order, a missing one last.
  let values: [String]
  /// For each group the count of each value.
  let counts: [[Int]]

  init(_ column: BoundQuery.Column, over groups: GroupTable, _ control: QueryControl) throws(QueryControl.Stop) {
    let vector = groups.inner.table.vector(column.expression)
    // Each value is a group of its own, over the groups' rows.
    let spread = try GroupTable(groups.inner, [vector], control)
    let comparator = Comparator(spread.key(0), groups.inner.table.nounTable)
    let order = Rows.all(spread.count).list.sorted { one, other in
      let order = comparator.compare(one, other)
      return order == 0 ? one < other : order < 0
    }
    var place = [Int](repeating: 0, count: order.count)
    for (number, value) in order.enumerated() { place[Int(value)] = number }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: order.count), count: groups.count)
    let groupOfPlace = groups.groups
    for (number, value) in spread.groups.enumerated() {
      let owner = spread.owners.map { Int($0[number]) } ?? number
      counts[Int(groupOfPlace[owner])][place[Int(value)]] += 1
    }
    let cells = Cells(spread.key(0), groups.inner.table.nounTable)
    values = order.map { cells.texts($0).first ?? "(missing)" }
    self.counts = counts
  }
}
