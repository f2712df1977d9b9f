/// Gives every stem a dense id, so that a search for words compares numbers.
package struct WordDictionary: Sendable {
  /// The stems by id; none has the id 0.
  package internal(set) var stems = TextColumn([""])
  var ids = HashIndex()
  /// The words that have been met as they are written, so that no word is folded and cut twice; not kept in files.
  private var forms = WordForms()

  package init() {}

  /// Calls `body` with the ids of the stems of a text's words, in order; new stems are added.
  @inline(__always)
  mutating func encode(_ text: Span<UInt8>, _ body: (Int) -> Void) {
    Words.forEachRun(of: text) { run, hash in
      let form = forms.row(of: run, hash) ?? add(run, hash)
      for id in forms.stems(of: form) { body(Int(id)) }
    }
  }

  /// The ids of stems, 0 for one that no sentence has.
  package func ids(of stems: [String]) -> [UInt32] { stems.map { id(of: $0) ?? 0 } }

  private func id(of stem: String) -> UInt32? {
    let text = stem.utf8.span
    return ids.find(TextHash.of(text)) { stems.holds(text, at: $0) }.map { UInt32($0) }
  }

  private mutating func add(_ run: Span<UInt8>, _ hash: UInt32) -> Int {
    let ids = Words.stems(ofRun: run).map { id(of: $0) ?? add($0) }
    return forms.add(run, hash, ids)
  }

  private mutating func add(_ stem: String) -> UInt32 {
    let id = stems.count
    stems.append(stem)
    ids.insert(TextHash.of(stem.utf8.span), id)
    return UInt32(id)
  }
}

/// Words as they are written, with the ids of their stems.
private struct WordForms: Sendable {
  private var texts = TextColumn()
  private var index = HashIndex()
  private var ids = ListColumn()

  /// The most forms that are kept: a text of nothing but new words must not fill the memory twice.
  private static let most = 1 << 20

  func row(of run: Span<UInt8>, _ hash: UInt32) -> Int? {
    index.find(hash) { texts.holds(run, at: $0) }
  }

  func stems(of row: Int) -> Slice<Column<UInt32>> { ids[row] }

  mutating func add(_ run: Span<UInt8>, _ hash: UInt32, _ stems: [UInt32]) -> Int {
    if texts.count >= Self.most { self = WordForms() }
    let row = texts.count
    texts.append(run)
    index.insert(hash, row)
    ids.append(stems)
    return row
  }
}
