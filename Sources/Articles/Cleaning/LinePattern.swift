import ClaimModel

/// A pattern for a whole line, as leftovers.txt describes them.
struct LinePattern: Hashable, Sendable {
  /// What stands for words in a pattern.
  enum Part: Hashable, Sendable {
    case word(String)
    case number, any, name, author, date
  }

  /// What a line that matches says of its article.
  struct Match: Hashable, Sendable {
    var author: String?
    var published: DateRange?
  }

  private(set) var parts: [Part]

  /// The pattern that a line of leftovers.txt writes.
  init(_ text: String) {
    let placeholders: [String: Part] = [
      "<number>": .number, "<any>": .any, "<name>": .name, "<author>": .author, "<date>": .date,
    ]
    let words = LineWords(text, limit: 40)?.words ?? []
    parts = words.map { placeholders[$0.form] ?? .word($0.form) }
  }

  /// What a line must begin with to match.
  var first: Part { parts.first ?? .any }

  /// What `line` says where it matches as a whole, else nil.
  ///
  /// Tries every length for each part that stands for several words; lines are short.
  func match(_ line: LineWords) -> Match? {
    if case .word(let last)? = parts.last, line.words.last?.form != last { return nil }
    var match = Match()
    return Self.matches(parts[...], line.words[...], &match) ? match : nil
  }

  private static func matches(
    _ parts: ArraySlice<Part>, _ words: ArraySlice<LineWords.Word>, _ match: inout Match
  ) -> Bool {
    guard let part = parts.first else { return words.isEmpty }
    let rest = parts.dropFirst()
    switch part {
    case .word(let form):
      return words.first?.form == form && matches(rest, words.dropFirst(), &match)
    case .number:
      return words.first.map { isNumber($0.form) } == true && matches(rest, words.dropFirst(), &match)
    case .any:
      if rest.isEmpty { return true }
      return (0...words.count).contains { matches(rest, words.dropFirst($0), &match) }
    case .name, .author:
      for count in stride(from: PersonName.length(atStartOf: words), to: 0, by: -1) {
        guard let name = PersonName(words.prefix(count)), matches(rest, words.dropFirst(count), &match) else {
          continue
        }
        if part == .author { match.author = name.text }
        return true
      }
      return false
    case .date:
      guard mayHoldDate(words.prefix(4)) else { return false }
      for count in stride(from: min(8, words.count), to: 0, by: -1) {
        let text = words.prefix(count).map(\.text).joined(separator: " ")
        guard let date = DateRange(writtenDay: text), matches(rest, words.dropFirst(count), &match) else { continue }
        match.published = date
        return true
      }
      return false
    }
  }

  /// Whether one of `words` has the four digits of a year, alone or before the month.
  static func mayHoldDate(_ words: ArraySlice<LineWords.Word>) -> Bool {
    words.contains { word in
      let bytes = word.form.utf8
      return bytes.count >= 4 && bytes.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  private static func isNumber(_ form: String) -> Bool {
    var digits = form[...]
    if let last = digits.last, "km+".contains(last) { digits.removeLast() }
    return digits.utf8.contains { (0x30...0x39).contains($0) }
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
  }
}
