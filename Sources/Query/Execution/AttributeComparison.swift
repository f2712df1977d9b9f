import Store

/// Compares two attributes of the same row: `left.source != right.source`.
struct AttributeComparison: Sendable {
  let comparison: Comparison
  /// What stands on the right.
  let other: BoundQuery.Column

  /// What the comparison says of a row: true where it holds, nil where one of the two is missing.
  func verdict(_ column: BoundQuery.Column, of frame: Frame) -> @Sendable (UInt32) -> Bool? {
    let verdict = verdict(
      frame.table.vector(column.expression), frame.table.vector(other.expression), frame.table.nounTable)
    return { verdict($0, $0) }
  }

  /// What the comparison says of the value of one row and that of another: true where it holds, nil where one is missing.
  func verdict(_ left: Vector, _ right: Vector, _ table: NounTable) -> @Sendable (UInt32, UInt32) -> Bool? {
    if case .terms(let terms) = left.values, case .terms(let others) = right.values {
      let (terms, others, keys) = (terms.checked, others.checked, table.terms.keys.checked)
      let (through, otherThrough) = (left.through?.checked, right.through?.checked)
      return { row, other in
        let term = terms[through.map { Int($0[Int(row)]) } ?? Int(row)]
        let otherTerm = others[otherThrough.map { Int($0[Int(other)]) } ?? Int(other)]
        return term == 0 || otherTerm == 0 ? nil : keys[Int(term)] == keys[Int(otherTerm)]
      }
    }
    return { row, other in
      if left.isMissing(row) || right.isMissing(other) { return nil }
      return holds(left, left.place(row), right, right.place(other), table.terms)
    }
  }

  private func holds(
    _ left: Vector, _ place: Int, _ right: Vector, _ otherPlace: Int, _ dictionary: TermDictionary
  ) -> Bool {
    switch (left.values, right.values) {
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
