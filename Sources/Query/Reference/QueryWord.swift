/// A word of the query language with what `help` says of it.
public struct QueryWord: Hashable, Sendable {
  /// What part of the language a word is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case noun, clause, attribute, `operator`, aggregate, format, errorCode
  }

  /// What it is.
  public var role: Role
  /// The word, or words: `group by`.
  public var name: String
  /// What it does or means, in one line.
  public var summary: String
  /// The longer story, where there is one; an error code's paragraph.
  public var explanation: String?
  /// A query, or the part of one, that uses it.
  public var example: String?

  /// A word.
  public init(_ role: Role, _ name: String, _ summary: String, explanation: String? = nil, example: String? = nil) {
    self.role = role
    self.name = name
    self.summary = summary
    self.explanation = explanation
    self.example = example
  }
}
