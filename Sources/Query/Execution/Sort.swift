/// Sorts rows; rows that are equal in all that is asked for stay in the order in which they came.
struct Sort: Operator {
  let keys: [BoundQuery.SortKey]
  /// How many rows are wanted of it; nil for all.
  let limit: Int?

  func run(_ frame: Frame) -> Frame {
    let ranks = keys.map { key in
      let ranks = Ranks.of(frame.table.vector(key.column.expression), frame.rows, frame.table.nounTable)
      return key.isDescending ? ranks.map { $0 == Ranks.missing ? $0 : -$0 } : ranks
    }
    let precedes: (Int, Int) -> Bool = { left, right in
      for rank in ranks where rank[left] != rank[right] { return rank[left] < rank[right] }
      return left < right
    }
    let positions = Array(frame.rows.indices)
    let sorted = limit.flatMap { Self.first($0, of: positions, by: precedes) } ?? positions.sorted(by: precedes)
    return Frame(table: frame.table, rows: sorted.map { frame.rows[$0] })
  }

  var words: String {
    let order = keys.map { $0.column.name + ($0.isDescending ? ", greatest first" : "") }.joined(separator: ", then ")
    return limit.map { "find the first \($0) rows by \(order)" } ?? "sort by \(order)"
  }

  /// The first few in order, without sorting the rest: those kept so far are sorted, and cut, whenever they are twice
  /// what is wanted. Nil where most are wanted anyway.
  static func first(_ count: Int, of positions: [Int], by precedes: (Int, Int) -> Bool) -> [Int]? {
    guard count < positions.count / 4 else { return nil }
    var kept: [Int] = []
    // The last of those that were left when the rest was last cut off: what comes after it is not wanted.
    var bound: Int?
    for position in positions where count > 0 {
      if let bound, !precedes(position, bound) { continue }
      kept.append(position)
      guard kept.count >= 2 * count + 16 else { continue }
      kept.sort(by: precedes)
      kept.removeSubrange(count...)
      bound = kept.last
    }
    kept.sort(by: precedes)
    return Array(kept.prefix(count))
  }
}
