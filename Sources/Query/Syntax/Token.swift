import ClaimModel

/// A piece of a query's text: a word, something in quotes, a symbol.
struct Token: Hashable {
  /// What a token is.
  enum Kind: Hashable {
    /// Letters and digits with what may stand within a name: `ISIS-K`, `2025-01`, `U.S.`.
    case word
    /// Text in quotes; `text` is what stands between them.
    case quoted
    /// A regular expression between slashes; `text` is what stands between them, `(?i)` before it where `i` follows.
    case pattern
    /// An operator, a bracket, a comma.
    case symbol
    /// Nothing is left.
    case end
  }

  var kind: Kind
  /// What it says: a quoted text without its quotes, a symbol in its plain spelling (`!=` for `≠`).
  var text: String
  /// Where it stands in the query, in bytes.
  var range: TextRange
  /// Its text in lower case where it is a word, for comparing with keywords; empty otherwise.
  var keyword: String

  init(_ kind: Kind, _ text: String, _ range: TextRange) {
    self.kind = kind
    self.text = text
    self.range = range
    keyword = kind == .word ? text.lowercased() : ""
  }

  /// Whether it is this symbol.
  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}
