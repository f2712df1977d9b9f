import Store
import TextForms

/// Keeps the rows for which a condition holds.
struct Filter: Operator {
  let condition: BoundCondition
  /// Whether the condition is looked up in an index, and not tested row by row.
  var usesIndex = false
  let table: NounTable

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    if usesIndex, case .test(let test) = condition, let found = IndexLookup(test, table)?.rows {
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
    if case .attribute(let comparison) = predicate {
      let verdict = comparison.verdict(column, of: frame)
      var kept: [UInt32] = []
      try Parallel.batches(0..<frame.rows.count, control) { batch in
        for place in batch where verdict(frame.rows[place]) == !isNegated { kept.append(frame.rows[place]) }
      }
      return kept
    }
    let vector = frame.table.vector(column.expression)
    let table = frame.table.nounTable
    let wanted = !isNegated
    func keep(_ holds: @escaping @Sendable (Int) -> Bool) throws(QueryControl.Stop) -> [UInt32] {
      try Self.kept(frame.rows, vector, control) { !vector.isMissing(place: $0) && holds($0) == wanted }
    }
    if case .missing = predicate {
      return try Self.kept(frame.rows, vector, control) { vector.isMissing(place: $0) == wanted }
    }
    switch (vector.values, predicate) {
    case (.terms(let terms), _):
      let members = members(of: table, among: terms)
      return try Self.kept(frame.rows, vector, control) {
        let term = terms[$0]
        return term != 0 && members.contains(term) == wanted
      }
    case (.termLists(let lists), _):
      let members = members(of: table, among: lists.elements)
      return try keep { place in lists[place].contains { members.contains($0) } }
    case (.texts(_, let words?), .words(let phrases, let needsAll)):
      let held = words.sentences(holding: phrases.map { words.dictionary.ids(of: $0) }, needsAll: needsAll)
      let members = BitSet(held, below: words.sentenceCount)
      return try keep { members.contains(UInt32($0)) }
    case (.texts(let texts, _), _): return try keep { predicate.holds(texts[$0]) }
    case (.textLists(let lists), _): return try keep { place in lists[place].contains { predicate.holds($0) } }
    case (.numbers(let numbers, _), .numbers(let tests)):
      return try keep { place in tests.contains { $0.holds(numbers[place]) } }
    case (.dates(let dates), .dates(let tests)):
      return try keep { place in tests.contains { $0.holds(dates.first(place), dates.last(place)) } }
    case (.choices(let codes, let words), .choices(let held)):
      let members = BitSet(held.map { UInt32($0) }, below: words.count + 1)
      return try Self.kept(frame.rows, vector, control) {
        let code = codes[$0]
        return code != 0 && members.contains(UInt32(code)) == wanted
      }
    case (.claims(let ids), .claims(let ranges)):
      return try keep { place in ranges.contains { $0.contains(ids[place]) } }
    default: return wanted ? [] : try keep { _ in false }
    }
  }

  /// The rows whose values' places are kept.
  @inline(__always)
  private static func kept(
    _ rows: Rows, _ vector: Vector, _ control: QueryControl, _ keeps: @escaping @Sendable (Int) -> Bool
  ) throws(QueryControl.Stop) -> [UInt32] {
    let through = vector.through
    let parts = try Parallel.parts(rows.count, control) { (range) throws(QueryControl.Stop) -> [UInt32] in
      var kept: [UInt32] = []
      try Parallel.batches(range, control) { batch in
        switch (rows, through) {
        case (.all, nil): for row in batch where keeps(row) { kept.append(UInt32(row)) }
        case (.all, let through?): for row in batch where keeps(Int(through[row])) { kept.append(UInt32(row)) }
        case (.some(let rows), nil): for place in batch where keeps(Int(rows[place])) { kept.append(rows[place]) }
        case (.some(let rows), let through?):
          for place in batch where keeps(Int(through[Int(rows[place])])) { kept.append(rows[place]) }
        }
      }
      return kept
    }
    return parts.count == 1 ? parts[0] : Array(parts.joined())
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
