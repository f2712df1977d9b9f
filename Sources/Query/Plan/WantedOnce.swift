extension BoundQuery {
  /// The variables of a match that the query asks for, where it makes no difference to the answer how often the same values
  /// stand; nil where it does.
  func variablesWantedOnce(_ match: BoundMatch) -> Set<Int>? {
    var expressions: [Expression] = []
    guard let group = steps.firstIndex(where: { if case .filter = $0 { false } else { true } }),
      case .group(let keys) = steps[group], keys.isEmpty, across == nil
    else { return nil }
    for case .filter(let condition) in steps[..<group] { expressions += condition.expressions }
    for expression in columns.map(\.expression) + steps[(group + 1)...].flatMap(\.expressions) {
      guard case .aggregate(let aggregate, let inner?) = expression, aggregate.countsOnce else { return nil }
      expressions.append(inner)
    }
    var wanted: Set<Int> = []
    for expression in expressions {
      guard case .attribute(let attribute) = expression else { return nil }
      let name = attribute.name.prefix { $0 != "." }
      guard let variable = match.variables.firstIndex(where: { $0.name == name }) else { return nil }
      wanted.insert(variable)
    }
    return wanted.isEmpty ? nil : wanted
  }
}

extension BoundQuery.Step {
  /// What it looks at.
  fileprivate var expressions: [Expression] {
    switch self {
    case .filter(let condition): condition.expressions
    case .group(let columns): columns.map(\.expression)
    case .sort(let keys): keys.map(\.column.expression)
    case .limit, .skip, .sample, .combine: []
    }
  }
}

extension BoundCondition {
  /// What it looks at.
  fileprivate var expressions: [Expression] {
    tests.flatMap { test -> [Expression] in
      if case .attribute(let comparison) = test.predicate {
        return [test.column.expression, comparison.other.expression]
      }
      return [test.column.expression]
    }
  }
}

extension Aggregate {
  /// Whether a value counts once, however many rows have it.
  fileprivate var countsOnce: Bool {
    switch self {
    case .countDistinct, .min, .max, .list: true
    case .count, .sum, .average, .first, .share: false
    }
  }
}
