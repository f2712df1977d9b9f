import CEmbedded

/// The words by which names are known, from `name-words.txt`: given names, surnames, titles, words in the names of
/// organisations and places, nouns that stand beside names.
struct NameWords: Sendable {
  /// What a word can be, a bit each.
  enum Section: String, CaseIterable {
    case givenNames = "given names"
    case surnames
    case titles
    case particles = "name particles"
    case organisations = "organisation words"
    case companies = "company endings"
    case places = "place words"
    case roles = "role nouns"
    case placeNouns = "place nouns"
    case groupNouns = "group nouns"
    case placePrepositions = "place prepositions"
    case sayingVerbs = "verbs of persons"
    case calendar
    case things = "thing words"
    case outlets = "names of organisations"
    case locations = "names of places"

    var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
  }

  /// The words that the program carries.
  static let english = unsafe NameWords(parsing: ModelBytes(embedded: embedded_name_words()).text)

  /// The sections of each word, as bits, by the hash of its lower-case bytes.
  private var sections: [UInt32: UInt32] = [:]

  init(parsing text: String) {
    var bit: UInt32 = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        bit = Section(rawValue: String(line.dropFirst().dropLast()))?.bit ?? 0
      } else {
        for word in line.split(separator: " ") { sections[WordSigns.lowerHash(of: String(word)), default: 0] |= bit }
      }
    }
  }

  /// The sections that list the word with this hash, as bits.
  func sections(ofHash hash: UInt32) -> UInt32 { sections[hash] ?? 0 }
}
