/// What facts have in common that can make a pair: only facts of one block are compared.
enum BlockKey: Hashable, Sendable {
  /// Something is said to be so, or not to be so, in a place: the sense or its opposite, of whom, and the place. An entity
  /// counts by the top of its tree, a phrase by the hash of its head.
  case place(sense: Int, theme: UInt64, place: TermID)
  /// The sense or its opposite, of whom, and by whom.
  case state(sense: Int, theme: UInt64, other: UInt64)
  /// An event with a number, wherever it was.
  case number(sense: Int, theme: UInt64, bits: UInt64)
  /// The relation by its key, of whom and what.
  case plain(relation: UInt32, subject: UInt64, object: UInt64)
}

/// A block: facts that are compared with one another, and facts of parts of its place, which are compared with those.
struct Block: Sendable {
  /// The most claims of either kind that a block keeps: those with the least ids, which is as good as a drawing by lot, and
  /// the same whatever was loaded first.
  static let mostClaims = 32
  /// The most claims that are reprints of one another: two will do to tell that it was printed again, and leave room.
  static let mostReprints = 2

  /// By claim id.
  private(set) var own: [Fact] = []
  /// By claim id.
  private(set) var below: [Fact] = []

  /// Adds a fact in its order; those of one claim come one after another.
  ///
  /// - Returns: whether it is kept.
  mutating func add(_ fact: Fact, isBelow: Bool, _ ids: Column<UInt64>) -> Bool {
    if isBelow { return Self.add(fact, to: &below, ids) }
    return Self.add(fact, to: &own, ids)
  }

  private static func add(_ fact: Fact, to facts: inout [Fact], _ ids: Column<UInt64>) -> Bool {
    let id = ids[Int(fact.claim)]
    if !facts.contains(where: { $0.claim == fact.claim }) {
      let reprints = claims(facts.filter { $0.content == fact.content })
      let all = claims(facts)
      let last = reprints.count >= mostReprints ? reprints.last : all.count >= mostClaims ? all.last : nil
      if let last {
        // One goes for one that comes, so that what was left out before stays out.
        guard id < ids[Int(last)] else { return false }
        facts.removeAll { $0.claim == last }
      }
    }
    facts.insert(fact, at: facts.firstIndex { ids[Int($0.claim)] > id } ?? facts.count)
    return true
  }

  /// The claims of facts that stand in order, each once.
  private static func claims(_ facts: [Fact]) -> [UInt32] {
    var claims: [UInt32] = []
    for fact in facts where claims.last != fact.claim { claims.append(fact.claim) }
    return claims
  }
}
