import Store

/// What is done to answer a query: operators, one after another, and what is shown of the rows that they leave.
struct Plan: Sendable {
  var table: NounTable
  var noun: Noun
  var operators: [any Operator]
  var projection: Projection
}

/// Turns a bound query into a plan.
///
/// Of conditions that must all hold the one that leaves the fewest rows is looked up, where there is an index for it, and
/// the others are tested one by one, the cheapest first; what a limit follows gives no more rows than the limit.
enum Planner {
  static func plan(_ query: BoundQuery, _ choices: PlanChoices = PlanChoices()) -> Plan {
    var join: [any Operator] = []
    var start = 0
    if let pairing = query.pairing {
      var condition: BoundCondition?
      if case .filter(let first) = query.steps.first { condition = first }
      start = condition == nil ? 0 : 1
      join = [PairJoin(pairing, condition, firstPairs(of: query.steps, from: start, choices))]
    }
    var query = query
    if let match = query.match { join = [matchJoin(match, &query)] }
    let steps = query.steps[start...]
    let operators =
      join
      + steps.indices.flatMap { place in
        Self.operators(
          for: steps[place], of: query.table, isFirst: place == 0,
          limit: choices.cutsSorts ? limit(after: place, in: query.steps) : nil, choices)
      }
    let projection = Projection(columns: query.columns, across: query.across)
    return Plan(table: query.table, noun: query.noun, operators: operators, projection: projection)
  }

  /// Which pairs are wanted of a join that the steps from `start` on follow; nil for all.
  private static func firstPairs(
    of steps: [BoundQuery.Step], from start: Int, _ choices: PlanChoices
  ) -> FirstPairs? {
    guard start < steps.count else { return nil }
    switch steps[start] {
    case .sort(let keys) where choices.cutsSorts: return FirstPairs(limit(after: start, in: steps), by: keys)
    case .limit where choices.takesFirstRows, .skip where choices.takesFirstRows:
      return FirstPairs(limit(after: start - 1, in: steps))
    default: return nil
    }
  }

  /// The join of a match, which takes what is asked of its variables from the condition that comes first.
  private static func matchJoin(_ match: BoundMatch, _ query: inout BoundQuery) -> MatchJoin {
    var match = match
    if case .filter(let condition) = query.steps.first {
      let rest = condition.conjuncts.filter { MatchTest($0, match) == nil }
      match.tests = condition.conjuncts.compactMap { MatchTest($0, match) }
      query.steps.replaceSubrange(0..<1, with: rest.isEmpty ? [] : [.filter(.all(rest))])
    }
    return MatchJoin(match: match, wanted: query.variablesWantedOnce(match))
  }

  /// The operators of one step; a sort gives no more than `limit` rows. Only the first step may look rows up.
  static func operators(
    for step: BoundQuery.Step, of table: NounTable, isFirst: Bool, limit: Int? = nil,
    _ choices: PlanChoices = PlanChoices()
  ) -> [any Operator] {
    switch step {
    case .filter(let condition): filters(condition, table, isFirst: isFirst, choices)
    case .group(let keys): [Group(keys: keys)]
    case .sort(let keys): [Sort(keys: keys, limit: limit)]
    case .limit(let count): [Slice(kind: .limit, count: count, takesFirst: choices.takesFirstRows)]
    case .skip(let count): [Slice(kind: .skip, count: count, limit: limit, takesFirst: choices.takesFirstRows)]
    case .sample(let count, let seed): [Sample(count: count, seed: seed)]
    case .combine(let kind, let other): [Combine(kind: kind, plan: plan(other, choices))]
    }
  }

  private static func filters(
    _ condition: BoundCondition, _ table: NounTable, isFirst: Bool, _ choices: PlanChoices
  ) -> [any Operator] {
    var parts = condition.conjuncts
    var first: [Filter] = []
    if choices.usesIndexes, isFirst, let place = mostSelective(parts, table) {
      first = [Filter(condition: parts.remove(at: place), usesIndex: true, table: table)]
    }
    let ranked = parts.enumerated().sorted { left, right in
      (left.element.cost, left.offset) < (right.element.cost, right.offset)
    }
    guard choices.ordersConditions else { return first + parts.map { Filter(condition: $0, table: table) } }
    return first + ranked.map { Filter(condition: $0.element, table: table) }
  }

  /// The part that can be looked up and leaves the fewest rows; nil where that is hardly fewer than all.
  private static func mostSelective(_ parts: [BoundCondition], _ table: NounTable) -> Int? {
    var best: (place: Int, count: Int)?
    for (place, part) in parts.enumerated() {
      guard let lookup = IndexLookup(part, table) else { continue }
      if lookup.count < best?.count ?? .max { best = (place, lookup.count) }
    }
    return best.flatMap { $0.count <= table.count / 2 || table.count < 1000 ? $0.place : nil }
  }

  /// How many rows a sort has to give: the limit that follows it, if one does, with what is skipped before it.
  private static func limit(after place: Int, in steps: [BoundQuery.Step]) -> Int? {
    var skipped = 0
    for step in steps[(place + 1)...] {
      switch step {
      case .skip(let count): skipped = skipped.addingReportingOverflow(count).partialValue
      case .limit(let count): return skipped.addingReportingOverflow(count).overflow ? nil : skipped + count
      default: return nil
      }
    }
    return nil
  }
}

extension BoundCondition {
  /// How long a test of one row takes, roughly, in comparisons of two numbers.
  fileprivate var cost: Int {
    switch self {
    case .all(let parts), .any(let parts): parts.map(\.cost).reduce(0, +)
    case .test(let test): test.predicate.cost
    }
  }

  /// About how many of some rows meet it: as many as an index says, or else a share by the kind of test, as if parts were
  /// independent of one another.
  func estimate(of rows: Int, in table: NounTable) -> Int { Int((share(in: table) * Double(rows)).rounded()) }

  private func share(in table: NounTable) -> Double {
    switch self {
    case .all(let parts): return parts.map { $0.share(in: table) }.reduce(1, *)
    case .any(let parts): return 1 - parts.map { 1 - $0.share(in: table) }.reduce(1, *)
    case .test(let test):
      var plain = test
      plain.isNegated = false
      let lookup = IndexLookup(plain, table).map { Double($0.count) / Double(max(table.count, 1)) }
      let share = min(lookup ?? test.predicate.usualShare, 1)
      return test.isNegated ? 1 - share : share
    }
  }
}

extension Predicate {
  fileprivate var cost: Int {
    switch self {
    case .missing, .choices, .numbers, .dates, .claims: 1
    case .terms: 2
    case .words: 40
    case .attribute: 2
    case .texts, .pattern, .regularExpression: 200
    }
  }

  /// Which share of rows usually meets it, where nothing better is known.
  fileprivate var usualShare: Double {
    switch self {
    case .missing, .choices: 0.5
    case .numbers, .dates: 0.3
    case .terms, .words, .texts, .pattern, .regularExpression, .attribute: 0.1
    case .claims: 0.01
    }
  }
}
