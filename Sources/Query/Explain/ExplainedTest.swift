import Store

/// Puts a test into words.
enum ExplainedTest {
  /// What a test looks for: `location is Pakistan or a part of it`.
  static func words(
    _ test: Condition.Test, _ column: BoundQuery.Column, _ predicate: Predicate, terms: TermDictionary
  ) -> String {
    let name = column.name
    let values = test.values.map { QueryPrinter.value($0.text) }
    let list = values.joined(separator: " or ")
    let not = test.isNegated ? "not " : ""
    switch test.comparison {
    case .isMissing: return "\(name) is \(test.isNegated ? "present" : "missing")"
    case .has, .hasAny: return "\(name) \(test.isNegated ? "lacks" : "has") the words \(list), in any form"
    case .hasAll: return "\(name) \(test.isNegated ? "lacks one of" : "has all of") \(values.joined(separator: ", "))"
    case .like: return "\(name) \(test.isNegated ? "does not fit" : "fits") the pattern \(list)"
    case .matches:
      return "\(name) \(test.isNegated ? "does not match" : "matches") \(QueryPrinter.pattern(test.values[0].text))"
    case .between: return "\(name) is \(not)from \(values[0]) to \(values[1])"
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return "\(name) is \(not)\(sizes(column.type)[test.comparison] ?? "") \(list)"
    case .equal, .identical, .among:
      guard case .terms(let set) = predicate, !set.wholes.isEmpty else { return "\(name) is \(not)\(list)" }
      let names = set.wholes.map { terms.texts[Int($0)] }
      let parts = names.count > 1 ? ", or a part of them" : " or a part of it"
      return "\(name) is \(not)\(names.joined(separator: " or "))\(parts)"
    }
  }

  private static func sizes(_ type: ValueType) -> [Comparison: String] {
    type == .date
      ? [.less: "before", .lessOrEqual: "no later than", .greater: "after", .greaterOrEqual: "no earlier than"]
      : [.less: "less than", .lessOrEqual: "at most", .greater: "more than", .greaterOrEqual: "at least"]
  }
}

extension BoundCondition {
  /// The condition in words.
  var explanation: String {
    switch self {
    case .test(let test): test.explanation
    case .all(let parts): parts.map(\.explanation).joined(separator: " and ")
    case .any(let parts): parts.map { $0.isAll ? "(\($0.explanation))" : $0.explanation }.joined(separator: ", or ")
    }
  }

  private var isAll: Bool {
    if case .all = self { true } else { false }
  }

  /// The condition as it is written.
  var words: String {
    switch self {
    case .test(let test): test.words
    case .all(let parts): parts.map(\.words).joined(separator: " and ")
    case .any(let parts): "(" + parts.map(\.words).joined(separator: " or ") + ")"
    }
  }
}
