/// Puts rows in order, or finds the first of them without sorting the rest.
enum TopRows {
  /// The first `count` rows in order; `precedes` is a total order.
  ///
  /// Where few are wanted, those kept so far are sorted, and cut, whenever they are twice what is wanted, so that most rows
  /// cost one comparison.
  static func first(_ count: Int, of rows: Rows, by precedes: (UInt32, UInt32) -> Bool) -> [UInt32] {
    guard count < rows.count / 4 else { return Array(rows.list.sorted(by: precedes).prefix(count)) }
    guard count > 0 else { return [] }
    var kept: [UInt32] = []
    // The last of those that were left when the rest was last cut off: what comes after it is not wanted.
    var bound: UInt32?
    for place in 0..<rows.count {
      let row = rows[place]
      if let bound, !precedes(row, bound) { continue }
      kept.append(row)
      guard kept.count >= 2 * count + 16 else { continue }
      kept.sort(by: precedes)
      kept.removeSubrange(count...)
      bound = kept.last
    }
    kept.sort(by: precedes)
    return Array(kept.prefix(count))
  }
}
