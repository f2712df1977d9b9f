/// The words of the query language, as one table for each part: parser, completion and help are made from them.
public enum QueryReference {
  /// What a query starts with.
  public static var nouns: [QueryWord] { Nouns.table.map(\.word) }

  /// The clauses that may follow.
  public static let clauses = ClauseWords.table

  /// What stands between an attribute and a value.
  public static let operators = OperatorWords.table

  /// What `show` makes of many rows.
  public static let aggregates = AggregateWords.table

  /// What may stand after `as`.
  public static let formats = FormatWords.table

  /// The codes of errors, warnings and notices.
  public static let errorCodes = ErrorCodes.table

  /// The attributes of a noun, in the order in which they are best read; empty for what is no noun. Those of a pair that
  /// are said of one side (`left.speaker`) are left out where they are named without it.
  public static func attributes(of noun: String) -> [QueryWord] {
    Nouns.named(noun)?.attributes.filter { !$0.isOfOneSide }.map(\.word) ?? []
  }

  /// All that the language means by `text`, whatever its case: `claims`, `group by`, `subject`, `Q012`.
  public static func words(for text: String) -> [QueryWord] {
    let wanted = text.lowercased()
    let attributes = Nouns.table.flatMap { $0.attributes.map(\.word) }
    var found: [QueryWord] = []
    for word in nouns + clauses + operators + aggregates + formats + errorCodes + attributes
    where word.name.lowercased() == wanted && !found.contains(word) {
      found.append(word)
    }
    return found
  }
}
