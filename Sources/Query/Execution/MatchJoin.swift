import ClaimModel
import Store

/// Finds the claims and names that fit patterns, one variable after another.
///
/// Method: generic join (Ngo, Ré and Rudra, "Skew strikes back", 2013). For each variable the shortest list of what it could
/// be is gone through, of those that the variables before it leave, and each entry is tested against the others: no
/// intermediate result grows beyond the largest that the patterns allow.
struct MatchJoin: Operator {
  let match: BoundMatch

  init(_ match: BoundMatch) {
    self.match = match
  }

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    var matcher = try Matcher(match, control)
    try matcher.solve(0)
    let bindings = zip(match.variables, matcher.found).map { Binding(kind: $0.kind, values: Column($1)) }
    let table = NounTable(match.claims.knowledgeBase, bindings)
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
    return "find \((conditions + edges + parts).joined(separator: ", "))"
  }

  func estimate(of rows: Int) -> Int {
    let claims = match.variables.filter { $0.kind == .claim }.map { variable in
      variable.conditions.reduce(match.claims.count) { $1.estimate(of: $0, in: match.claims) }
    }
    return claims.min() ?? 0
  }
}

/// The search for what the variables of a match stand for.
private struct Matcher {
  let match: BoundMatch
  let control: QueryControl
  private let edges: [Edge]

  /// An edge of the match, with where its attributes' values stand and are looked up.
  private struct Edge {
    var claim: Int
    var name: Int
    var vectors: [Vector]
    var indexes: [AttributeIndex]
  }

  /// The claims that each variable may be by its own conditions; nil for all claims, and for names.
  private var domains: [(rows: [UInt32], members: BitSet)?] = []
  /// The names that each variable may be, and their keys; nil for all.
  private var names: [(terms: [TermID], keys: Set<UInt32>)?] = []
  /// The variables in the order in which they are bound.
  private var order: [Int] = []
  private var values: [UInt32]
  private var isBound: [Bool]
  /// What was found for each variable.
  private(set) var found: [[UInt32]]

  init(_ match: BoundMatch, _ control: QueryControl) throws(QueryControl.Stop) {
    self.match = match
    self.control = control
    edges = match.edges.map { edge in
      Edge(
        claim: edge.claim, name: edge.name, vectors: edge.attributes.map { $0.column(match.claims) },
        indexes: edge.attributes.compactMap(\.index))
    }
    values = [UInt32](repeating: 0, count: match.variables.count)
    isBound = [Bool](repeating: false, count: match.variables.count)
    found = [[UInt32]](repeating: [], count: match.variables.count)
    for variable in match.variables {
      domains.append(try Self.domain(variable, match.claims, control))
      names.append(
        variable.names.map { set in
          let terms = set.terms(match.claims)
          return (terms, Set(terms.map { match.claims.terms.keys[Int($0)] }))
        })
    }
    order = orderOfVariables()
  }

  private static func domain(
    _ variable: BoundMatch.Variable, _ claims: NounTable, _ control: QueryControl
  ) throws(QueryControl.Stop) -> (rows: [UInt32], members: BitSet)? {
    guard !variable.conditions.isEmpty else { return nil }
    var frame = Frame(claims)
    for step in Planner.operators(for: .filter(.all(variable.conditions)), of: claims, isFirst: true) {
      frame = try step.run(frame, control)
    }
    let rows = frame.rows.list
    return (rows, BitSet(rows, below: claims.count))
  }

  /// The variable with the fewest candidates first, then always the one with the fewest that hangs on those before it.
  private func orderOfVariables() -> [Int] {
    var order: [Int] = []
    while order.count < match.variables.count {
      let left = match.variables.indices.filter { !order.contains($0) }
      let next = left.min { guess($0, after: order) < guess($1, after: order) }
      order.append(next ?? left[0])
    }
    return order
  }

  /// About how many candidates a variable has once others are bound.
  private func guess(_ variable: Int, after bound: [Int]) -> Int {
    let neighbours = match.edges.filter { $0.claim == variable || $0.name == variable }
      .filter { bound.contains($0.claim) || bound.contains($0.name) }
    switch match.variables[variable].kind {
    case .claim:
      let own = domains[variable]?.rows.count ?? match.claims.count
      return neighbours.isEmpty ? own : min(own, 100)
    case .name:
      if !neighbours.isEmpty { return 1 }
      if match.parts.contains(where: {
        $0.part == variable && bound.contains($0.whole) || $0.whole == variable && bound.contains($0.part)
      }) {
        return 50
      }
      // Any name at all: what claims have is known once they are bound.
      return names[variable].map { $0.terms.count + 1000 } ?? .max
    }
  }

  /// Binds the variables from `depth` on in every way that fits.
  mutating func solve(_ depth: Int) throws(QueryControl.Stop) {
    guard depth < order.count else {
      for variable in found.indices { found[variable].append(values[variable]) }
      if found[0].count & 0xFFF == 0 {
        try control.check()
        try control.take(0x1000 * 4 * found.count)
      }
      return
    }
    let variable = order[depth]
    let candidates = match.variables[variable].kind == .claim ? claims(variable) : terms(variable)
    isBound[variable] = true
    for candidate in candidates {
      values[variable] = candidate
      try solve(depth + 1)
    }
    isBound[variable] = false
  }

  // MARK: Claims

  private func claims(_ variable: Int) -> [UInt32] {
    let edges = edges.filter { $0.claim == variable && isBound[$0.name] }
    var best: (count: Int, edge: Int?) = (domains[variable]?.rows.count ?? match.claims.count, nil)
    let lookups = edges.map { self.lookups($0) }
    for (number, lookup) in lookups.enumerated() {
      let count = lookup.map(\.count).reduce(0, +)
      if count < best.count { best = (count, number) }
    }
    guard let chosen = best.edge else {
      let all = domains[variable]?.rows ?? Array(0..<UInt32(match.claims.count))
      return all.filter { row in edges.allSatisfy { holds($0, claim: row) } }
    }
    let lists = lookups[chosen].map(\.rows)
    var rows = lists[0]
    if lists.count > 1 {
      rows = lists.joined().sorted()
      var last: UInt32?
      rows.removeAll { row in
        defer { last = row }
        return row == last
      }
    }
    if domains[variable] == nil, edges.count == 1 { return rows }
    return rows.filter { row in
      domains[variable]?.members.contains(row) ?? true
        && edges.indices.allSatisfy { $0 == chosen || holds(edges[$0], claim: row) }
    }
  }

  /// The look-ups of the claims that have a bound name.
  private func lookups(_ edge: Edge) -> [IndexLookup] {
    let base = match.claims.knowledgeBase
    let name = values[edge.name]
    let terms = base.terms.isAlone(name) ? [name] : base.terms.terms(ofKey: base.terms.keys[Int(name)])
    return edge.indexes.map { IndexLookup($0, of: terms, match.claims) }
  }

  /// Whether a claim has the name that is bound.
  private func holds(_ edge: Edge, claim: UInt32) -> Bool {
    let key = match.claims.terms.keys[Int(values[edge.name])]
    return namesOf(claim, edge).contains { match.claims.terms.keys[Int($0)] == key }
  }

  /// The names that a claim has in the attributes of an edge.
  private func namesOf(_ claim: UInt32, _ edge: Edge) -> [TermID] {
    edge.vectors.flatMap { vector -> [TermID] in
      switch vector.values {
      case .terms(let terms):
        let term = terms[vector.place(claim)]
        return term == 0 ? [] : [term]
      case .termLists(let lists): return Array(lists[vector.place(claim)])
      default: return []
      }
    }
  }

  // MARK: Names

  private func terms(_ variable: Int) -> [TermID] {
    let edges = edges.filter { $0.name == variable && isBound[$0.claim] }
    let wholes = match.parts.filter { $0.part == variable && isBound[$0.whole] }.map { values[$0.whole] }
    let parts = match.parts.filter { $0.whole == variable && isBound[$0.part] }.map { values[$0.part] }
    let lists =
      edges.map { namesOf(values[$0.claim], $0) } + wholes.map { match.claims.trees.partsAndPhrases(of: $0) }
      + parts.map { [$0] + match.claims.terms.chain(above: $0) } + [names[variable]?.terms].compactMap(\.self)
    guard let shortest = lists.min(by: { $0.count < $1.count }) else {
      return (1..<max(match.claims.terms.count, 1)).map { TermID($0) }
        .filter { match.claims.terms.kind($0) == .entity }
    }
    let keys = match.claims.terms.keys
    var found: [TermID] = []
    // Most claims have one name or two in an attribute: a set would cost more than it saves.
    let sets = lists.count == 1 ? [] : lists.map { list in Set(list.map { keys[Int($0)] }) }
    var seen: Set<UInt32> = []
    for term in shortest {
      let key = keys[Int(term)]
      guard sets.allSatisfy({ $0.contains(key) }) else { continue }
      let isNew = shortest.count <= 4 ? !found.contains { keys[Int($0)] == key } : seen.insert(key).inserted
      if isNew { found.append(shown(term)) }
    }
    return found
  }

  /// The term that stands for all that are written alike.
  private func shown(_ term: TermID) -> TermID {
    let base = match.claims.knowledgeBase
    if base.terms.isAlone(term) { return term }
    return base.terms.terms(ofKey: base.terms.keys[Int(term)]).reduce(term) {
      base.terms.isShown($1, ratherThan: $0) ? $1 : $0
    }
  }
}
