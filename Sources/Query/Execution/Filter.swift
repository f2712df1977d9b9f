import Store
import TextForms

/// Keeps the rows for which a condition holds.
struct Filter: Operator {
  let condition: BoundCondition

  func run(_ frame: Frame) -> Frame {
    Frame(table: frame.table, rows: Self.rows(of: frame, meeting: condition))
  }

  var words: String { "keep rows where \(condition.explanation)" }

  /// The rows that meet a condition, in the order in which they came.
  static func rows(of frame: Frame, meeting condition: BoundCondition) -> [UInt32] {
    switch condition {
    case .test(let test): return test.rows(of: frame)
    case .all(let parts):
      var left = frame
      for part in parts { left.rows = rows(of: left, meeting: part) }
      return left.rows
    case .any(let parts):
      var met: Set<UInt32> = []
      var rest = frame
      for part in parts {
        met.formUnion(rows(of: rest, meeting: part))
        rest.rows = rest.rows.filter { !met.contains($0) }
      }
      return frame.rows.filter { met.contains($0) }
    }
  }
}

extension BoundTest {
  /// The rows that meet the test.
  func rows(of frame: Frame) -> [UInt32] {
    if case .attribute(let comparison) = predicate {
      return zip(frame.rows, comparison.verdicts(column, of: frame)).filter { $1 == !isNegated }.map(\.0)
    }
    let vector = frame.table.vector(column.expression)
    if case .missing = predicate { return frame.rows.filter { vector.isMissing($0) != isNegated } }
    let places = vector.places(frame.rows)
    let verdicts = verdicts(vector.values, places, frame.table.nounTable)
    var kept: [UInt32] = []
    for (position, row) in frame.rows.enumerated() {
      switch verdicts[position] {
      case .holds where !isNegated, .fails where isNegated: kept.append(row)
      default: break
      }
    }
    return kept
  }

  /// What a test says of a value.
  enum Verdict: UInt8 { case missing, fails, holds }

  private func verdicts(_ values: Vector.Values, _ places: [UInt32], _ table: NounTable) -> [Verdict] {
    switch values {
    case .terms(let terms):
      let members = members(of: table, among: places.map { terms[Int($0)] })
      return places.map { terms[Int($0)] == 0 ? .missing : members[Int(terms[Int($0)])] ? .holds : .fails }
    case .termLists(let lists):
      let members = members(of: table, among: places.flatMap { lists[Int($0)] })
      return places.map { place in
        let list = lists[Int(place)]
        return list.isEmpty ? .missing : list.contains { members[Int($0)] } ? .holds : .fails
      }
    case .texts(let texts, let stems): return verdicts(texts, stems, places, table)
    case .textLists(let lists):
      return places.map { place in
        let list = lists[Int(place)]
        return list.isEmpty ? .missing : list.contains { holds($0) } ? .holds : .fails
      }
    default: return places.map { scalarVerdict(values, Int($0)) }
    }
  }

  /// For each term whether it meets the test; text is looked at once for each term that occurs.
  private func members(of table: NounTable, among used: [TermID]) -> [Bool] {
    if case .terms(let set) = predicate { return set.members(table.terms, table.trees) }
    var members = [Bool](repeating: false, count: table.terms.count)
    for term in Set(used) where term != 0 { members[Int(term)] = holds(table.terms.texts[Int(term)]) }
    return members
  }

  private func verdicts(
    _ texts: [String], _ stems: ListColumn?, _ places: [UInt32], _ table: NounTable
  ) -> [Verdict] {
    guard case .words(let phrases, let needsAll) = predicate, let stems else {
      return places.map { texts[Int($0)].isEmpty ? .missing : holds(texts[Int($0)]) ? .holds : .fails }
    }
    let dictionary = table.knowledgeBase.words
    let held = stems.holding(phrases.map { dictionary.ids(of: $0) }, needsAll: needsAll, at: places)
    return zip(places, held).map { texts[Int($0)].isEmpty ? .missing : $1 ? .holds : .fails }
  }

  /// Whether a text meets the test.
  private func holds(_ text: String) -> Bool {
    switch predicate {
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

  private func scalarVerdict(_ values: Vector.Values, _ place: Int) -> Verdict {
    switch (values, predicate) {
    case (.numbers(let numbers, _), .numbers(let tests)):
      let number = numbers[place]
      return number.isNaN ? .missing : tests.contains { $0.holds(number) } ? .holds : .fails
    case (.dates(let dates), .dates(let tests)):
      let (first, last) = (dates.first[place], dates.last[place])
      if first == DateColumn.open.first, last == DateColumn.open.last { return .missing }
      return tests.contains { $0.holds(first, last) } ? .holds : .fails
    case (.choices(let codes, _), .choices(let held)):
      return codes[place] == 0 ? .missing : held.contains(codes[place]) ? .holds : .fails
    case (.claims(let ids), .claims(let ranges)):
      return ids[place] == 0 ? .missing : ranges.contains { $0.contains(ids[place]) } ? .holds : .fails
    default: return .fails
    }
  }
}
