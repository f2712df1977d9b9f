/// The words that the grammar knows, in lower case, as the tables of the reference have them.
enum Keywords {
  /// What starts a clause.
  static let clauses = Set(ClauseWords.table.flatMap(\.firstParts))

  /// What parts conditions.
  static let connectives = Set(OperatorWords.connectives.map(\.name))

  /// Whether a word ends a value that is written without quotes.
  static func endsValue(_ word: String) -> Bool {
    clauses.contains(word) || connectives.contains(word) || foreignEndings.contains(word)
  }

  /// Those that start a clause together with `by` only: the first word of a value may be one of them, as in
  /// `kind = group`.
  static let withBy = Set(
    ClauseWords.table.flatMap { [$0.name] + $0.others }.filter { $0.hasSuffix(" by") }.map { $0.dropLast(3) }
      .map(String.init))

  /// The words after which something must follow.
  static let openEnded = Set(
    ClauseWords.table.flatMap(\.lastParts) + OperatorWords.table.flatMap(\.firstParts)
      + StatementWords.table.map(\.name))

  /// Words of other languages that are hardly ever part of a name.
  private static let foreignEndings: Set<String> = ["having", "orderby", "groupby", "sortby", "offset"]
}
