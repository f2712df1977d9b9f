import ClaimModel
import Store

/// Joins claims with claims that have the same values.
///
/// What is asked of one of the two is asked before they are joined. The side that is left with fewer claims is put into a
/// hash table, of which a filter of bits says first what is not in it (Bloom 1970); the other side is looked up in it, batch
/// by batch, on all cores. A pair is given once: where a condition holds whichever way round, the earlier claim is left.
struct PairJoin: Operator {
  let pairing: BoundPairing
  private let left: [BoundCondition]
  private let right: [BoundCondition]
  /// What is asked of both.
  private let rest: [BoundCondition]

  init(_ pairing: BoundPairing, _ condition: BoundCondition?) {
    self.pairing = pairing
    let parts = condition?.conjuncts ?? []
    left = parts.compactMap { $0.ofClaim("left") }
    right = parts.compactMap { $0.ofClaim("right") }
    rest = parts.filter { $0.ofClaim("left") == nil && $0.ofClaim("right") == nil }
  }

  /// Whether claims can be joined on values of a type.
  static func canCompare(_ type: ValueType) -> Bool {
    switch type {
    case .entity, .topic, .label, .choice, .number, .date: true
    case .entities, .topics, .text, .texts, .claim: false
    }
  }

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let lefts = try rows(left, control)
    let rights = try rows(right, control)
    let isRightSmaller = rights.count <= lefts.count
    let codes = JoinCodes(pairing.keys.map { $0.column(pairing.claims) }, pairing.claims)
    let found = try JoinTable(isRightSmaller ? rights : lefts, codes, control)
      .matches(of: isRightSmaller ? lefts : rights, within: pairing.within.map { ($0, dates) }, control)
    let (left, right) = isRightSmaller ? (found.probed, found.built) : (found.built, found.probed)
    var pairs = Frame(
      table: .noun(NounTable(pairing.claims.knowledgeBase, NounTable.pair(Column(left), Column(right)))),
      rows: .all(left.count), isOrdered: false)
    for condition in rest {
      pairs = try Filter(condition: condition, table: pairs.table.nounTable).run(pairs, control)
    }
    return try withoutReversed(pairs, mayRepeat: Self.share(lefts, rights, below: pairing.claims.count), control)
  }

  var words: String {
    let keys = pairing.keys.map(\.name).joined(separator: ", ")
    let sides = zip(["left", "right"], [left, right]).filter { !$1.isEmpty }
      .map { side, parts in "\(side) ones where \(parts.map(\.explanation).joined(separator: " and "))" }
    let both = rest.isEmpty ? "" : ", keep pairs where \(rest.map(\.explanation).joined(separator: " and "))"
    let within = pairing.within.map { " and dates within \($0) days" } ?? ""
    return "join claims with the same \(keys)\(within)" + (sides.isEmpty ? "" : ", \(sides.joined(separator: ", "))")
      + both
  }

  func estimate(of rows: Int) -> Int {
    let sides = [left, right].map { parts in
      parts.reduce(pairing.claims.count) { $1.estimate(of: $0, in: pairing.claims) }
    }
    return min(sides[0], sides[1])
  }

  private var dates: DateColumn { pairing.claims.knowledgeBase.claims.date }

  /// The claims that one side may be.
  private func rows(_ parts: [BoundCondition], _ control: QueryControl) throws(QueryControl.Stop) -> Rows {
    var frame = Frame(pairing.claims)
    guard !parts.isEmpty else { return frame.rows }
    for step in Planner.operators(for: .filter(.all(parts)), of: pairing.claims, isFirst: true) {
      frame = try step.run(frame, control)
    }
    return frame.rows
  }

  private static func share(_ one: Rows, _ other: Rows, below count: Int) -> Bool {
    guard case .some(let rows) = one, case .some(let others) = other else { return true }
    let members = BitSet(rows, below: count)
    return others.contains { members.contains($0) }
  }

  /// Leaves out what is there the other way round as well, the earlier claim left.
  private func withoutReversed(
    _ frame: Frame, mayRepeat: Bool, _ control: QueryControl
  ) throws(QueryControl.Stop) -> Frame {
    guard mayRepeat else { return frame }
    let (left, right) = (frame.table.nounTable.bindings[0].values, frame.table.nounTable.bindings[1].values)
    let base = pairing.claims.knowledgeBase
    let rows = frame.rows.list
    try control.take(rows.count * 32)
    var inOrder: Set<UInt64> = []
    for row in rows where base.claimPrecedes(left[Int(row)], right[Int(row)]) {
      inOrder.insert(UInt64(left[Int(row)]) << 32 | UInt64(right[Int(row)]))
    }
    return frame.keeping(
      rows.filter { row in
        let (one, other) = (left[Int(row)], right[Int(row)])
        return base.claimPrecedes(one, other) || !inOrder.contains(UInt64(other) << 32 | UInt64(one))
      })
  }
}

extension BoundCondition {
  /// The same of a claim, where it is said of the claim on one side alone; nil for any other condition.
  fileprivate func ofClaim(_ side: String) -> BoundCondition? {
    switch self {
    case .all(let parts):
      let parts = parts.map { $0.ofClaim(side) }
      return parts.contains { $0 == nil } ? nil : .all(parts.compactMap(\.self))
    case .any(let parts):
      let parts = parts.map { $0.ofClaim(side) }
      return parts.contains { $0 == nil } ? nil : .any(parts.compactMap(\.self))
    case .test(var test):
      guard case .attribute(let attribute) = test.column.expression, attribute.isOfOneSide,
        attribute.name.hasPrefix(side + "."),
        let plain = Nouns.claims.attribute(named: String(attribute.name.dropFirst(side.count + 1)))
      else { return nil }
      if case .attribute = test.predicate { return nil }
      test.column.expression = .attribute(plain)
      return .test(test)
    }
  }
}
