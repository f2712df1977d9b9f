/// Sorts rows; rows that are equal in all that is asked for stay in the order in which they came.
struct Sort: Operator {
  let keys: [BoundQuery.SortKey]
  /// How many rows are wanted of it; nil for all.
  let limit: Int?

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let table = frame.table.nounTable
    let comparisons = keys.map { key in
      Comparator(frame.table.vector(key.column.expression), table, isDescending: key.isDescending)
    }
    let wanted = min(limit ?? .max, frame.rows.count)
    func order(_ left: UInt32, _ right: UInt32) -> Int {
      for comparison in comparisons {
        let order = comparison.compare(left, right)
        if order != 0 { return order }
      }
      return 0
    }
    try control.take(frame.rows.count * 8)
    let rank = comparisons.first?.rank
    let ranks = frame.rows.list.map { rank?($0) ?? 0 }
    // Rows that have an order of their own are told apart by their places in it.
    let rows = frame.rows
    let places = TopRows.first(wanted, of: .all(rows.count), rank: { ranks[Int($0)] }) { left, right in
      let (one, other) = (rows[Int(left)], rows[Int(right)])
      let order = order(one, other)
      if order != 0 { return order < 0 }
      return frame.isOrdered ? left < right : frame.table.precedes(one, other)
    }
    return Frame(table: frame.table, rows: .some(places.map { rows[Int($0)] }), isOrdered: true)
  }

  var words: String {
    let order = keys.map { $0.column.name + ($0.isDescending ? ", greatest first" : "") }.joined(separator: ", then ")
    return limit.map { "find the first \($0) rows by \(order)" } ?? "sort by \(order)"
  }

  func estimate(of rows: Int) -> Int { min(rows, limit ?? rows) }
}
