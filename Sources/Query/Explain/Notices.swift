import ClaimModel
import Store

/// What the person who asked should know beside the answer.
struct Notices {
  let query: BoundQuery
  let places: Places

  /// What `=` took in beyond the name, and where nothing was left.
  func all(for frame: Frame) -> [Diagnostic] {
    takenIn + (frame.rows.isEmpty && query.warnings.isEmpty ? emptyStep.map { [$0] } ?? [] : [])
  }

  // MARK: What was taken in

  private var takenIn: [Diagnostic] {
    var notices: [Diagnostic] = []
    for case .filter(let condition) in query.steps {
      var told: Set<TextRange> = []
      for test in condition.tests where !test.isNegated && told.insert(test.range).inserted {
        guard case .terms(let set) = test.predicate, !set.wholes.isEmpty else { continue }
        var isUsed = [Bool](repeating: false, count: query.table.terms.count)
        // A test without a side stands for one of each side, at one place.
        for same in condition.tests where same.range == test.range {
          guard case .attribute(let attribute) = same.column.expression else { continue }
          for term in Self.terms(attribute.column(query.table)) { isUsed[Int(term)] = true }
        }
        notices += set.wholes.compactMap { takenIn($0, isUsed, test, set) }
      }
    }
    return notices
  }

  private func takenIn(_ whole: TermID, _ isUsed: [Bool], _ test: BoundTest, _ set: TermSet) -> Diagnostic? {
    let trees = query.table.trees
    let terms = query.table.terms
    let used = isUsed.indices.filter { isUsed[$0] }.map { TermID($0) }
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

  private static func terms(_ vector: Vector) -> [TermID] {
    switch (vector.values, vector.through) {
    case (.terms(let terms), nil): Array(terms)
    case (.terms(let terms), let rows?): rows.map { terms[Int($0)] }
    case (.termLists(let lists), nil): Array(lists.elements)
    case (.termLists(let lists), let rows?): rows.flatMap { lists[Int($0)] }
    default: []
    }
  }

  // MARK: Where nothing was left

  /// How many rows were left after each condition, down to the one that left none.
  private var emptyStep: Diagnostic? {
    var frame = Frame(table: .noun(query.table), rows: query.table.order)
    var counts = "\(frame.rows.count) \(query.noun.name)"
    guard !frame.rows.isEmpty else {
      let articles = query.table.knowledgeBase.articleColumns.count
      let read = articles == 1 ? "the one article" : "\(articles) articles"
      let reason = articles == 0 ? "no article has been loaded" : read + " gave none"
      return Diagnostic(.notice, code: "N003", "there are no \(query.noun.name): \(reason)")
    }
    for step in query.steps {
      guard case .filter(let condition) = step else {
        frame = Planner.operators(for: step).reduce(frame) { $1.run($0) }
        continue
      }
      for part in condition.conjuncts {
        let before = frame
        frame = Filter(condition: part).run(frame)
        guard frame.rows.isEmpty else {
          counts += ", \(frame.rows.count) after \(part.words)"
          continue
        }
        return nothingLeft(counts + ", none after \(part.words)", part, alone: before)
      }
    }
    return nil
  }

  private func nothingLeft(_ counts: String, _ part: BoundCondition, alone before: Frame) -> Diagnostic {
    let all: [UInt32] =
      switch before.table {
      case .noun(let table): table.order
      case .groups(let groups): Array(0..<UInt32(groups.members.count))
      }
    let alone = Filter(condition: part).run(Frame(table: before.table, rows: all)).rows.count
    let range = part.tests.map(\.range).reduce(part.tests[0].range) { $0.union($1) }
    return Diagnostic(
      .notice, code: "N002", "nothing is left: \(counts)", place: places.place(of: range),
      suggestion: alone > 0 ? "\(part.words) alone holds for \(alone)" : nil)
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
