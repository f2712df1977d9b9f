import ClaimModel
import Store

/// What the person who asked should know beside the answer.
struct Notices {
  let query: BoundQuery
  let places: Places
  let control: QueryControl

  /// What `=` took in beyond the name, and where nothing was left.
  func all(for frame: Frame) throws(QueryControl.Stop) -> [Diagnostic] {
    guard frame.rows.isEmpty, query.warnings.isEmpty, let empty = try emptyStep() else { return takenIn }
    return takenIn + [empty]
  }

  // MARK: What was taken in

  private var takenIn: [Diagnostic] {
    var notices: [Diagnostic] = []
    for case .filter(let condition) in query.steps {
      var told: Set<TextRange> = []
      for test in condition.tests where !test.isNegated && told.insert(test.range).inserted {
        guard case .terms(let set) = test.predicate, !set.wholes.isEmpty else { continue }
        // A test without a side stands for one of each side, at one place.
        let columns = condition.tests.filter { $0.range == test.range }.map(\.column)
        let isUsed = used(columns, among: Set(set.wholes.flatMap { query.table.trees.partsAndPhrases(of: $0) }))
        notices += set.wholes.compactMap { takenIn($0, isUsed, test, set) }
      }
    }
    return notices
  }

  private func takenIn(_ whole: TermID, _ used: Set<TermID>, _ test: BoundTest, _ set: TermSet) -> Diagnostic? {
    let trees = query.table.trees
    let terms = query.table.terms
    let parts = Set(used.filter { trees.isPart($0, of: whole) && !set.exact.contains($0) })
    let named = parts.filter { terms.kind($0) != .phrase }
    let phrases = parts.subtracting(named)
    let counted = [
      counted(named, one: noun(of: named, one: true), many: noun(of: named, one: false)),
      counted(phrases, one: "phrase for a part of it", many: "phrases for parts of it"),
    ].compactMap(\.self)
    guard !counted.isEmpty else { return nil }
    return Diagnostic(
      .notice, code: "N001", "\(terms.texts[Int(whole)]): and \(counted.joined(separator: " and "))",
      place: places.place(of: test.range),
      suggestion: "`==` leaves the parts out")
  }

  private func counted(_ found: Set<TermID>, one: String, many: String) -> String? {
    guard !found.isEmpty else { return nil }
    let terms = query.table.terms
    let names = Set(found.map { terms.texts[Int($0)] }).sorted()
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return "\(names.count) \(names.count == 1 ? one : many) (\(shown))"
  }

  private func noun(of found: Set<TermID>, one: Bool) -> String {
    let base = query.table.knowledgeBase
    if found.allSatisfy({ base.terms.kind($0) == .topic }) { return one ? "kind of it" : "kinds of it" }
    if found.allSatisfy({ base.entity($0).kind == .place }) { return one ? "place in it" : "places in it" }
    return one ? "part of it" : "parts of it"
  }

  /// Those of some terms that stand in one of these columns.
  private func used(_ columns: [BoundQuery.Column], among terms: Set<TermID>) -> Set<TermID> {
    var found: Set<TermID> = []
    for case .attribute(let attribute) in columns.map(\.expression) {
      if case .terms(let postings) = attribute.index {
        let postings = query.table.knowledgeBase.postings[keyPath: postings]
        found.formUnion(terms.filter { postings.count(Int($0)) > 0 })
        continue
      }
      let vector = attribute.column(query.table)
      let place = vector.place
      for row in 0..<UInt32(query.table.count) {
        switch vector.values {
        case .terms(let column): found.insert(column[place(row)])
        case .termLists(let lists): found.formUnion(lists[place(row)])
        default: break
        }
      }
    }
    return found.intersection(terms)
  }

  // MARK: Where nothing was left

  /// How many rows were left after each condition, down to the one that left none.
  private func emptyStep() throws(QueryControl.Stop) -> Diagnostic? {
    if query.pairing != nil || query.match != nil {
      let what = query.match == nil ? "no two claims are such a pair" : "no claims fit the patterns"
      return Diagnostic(.notice, code: "N002", "nothing is left: \(what)")
    }
    var frame = Frame(query.table)
    var counts = "\(frame.rows.count) \(query.noun.name)"
    guard !frame.rows.isEmpty else {
      let articles = query.table.knowledgeBase.articleColumns.count
      let read = articles == 1 ? "the one article" : "\(articles) articles"
      let reason = articles == 0 ? "no article has been loaded" : read + " gave none"
      return Diagnostic(.notice, code: "N003", "no \(query.noun.name) were found: \(reason)")
    }
    for (place, step) in query.steps.enumerated() {
      guard case .filter(let condition) = step else {
        for step in Planner.operators(for: step, of: query.table, isFirst: false) {
          frame = try step.run(frame, control)
        }
        continue
      }
      for part in condition.conjuncts {
        let before = frame
        for step in Planner.operators(for: .filter(part), of: query.table, isFirst: place == 0 && frame.isWhole) {
          frame = try step.run(frame, control)
        }
        guard frame.rows.isEmpty else {
          counts += ", \(frame.rows.count) after \(part.words)"
          continue
        }
        return try nothingLeft(counts + ", none after \(part.words)", part, alone: before)
      }
    }
    return nil
  }

  private func nothingLeft(
    _ counts: String, _ part: BoundCondition, alone before: Frame
  ) throws(QueryControl.Stop) -> Diagnostic {
    let all = Frame(table: before.table, rows: .all(before.table.count), isOrdered: false)
    let alone = try Filter(condition: part, table: query.table).run(all, control).rows.count
    let range = part.tests.map(\.range).reduce(part.tests[0].range) { $0.union($1) }
    return Diagnostic(
      .notice, code: "N002", "nothing is left: \(counts)", place: places.place(of: range),
      suggestion: alone > 0 ? "\(part.words) alone holds for \(alone)" : nil)
  }
}

extension Frame {
  /// Whether all rows are left.
  fileprivate var isWhole: Bool {
    if case .all = rows { true } else { false }
  }
}

extension BoundCondition {
  /// All tests in it.
  var tests: [BoundTest] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .test(let test): [test]
    }
  }
}
