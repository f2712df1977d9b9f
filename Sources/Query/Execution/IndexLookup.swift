import ClaimModel
import Store

/// Finds the rows that meet a test in an index of the store.
struct IndexLookup {
  /// About how many rows there are; exact but where a row is counted for each of its values.
  let count: Int
  private let find: () -> [UInt32]

  /// The rows, by number.
  var rows: [UInt32] { find() }

  /// A look-up for a test of an attribute that has an index; nil for any other, and for what a test is to be false of.
  init?(_ test: BoundTest, _ table: NounTable) {
    guard !test.isNegated, case .attribute(let attribute) = test.column.expression, let index = attribute.index else {
      return nil
    }
    let base = table.knowledgeBase
    switch (index, test.predicate) {
    case (.terms, .terms(let set)), (.articles, .terms(let set)):
      self.init(index, of: set.terms(table), table)
    case (.words, .words(let phrases, let needsAll)):
      let words = base.words
      let stems = phrases.map { words.dictionary.ids(of: $0) }
      let counts = stems.map { phrase in phrase.map { words.count(of: $0) }.min() ?? 0 }
      self.init(count: needsAll ? counts.min() ?? 0 : counts.reduce(0, +)) {
        base.claims(ofSentences: words.sentences(holding: stems, needsAll: needsAll))
      }
    case (.id, .claims(let ranges)):
      guard ranges.allSatisfy({ $0.lowerBound == $0.upperBound }) else { return nil }
      let rows = Set(ranges.compactMap { base.row(of: ClaimID($0.lowerBound)) })
      self.init(count: rows.count) { rows.map { UInt32($0) }.sorted() }
    default: return nil
    }
  }

  /// A look-up for a condition: for a test, or for any of several that can all be looked up.
  init?(_ condition: BoundCondition, _ table: NounTable) {
    switch condition {
    case .test(let test): self.init(test, table)
    case .any(let parts):
      let lookups = parts.compactMap { IndexLookup($0, table) }
      guard lookups.count == parts.count else { return nil }
      self.init(count: lookups.map(\.count).reduce(0, +)) {
        BitSet(lookups.lazy.flatMap(\.rows), below: table.count).members
      }
    case .all: return nil
    }
  }

  /// A look-up of the claims that have one of some terms, in an index by terms.
  init(_ index: AttributeIndex, of terms: [TermID], _ table: NounTable) {
    let base = table.knowledgeBase
    switch index {
    case .terms(let postings): self.init(base.postings[keyPath: postings], terms, below: table.count)
    case .articles(let column):
      let members = BitSet(terms, below: table.terms.count)
      let column = base.articleColumns[keyPath: column]
      let articles = (0..<UInt32(column.count)).filter { column[Int($0)] != 0 && members.contains(column[Int($0)]) }
      self.init(base.postings.article, articles, below: table.count)
    case .words, .id: self.init(count: 0) { [] }
    }
  }

  private init(count: Int, _ find: @escaping () -> [UInt32]) {
    self.count = count
    self.find = find
  }

  private init(_ postings: Postings, _ lists: [UInt32], below bound: Int) {
    let lists = lists.filter { postings.count(Int($0)) > 0 }
    let count = lists.map { postings.count(Int($0)) }.reduce(0, +)
    self.init(count: count) {
      if lists.count == 1 { return postings.rows(Int(lists[0])) }
      guard count > bound / 64 else {
        var rows: [UInt32] = []
        rows.reserveCapacity(count)
        for list in lists { rows += postings.rows(Int(list)) }
        rows.sort()
        var last: UInt32?
        return rows.filter { row in
          defer { last = row }
          return row != last
        }
      }
      var rows = BitSet(below: bound)
      for list in lists { for row in postings.rows(Int(list)) { rows.insert(row) } }
      return rows.members
    }
  }
}

/// The index of the store in which an attribute of claims is looked up.
enum AttributeIndex: Sendable {
  /// By term.
  case terms(any KeyPath<ClaimPostings, Postings> & Sendable)
  /// By the articles that have a term.
  case articles(any KeyPath<ArticleColumns, Column<TermID>> & Sendable)
  /// By the words of the sentence.
  case words
  /// By the claim's id.
  case id
}
