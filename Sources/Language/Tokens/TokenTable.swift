import CEmbedded

/// The words that the tokenizer and the sentence splitter treat in their own way: `english.tokens`.
struct TokenTable: Sendable {
  /// How a word is treated.
  enum Kind: String, Sendable {
    case title, abbreviation, numbered, prefix, elided, unit, sign, starter
  }

  private var kinds: [[UInt8]: Set<Kind>] = [:]
  /// How many bytes each word has that is written together with others.
  private var together: [[UInt8]: [Int]] = [:]

  /// The table that the program carries.
  static let english = unsafe TokenTable(parsing: ModelBytes(embedded: embedded_english_tokens()).text)

  init(parsing text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map { Array($0.utf8) }
      guard let first = words.first else { continue }
      let kind = String(decoding: first, as: UTF8.self)
      if kind == "together" {
        together[words[1]] = words.dropFirst(2).map(\.count)
      } else if let kind = Kind(rawValue: kind) {
        for word in words.dropFirst() { kinds[word, default: []].insert(kind) }
      }
    }
  }

  /// Whether `word`, its quotes in ASCII, is of `kind`; a member in lower case stands for any case.
  func contains(_ word: [UInt8], _ kind: Kind) -> Bool {
    if kinds[word]?.contains(kind) == true { return true }
    return kinds[word.map(NormalForm.asciiLowercased)]?.contains(kind) == true
  }

  /// How many bytes each of the words has that `word` is written of, or nil if it is one word.
  func parts(of word: [UInt8]) -> [Int]? { together[word.map(NormalForm.asciiLowercased)] }
}
