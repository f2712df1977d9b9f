import Store
import TextForms

/// Keeps the rows for which a condition holds.
struct Filter: Operator {
  let condition: BoundCondition
  /// Whether the condition is looked up in an index, and not tested row by row.
  var usesIndex = false
  let table: NounTable

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    if usesIndex, let found = IndexLookup(condition, table)?.rows {
      return frame.keeping(found)
    }
    return frame.keeping(try Self.rows(of: frame, meeting: condition, control))
  }

  var words: String { "keep rows where \(condition.explanation)" + (usesIndex ? ", by its index" : "") }

  func estimate(of rows: Int) -> Int { condition.estimate(of: rows, in: table) }

  /// The rows that meet a condition, in the order in which they came.
  private static func rows(
    of frame: Frame, meeting condition: BoundCondition, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [UInt32] {
    switch condition {
    case .test(let test): return try test.rows(of: frame, control)
    case .all(let parts):
      var left = frame
      for part in parts { left = left.keeping(try rows(of: left, meeting: part, control)) }
      return left.rows.list
    case .any(let parts):
      var met = BitSet(below: frame.table.count)
      var rest = frame
      for part in parts {
        for row in try rows(of: rest, meeting: part, control) { met.insert(row) }
        rest = rest.keeping(rest.rows.list.filter { !met.contains($0) })
      }
      return frame.rows.list.filter { met.contains($0) }
    }
  }
}

extension Frame {
  /// Some of its rows, in the order in which they came.
  func keeping(_ rows: [UInt32]) -> Frame { Frame(table: table, rows: .some(rows), isOrdered: isOrdered) }
}

extension BoundTest {
  /// The rows that meet the test, in the order in which they came.
  func rows(of frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> [UInt32] {
    try frame.rows.kept(test(of: frame.table), control)
  }

  /// The test as one of the rows of a table.
  func test(of rows: Frame.Table) -> any RowTest {
    let wanted = !isNegated
    if case .attribute(let comparison) = predicate {
      let verdict = comparison.verdict(column, of: rows)
      return PlaceTest { verdict(UInt32($0)) == wanted }
    }
    let vector = rows.vector(column.expression)
    return test(of: vector, rows.nounTable).through(vector.through)
  }

  /// The test of the places of a vector's values.
  private func test(of vector: Vector, _ table: NounTable) -> any RowTest {
    let wanted = !isNegated
    let isMissing = vector.isMissing
    func present(_ holds: @escaping @Sendable (Int) -> Bool) -> any RowTest {
      PlaceTest { !isMissing($0) && holds($0) == wanted }
    }
    switch (vector.values, predicate) {
    case (.dates(let dates), .missing):
      let column = dates.column
      return DatePresenceTest(firsts: column.firsts.checked, lengths: column.lengths.checked, isPresent: !wanted)
    case (_, .missing): return PlaceTest { isMissing($0) == wanted }
    case (.terms(let column), _):
      return TermTest(terms: column.checked, members: members(of: table, among: column), wanted: wanted)
    case (.termLists(let lists), _):
      let members = members(of: table, among: lists.elements)
      return present { place in lists[place].contains { members.contains($0) } }
    case (.texts(_, let words?), .words(let phrases, let needsAll)):
      let held = words.sentences(holding: phrases.map { words.dictionary.ids(of: $0) }, needsAll: needsAll)
      let members = BitSet(held, below: words.sentenceCount)
      return present { members.contains(UInt32($0)) }
    case (.texts(let texts, _), _): return present { predicate.holds(texts[$0]) }
    case (.textLists(let lists), _): return present { place in lists[place].contains { predicate.holds($0) } }
    case (.numbers(let numbers, _), .numbers(let tests)):
      return present { place in tests.contains { $0.holds(numbers[place]) } }
    case (.dates(let dates), .dates(let tests)):
      return present { place in tests.contains { $0.holds(dates.first(place), dates.last(place)) } }
    case (.choices(let column, let words), .choices(let held)):
      // A bit for each of a few words.
      let members = (1...words.count).filter { held.contains(UInt8($0)) == wanted }.reduce(UInt64(0)) { $0 | 1 << $1 }
      return ChoiceTest(codes: column.column.checked, members: members)
    case (.claims(let ids), .claims(let ranges)):
      return present { place in ranges.contains { $0.contains(ids[place]) } }
    default: return wanted ? PlaceTest { _ in false } : present { _ in false }
    }
  }

  /// The terms that meet the test; text is looked at once for each term that occurs.
  func members(of table: NounTable, among used: Column<TermID>) -> BitSet {
    if case .terms(let set) = predicate { return BitSet(set.terms(table), below: table.terms.count) }
    var members = BitSet(below: table.terms.count)
    var seen = BitSet(below: table.terms.count)
    for term in used where term != 0 && !seen.contains(term) {
      seen.insert(term)
      if predicate.holds(table.terms.texts[Int(term)]) { members.insert(term) }
    }
    return members
  }
}

extension Predicate {
  /// Whether a text meets it.
  fileprivate func holds(_ text: String) -> Bool {
    switch self {
    case .texts(let keys): return keys.contains(text.foldedKey)
    case .pattern(let pattern): return pattern.matches(text)
    case .regularExpression(let pattern): return pattern.matches(text)
    case .words(let phrases, let needsAll):
      let stems = Words.stems(of: text)
      let holds = phrases.map { Words.holds($0, in: stems) }
      return needsAll ? holds.allSatisfy { $0 } : holds.contains(true)
    default: return false
    }
  }
}
