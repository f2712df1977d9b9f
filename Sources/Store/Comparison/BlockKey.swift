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
  /// The most facts of either kind that a block keeps: those whose claims have the least ids, which is as good as a
  /// drawing by lot, and the same whatever was loaded first.
  static let mostFacts = 32

  /// By claim id.
  private(set) var own: [Fact] = []
  /// By claim id.
  private(set) var below: [Fact] = []

  /// Adds a fact in its order.
  ///
  /// - Returns: whether it is kept.
  mutating func add(_ fact: Fact, isBelow: Bool, _ ids: [UInt64]) -> Bool {
    if isBelow { return Self.add(fact, to: &below, ids) }
    return Self.add(fact, to: &own, ids)
  }

  private static func add(_ fact: Fact, to facts: inout [Fact], _ ids: [UInt64]) -> Bool {
    let id = ids[Int(fact.claim)]
    let place = facts.firstIndex { ids[Int($0.claim)] > id } ?? facts.count
    guard place < mostFacts else { return false }
    facts.insert(fact, at: place)
    if facts.count > mostFacts { facts.removeLast() }
    return true
  }
}
