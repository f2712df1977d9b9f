import ClaimModel
import Store

/// Looks up what the words of a query stand for.
///
/// A file for each part: operands, conditions, names.
struct Binder {
  let knowledgeBase: KnowledgeBase
  let mode: QueryEngine.Mode
  let definitions: Definitions
  /// The day that relative dates are counted from.
  let today: Day?
  var faults: [Fault] = []
  var datedWords: [DatedWords] = []
  /// Whether it is a condition that is being looked up.
  var isInCondition = false
  var table: NounTable
  var scope: Scope
  /// The columns that the last `show` named.
  var shown: [BoundQuery.Column]?

  /// Looks up a whole query.
  ///
  /// - Returns: the query, and what is wrong with it; it may be run where nothing of that is an error.
  static func bind(
    _ query: Query, over knowledgeBase: KnowledgeBase, mode: QueryEngine.Mode, _ definitions: Definitions,
    _ today: Day?,
    lostColumns: Bool = false
  ) -> (query: BoundQuery, faults: [Fault])? {
    guard let noun = query.pairing == nil ? Nouns.named(query.noun.text) : Nouns.pairs else { return nil }
    let table = noun.rows(knowledgeBase)
    var binder = Binder(
      knowledgeBase: knowledgeBase, mode: mode, definitions: definitions, today: today, table: table, scope: .noun(noun)
    )
    var bound = BoundQuery(table: table, noun: noun)
    bound.pairing = query.pairing.map { binder.bind($0) }
    var clauses = query.clauses[...]
    if binder.bindMatch(of: query, into: &bound) {
      clauses.removeFirst()
      // Without its variables nothing that follows can be looked up.
      if binder.faults.contains(where: { !$0.isWarning }) { clauses = [] }
    }
    for clause in clauses {
      if lostColumns, !clause.isBoundAlone { break }
      binder.bind(clause, into: &bound)
    }
    bound.columns = binder.shown ?? binder.scope.defaultColumns
    bound.datedWords += binder.datedWords
    bound.isExplained = query.isExplained
    bound.warnings = binder.faults.filter(\.isWarning)
    return (bound, binder.faults)
  }

  /// Looks up the patterns that a query starts with; false where it starts otherwise.
  mutating func bindMatch(of query: Query, into bound: inout BoundQuery) -> Bool {
    guard case .match(let patterns, _) = query.clauses.first, query.pairing == nil, bound.noun.name == Nouns.claims.name
    else { return false }
    let match = bind(patterns)
    let noun = Self.noun(of: match)
    scope = .noun(noun)
    bound.match = match
    bound.noun = noun
    bound.table = noun.rows(knowledgeBase)
    table = bound.table
    return true
  }

  /// Looks up what pairs of claims agree in.
  private mutating func bind(_ pairing: Pairing) -> BoundPairing {
    var keys: [Attribute] = []
    for key in pairing.keys {
      guard let attribute = Nouns.claims.attribute(named: key.text) else {
        let near = Spelling.near(key.text.lowercased(), in: Nouns.claims.attributes.map(\.name))
        faults.append(
          Fault(
            .unknownAttribute(key.text, of: Nouns.claims.name, near: near, elsewhere: nil), at: key.spot.range))
        continue
      }
      if PairJoin.canCompare(attribute.type) {
        keys.append(attribute)
      } else {
        faults.append(Fault(.unpairable(attribute.name), at: key.spot.range))
      }
    }
    return BoundPairing(keys: keys, within: pairing.within?.days, claims: Nouns.claims.rows(knowledgeBase))
  }

  mutating func bind(_ clause: Clause, into query: inout BoundQuery) {
    switch clause {
    case .filter(let condition):
      isInCondition = true
      defer { isInCondition = false }
      if let bound = bind(condition, isNegated: false) { query.steps.append(.filter(bound)) }
    case .group(let keys, let across):
      let columns = keys.compactMap { column($0) }
      let spread = across.flatMap { column($0) }
      guard columns.count == keys.count else { return }
      group(by: columns, in: &query)
      query.across = spread
    case .show(let columns): bindShow(columns, into: &query)
    case .sort(let keys):
      let bound = keys.compactMap { key in
        column(key.operand).map { BoundQuery.SortKey(column: $0, isDescending: key.isDescending) }
      }
      if !bound.isEmpty { query.steps.append(.sort(bound)) }
    case .limit(let count): query.steps.append(.limit(count))
    case .skip(let count): query.steps.append(.skip(count))
    case .sample(let count, let seed): query.steps.append(.sample(count, seed: seed))
    case .combine(let kind, let other, let spot): bindCombination(kind, other, spot, into: &query)
    case .match(_, let spot): faults.append(Fault(.misplacedMatch, at: spot.range))
    case .format(let name):
      query.picture = query.format
      query.format = name.text
    }
  }

  private mutating func group(by keys: [BoundQuery.Column], in query: inout BoundQuery) {
    query.steps.append(.group(keys))
    scope = .groups(keys, of: scope)
    shown = nil
    query.across = nil
  }

  private mutating func bindCombination(
    _ kind: Clause.Combination, _ other: Query, _ spot: Spot, into query: inout BoundQuery
  ) {
    guard let (bound, found) = Self.bind(other, over: knowledgeBase, mode: mode, definitions, today) else { return }
    faults += found
    datedWords += bound.datedWords
    let isGrouped = bound.steps.contains { if case .group = $0 { true } else { false } }
    guard bound.noun.name == scope.noun.name, bound.pairing == nil, bound.match == nil, query.match == nil, !isGrouped,
      !scope.isGrouped
    else {
      faults.append(Fault(.unlikeRows(kind.rawValue, noun: bound.noun.name), at: spot.range))
      return
    }
    query.steps.append(.combine(kind, bound))
  }

  // MARK: show

  private mutating func bindShow(_ columns: [Clause.Shown], into query: inout BoundQuery) {
    let isAll = columns.count == 1 && columns[0].operand.attribute?.text == "*"
    if isAll {
      shown = scope.allColumns.filter { !$0.isOfBothSides }
      return
    }
    if !scope.isGrouped, !groupForAggregates(columns, in: &query) { return }
    var bound: [BoundQuery.Column] = []
    for shown in columns {
      guard var column = column(shown.operand) else { continue }
      if let name = shown.name?.text { column.name = name }
      if bound.contains(where: { $0.name == column.name }) {
        faults.append(Fault(.sameColumnTwice(column.name), at: shown.name?.spot.range ?? shown.operand.spot.range))
      }
      bound.append(column)
    }
    shown = bound
    query.across = nil
  }

  /// Makes one group of all rows where nothing but aggregates is asked for; false, with an error, where both are.
  private mutating func groupForAggregates(_ columns: [Clause.Shown], in query: inout BoundQuery) -> Bool {
    let aggregates = columns.filter { isAggregate($0.operand) }
    guard let aggregate = aggregates.first else { return true }
    if let plain = columns.first(where: { !isAggregate($0.operand) }) {
      let attribute = QueryPrinter.text(of: plain.operand)
      let reason = Fault.Reason.aggregateWithoutGroup(
        attribute: attribute, aggregate: QueryPrinter.text(of: aggregate.operand))
      faults.append(Fault(reason, at: plain.operand.spot.range))
      return false
    }
    group(by: [], in: &query)
    return true
  }
}

extension Clause {
  /// Whether it can be looked up where an earlier clause that names columns is wrong.
  fileprivate var isBoundAlone: Bool {
    switch self {
    case .filter, .limit, .skip, .sample, .format: true
    default: false
    }
  }
}
