import Store

/// The rows of a noun over a knowledge base, and the claims that each rests on.
final class NounTable: Sendable {
  let knowledgeBase: KnowledgeBase
  /// How many rows there are.
  let count: Int
  /// How the rows are shown where no other order is asked for.
  let order: RowOrder
  /// What the rows stand for where they are names: a term each.
  let names: [TermID]
  /// The triples, where the rows are triples.
  let triples: TripleColumns?
  /// What each row stands for, where rows are joined of others: claims or names, a column for each. Of pairs the left claim
  /// and the right one.
  let bindings: [Binding]
  /// What is known of the pairs, where they were found by comparing claims.
  let pairs: ClaimPairs?

  private let findClaims: (@Sendable () -> ListColumn)?
  private let foundClaims = Lazy<ListColumn>()
  private let ranks = Lazy<[UInt32]>()

  /// Rows over a knowledge base's own terms, or over those of triples.
  init(
    _ knowledgeBase: KnowledgeBase, count: Int, order: RowOrder, claims: (@Sendable () -> ListColumn)?,
    names: [TermID] = [], triples: TripleColumns? = nil,
    bindings: [Binding] = [], pairs: ClaimPairs? = nil
  ) {
    self.knowledgeBase = knowledgeBase
    self.count = count
    self.order = order
    findClaims = claims
    self.names = names
    self.triples = triples
    self.bindings = bindings
    self.pairs = pairs
  }

  /// Rows that are joined of others, in the order of what the first column stands for, then the second, and so on.
  convenience init(_ knowledgeBase: KnowledgeBase, _ bindings: [Binding], pairs: ClaimPairs? = nil) {
    let count = bindings.first?.values.count ?? 0
    self.init(
      knowledgeBase, count: count, order: pairs == nil ? .joined : .byNumber,
      claims: {
        let columns = bindings.filter { $0.kind == .claim }.map(\.values)
        var claims = ListColumn()
        for row in 0..<count { claims.append(columns.map { $0[row] }) }
        return claims
      }, bindings: bindings, pairs: pairs)
  }

  /// The claims that each row rests on; nil where the rows are the claims themselves.
  var claims: ListColumn? { findClaims.map { find in foundClaims.value { find() } } }

  /// The first few of some rows that go up by number, in order.
  func inOrder(_ rows: Rows, first count: Int) -> [UInt32] {
    switch order {
    case .byNumber: return rows.part(0..<count)
    case .given(let order): return filtered(order, rows, count)
    case .joined: return joinedInOrder(rows, first: count)
    case .sentences: return filtered(knowledgeBase.sentenceOrder, rows, count)
    case .claims:
      // A few are put in order for themselves; of many only the first articles are looked at where few are wanted.
      if rows.count < self.count / 16 { return claimsInOrder(rows, first: count) }
      if count < rows.count / 64 {
        guard case .some(let some) = rows else { return knowledgeBase.firstClaims(count) { _ in true } }
        let wanted = BitSet(some, below: self.count)
        return knowledgeBase.firstClaims(count) { wanted.contains($0) }
      }
      if knowledgeBase.claimsAreInOrder { return rows.part(0..<count) }
      return filtered(knowledgeBase.claimOrder, rows, count)
    }
  }

  /// Whether a row comes before another.
  func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    switch order {
    case .byNumber: one < other
    case .claims: knowledgeBase.claimPrecedes(one, other)
    case .given(let order): rank(one, order) < rank(other, order)
    case .joined: joinedPrecedes(Int(one), Int(other))
    case .sentences: rank(one, knowledgeBase.sentenceOrder) < rank(other, knowledgeBase.sentenceOrder)
    }
  }

  private func joinedPrecedes(_ one: Int, _ other: Int, _ ranks: [UInt32] = []) -> Bool {
    for binding in bindings where binding.values[one] != binding.values[other] {
      let (left, right) = (binding.values[one], binding.values[other])
      return binding.kind == .claim ? knowledgeBase.claimPrecedes(left, right, ranks) : terms.precedes(left, right)
    }
    return one < other
  }

  private func joinedInOrder(_ rows: Rows, first count: Int) -> [UInt32] {
    let ranks = knowledgeBase.articleRanks(toCompare: rows.count)
    guard let first = bindings.first, first.kind == .claim, !ranks.isEmpty else {
      return TopRows.first(count, of: rows) { joinedPrecedes(Int($0), Int($1), ranks) }
    }
    let article = knowledgeBase.claims.article
    return TopRows.first(count, of: rows, rank: { ranks[Int(article[Int(first.values[Int($0)])])] }) {
      joinedPrecedes(Int($0), Int($1), ranks)
    }
  }

  /// The first few of some claims, in order.
  private func claimsInOrder(_ rows: Rows, first count: Int) -> [UInt32] {
    let ranks = knowledgeBase.articleRanks(toCompare: rows.count)
    return TopRows.first(count, of: rows) { knowledgeBase.claimPrecedes($0, $1, ranks) }
  }

  private func rank(_ row: UInt32, _ order: [UInt32]) -> UInt32 {
    let ranks = ranks.value {
      var ranks = [UInt32](repeating: 0, count: order.count)
      for (rank, row) in order.enumerated() { ranks[Int(row)] = UInt32(rank) }
      return ranks
    }
    return ranks[Int(row)]
  }

  /// The first of those rows that are wanted, in an order of all.
  private func filtered(_ order: [UInt32], _ rows: Rows, _ count: Int) -> [UInt32] {
    guard case .some(let rows) = rows else { return Array(order.prefix(count)) }
    let wanted = BitSet(rows, below: self.count)
    return Array(order.lazy.filter { wanted.contains($0) }.prefix(count))
  }

  /// What its term columns refer to.
  var terms: TermDictionary {
    _read { if let triples { yield triples.terms } else { yield knowledgeBase.terms } }
  }

  /// The trees over `terms`.
  var trees: TreeLabels { triples?.trees ?? knowledgeBase.trees }

  /// The triples of a knowledge base, which have terms of their own.
  convenience init(_ knowledgeBase: KnowledgeBase, _ triples: TripleColumns) {
    let count = triples.subject.count
    self.init(
      knowledgeBase, count: count, order: .byNumber, claims: { triples.claims }, triples: triples)
  }

  /// A row for each name that stands in a column of the claims, those with most claims first.
  convenience init(namesIn column: Column<TermID>, of knowledgeBase: KnowledgeBase) {
    var rowOfKey: [UInt32: UInt32] = [:]
    var names: [TermID] = []
    var pairs: [(row: UInt32, element: UInt32)] = []
    for claim in knowledgeBase.claimOrder where column[Int(claim)] != 0 {
      let term = column[Int(claim)]
      let key = knowledgeBase.terms.keys[Int(term)]
      let row = rowOfKey[key] ?? UInt32(names.count)
      if Int(row) == names.count {
        rowOfKey[key] = row
        names.append(term)
      }
      if knowledgeBase.terms.isShown(term, ratherThan: names[Int(row)]) { names[Int(row)] = term }
      pairs.append((row, claim))
    }
    self.init(names: names, claims: ListColumn(rows: names.count, pairs: pairs), of: knowledgeBase)
  }

  /// A row for each name, those with most claims first, then by name.
  convenience init(names: [TermID], claims: ListColumn, of knowledgeBase: KnowledgeBase) {
    let terms = knowledgeBase.terms
    let order = names.indices.sorted { left, right in
      let (many, few) = (claims[left].count, claims[right].count)
      if many != few { return many > few }
      return terms.precedes(names[left], names[right])
    }
    self.init(
      knowledgeBase, count: names.count, order: .given(order.map { UInt32($0) }), claims: { claims }, names: names)
  }

  /// The same with a row for each of these names that has none, which rests on no claim.
  func adding(_ others: [TermID]) -> NounTable {
    var known = Set(names)
    let added = others.filter { known.insert($0).inserted }
    var all = claims ?? ListColumn()
    for _ in added { all.append([]) }
    return NounTable(names: names + added, claims: all, of: knowledgeBase)
  }

  /// How many claims each row rests on.
  var claimCounts: Vector {
    let claims = claims
    return Vector(.numbers(NumberColumn((0..<count).map { Double(claims?[$0].count ?? 1) }), isWhole: true))
  }
}

/// What a column of joined rows stands for.
struct Binding: Sendable {
  enum Kind { case claim, name }

  var kind: Kind
  /// Rows of claims, or terms.
  var values: Column<UInt32>
}

/// The order of a noun's rows.
enum RowOrder: Sendable {
  /// As they are numbered.
  case byNumber
  /// As this list has them.
  case given([UInt32])
  /// Claims by article, then as the text goes.
  case claims
  /// Sentences by article, then as the text goes.
  case sentences
  /// Joined rows by what their first column stands for, then the next: claims as they are shown, names by name.
  case joined

  var isByNumber: Bool {
    if case .byNumber = self { true } else { false }
  }
}

extension TermDictionary {
  /// What a term is a part of, what that is a part of, and so on; once round where that is a loop.
  func chain(above term: TermID) -> [TermID] {
    var chain: [TermID] = []
    var next = broader[Int(term)]
    while next != 0, !chain.contains(next) {
      chain.append(next)
      next = broader[Int(next)]
    }
    return chain
  }

  /// The order of names: as they are folded, then as they are written.
  func precedes(_ left: TermID, _ right: TermID) -> Bool {
    let order = keyTexts.compare(Int(keys[Int(left)]), Int(keys[Int(right)]))
    return order == 0 ? texts.compare(Int(left), Int(right)) < 0 : order < 0
  }
}
