import Store

/// The order in which the variables of a match are bound, and what is known when each is.
struct MatchPlan: Sendable {
  /// The binding of one variable.
  struct Step: Sendable {
    var variable: Int
    /// The edges, by number, whose other end is bound, and that end.
    var edges: [(edge: Int, other: Int)] = []
    /// The bound names that this one is a part of, and those that are a part of it.
    var wholes: [Int] = []
    var parts: [Int] = []
    /// The tests of which all variables are bound now.
    var tests: [MatchTest] = []
    /// The bound variables that are asked for later, this one among them.
    var live: [Int] = []
    /// Whether only this one is, and each of its values is wanted once.
    var isAlone = false
    /// Whether it need only be seen that there is one.
    var isForgotten = false
  }

  private(set) var steps: [Step] = []
  /// The variables whose values are the result.
  let wanted: Set<Int>

  init(_ match: BoundMatch, _ candidates: MatchCandidates, wanted: Set<Int>?) {
    self.wanted = wanted ?? Set(match.variables.indices)
    for variable in Self.order(match, candidates) {
      let bound = Set(steps.map(\.variable))
      var step = Step(variable: variable)
      for (number, edge) in match.edges.enumerated() {
        if edge.claim == variable, bound.contains(edge.name) { step.edges.append((number, edge.name)) }
        if edge.name == variable, bound.contains(edge.claim) { step.edges.append((number, edge.claim)) }
      }
      step.wholes = match.parts.filter { $0.part == variable && bound.contains($0.whole) }.map(\.whole)
      step.parts = match.parts.filter { $0.whole == variable && bound.contains($0.part) }.map(\.part)
      step.tests = match.tests.filter { test in
        test.variables.contains(variable) && test.variables.allSatisfy { $0 == variable || bound.contains($0) }
      }
      steps.append(step)
    }
    var live = self.wanted
    for place in steps.indices.reversed() {
      let bound = Set(steps[...place].map(\.variable))
      steps[place].live = live.intersection(bound).sorted()
      if wanted != nil {
        steps[place].isAlone = steps[place].live == [steps[place].variable]
        steps[place].isForgotten = !live.contains(steps[place].variable)
      }
      let step = steps[place]
      live.formUnion(step.edges.map(\.other) + step.wholes + step.parts + step.tests.flatMap(\.variables))
    }
  }

  /// The variable with the fewest candidates first, then always the one with the fewest that hangs on those before it.
  private static func order(_ match: BoundMatch, _ candidates: MatchCandidates) -> [Int] {
    var order: [Int] = []
    while order.count < match.variables.count {
      let left = match.variables.indices.filter { !order.contains($0) }
      let next = left.min { guess($0, order, match, candidates) < guess($1, order, match, candidates) }
      order.append(next ?? left[0])
    }
    return order
  }

  /// About how many candidates a variable has once others are bound.
  private static func guess(
    _ variable: Int, _ bound: [Int], _ match: BoundMatch, _ candidates: MatchCandidates
  ) -> Int {
    let neighbours = match.edges.filter { $0.claim == variable || $0.name == variable }
      .filter { bound.contains($0.claim) || bound.contains($0.name) }
    switch match.variables[variable].kind {
    case .claim:
      let own = candidates.claims[variable]?.rows.count ?? match.claims.count
      return neighbours.isEmpty ? own : min(own, 100)
    case .name:
      if !neighbours.isEmpty { return 1 }
      if match.parts.contains(where: {
        $0.part == variable && bound.contains($0.whole) || $0.whole == variable && bound.contains($0.part)
      }) {
        return 50
      }
      // Any name at all: what claims have is known once they are bound.
      return candidates.names[variable].map { $0.terms.count + 1000 } ?? .max
    }
  }
}

/// What the variables of a match may stand for, as far as that hangs on nothing else.
struct MatchCandidates: Sendable {
  let match: BoundMatch
  /// The claims that each variable may be by its own conditions; nil for all claims, and for names.
  private(set) var claims: [(rows: [UInt32], members: BitSet)?] = []
  /// The names that each variable may be, and their keys; nil for all.
  private(set) var names: [(terms: [TermID], keys: BitSet)?] = []

  init(_ match: BoundMatch, _ control: QueryControl) throws(QueryControl.Stop) {
    self.match = match
    let terms = match.claims.terms
    for variable in match.variables {
      claims.append(try Self.claims(variable, match.claims, control))
      names.append(
        variable.names.map { set in
          let names = set.terms(match.claims)
          return (names, BitSet(names.lazy.map { terms.keys[Int($0)] }, below: terms.keyTexts.count))
        })
    }
  }

  private static func claims(
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
}
