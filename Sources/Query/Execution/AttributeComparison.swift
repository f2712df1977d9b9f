import Store

/// Compares two attributes of the same row: `left.source != right.source`.
struct AttributeComparison: Sendable {
  let comparison: Comparison
  /// What stands on the right.
  let other: BoundQuery.Column

  /// What the comparison says of a row: true where it holds, nil where one of the two is missing.
  func verdict(_ column: BoundQuery.Column, of frame: Frame) -> (UInt32) -> Bool? {
    let left = frame.table.vector(column.expression)
    let right = frame.table.vector(other.expression)
    let table = frame.table.nounTable
    return { row in
      if left.isMissing(row) || right.isMissing(row) { return nil }
      return holds(left, left.place(row), right, right.place(row), table.terms)
    }
  }

  private func holds(
    _ left: Vector, _ place: Int, _ right: Vector, _ otherPlace: Int, _ dictionary: TermDictionary
  ) -> Bool {
    switch (left.values, right.values) {
    case (.terms(let terms), .terms(let others)):
      return dictionary.keys[Int(terms[place])] == dictionary.keys[Int(others[otherPlace])]
    case (.termLists(let lists), .termLists(let others)):
      let keys = Set(lists[place].map { dictionary.keys[Int($0)] })
      return others[otherPlace].contains { keys.contains(dictionary.keys[Int($0)]) }
    case (.texts(let texts, _), .texts(let others, _)): return texts[place] == others[otherPlace]
    case (.textLists(let lists), .textLists(let others)):
      return !Set(lists[place]).isDisjoint(with: others[otherPlace])
    case (.numbers(let numbers, _), .numbers(let others, _)): return holds(numbers[place], others[otherPlace])
    case (.choices(let codes, _), .choices(let others, _)):
      return holds(Double(codes[place]), Double(others[otherPlace]))
    case (.claims(let ids), .claims(let others)): return ids[place] == others[otherPlace]
    case (.dates(let dates), .dates(let others)):
      guard let range = others.range(otherPlace) else { return false }
      return DateTest(comparison, range).holds(dates.first(place), dates.last(place))
    default: return false
    }
  }

  private func holds(_ left: Double, _ right: Double) -> Bool {
    NumberTest(comparison: comparison, value: right).holds(left)
  }
}
