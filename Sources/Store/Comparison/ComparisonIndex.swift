import ClaimModel
import TextForms

/// Which claims contradict or bear out one another, kept as claims come.
///
/// Claims are not compared with all others: each fact goes to the few blocks of what it could be compared with (Hernández
/// and Stolfo, "The merge/purge problem for large databases"), a block keeps a bounded number of facts, and after loading
/// only blocks with something new are gone through again. So the cost grows with what is loaded, not with its square, and
/// the pairs do not depend on the order of loading.
struct ComparisonIndex: Sendable {
  /// A pair that was found in a block.
  struct Found: Sendable {
    var one: UInt32
    var other: UInt32
    var finding: PairFinding
  }

  private var compared = 0
  private var blocks: [BlockKey: Block] = [:]
  private var found: [BlockKey: [Found]] = [:]
  /// For each article the last day that it is known to speak of.
  private(set) var presents: [Int32?] = []

  /// All that was found, in no order; a pair may stand several times.
  var all: some Sequence<Found> { found.values.joined() }

  /// Goes on with the claims that have come since the last time.
  mutating func extend(_ base: KnowledgeBase) {
    guard compared < base.claimCount else { return }
    let new = compared..<base.claimCount
    compared = base.claimCount
    extendPresents(base, new)
    let index = base.senses.index
    let touched = fill(base, index, new)
    let judge = PairJudge(base: base, index: index, presents: presents)
    for key in touched {
      guard let block = blocks[key] else { continue }
      let pairs = Self.pairs(in: block, judge)
      if !pairs.isEmpty || found[key] != nil { found[key] = pairs }
    }
  }

  /// The present of an article: when it was published, else the latest day that it names.
  private mutating func extendPresents(_ base: KnowledgeBase, _ new: Range<Int>) {
    let published = base.articleColumns.published
    for article in presents.count..<published.count { presents.append(published.range(article)?.last?.number) }
    for row in new {
      let article = Int(base.claims.article[row])
      let last = base.claims.date.last(row)
      guard published.range(article)?.last == nil, last != DateColumn.open.last else { continue }
      presents[article] = max(presents[article] ?? last, last)
    }
  }

  /// Puts the facts of new claims into blocks.
  ///
  /// - Returns: the blocks that have changed.
  private mutating func fill(_ base: KnowledgeBase, _ index: SenseIndex, _ new: Range<Int>) -> Set<BlockKey> {
    var touched: Set<BlockKey> = []
    for fact in Self.facts(base, index, new) {
      for (key, isBelow) in Self.keys(of: fact, base, index) {
        if blocks[key, default: Block()].add(fact, isBelow: isBelow, base.claims.ids) { touched.insert(key) }
      }
    }
    return touched
  }

  /// The facts of claims that come with all others of their articles; of several mentions the first one's.
  static func facts(_ base: KnowledgeBase, _ index: SenseIndex, _ rows: Range<Int>) -> [Fact] {
    let reader = FactReader(base: base, index: index)
    let numbers = sentenceNumbers(base, rows)
    let firsts = base.mentionGroups.first
    return rows.filter { firsts[$0] == UInt32($0) }.flatMap { row in
      reader.facts(ofClaim: row).map { fact in
        var fact = fact
        fact.sentenceNumber = numbers[Reading(base.claims, row)] ?? .nan
        fact.content = content(ofClaim: row, base)
        return fact
      }
    }
  }

  /// A hash of what a claim says and of its sentence: reprints of it share it. The id where the text is not known.
  private static func content(ofClaim row: Int, _ base: KnowledgeBase) -> UInt64 {
    let claims = base.claims
    let text = base.sentences.texts[Int(claims.sentence[row])]
    guard !text.isEmpty else { return claims.ids[row] }
    let terms = [claims.subject.terms[row], claims.relation[row], claims.object.terms[row]]
    return terms.reduce(StableHash.of(text.utf8)) { hash, term in
      StableHash.mixed(hash ^ StableHash.of(base.terms.texts[Int(term)].utf8))
    }
  }

  /// A sentence as one reader has read it.
  private struct Reading: Hashable {
    var sentence: UInt32
    var extractor: TermID

    init(_ claims: ClaimColumns, _ row: Int) {
      sentence = claims.sentence[row]
      extractor = claims.extractor[row]
    }
  }

  /// For each sentence of whose claims one reader gives just one number that number; not-a-number where there are several.
  private static func sentenceNumbers(_ base: KnowledgeBase, _ new: Range<Int>) -> [Reading: Double] {
    var numbers: [Reading: Double] = [:]
    for row in new where !base.claims.quantity[row].isNaN {
      let (reading, number) = (Reading(base.claims, row), base.claims.quantity[row])
      if let known = numbers[reading], known != number { numbers[reading] = .nan } else { numbers[reading] = number }
    }
    return numbers
  }

  /// The blocks of a fact, and whether it stands there for a part of the block's place.
  private static func keys(
    of fact: Fact, _ base: KnowledgeBase, _ index: SenseIndex
  ) -> [(BlockKey, isBelow: Bool)] {
    guard let sense = fact.sense else { return [(plainKey(of: fact, base, index), false)] }
    let family = min(sense, index.opposites[sense])
    let theme = slot(of: fact.theme, base, index)
    let places = base.terms.wholes(of: fact.place).enumerated().map { step, place in
      (BlockKey.place(sense: family, theme: theme, place: place), isBelow: step > 0)
    }
    switch index.senses[sense].kind {
    case .place: return places
    case .seat: return [(.state(sense: family, theme: theme, other: 0), false)] + places
    case .condition: return [(.state(sense: family, theme: theme, other: 0), false)]
    case .deed:
      return [(.state(sense: family, theme: theme, other: slot(of: fact.other, base, index)), false)]
    case .event:
      let number = base.claims.quantity[Int(fact.claim)]
      let shared = number.isNaN ? fact.sentenceNumber : number
      let numbers = shared.isNaN ? [] : [(BlockKey.number(sense: sense, theme: theme, bits: shared.bitPattern), false)]
      let isPerson = base.entities.kind(of: fact.theme) == .person
      let persons = isPerson ? [(BlockKey.state(sense: sense, theme: UInt64(fact.theme), other: 0), false)] : []
      return places + numbers + persons
    }
  }

  private static func plainKey(of fact: Fact, _ base: KnowledgeBase, _ index: SenseIndex) -> BlockKey {
    let relation = base.terms.keys[Int(base.claims.relation[Int(fact.claim)])]
    let object =
      fact.other == 0
      ? slot(of: base.terms.wholes(of: fact.place).last ?? 0, base, index) : slot(of: fact.other, base, index)
    return .plain(relation: relation, subject: slot(of: fact.theme, base, index), object: object)
  }

  /// What an argument is compared by: an entity by the top of its tree, a phrase by its head.
  private static func slot(of term: TermID, _ base: KnowledgeBase, _ index: SenseIndex) -> UInt64 {
    switch base.terms.kind(term) {
    case .entity: return UInt64(base.terms.wholes(of: term).last ?? 0)
    case .phrase:
      let head = NounWords(base.terms.texts[Int(term)], index.cues).core.last ?? ""
      return StableHash.of(head.utf8) | 1 << 63
    default: return UInt64(base.terms.keys[Int(term)]) | 1 << 62
    }
  }

  private static func pairs(in block: Block, _ judge: PairJudge) -> [Found] {
    var pairs: [Found] = []
    for (number, one) in block.own.enumerated() {
      for other in block.own[(number + 1)...] + block.below {
        if let finding = judge.finding(one, other) {
          pairs.append(Found(one: one.claim, other: other.claim, finding: finding))
        }
      }
    }
    return pairs
  }
}
