import Store

/// Makes one row of all rows that have the same values, most rows first, then by the values.
struct Group: Operator {
  let keys: [BoundQuery.Column]

  func run(_ frame: Frame) -> Frame {
    let grouped = grouped(frame)
    let order = (0..<grouped.members.count).map { UInt32($0) }
    let ranks = grouped.keys.map { Ranks.of($0, order, frame.table.nounTable) }
    let counts = order.map { grouped.members[Int($0)].count }
    let sorted = order.sorted { left, right in
      let (one, other) = (Int(left), Int(right))
      if counts[one] != counts[other] { return counts[one] > counts[other] }
      for rank in ranks where rank[one] != rank[other] { return rank[one] < rank[other] }
      return one < other
    }
    return Frame(table: .groups(grouped), rows: sorted)
  }

  var words: String {
    keys.isEmpty
      ? "take all rows as one" : "make one row for each \(keys.map(\.name).joined(separator: " and ")), most rows first"
  }

  private func grouped(_ frame: Frame) -> GroupTable {
    var rows = frame.rows
    var codes = [UInt32](repeating: 0, count: rows.count)
    var combinations: [[UInt32]] = [[]]
    var values: [Vector] = []
    for key in keys {
      let coded = KeyCodes(frame.table.vector(key.expression), rows, frame.table.nounTable)
      codes = coded.positions.map { codes[Int($0)] }
      rows = coded.positions.map { rows[Int($0)] }
      (codes, combinations) = Self.combined(codes, combinations, with: coded.codes)
      values.append(coded.values)
    }
    let gathered = values.indices.map { key in values[key].gathered(combinations.map { $0[key] }) }
    let pairs = zip(codes, rows).map { (row: $0, element: $1) }
    // Without keys there is one group, of no rows where none are left.
    let members = ListColumn(rows: combinations.count, pairs: pairs)
    return GroupTable(keys: gathered, members: members, inner: frame.table, total: frame.rows.count)
  }

  /// Makes one code of two: of the group that a row was in, and of its value of the next key.
  private static func combined(
    _ codes: [UInt32], _ combinations: [[UInt32]], with next: [UInt32]
  ) -> ([UInt32], [[UInt32]]) {
    var known: [UInt64: UInt32] = [:]
    var extended: [[UInt32]] = []
    let combined = zip(codes, next).map { code, value -> UInt32 in
      let pair = UInt64(code) << 32 | UInt64(value)
      if let found = known[pair] { return found }
      let new = UInt32(extended.count)
      known[pair] = new
      extended.append(combinations[Int(code)] + [value])
      return new
    }
    return (combined, extended)
  }
}
