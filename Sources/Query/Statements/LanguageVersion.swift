/// The version of the query language: files may say by `language 1` what they are written in.
public enum LanguageVersion {
  /// The version that this program knows.
  public static let current = 1

  /// Whether a text is no more than the statement that it is written in this version.
  static func isKnown(_ text: String) -> Bool {
    let tokens = Lexer.tokens(of: text).tokens.dropLast()
    return tokens.map(\.keyword) == ["language", String(current)]
  }
}
