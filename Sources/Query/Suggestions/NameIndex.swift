import ClaimModel
import Store
import TextForms

/// The names that stand in a column, with how often, for finding those near to a misspelt one.
struct NameIndex {
  private var entries: [Entry] = []

  private struct Entry {
    /// The name or alias as it is folded.
    var key: String
    /// The name or alias as it is written.
    var written: String
    /// The name.
    var name: String
    /// How many rows have it.
    var claims: Int

    var isAlias: Bool { written != name }
  }

  /// The names of a column of a noun's rows, with the aliases of those that are entities.
  init(of column: BoundQuery.Column, in table: NounTable) {
    guard case .attribute(let attribute) = column.expression else { return }
    var counts: [TermID: Int] = [:]
    for vector in (attribute.sides.isEmpty ? [attribute] : attribute.sides).map({ $0.column(table) }) {
      let place = vector.place
      for row in 0..<UInt32(table.count) {
        switch vector.values {
        case .terms(let terms): counts[terms[place(row)], default: 0] += 1
        case .termLists(let lists): for term in lists[place(row)] { counts[term, default: 0] += 1 }
        default: return
        }
      }
    }
    counts[0] = nil
    addEntries(counts, table)
  }

  /// All entities that claims name.
  init(of knowledgeBase: KnowledgeBase) {
    let mentions = knowledgeBase.mentions
    var counts: [TermID: Int] = [:]
    for (row, term) in knowledgeBase.entities.terms.enumerated() { counts[term] = mentions[row].count }
    addEntries(counts, NounTable(knowledgeBase, count: 0, order: .byNumber, claims: nil))
  }

  private mutating func addEntries(_ counts: [TermID: Int], _ table: NounTable) {
    for (term, count) in counts {
      let name = table.terms.texts[Int(term)]
      let key = table.terms.key(of: term)
      entries.append(Entry(key: key, written: name, name: name, claims: count))
      for alias in table.terms.aliases(of: term) where table.terms.kind(term) == .entity {
        entries.append(Entry(key: alias.foldedKey, written: alias, name: name, claims: count))
      }
    }
  }

  /// The names nearest to a misspelt one, nearest first, then by how many claims they have.
  func near(_ name: String) -> [Fault.Near] {
    let key = name.foldedKey
    let stems = Words.stems(of: name)
    let ranked = entries.compactMap { entry in
      // Another form of the same words is nearer than a slip: killed, kill.
      let isForm = !stems.isEmpty && stems == Words.stems(of: entry.key)
      return (isForm ? 0 : Spelling.distance(key, entry.key)).map { (distance: $0, entry: entry) }
    }.sorted { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      if left.entry.claims != right.entry.claims { return left.entry.claims > right.entry.claims }
      return left.entry.name < right.entry.name
    }
    var near: [Fault.Near] = []
    for (_, entry) in ranked where near.count < 3 && !near.contains(where: { $0.name == entry.name }) {
      near.append(Fault.Near(name: entry.name, claims: entry.claims))
    }
    return near
  }

  /// All names and aliases, those with most claims first, then by how they are written.
  func values(noun: String) -> [KnownValues.Value] {
    let sorted = entries.sorted { left, right in
      if left.claims != right.claims { return left.claims > right.claims }
      return (left.isAlias ? 1 : 0, left.key, left.written) < (right.isAlias ? 1 : 0, right.key, right.written)
    }
    return sorted.map { entry in
      let count = KnownValues.counted(entry.claims, noun)
      let detail = entry.isAlias ? "\(entry.name), \(count)" : count
      return KnownValues.Value(text: entry.written, detail: detail, key: entry.key, count: entry.claims)
    }
  }

  /// The three names that most claims have.
  var mostCommon: [String] { values(noun: "").prefix(3).map(\.text) }

  /// The three names that most claims have of those that have the words of `name` among theirs.
  func longer(than name: String) -> [Fault.Near] {
    let stems = Words.stems(of: name)
    guard !stems.isEmpty else { return [] }
    let found = entries.filter { !$0.isAlias && Words.holds(stems, in: Words.stems(of: $0.key)) }
    let ranked = found.sorted { ($1.claims, $0.name) < ($0.claims, $1.name) }
    return ranked.prefix(3).map { Fault.Near(name: $0.name, claims: $0.claims) }
  }

  /// How many names have the words of `name` among theirs.
  func holding(_ name: String) -> Int {
    let stems = Words.stems(of: name)
    return Set(entries.filter { Words.holds(stems, in: Words.stems(of: $0.key)) }.map(\.name)).count
  }
}
