/// The words of a short line, as they stand and in the form in which they are compared.
struct LineWords: Hashable, Sendable {
  /// A word, or a mark that parts words.
  struct Word: Hashable, Sendable {
    /// In lower case, quotes and marks at its ends taken off; `|` for a mark that parts words, `:` for a colon.
    var form: String
    /// As it stands.
    var text: String
  }

  /// The words, in order; marks at the ends of the line left out.
  private(set) var words: [Word] = []
  /// Whether the line ends with a mark that ends a sentence.
  private(set) var endsSentence = false
  /// Whether the line breaks off: it ends with an ellipsis.
  private(set) var breaksOff = false

  /// The words of `text`, or nil where it has more than `limit`. Linear, but long texts are only counted.
  init?(_ text: ArraySlice<UInt8>, limit: Int) {
    guard text.count <= limit * 40, text.count(where: TextLine.isSpace) < limit else { return nil }
    for part in text.split(whereSeparator: TextLine.isSpace) { append(part) }
    guard words.count <= limit else { return nil }
    while let last = words.last, last.form == "|" || last.form == ":" { words.removeLast() }
    while words.first?.form == "|" { words.removeFirst() }
    endsSentence = SentenceEnd.ends(text)
    breaksOff = Self.breaksOff(text)
  }

  /// Whether `text` ends with an ellipsis, in brackets or not.
  static func breaksOff(_ text: ArraySlice<UInt8>) -> Bool {
    endings.contains { text.suffix($0.count).elementsEqual($0) }
  }

  /// The words of `text`, or nil where it has more than `limit`.
  init?(_ text: String, limit: Int) {
    self.init(Array(text.utf8)[...], limit: limit)
  }

  /// How a text ends that breaks off.
  private static let endings = ["...", "…", "...]", "…]", "...)", "…)"].map { Array($0.utf8) }

  private mutating func append(_ part: ArraySlice<UInt8>) {
    if part.first == 0xC2, part.starts(with: "©".utf8), part.count > 2 {
      words.append(Word(form: "©", text: "©"))
      return append(part.dropFirst(2))
    }
    if Self.separators.contains(where: { part.elementsEqual($0) }) {
      words.append(Word(form: "|", text: "|"))
      return
    }
    let form = Self.form(of: part)
    if !form.isEmpty { words.append(Word(form: form, text: String(decoding: part, as: UTF8.self))) }
    if part.last == 0x3A { words.append(Word(form: ":", text: ":")) }
  }

  private static func form(of part: ArraySlice<UInt8>) -> String {
    guard part.allSatisfy({ $0 < 0x80 }) else { return form(of: String(decoding: part, as: UTF8.self)) }
    var core = part
    while let first = core.first, asciiEdges.contains(first) { core.removeFirst() }
    while let last = core.last, asciiEdges.contains(last) || last == 0x3A { core.removeLast() }
    return String(decoding: core.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The form of a word with characters beyond ASCII.
  private static func form(of part: String) -> String {
    var core = part[...]
    while let first = core.first, edges.contains(first) { core.removeFirst() }
    while let last = core.last, edges.contains(last) || last == ":" { core.removeLast() }
    return String(core.lowercased().map { $0 == "’" || $0 == "‘" ? "'" : $0 })
  }

  private static let separators = ["|", "-", "–", "—", "•", "·", "/", "‧", "∙"].map { Array($0.utf8) }
  private static let asciiEdges: [UInt8] = Array("\"'.,;!?()[]{}*#+|".utf8)
  private static let edges: Set<Character> = [
    "\"", "'", "“", "”", "‘", "’", "«", "»", "‹", "›", ".", ",", ";", "!", "?", "…", "(", ")", "[", "]", "{", "}", "*",
    "#", "→", "←", "▼", "▲", "►", "▶", "↑", "↓", "×", "✕", "+", "|",
  ]
}
