import Store

/// Compares two attributes of the same row: `left.source != right.source`.
struct AttributeComparison: Sendable {
  let comparison: Comparison
  /// What stands on the right.
  let other: BoundQuery.Column

  /// What the comparison says of a row: true where it holds, nil where one of the two is missing.
  func verdict(_ column: BoundQuery.Column, of rows: Frame.Table) -> @Sendable (UInt32) -> Bool? {
    let verdict = verdict(rows.vector(column.expression), rows.vector(other.expression), rows.nounTable)
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
    let (place, otherPlace) = (left.place, right.place)
    let (isMissing, isOtherMissing) = (left.isMissing, right.isMissing)
    let holds = holds(left.values, right.values, table.terms)
    return { row, other in
      let (place, otherPlace) = (place(row), otherPlace(other))
      return isMissing(place) || isOtherMissing(otherPlace) ? nil : holds(place, otherPlace)
    }
  }

  /// Whether it holds of the values at two places.
  private func holds(
    _ left: Vector.Values, _ right: Vector.Values, _ dictionary: TermDictionary
  ) -> @Sendable (Int, Int) -> Bool {
    switch (left, right) {
    case (.termLists(let lists), .termLists(let others)):
      let keyOfTerm = dictionary.keys
      return { place, other in
        let keys = Set(lists[place].map { keyOfTerm[Int($0)] })
        return others[other].contains { keys.contains(keyOfTerm[Int($0)]) }
      }
    case (.texts(let texts, _), .texts(let others, _)): return { texts[$0] == others[$1] }
    case (.textLists(let lists), .textLists(let others)):
      return { !Set(lists[$0]).isDisjoint(with: others[$1]) }
    case (.numbers(let numbers, _), .numbers(let others, _)): return { holds(numbers[$0], others[$1]) }
    case (.choices(let codes, _), .choices(let others, _)): return { holds(Double(codes[$0]), Double(others[$1])) }
    case (.claims(let ids), .claims(let others)): return { ids[$0] == others[$1] }
    case (.dates(let dates), .dates(let others)):
      return { place, other in
        guard let range = others.range(other) else { return false }
        return DateTest(comparison, range).holds(dates.first(place), dates.last(place))
      }
    default: return { _, _ in false }
    }
  }

  private func holds(_ left: Double, _ right: Double) -> Bool {
    NumberTest(comparison: comparison, value: right).holds(left)
  }
}
