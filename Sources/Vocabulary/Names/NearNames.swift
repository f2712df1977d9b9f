import TextForms

extension Vocabulary {
  /// The name or alias that is nearest to `name`, which nothing bears; nil where none is near.
  ///
  /// Near is an edit distance of a third of the letters at most. Reads all names, so it is for messages only.
  public func nearestName(to name: String) -> String? {
    let wanted = Array(name.foldedKey.unicodeScalars)
    var best: (distance: Int, name: String)?
    for record in records {
      for range in [record.name] + lists[record.aliases] {
        let candidate = text(range)
        let key = Array(candidate.foldedKey.unicodeScalars)
        let limit = (best?.distance).map { $0 - 1 } ?? wanted.count / 3
        if let distance = Self.distance(wanted, key, atMost: limit) { best = (distance, candidate) }
      }
    }
    return best?.name
  }

  /// How many letters have to be put in, left out, changed or swapped with their neighbour to make one of the other
  /// (optimal string alignment); nil where they are more than `limit`.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (scalar == other ? 0 : 1))
        if row > 0 && column > 0 && scalar == right[column - 1] && left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      guard let least = current.min(), least <= limit else { return nil }
      (before, previous) = (previous, current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
