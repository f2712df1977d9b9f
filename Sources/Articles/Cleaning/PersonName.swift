/// Words that can be the name of a person, of several, or of an institution: capitals, and the small words between.
struct PersonName: Hashable, Sendable {
  /// The name as it stands, without marks at its end.
  let text: String

  /// The most words that a name has.
  static let greatestLength = 8

  /// The name that `words` are, or nil where they are none.
  init?(_ words: some Collection<LineWords.Word>) {
    guard (1...Self.greatestLength).contains(words.count) else { return nil }
    guard words.allSatisfy({ Self.isPart($0) }), words.contains(where: { !Self.particles.contains($0.form) }) else {
      return nil
    }
    var name = words.map(\.text).joined(separator: " ")
    while let last = name.last, last == "," || last == ";" || last == ":" { name.removeLast() }
    guard let lastWord = words.map(\.form).last, !Self.particles.contains(lastWord) else { return nil }
    text = name
  }

  /// The name that `line` is as a whole, or nil; two words at least, and no sentence.
  init?(line: LineWords) {
    guard line.words.count >= 2, !line.endsSentence else { return nil }
    self.init(line.words)
  }

  /// How many of the first words of a line can be words of a name.
  static func length(atStartOf words: ArraySlice<LineWords.Word>) -> Int {
    words.prefix(greatestLength).prefix(while: isPart).count
  }

  private static func isPart(_ word: LineWords.Word) -> Bool {
    let bytes = word.text.utf8
    guard let first = bytes.first else { return false }
    if (0x61...0x7A).contains(first) || first == 0x26 {
      if particles.contains(word.form) { return true }
      guard let hyphen = word.text.firstIndex(of: "-"), particles.contains(word.text[..<hyphen].lowercased()) else {
        return false
      }
      return word.text[word.text.index(after: hyphen)...].unicodeScalars.first?.properties.isUppercase == true
    }
    if first < 0x80, !(0x41...0x5A).contains(first) { return false }
    let hasOther = bytes.contains { (0x30...0x39).contains($0) || $0 == 0x2F || $0 == 0x40 }
    return !hasOther && (first < 0x80 || word.text.unicodeScalars.first?.properties.isLetterOfName == true)
  }

  /// Words in small letters that names hold.
  private static let particles: Set<String> = [
    "and", "&", "of", "the", "al", "el", "ul", "ur", "bin", "bint", "ibn", "de", "del", "della", "der", "den", "di",
    "da", "dos", "du", "la", "le", "van", "von", "zu", "y", "e",
  ]
}

extension Unicode.Scalar.Properties {
  /// Whether a name can begin with it: a letter, and no small one.
  fileprivate var isLetterOfName: Bool { isAlphabetic && !isLowercase }
}
