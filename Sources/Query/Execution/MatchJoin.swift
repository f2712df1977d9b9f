import ClaimModel
import Store

/// Finds the claims and names that fit patterns, one variable after another, for batches of what was found so far.
///
/// Method: generic join (Ngo, Ré and Rudra, "Skew strikes back", 2013). For each variable the shortest list of what it could
/// be is gone through, of those that the variables before it leave, and each entry is tested against the others: no
/// intermediate result grows beyond the largest that the patterns allow.
struct MatchJoin: Operator {
  let match: BoundMatch
  /// The variables that are asked for, where it makes no difference how often a row stands; nil where all rows are wanted.
  var wanted: Set<Int>?

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let found = try found(wanted, control)
    let bindings = zip(match.variables, found).map { Binding(kind: $0.kind, values: Column($1)) }
    let base = match.claims.knowledgeBase
    let table: NounTable
    if let wanted {
      let rows = wanted.sorted().map { found[$0] }
      table = NounTable(
        base, count: rows.first?.count ?? 0, order: .byNumber, claims: { claims(of: rows, wanted) }, bindings: bindings)
    } else {
      table = NounTable(base, bindings)
    }
    return Frame(table: .noun(table), rows: .all(table.count), isOrdered: false)
  }

  var words: String {
    let conditions = match.variables.flatMap { variable in
      variable.conditions.map { "?\(variable.name) has \($0.explanation)" }
    }
    let edges = match.edges.map { edge in
      let attributes = edge.attributes.map(\.name).joined(separator: " or ")
      return "?\(match.variables[edge.claim].name) has the \(attributes) ?\(match.variables[edge.name].name)"
    }
    let parts = match.parts.map { "?\(match.variables[$0.part].name) lies in ?\(match.variables[$0.whole].name)" }
    let tests = match.tests.map { "?\($0.explanation)" }
    return "find \((conditions + edges + parts + tests).joined(separator: ", "))"
      + (wanted == nil ? "" : ", each \(names(wanted ?? [])) once")
  }

  private func names(_ variables: Set<Int>) -> String {
    variables.isEmpty ? "answer" : variables.sorted().map { "?\(match.variables[$0].name)" }.joined(separator: " and ")
  }

  func estimate(of rows: Int) -> Int {
    let claims = match.variables.filter { $0.kind == .claim }.map { variable in
      variable.conditions.reduce(match.claims.count) { $1.estimate(of: $0, in: match.claims) }
    }
    return claims.min() ?? 0
  }

  /// What was found for each variable, a row each; nothing for one that is not wanted.
  private func found(_ wanted: Set<Int>?, _ control: QueryControl) throws(QueryControl.Stop) -> [[UInt32]] {
    let candidates = try MatchCandidates(match, control)
    var search = MatchSearch(MatchPlan(match, candidates, wanted: wanted), candidates, control)
    try search.run()
    return search.found
  }

  /// The claims behind each row of what is wanted: for that everything has to be found after all.
  private func claims(of rows: [[UInt32]], _ wanted: Set<Int>) -> ListColumn {
    let count = rows.first?.count ?? 0
    guard let all = try? found(nil, QueryControl()) else { return ListColumn(rows: count, pairs: []) }
    var numbers: [[UInt32]: UInt32] = [:]
    for row in 0..<count { numbers[rows.map { $0[row] }] = UInt32(row) }
    let columns = wanted.sorted().map { all[$0] }
    let claims = match.variables.indices.filter { match.variables[$0].kind == .claim }.map { all[$0] }
    var pairs: [(row: UInt32, element: UInt32)] = []
    for place in all[0].indices {
      guard let row = numbers[columns.map { $0[place] }] else { continue }
      pairs += claims.map { (row, $0[place]) }
    }
    return ListColumn(rows: count, pairs: pairs)
  }
}

/// What is asked of a variable beyond its patterns.
struct MatchTest: Sendable {
  enum Kind: Sendable {
    /// The name is one of some terms.
    case isAmong(TermSet)
    /// It is what another variable stands for.
    case isSame(Int)
  }

  var variable: Int
  var kind: Kind
  var isNegated: Bool
  var explanation: String

  /// A condition as a test of variables alone; nil for any other.
  init?(_ condition: BoundCondition, _ match: BoundMatch) {
    guard case .test(let test) = condition, let variable = Self.variable(test.column.expression, match) else {
      return nil
    }
    self.variable = variable
    isNegated = test.isNegated
    explanation = test.explanation
    switch test.predicate {
    case .terms(let set): kind = .isAmong(set)
    case .attribute(let comparison):
      guard [.equal, .identical].contains(comparison.comparison),
        let other = Self.variable(comparison.other.expression, match),
        match.variables[other].kind == match.variables[variable].kind
      else { return nil }
      kind = .isSame(other)
    default: return nil
    }
  }

  private static func variable(_ expression: Expression, _ match: BoundMatch) -> Int? {
    guard case .attribute(let attribute) = expression else { return nil }
    return match.variables.firstIndex { $0.name == attribute.name }
  }

  /// The variables that it looks at.
  var variables: [Int] { if case .isSame(let other) = kind { [variable, other] } else { [variable] } }
}
