import Store

/// The names of a knowledge base as the variables of a match stand for them: one for all that are written alike.
struct MatchNames: Sendable {
  private let terms: TermDictionary
  private let trees: TreeLabels
  private let keys: CheckedColumn<UInt32>
  private let shownTerms: [TermID]

  init(_ claims: NounTable) {
    terms = claims.terms
    trees = claims.trees
    keys = terms.keys.checked
    shownTerms = claims.knowledgeBase.shownTerms
  }

  /// The term that stands for all that are written like one.
  @inline(__always)
  func shown(_ term: TermID) -> TermID { shownTerms[Int(term)] }

  func key(_ term: TermID) -> UInt32 { keys[Int(term)] }

  /// All terms that are written like one.
  func all(_ term: TermID) -> [TermID] { terms.isAlone(term) ? [term] : terms.terms(ofKey: key(term)) }

  /// Whether a name is `whole` or a part of it.
  func isPart(_ term: TermID, of whole: TermID) -> Bool {
    all(term).contains { $0 == whole || trees.isPart($0, of: whole) }
  }

  /// Whether what a name is a part of, or the name, is written like `other`.
  func isPart(_ term: TermID, ofKeyOf other: TermID) -> Bool {
    key(term) == key(other) || terms.chain(above: term).contains { key($0) == key(other) }
  }
}

/// Some attributes in which claims have a name, both ways.
struct MatchEdge: Sendable {
  /// From claims to names.
  let names: ClaimNames
  private let indexes: [Index]
  private let claims: NounTable

  private enum Index: Sendable {
    case postings(Postings)
    case other(AttributeIndex)
  }

  init(_ edge: BoundMatch.Edge, _ claims: NounTable) {
    self.claims = claims
    names = ClaimNames(edge.attributes.map { $0.column(claims) })
    indexes = edge.attributes.compactMap(\.index).map { index in
      if case .terms(let postings) = index { return .postings(claims.knowledgeBase.postings[keyPath: postings]) }
      return .other(index)
    }
  }

  /// How many claims have one of some terms, each as often as it has them.
  func claimCount(of terms: [TermID]) -> Int {
    indexes.map { index in
      switch index {
      case .postings(let postings): terms.map { postings.count(Int($0)) }.reduce(0, +)
      case .other(let index): IndexLookup(index, of: terms, claims).count
      }
    }.reduce(0, +)
  }

  /// The claims that have one of some terms, each once.
  func claims(of terms: [TermID]) -> [UInt32] {
    let lists = indexes.flatMap { index -> [[UInt32]] in
      switch index {
      case .postings(let postings): terms.map { postings.rows(Int($0)) }
      case .other(let index): [IndexLookup(index, of: terms, claims).rows]
      }
    }
    return lists.filter { !$0.isEmpty }.reduce([]) { $0.isEmpty ? $1 : Self.union($0, $1) }
  }

  /// The numbers of two lists that go up, each once.
  private static func union(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: left.count + right.count) { union, count in
      var (one, other) = (0, 0)
      while one < left.count, other < right.count {
        let (first, second) = (left[one], right[other])
        unsafe union[count] = min(first, second)
        count += 1
        one += first <= second ? 1 : 0
        other += second <= first ? 1 : 0
      }
      for number in left[one...] {
        unsafe union[count] = number
        count += 1
      }
      for number in right[other...] {
        unsafe union[count] = number
        count += 1
      }
    }
  }
}

/// The names that claims have in some attributes.
struct ClaimNames: Sendable {
  private let columns: [Values]

  private enum Values: Sendable {
    case terms(CheckedColumn<TermID>)
    case throughTerms(CheckedColumn<TermID>, CheckedColumn<UInt32>)
    case lists(ListColumn)
  }

  init(_ vectors: [Vector]) {
    columns = vectors.compactMap { vector in
      switch (vector.values, vector.through) {
      case (.terms(let terms), nil): .terms(terms.checked)
      case (.terms(let terms), let through?): .throughTerms(terms.checked, through.checked)
      case (.termLists(let lists), nil): .lists(lists)
      default: nil
      }
    }
  }

  /// Calls `body` with the place of each claim and each name that it has and that is wanted, once, as it is shown.
  @inline(__always)
  func forEachName(
    of claims: [UInt32], _ names: MatchNames, where isWanted: (TermID) -> Bool, _ body: (Int, TermID) -> Void
  ) {
    // The names of each claim in the attributes so far that have one name a claim.
    var earlier: [[TermID]] = []
    for (number, values) in columns.enumerated() {
      if let shown = shownTerms(values, of: claims, names) {
        for (place, term) in shown.enumerated() where term != 0 && isWanted(term) {
          let isMet =
            earlier.count == number
            ? earlier.contains { $0[place] == term } : has(claims[place], term, names, before: number)
          if !isMet { body(place, term) }
        }
        earlier.append(shown)
      } else if case .lists(let lists) = values {
        for (place, claim) in claims.enumerated() {
          let list = lists[Int(claim)].map { names.shown($0) }
          for (entry, term) in list.enumerated()
          where isWanted(term) && !list[..<entry].contains(term) && !has(claim, term, names, before: number) {
            body(place, term)
          }
        }
      }
    }
  }

  /// The name of each claim as it is shown; nil where claims have lists. Read step by step, as most of it is far away.
  private func shownTerms(_ values: Values, of claims: [UInt32], _ names: MatchNames) -> [TermID]? {
    switch values {
    case .terms(let terms): terms.values(of: claims).map { names.shown($0) }
    case .throughTerms(let terms, let through): terms.values(of: through.values(of: claims)).map { names.shown($0) }
    case .lists: nil
    }
  }

  /// Whether a claim has a name, as it is shown, in one of the first few attributes.
  @inline(__always)
  private func has(_ claim: UInt32, _ name: TermID, _ names: MatchNames, before end: Int) -> Bool {
    for number in 0..<end {
      switch columns[number] {
      case .terms(let terms): if names.shown(terms[Int(claim)]) == name { return true }
      case .throughTerms(let terms, let through):
        if names.shown(terms[Int(through[Int(claim)])]) == name { return true }
      case .lists(let lists): if lists[Int(claim)].contains(where: { names.shown($0) == name }) { return true }
      }
    }
    return false
  }

  /// Whether a claim has a name.
  func has(_ name: TermID, _ claim: UInt32, _ names: MatchNames) -> Bool {
    has(claim, names.shown(name), names, before: columns.count)
  }
}
