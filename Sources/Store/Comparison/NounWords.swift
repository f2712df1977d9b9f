import ClaimModel
import TextForms

/// A noun phrase taken apart as far as its words alone allow: its core, up to the first preposition, with the head last.
struct NounWords: Sendable {
  /// The stems of the core; "one of", "some of" and the like before it are left out.
  private(set) var core: [String] = []
  /// Whether it speaks of one of several, or some of them.
  private(set) var isPartitive = false
  /// Whether somebody is named or pointed at as the one who has it: "ISKP's", "the group's", "its".
  private(set) var isPossessed = false
  /// Whether the one who has it is only pointed at: "its", "the group's".
  private(set) var hasPronoun = false
  /// The words of the core before a possessive, folded: "the group".
  private(set) var possessor = ""
  /// What stands after "outside" or "beyond", folded; empty where neither does.
  private(set) var excluded = ""

  /// The most bytes of a phrase that are looked at: no name or head stands further on.
  static let mostBytes = 400

  /// Takes a phrase apart.
  init(_ phrase: String, _ cues: PhraseCues) {
    let start = phrase.utf8.count <= Self.mostBytes ? phrase : phrase[TextRange(0, Self.mostBytes)]
    let words = start.foldedKey.split { $0 == " " || $0 == "," || $0 == "\"" }.map(String.init)
    excluded = Self.excluded(words)
    var first = 0
    while first + 1 < words.count, words[first + 1] == "of", cues.partitives.contains(words[first]) {
      isPartitive = true
      first += 2
    }
    let rest = words[first...]
    let end = rest.firstIndex { cues.boundaries.contains($0) } ?? rest.endIndex
    var nouns = Array(rest[rest.startIndex..<end])
    if let first = nouns.first, cues.possessives.contains(first) {
      isPossessed = true
      hasPronoun = true
      nouns.removeFirst()
    }
    if let owner = nouns.firstIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("s'") }), owner + 1 < nouns.count {
      isPossessed = true
      possessor = nouns[...owner].joined(separator: " ")
      nouns.removeSubrange(...owner)
    }
    core = Words.stems(of: nouns.joined(separator: " "))
  }

  private static func excluded(_ words: [String]) -> String {
    guard let place = words.firstIndex(where: { $0 == "outside" || $0 == "beyond" }) else { return "" }
    return words[(place + 1)...].filter { $0 != "of" && $0 != "the" }.joined(separator: " ")
  }
}

extension [UInt8] {
  /// Whether a folded text holds a folded name as words of its own. O(product of the lengths) at worst.
  func holdsName(_ name: [UInt8]) -> Bool {
    guard let first = name.first, name.count <= count else { return false }
    for start in 0...(count - name.count) where self[start] == first {
      let end = start + name.count
      guard start == 0 || !Words.isWordByte(self[start - 1]), end == count || !Words.isWordByte(self[end]) else {
        continue
      }
      if self[start..<end].elementsEqual(name) { return true }
    }
    return false
  }
}
