import Store

/// The search for what the variables of a match stand for: each step makes of a batch of what is bound so far the batches
/// with one variable more.
struct MatchSearch: Sendable {
  private let plan: MatchPlan
  private let candidates: MatchCandidates
  private let control: QueryControl
  private let edges: [MatchEdge]
  private let names: MatchNames
  /// For each step that wants each value once, those that have been met.
  private var met: [BitSet?]
  /// What was found for each variable that is wanted.
  private(set) var found: [[UInt32]]
  /// Whether another thread looks at the rest.
  private var isPart = false

  /// Some ways to bind the variables so far.
  private struct Batch: Sendable {
    var count: Int
    /// The value of each variable that is asked for later.
    var values: [[UInt32]]

    /// Some of them.
    func part(_ range: Range<Int>) -> Batch {
      Batch(count: range.count, values: values.map { $0.isEmpty ? [] : Array($0[range]) })
    }
  }

  /// Values of the next variable, and the place of what they go with in the batch.
  private struct Extensions {
    var owners: [UInt32] = []
    var values: [UInt32] = []

    mutating func append(_ owner: Int, _ value: UInt32) {
      owners.append(UInt32(owner))
      values.append(value)
    }

    mutating func append(_ owner: Int, _ some: [UInt32]) {
      owners.append(contentsOf: repeatElement(UInt32(owner), count: some.count))
      values += some
    }

    /// Keeps those for which `holds`, given the place of what they go with and the value.
    @inline(__always)
    mutating func filter(_ holds: (Int, UInt32) -> Bool) {
      var count = 0
      for place in values.indices {
        let (owner, value) = (owners[place], values[place])
        owners[count] = owner
        values[count] = value
        count += holds(Int(owner), value) ? 1 : 0
      }
      owners.removeLast(owners.count - count)
      values.removeLast(values.count - count)
    }
  }

  init(_ plan: MatchPlan, _ candidates: MatchCandidates, _ control: QueryControl) {
    self.plan = plan
    self.candidates = candidates
    self.control = control
    let match = candidates.match
    names = MatchNames(match.claims)
    edges = match.edges.map { MatchEdge($0, match.claims) }
    let most = max(match.claims.count, match.claims.terms.count)
    met = plan.steps.map { $0.isAlone ? BitSet(below: most) : nil }
    found = [[UInt32]](repeating: [], count: match.variables.count)
  }

  /// Finds all that fits.
  mutating func run() throws(QueryControl.Stop) {
    try extend(Batch(count: 1, values: [[UInt32]](repeating: [], count: found.count)), at: 0)
  }

  /// How many ways make a batch.
  private static let batch = 4096

  private mutating func extend(_ batch: Batch, at depth: Int) throws(QueryControl.Stop) {
    try control.check()
    guard depth < plan.steps.count else {
      try control.take(batch.count * 4 * plan.wanted.count)
      for variable in plan.wanted { found[variable] += batch.values[variable] }
      return
    }
    if try extendInParts(batch, at: depth) { return }
    let step = plan.steps[depth]
    var extensions = Extensions()
    if candidates.match.variables[step.variable].kind == .name, let (edge, claim) = step.edges.first {
      let met = met[depth]
      edges[edge].names.forEachName(of: batch.values[claim], names, where: { !(met?.contains($0) ?? false) }) {
        extensions.append($0, $1)
      }
      return try handOn(&extensions, of: batch, at: depth)
    }
    for place in 0..<batch.count {
      let before = extensions.values.count
      switch candidates.match.variables[step.variable].kind {
      case .claim: appendClaims(step, batch, place, to: &extensions)
      case .name: appendNames(step, batch, place, to: &extensions)
      }
      try control.take((extensions.values.count - before) / Self.batch * Self.batch * 8)
      guard extensions.values.count >= Self.batch else { continue }
      try handOn(&extensions, of: batch, at: depth)
    }
    try handOn(&extensions, of: batch, at: depth)
  }

  /// Goes on with parts of a batch on a thread each where many claims have to be looked at, and the parts find together
  /// what one thread would; false where they do not.
  private mutating func extendInParts(_ batch: Batch, at depth: Int) throws(QueryControl.Stop) -> Bool {
    let (step, last) = (plan.steps[depth], plan.steps.count - 1)
    guard !isPart, batch.count > 1, control.threads.most > 1, let (edge, other) = step.edges.first,
      candidates.match.variables[step.variable].kind == .claim,
      plan.steps[depth..<last].allSatisfy({ !$0.isAlone })
    else { return false }
    let starts = batch.values[other].reduce(into: [0]) { starts, name in
      starts.append(starts[starts.count - 1] + edges[edge].claimCount(of: names.all(name)))
    }
    let threads = Parallel.ranges(starts[batch.count], control).count
    if threads < 2 { return false }
    var start = self
    start.isPart = true
    start.found = [[UInt32]](repeating: [], count: found.count)
    let parts = try Parallel.parts(Parallel.evenRanges(starts, threads)) {
      [start] (range) throws(QueryControl.Stop) -> [[UInt32]] in
      var search = start
      try search.extend(batch.part(range), at: depth)
      return search.found
    }
    for part in parts { add(part, at: last) }
    return true
  }

  /// Adds what a part has found; where the last step wants each value once, those that no other part has found.
  private mutating func add(_ part: [[UInt32]], at last: Int) {
    guard var met = met[last] else {
      for variable in plan.wanted { found[variable] += part[variable] }
      return
    }
    self.met[last] = nil
    let variable = plan.steps[last].variable
    found[variable] += part[variable].filter { value in
      defer { met.insert(value) }
      return !met.contains(value)
    }
    self.met[last] = met
  }

  /// Makes the next batch of those that meet what is asked.
  private mutating func handOn(
    _ extensions: inout Extensions, of batch: Batch, at depth: Int
  ) throws(QueryControl.Stop) {
    let step = plan.steps[depth]
    filter(&extensions, step, batch, met: depth)
    let count = extensions.values.count
    guard count > 0 else { return }
    var next = Batch(count: count, values: [[UInt32]](repeating: [], count: found.count))
    for variable in step.live where variable != step.variable {
      let values = batch.values[variable]
      next.values[variable] = extensions.owners.map { values[Int($0)] }
    }
    if !step.isForgotten { next.values[step.variable] = extensions.values }
    extensions.owners.removeAll(keepingCapacity: true)
    extensions.values.removeAll(keepingCapacity: true)
    try extend(next, at: depth + 1)
  }

  private mutating func filter(
    _ extensions: inout Extensions, _ step: MatchPlan.Step, _ batch: Batch, met depth: Int
  ) {
    if let domain = candidates.claims[step.variable] { extensions.filter { domain.members.contains($1) } }
    if let domain = candidates.names[step.variable] { extensions.filter { domain.keys.contains(names.key($1)) } }
    let isClaim = candidates.match.variables[step.variable].kind == .claim
    for (edge, other) in step.edges where step.edges.count > 1 || candidates.claims[step.variable] != nil {
      let (values, edge) = (batch.values[other], edges[edge].names)
      extensions.filter { isClaim ? edge.has(values[$0], $1, names) : edge.has($1, values[$0], names) }
    }
    for whole in step.wholes {
      let values = batch.values[whole]
      extensions.filter { names.isPart($1, of: values[$0]) }
    }
    for part in step.parts {
      let values = batch.values[part]
      extensions.filter { names.isPart(values[$0], ofKeyOf: $1) }
    }
    for test in step.tests { filter(&extensions, test, step.variable, batch) }
    if step.isForgotten {
      var last = UInt32.max
      extensions.filter { owner, _ in
        defer { last = UInt32(owner) }
        return last != UInt32(owner)
      }
    }
    guard var met = met[depth] else { return }
    self.met[depth] = nil
    extensions.filter { _, value in
      defer { met.insert(value) }
      return !met.contains(value)
    }
    self.met[depth] = met
  }

  private func filter(_ extensions: inout Extensions, _ test: MatchTest, _ variable: Int, _ batch: Batch) {
    let wanted = !test.isNegated
    switch test.kind {
    case .isAmong(let set):
      let members = BitSet(set.terms(candidates.match.claims), below: candidates.match.claims.terms.count)
      extensions.filter { members.contains($1) == wanted }
    case .isSame(let other):
      guard let bound = [test.variable, other].first(where: { $0 != variable }) else {
        return extensions.filter { _, _ in wanted }
      }
      let values = batch.values[bound]
      extensions.filter { (values[$0] == $1) == wanted }
    }
  }

  // MARK: What a variable could be

  /// The claims of the shortest list that goes with what is bound.
  private func appendClaims(_ step: MatchPlan.Step, _ batch: Batch, _ place: Int, to extensions: inout Extensions) {
    var best: (count: Int, edge: Int?) = (
      candidates.claims[step.variable]?.rows.count ?? candidates.match.claims.count, nil
    )
    for (number, other) in step.edges {
      let count = edges[number].claimCount(of: names.all(batch.values[other][place]))
      if count < best.count { best = (count, number) }
    }
    guard let edge = best.edge, let other = step.edges.first(where: { $0.edge == edge })?.other else {
      let rows = candidates.claims[step.variable]?.rows ?? Array(0..<UInt32(candidates.match.claims.count))
      return extensions.append(place, rows)
    }
    extensions.append(place, edges[edge].claims(of: names.all(batch.values[other][place])))
  }

  /// The names of the shortest list that goes with what is bound; any entity where there is none.
  private func appendNames(_ step: MatchPlan.Step, _ batch: Batch, _ place: Int, to extensions: inout Extensions) {
    let claims = candidates.match.claims
    let lists =
      step.wholes.map { claims.trees.partsAndPhrases(of: batch.values[$0][place]) }
      + step.parts.map { [batch.values[$0][place]] + claims.terms.chain(above: batch.values[$0][place]) }
      + [candidates.names[step.variable]?.terms].compactMap(\.self)
    guard let shortest = lists.min(by: { $0.count < $1.count }) else {
      for term in 1..<TermID(max(claims.terms.count, 1)) where claims.terms.kind(term) == .entity {
        extensions.append(place, term)
      }
      return
    }
    var known: Set<TermID> = []
    for term in shortest where known.insert(names.shown(term)).inserted { extensions.append(place, names.shown(term)) }
  }
}
