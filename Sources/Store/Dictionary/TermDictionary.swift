import TextForms

/// Gives every name, phrase, number and label a dense id, and every way in which they are written a dense key.
///
/// Terms with one key differ in nothing but case, accents, quotes and white space, or in their kind. Columns hold ids, so
/// that comparing and grouping never touch text.
package struct TermDictionary: Sendable {
  /// The text of each term, as it is shown.
  package internal(set) var texts = TextColumn([""])
  /// The kind of each term, as a `TermKind`'s number.
  package internal(set) var kindCodes: Column<UInt8> = [0]
  /// The key of each term.
  package internal(set) var keys: Column<UInt32> = [0]
  /// The term that each one is a part of: what a place lies within, whose fighters "ISIS fighters" are; 0 for none.
  package internal(set) var broader: Column<TermID> = [0]
  /// The folded text of each key.
  package internal(set) var keyTexts = TextColumn([""])

  var ids = HashIndex()
  var keyIDs = HashIndex()
  var firstOfKey: Column<TermID> = [0]
  var nextOfKey: Column<TermID> = [0]
  var aliases = AliasColumns()

  package init() {}

  /// How many terms there are, the empty one included.
  package var count: Int { keys.count }

  /// The kind of a term.
  package func kind(_ term: TermID) -> TermKind { TermKind(rawValue: kindCodes[Int(term)]) ?? .none }

  /// The folded text of a term.
  package func key(of term: TermID) -> String { keyTexts[Int(keys[Int(term)])] }

  /// The id of a term, which is added where it is new. A phrase is another term under each entity that it is a part of.
  package mutating func encode(_ text: String, _ kind: TermKind, partOf whole: TermID = 0) -> TermID {
    encode(text.utf8.span, kind, partOf: whole)
  }

  /// The same for a text that is given as bytes, which are UTF-8.
  package mutating func encode(
    _ text: Span<UInt8>, _ kind: TermKind, partOf whole: TermID = 0
  ) -> TermID {
    let hash = Self.hash(text, kind, whole)
    if let id = find(text, hash, kind, whole) { return id }
    let id = TermID(count)
    texts.append(text)
    let key = encodeKey(texts[Int(id)].foldedKey)
    ids.insert(hash, Int(id))
    kindCodes.append(kind.rawValue)
    keys.append(key)
    broader.append(whole)
    nextOfKey.append(firstOfKey[Int(key)])
    firstOfKey[Int(key)] = id
    return id
  }

  /// The id of a term that is no phrase; nil where there is none.
  package func id(of text: String, _ kind: TermKind) -> TermID? {
    let bytes = text.utf8.span
    return find(bytes, Self.hash(bytes, kind, 0), kind, 0)
  }

  /// Says what a term is a part of.
  package mutating func setBroader(of term: TermID, to whole: TermID) {
    broader[Int(term)] = whole
  }

  /// Makes `alias` another name of `term`; nothing where it is one already.
  package mutating func addAlias(_ alias: String, of term: TermID) {
    let name = encode(alias, .text)
    aliases.add(name, key: keys[Int(name)], of: term)
  }

  /// Takes the other names of a term away.
  package mutating func removeAliases(of term: TermID) { aliases.remove(of: term) }

  /// The other names of a term, in order.
  package func aliases(of term: TermID) -> [String] { aliases.names(of: term).map { texts[Int($0)] }.sorted() }

  /// The terms that are written so, in order of id.
  package func terms(named name: String) -> [TermID] { key(named: name).map { terms(ofKey: $0) } ?? [] }

  /// Whether no other term has a term's key.
  package func isAlone(_ term: TermID) -> Bool {
    firstOfKey[Int(keys[Int(term)])] == term && nextOfKey[Int(term)] == 0
  }

  /// The terms with a key, in order of id.
  package func terms(ofKey key: UInt32) -> [TermID] {
    var found: [TermID] = []
    var term = firstOfKey[Int(key)]
    while term != 0 {
      found.append(term)
      term = nextOfKey[Int(term)]
    }
    return found.reversed()
  }

  /// The terms that have this alias, in order of id.
  package func terms(withAlias alias: String) -> [TermID] {
    guard let key = key(named: alias) else { return [] }
    return Set(aliases.terms(named: key)).filter { keys[Int($0)] != key }.sorted()
  }

  private func key(named name: String) -> UInt32? {
    let folded = name.foldedKey
    let key = folded.utf8.span
    return keyIDs.find(TextHash.of(key)) { keyTexts.holds(key, at: $0) }.map { UInt32($0) }
  }

  /// What tells terms apart besides their text is in the hash's seed: the kind, and what a phrase is a part of.
  private static func hash(_ text: Span<UInt8>, _ kind: TermKind, _ whole: TermID) -> UInt32 {
    TextHash.of(text, seed: UInt64(kind.rawValue) | UInt64(kind == .phrase ? whole : 0) << 8)
  }

  private func find(
    _ text: Span<UInt8>, _ hash: UInt32, _ kind: TermKind, _ whole: TermID
  ) -> TermID? {
    let row = ids.find(hash) { row in
      kindCodes[row] == kind.rawValue && (kind != .phrase || broader[row] == whole)
        && texts.holds(text, at: row)
    }
    return row.map { TermID($0) }
  }

  private mutating func encodeKey(_ folded: String) -> UInt32 {
    let text = folded.utf8.span
    let hash = TextHash.of(text)
    if let key = keyIDs.find(hash, where: { keyTexts.holds(text, at: $0) }) { return UInt32(key) }
    let key = keyTexts.count
    keyIDs.insert(hash, key)
    keyTexts.append(text)
    firstOfKey.append(0)
    return UInt32(key)
  }
}

/// Other names of terms, as chains: those of one term, and those that are written alike.
struct AliasColumns: Sendable {
  /// The name of each, as a term.
  var name: Column<TermID> = []
  /// What it is a name of.
  var owner: Column<TermID> = []
  /// The next one, counted from 1, of the same owner, and with the same key; 0 for none.
  var nextOfOwner: Column<UInt32> = []
  var nextOfKey: Column<UInt32> = []
  /// The newest one of each term and of each key, counted from 1; those past the end have none.
  var firstOfOwner: Column<UInt32> = []
  var firstOfKey: Column<UInt32> = []

  mutating func add(_ alias: TermID, key: UInt32, of term: TermID) {
    guard !names(of: term).contains(alias) else { return }
    name.append(alias)
    owner.append(term)
    nextOfOwner.append(Self.push(UInt32(name.count), at: Int(term), of: &firstOfOwner))
    nextOfKey.append(Self.push(UInt32(name.count), at: Int(key), of: &firstOfKey))
  }

  /// Takes the names of a term away: they stay as names of none.
  mutating func remove(of term: TermID) {
    for entry in chain(firstOfOwner, Int(term), nextOfOwner) { owner[entry] = 0 }
    if Int(term) < firstOfOwner.count { firstOfOwner[Int(term)] = 0 }
  }

  /// The names of a term, the newest first.
  func names(of term: TermID) -> [TermID] { chain(firstOfOwner, Int(term), nextOfOwner).map { name[$0] } }

  /// What a name with this key is a name of.
  func terms(named key: UInt32) -> [TermID] {
    chain(firstOfKey, Int(key), nextOfKey).map { owner[$0] }.filter { $0 != 0 }
  }

  private func chain(_ first: Column<UInt32>, _ row: Int, _ next: Column<UInt32>) -> [Int] {
    guard row < first.count else { return [] }
    var found: [Int] = []
    var entry = first[row]
    while entry != 0 {
      found.append(Int(entry) - 1)
      entry = next[Int(entry) - 1]
    }
    return found
  }

  /// Puts an entry at the start of a chain.
  ///
  /// - Returns: what was there before.
  private static func push(_ entry: UInt32, at row: Int, of first: inout Column<UInt32>) -> UInt32 {
    if row >= first.count { first.append(zeros: row + 1 - first.count) }
    defer { first[row] = entry }
    return first[row]
  }
}
