import TextForms

/// Gives every name, phrase, number and label a dense id, and every way in which they are written a dense key.
///
/// Terms with one key differ in nothing but case, accents, quotes and white space, or in their kind. Columns hold ids, so
/// that comparing and grouping never touch text.
package struct TermDictionary: Sendable {
  /// The text of each term, as it is shown.
  package private(set) var texts = [""]
  /// The kind of each term.
  package private(set) var kinds = [TermKind.none]
  /// The key of each term.
  package private(set) var keys: [UInt32] = [0]
  /// The term that each one is a part of: what a place lies within, whose fighters "ISIS fighters" are; 0 for none.
  package private(set) var broader: [TermID] = [0]
  /// The folded text of each key.
  package private(set) var keyTexts = [""]

  private var ids: [Entry: TermID] = [:]
  private var keyIDs: [String: UInt32] = [:]
  private var firstOfKey: [TermID] = [0]
  private var nextOfKey: [TermID] = [0]
  private var aliased: [UInt32: [TermID]] = [:]

  private struct Entry: Hashable {
    var text: String
    var kind: TermKind
    var broader: TermID
  }

  /// How many terms there are, the empty one included.
  package var count: Int { texts.count }

  /// The id of a term, which is added where it is new. A phrase is another term under each entity that it is a part of.
  package mutating func encode(_ text: String, _ kind: TermKind, partOf whole: TermID = 0) -> TermID {
    let entry = Entry(text: text, kind: kind, broader: kind == .phrase ? whole : 0)
    if let id = ids[entry] { return id }
    let id = TermID(texts.count)
    let key = encodeKey(text)
    ids[entry] = id
    texts.append(text)
    kinds.append(kind)
    keys.append(key)
    broader.append(whole)
    nextOfKey.append(firstOfKey[Int(key)])
    firstOfKey[Int(key)] = id
    return id
  }

  /// The id of a term that is no phrase; nil where there is none.
  package func id(of text: String, _ kind: TermKind) -> TermID? {
    ids[Entry(text: text, kind: kind, broader: 0)]
  }

  /// Says what a term is a part of.
  package mutating func setBroader(of term: TermID, to whole: TermID) {
    broader[Int(term)] = whole
  }

  /// Makes `alias` another name of `term`.
  package mutating func addAlias(_ alias: String, of term: TermID) {
    let key = encodeKey(alias)
    guard key != keys[Int(term)], aliased[key]?.contains(term) != true else { return }
    aliased[key, default: []].append(term)
  }

  /// The terms that are written so, in order of id.
  package func terms(named name: String) -> [TermID] {
    guard let key = keyIDs[name.foldedKey] else { return [] }
    return terms(ofKey: key)
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
    guard let key = keyIDs[alias.foldedKey] else { return [] }
    return (aliased[key] ?? []).sorted()
  }

  private mutating func encodeKey(_ text: String) -> UInt32 {
    let folded = text.foldedKey
    if let key = keyIDs[folded] { return key }
    let key = UInt32(keyTexts.count)
    keyIDs[folded] = key
    keyTexts.append(folded)
    firstOfKey.append(0)
    return key
  }
}
