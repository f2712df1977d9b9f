/// Puts rows in order, or finds the first of them without sorting the rest.
enum TopRows {
  /// The first `count` rows in order; `precedes` is a total order, in which a row of lesser rank always comes first.
  ///
  /// Where few are wanted, those kept so far are sorted, and cut, whenever they are twice what is wanted, so that most rows
  /// cost one comparison, of ranks where they differ.
  @inline(__always)
  static func first<Rank: Comparable>(
    _ count: Int, of rows: Rows, rank: (UInt32) -> Rank, by precedes: (UInt32, UInt32) -> Bool
  ) -> [UInt32] {
    guard count > 0 else { return [] }
    let most = count < rows.count / 4 ? 2 * count + 16 : Int.max
    var kept: [(rank: Rank, row: UInt32)] = []
    // The last of those that were left when the rest was last cut off: what comes after it is not wanted.
    var bound: (rank: Rank, row: UInt32)?
    func isBefore(_ one: (rank: Rank, row: UInt32), _ other: (rank: Rank, row: UInt32)) -> Bool {
      one.rank == other.rank ? precedes(one.row, other.row) : one.rank < other.rank
    }
    rows.forEach { row in
      let rank = rank(row)
      if let bound, bound.rank < rank || !isBefore((rank, row), bound) { return }
      kept.append((rank, row))
      guard kept.count >= most else { return }
      kept.sort(by: isBefore)
      kept.removeSubrange(count...)
      bound = kept.last
    }
    kept.sort(by: isBefore)
    return kept.prefix(count).map(\.row)
  }

  /// The first `count` rows in an order without ranks.
  static func first(_ count: Int, of rows: Rows, by precedes: (UInt32, UInt32) -> Bool) -> [UInt32] {
    first(count, of: rows, rank: { _ in 0 }, by: precedes)
  }
}
