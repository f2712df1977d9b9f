/// A word of the query language with what `help` says of it.
public struct QueryWord: Hashable, Sendable {
  /// What part of the language a word is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case statement, noun, clause, attribute, `operator`, aggregate, format, reserved, foreign, errorCode
    case dateUnit = "part of a date"
  }

  /// What it is.
  public var role: Role
  /// The word, or words: `group by`.
  public var name: String
  /// Other words that are understood as well: `order by` for `sort by`.
  public var others: [String]
  /// What it does or means, in one line.
  public var summary: String
  /// The longer story, where there is one; an error code's paragraph.
  public var explanation: String?
  /// A query that uses it; an error code's is one that gives it.
  public var example: String?

  /// A word.
  public init(
    _ role: Role, _ name: String, or others: [String] = [], _ summary: String, explanation: String? = nil,
    example: String? = nil
  ) {
    self.role = role
    self.name = name
    self.others = others
    self.summary = summary
    self.explanation = explanation
    self.example = example
  }

  /// The single words that it is written with, in all its spellings, in lower case: `sort`, `order`, `by`.
  var parts: [String] { ([name] + others).flatMap { $0.split(separator: " ").map(String.init) } }

  /// The first word of each of its spellings.
  var firstParts: [String] { ([name] + others).compactMap { $0.split(separator: " ").first.map(String.init) } }

  /// The last word of each of its spellings.
  var lastParts: [String] { ([name] + others).compactMap { $0.split(separator: " ").last.map(String.init) } }
}
