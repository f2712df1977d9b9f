import ClaimModel
import Language

/// Gives each clause the date that grammar ties to it.
struct TimeRule {
  let reading: SentenceReading
  /// The dates of the sentence.
  let dates: [DateExpression]
  private let dateOfWord: [Int: Int]

  /// The rule for a sentence with these dates.
  init(reading: SentenceReading, dates: [DateExpression]) {
    self.reading = reading
    self.dates = dates
    var owners: [Int: Int] = [:]
    for (index, date) in dates.enumerated() {
      for word in Self.words(from: date.head, in: reading) where owners[word] == nil { owners[word] = index }
    }
    dateOfWord = owners
  }

  /// When `clause` is said to have happened.
  ///
  /// Its own date; that of the clause with which a participle tells of one event; one that stands before the first of
  /// several conjoined verbs.
  func date(of clause: Clause) -> DateRange? {
    if let own = ownDate(of: clause) { return own.days }
    let tree = reading.tree
    // "launched an assault in 2021": what the verb has, the event has.
    if clause.kind == .event, let date = dates.first(where: { date in clause.tied.contains { $0.head == date.head } }) {
      return date.days
    }
    guard let parent = tree.head(of: clause.head) else { return nil }
    switch tree.tokens[clause.head].dependency {
    case .advcl
    where tree.tokens[clause.head].fineTag == "VBG" && clause.kind == .verb
      && !tree.has(.mark, below: clause.head):
      return reading.clause(of: parent).flatMap { ownDate(of: $0) }?.days
    // "the minister, during his May 2024 visit, demanding …"
    case .acl where tree.tokens[clause.head].fineTag == "VBG":
      guard let date = dateOfWord[parent].map({ dates[$0] }), date.head > parent, date.head < clause.head else {
        return nil
      }
      return date.days
    case .conj where tree.child(of: clause.head, .nsubj, .nsubjPass) == nil:
      guard let main = reading.clause(of: parent), let date = ownDate(of: main), date.head < main.predicate else {
        return nil
      }
      return date.days
    default: return nil
    }
  }

  /// The words by which `clause` itself tells its date.
  func words(of clause: Clause) -> [Int]? { ownDate(of: clause).map { Array($0.words) } }

  /// Whether `word` belongs to a date.
  func isDate(_ word: Int) -> Bool { dates.contains { $0.words.contains(word) } }

  private func ownDate(of clause: Clause) -> DateExpression? {
    ([clause.predicate] + clause.chain).lazy.compactMap { dateOfWord[$0] }.first.map { dates[$0] }
  }

  /// The words above a date up to the first predicate, to which it belongs.
  private static func words(from head: Int, in reading: SentenceReading) -> [Int] {
    var words = [head]
    while let last = words.last, reading.kinds[last] == nil, let above = reading.tree.head(of: last) {
      words.append(above)
    }
    return words
  }
}
