/// What is done to answer a query: operators, one after another, and what is shown of the rows that they leave.
struct Plan: Sendable {
  var table: NounTable
  var noun: Noun
  var operators: [any Operator]
  var projection: Projection
}

/// Turns a bound query into a plan.
///
/// Conditions that must all hold are tested one by one, the cheapest first; a sort that a limit follows keeps no more
/// rows than the limit.
enum Planner {
  static func plan(_ query: BoundQuery) -> Plan {
    let operators = query.steps.indices.flatMap { place in
      Self.operators(for: query.steps[place], limit: limit(after: place, in: query.steps))
    }
    let projection = Projection(columns: query.columns, across: query.across)
    return Plan(table: query.table, noun: query.noun, operators: operators, projection: projection)
  }

  /// The operators of one step; a sort gives no more than `limit` rows.
  static func operators(for step: BoundQuery.Step, limit: Int? = nil) -> [any Operator] {
    switch step {
    case .filter(let condition): filters(condition)
    case .group(let keys): [Group(keys: keys)]
    case .sort(let keys): [Sort(keys: keys, limit: limit)]
    case .limit(let count): [Slice(kind: .limit, count: count)]
    case .skip(let count): [Slice(kind: .skip, count: count)]
    case .sample(let count, let seed): [Sample(count: count, seed: seed)]
    case .combine(let kind, let other): [Combine(kind: kind, plan: plan(other))]
    }
  }

  private static func filters(_ condition: BoundCondition) -> [any Operator] {
    let ranked = condition.conjuncts.enumerated().sorted { left, right in
      (left.element.cost, left.offset) < (right.element.cost, right.offset)
    }
    return ranked.map { Filter(condition: $0.element) }
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
}
