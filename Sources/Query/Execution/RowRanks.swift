import Store

/// A number for each row of a table: where two differ, the row with the lesser one comes first.
struct RowRanks: Sendable {
  private let source: Source

  private enum Source: Sendable {
    /// Ids, turned round where the greatest come first.
    case ids(CheckedColumn<UInt64>, flip: UInt64)
    /// What a list has at the place that a column holds.
    case places(CheckedColumn<UInt32>, [UInt32])
    case other(@Sendable (UInt32) -> UInt64)
  }

  /// Numbers for the order of an attribute's values; nil where they have none.
  init?(_ vector: Vector, _ table: NounTable, isDescending: Bool) {
    if case .claims(let ids) = vector.values, vector.through == nil {
      source = .ids(ids.checked, flip: isDescending ? .max : 0)
    } else if let rank = Comparator(vector, table, isDescending: isDescending).rank {
      source = .other(rank)
    } else {
      return nil
    }
  }

  /// Numbers for the order in which claims are shown, from the ranks of their articles.
  init(articleRanks: [UInt32], of claims: ClaimColumns) {
    source = .places(claims.article.checked, articleRanks)
  }

  /// The number of a row.
  subscript(row: UInt32) -> UInt64 {
    switch source {
    case .ids(let ids, let flip): Self.rank(ids[Int(row)], flip)
    case .places(let places, let ranks): UInt64(ranks[Int(places[Int(row)])])
    case .other(let rank): rank(row)
    }
  }

  /// Puts the rows whose number is no greater than a bound to the front, and tells how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>, upTo bound: UInt64) -> Int {
    switch source {
    case .ids(let ids, let flip): unsafe keep(rows, upTo: bound) { Self.rank(ids[Int($0)], flip) }
    case .places(let places, let ranks): unsafe keep(rows, upTo: bound) { UInt64(ranks[Int(places[Int($0)])]) }
    case .other(let rank): unsafe keep(rows, upTo: bound, rank)
    }
  }

  @inline(__always)
  private func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, upTo bound: UInt64, _ rank: (UInt32) -> UInt64
  ) -> Int {
    // No branch: which rows are kept cannot be foretold.
    var count = 0
    for place in rows.indices {
      let row = unsafe rows[place]
      unsafe rows[count] = row
      count &+= rank(row) <= bound ? 1 : 0
    }
    return count
  }

  /// A missing id comes last.
  @inline(__always)
  private static func rank(_ id: UInt64, _ flip: UInt64) -> UInt64 { id == 0 ? .max : id ^ flip }
}
