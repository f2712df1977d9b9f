import ClaimModel
import Store

/// Joins claims with claims that have the same values.
///
/// What is asked of one of the two is asked before they are joined. The side that is left with fewer claims is put into a
/// hash table, of which a filter of bits says first what is not in it (Bloom 1970); the other side goes through its tests and
/// is looked up in it batch by batch, on all cores. Where only the first pairs in the order of one of their claims are wanted,
/// claims are passed over that come after what has been found. A pair is given once: where a condition holds whichever way
/// round, the earlier claim is left.
struct PairJoin: Operator {
  let pairing: BoundPairing
  private let left: [BoundCondition]
  private let right: [BoundCondition]
  /// Attributes of the two that are compared with one another.
  private let comparisons: [SideComparison]
  /// What else is asked of both.
  private let rest: [BoundCondition]

  /// Which pairs are wanted, where not all are.
  private let wanted: FirstPairs?

  init(_ pairing: BoundPairing, _ condition: BoundCondition?, _ wanted: FirstPairs?) {
    self.pairing = pairing
    let parts = condition?.conjuncts ?? []
    left = parts.compactMap { $0.ofClaim("left") }
    right = parts.compactMap { $0.ofClaim("right") }
    comparisons = parts.compactMap { SideComparison($0) }
    rest = parts.filter { $0.ofClaim("left") == nil && $0.ofClaim("right") == nil && SideComparison($0) == nil }
    self.wanted = rest.isEmpty ? wanted : nil
  }

  /// Whether claims can be joined on values of a type.
  static func canCompare(_ type: ValueType) -> Bool {
    switch type {
    case .entity, .topic, .label, .choice, .number, .date: true
    case .entities, .topics, .text, .texts, .claim: false
    }
  }

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let lefts = try side(left, control)
    let rights = try side(right, control)
    let isRightSmaller = rights.estimate <= lefts.estimate
    let built = try (isRightSmaller ? rights : lefts).kept(control)
    let keys = JoinKeys(pairing.keys.map { $0.column(pairing.claims) }, pairing.claims, for: built)
    var tests = comparisons.map { $0.test(pairing.claims) }
    if let days = pairing.within { tests.append(nearness(days)) }
    if rest.isEmpty { tests.append(isFirstWayRound(lefts, rights, tests, leftIsNear: isRightSmaller)) }
    let table = try JoinTable(built, keys, pairing.claims.knowledgeBase.spellings, control)
    let found = try JoinProbe.pairs(
      of: isRightSmaller ? lefts : rights, isLeft: isRightSmaller, in: table, where: tests,
      cut(ofLeft: isRightSmaller, lefts.rows.count), control)
    let (left, right) = isRightSmaller ? (found.probed, found.built) : (found.built, found.probed)
    var pairs = Frame(
      table: .noun(NounTable(pairing.claims.knowledgeBase, NounTable.pair(Column(left), Column(right)))),
      rows: .all(left.count), isOrdered: false)
    if rest.isEmpty { return pairs }
    for condition in rest {
      pairs = try Filter(condition: condition, table: pairs.table.nounTable).run(pairs, control)
    }
    return try withoutReversed(pairs, control)
  }

  var words: String {
    let keys = pairing.keys.map(\.name).joined(separator: ", ")
    let sides = zip(["left", "right"], [left, right]).filter { !$1.isEmpty }
      .map { side, parts in "\(side) ones where \(parts.map(\.explanation).joined(separator: " and "))" }
    let asked = comparisons.map(\.explanation) + rest.map(\.explanation)
    let both = asked.isEmpty ? "" : ", keep pairs where \(asked.joined(separator: " and "))"
    let within = pairing.within.map { " and dates within \($0) days" } ?? ""
    return "join claims with the same \(keys)\(within)" + (sides.isEmpty ? "" : ", \(sides.joined(separator: ", "))")
      + both + (wanted.map { ", as far as they can be among the first \($0.count)\($0.order)" } ?? "")
  }

  func estimate(of rows: Int) -> Int {
    let sides = [left, right].map { parts in
      parts.reduce(pairing.claims.count) { $1.estimate(of: $0, in: pairing.claims) }
    }
    return min(sides[0], sides[1])
  }

  /// Whether the dates of two claims are near enough; a claim without a date is near none.
  private func nearness(_ days: Int) -> any PairTest {
    let dates = pairing.claims.knowledgeBase.claims.date
    return AnyPairTest { one, other in
      if dates.isMissing(Int(one)) || dates.isMissing(Int(other)) { return false }
      let (start, end) = (Int(dates.first(Int(one))), Int(dates.last(Int(one))))
      let (otherStart, otherEnd) = (Int(dates.first(Int(other))), Int(dates.last(Int(other))))
      return max(start - otherEnd, otherStart - end) <= days
    }
  }

  /// The claims that one side may be. Tests of single values at the end are left for when the claims are gone through.
  private func side(_ parts: [BoundCondition], _ control: QueryControl) throws(QueryControl.Stop) -> JoinSide {
    var frame = Frame(pairing.claims)
    guard !parts.isEmpty else { return JoinSide(rows: frame.rows, tests: []) }
    var steps = Planner.operators(for: .filter(.all(parts)), of: pairing.claims, isFirst: true)[...]
    var tests: [any RowTest] = []
    while let filter = steps.last as? Filter, !filter.usesIndex, case .test(let test) = filter.condition {
      tests.insert(test.test(of: frame.table), at: 0)
      steps.removeLast()
    }
    for step in steps { frame = try step.run(frame, control) }
    return JoinSide(rows: frame.rows, tests: tests)
  }

  /// What passes over claims that come after the pairs that are wanted; nil where these are not in the order of the claims
  /// that are looked up.
  private func cut(ofLeft isLeft: Bool, _ count: Int) -> PairCut? {
    guard let wanted else { return nil }
    switch wanted.key {
    case .shown:
      let ranks = pairing.claims.knowledgeBase.articleRanks(toCompare: count)
      guard isLeft, !ranks.isEmpty else { return nil }
      let claims = pairing.claims.knowledgeBase.claims
      return PairCut(RowRanks(articleRanks: ranks, of: claims), wanted: wanted.count)
    case .value(let attribute, let isOfLeft, let isDescending):
      let vector = attribute.column(pairing.claims)
      guard isLeft == isOfLeft, let ranks = RowRanks(vector, pairing.claims, isDescending: isDescending) else {
        return nil
      }
      return PairCut(ranks, wanted: wanted.count)
    }
  }

  /// Whether a pair is not there the other way round as well, or has the earlier claim left. `leftIsNear` where the left claims
  /// have just been read.
  private func isFirstWayRound(
    _ lefts: JoinSide, _ rights: JoinSide, _ tests: [any PairTest], leftIsNear: Bool
  ) -> any PairTest {
    let isLeft = lefts.contains(below: pairing.claims.count)
    let isRight = rights.contains(below: pairing.claims.count)
    let base = pairing.claims.knowledgeBase
    // The ranks of articles are worth it where many can stand either way round.
    let ranks = lefts.sample.contains(where: isRight) ? base.articleRanks(toCompare: lefts.rows.count) : []
    return AnyPairTest { left, right in
      // What is near is asked first.
      let canBeTurned = leftIsNear ? isRight(left) && isLeft(right) : isLeft(right) && isRight(left)
      guard canBeTurned, tests.allSatisfy({ $0.holds(right, left) }) else { return true }
      return base.claimPrecedes(left, right, ranks)
    }
  }

  /// Leaves out what is there the other way round as well, the earlier claim left.
  private func withoutReversed(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let (left, right) = (frame.table.nounTable.bindings[0].values, frame.table.nounTable.bindings[1].values)
    let lefts = BitSet(frame.rows.list.lazy.map { left[Int($0)] }, below: pairing.claims.count)
    let rows = frame.rows.list
    guard rows.contains(where: { lefts.contains(right[Int($0)]) }) else { return frame }
    let base = pairing.claims.knowledgeBase
    let ranks = base.articleRanks(toCompare: rows.count)
    try control.take(rows.count * 32)
    var inOrder: Set<UInt64> = []
    for row in rows where base.claimPrecedes(left[Int(row)], right[Int(row)], ranks) {
      inOrder.insert(UInt64(left[Int(row)]) << 32 | UInt64(right[Int(row)]))
    }
    return frame.keeping(
      rows.filter { row in
        let (one, other) = (left[Int(row)], right[Int(row)])
        return base.claimPrecedes(one, other, ranks) || !inOrder.contains(UInt64(other) << 32 | UInt64(one))
      })
  }
}

/// How many pairs are wanted, and the first of what they are put in order by.
struct FirstPairs: Sendable {
  enum Key: Sendable {
    /// The order in which pairs are shown: that of their left claims.
    case shown
    /// An attribute of the claim on one side.
    case value(Attribute, isOfLeft: Bool, isDescending: Bool)
  }

  let count: Int
  let key: Key

  /// The pairs that come first as they are shown; nil where that is none, or very many.
  init?(_ count: Int?) {
    guard let count, 1...PairCut.most ~= count else { return nil }
    self.count = count
    key = .shown
  }

  /// The pairs that come first in some order; nil also where that is not one of single claims.
  init?(_ count: Int?, by keys: [BoundQuery.SortKey]) {
    guard let count, 1...PairCut.most ~= count, let first = keys.first,
      let side = SideComparison.side(first.column.expression)
    else { return nil }
    self.count = count
    key = .value(side.attribute, isOfLeft: side.isLeft, isDescending: first.isDescending)
  }

  /// The order in words.
  fileprivate var order: String {
    guard case .value(let attribute, let isOfLeft, _) = key else { return "" }
    return " by \(isOfLeft ? "left" : "right").\(attribute.name)"
  }
}

/// A comparison of an attribute of the left claim or the right one with one of either: `left.source != right.source`.
private struct SideComparison: Sendable {
  let explanation: String
  private let sides: [(isLeft: Bool, attribute: Attribute)]
  private let comparison: AttributeComparison
  private let isNegated: Bool

  /// Nil for any other condition.
  init?(_ condition: BoundCondition) {
    guard case .test(let test) = condition, case .attribute(let comparison) = test.predicate else { return nil }
    self.comparison = comparison
    isNegated = test.isNegated
    explanation = test.explanation
    sides = [test.column.expression, comparison.other.expression].compactMap(Self.side)
    if sides.count < 2 { return nil }
  }

  fileprivate static func side(_ expression: Expression) -> (isLeft: Bool, attribute: Attribute)? {
    guard case .attribute(let attribute) = expression, attribute.isOfOneSide else { return nil }
    let parts = attribute.name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let plain = Nouns.claims.attribute(named: String(parts[1])) else { return nil }
    return (parts[0] == "left", plain)
  }

  /// The test of a left claim and a right one.
  func test(_ claims: NounTable) -> any PairTest {
    let vectors = sides.map { $0.attribute.column(claims) }
    if sides[0].isLeft, !sides[1].isLeft {
      return comparison.test(vectors[0], vectors[1], claims, wanted: !isNegated)
    }
    let verdict = comparison.verdict(vectors[0], vectors[1], claims)
    let wanted = !isNegated
    if sides[0].isLeft == sides[1].isLeft {
      let isLeft = sides[0].isLeft
      return AnyPairTest { left, right in
        let row = isLeft ? left : right
        return verdict(row, row) == wanted
      }
    }
    return AnyPairTest { left, right in verdict(right, left) == wanted }
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
