/// The words of the query language, one table for each part: parser, binder, completion, `help`, the reference page and
/// the grammar for editors are made from them.
public enum QueryReference {
  /// What stands before a query, or instead of one.
  public static let statements = StatementWords.table

  /// What a query starts with.
  public static var nouns: [QueryWord] { Nouns.table.map(\.word) }

  /// The clauses that may follow.
  public static let clauses = ClauseWords.table

  /// What stands between an attribute and a value, and between conditions.
  public static let operators = OperatorWords.table

  /// What `show` makes of many rows.
  public static let aggregates = AggregateWords.table

  /// What dates can be cut to.
  public static let dateUnits = DateUnitWords.table

  /// What may stand after `as`.
  public static let formats = FormatWords.table

  /// Words that nobody may give as names, because they may come to mean something.
  public static let reserved = ReservedWords.table

  /// Words of other languages, with what is written here.
  public static let foreign = ForeignWords.table

  /// The codes of errors, warnings and notices.
  public static let errorCodes = ErrorCodes.table

  /// Whether a word is kept from being the name of a view or a parameter.
  public static func isReserved(_ word: String) -> Bool { ReservedWords.contains(word.lowercased()) }

  /// The attributes of a noun, in the order in which they are best read; empty for what is no noun. Those of a pair that
  /// are said of one side (`left.speaker`) are left out where they are named without it.
  public static func attributes(of noun: String) -> [QueryWord] {
    guard let noun = Nouns.named(noun) else { return [] }
    return noun.attributes.filter { !$0.isOfOneSide }.map { $0.word(of: noun) }
  }

  /// The attributes of a noun that are not those of its claims: of pairs, what is said of the two together.
  public static func ownAttributes(of noun: String) -> [QueryWord] {
    guard let noun = Nouns.named(noun) else { return [] }
    return noun.attributes.filter { !$0.isOfOneSide && $0.sides.isEmpty }.map { $0.word(of: noun) }
  }

  /// All that the language means by `text`, whatever its case: `claims`, `group by`, `subject`, `Q012`. What it does not
  /// mean, though others do, comes only where there is nothing else.
  public static func words(for text: String) -> [QueryWord] {
    let wanted = text.lowercased()
    let attributes = Nouns.table.flatMap { noun in noun.attributes.map { $0.word(of: noun) } }
    let known =
      statements + nouns + clauses + operators + aggregates + dateUnits + formats + errorCodes + attributes + reserved
    let found = known.filter { $0.name.lowercased() == wanted }
    if !found.isEmpty { return distinct(found) }
    let others = known.filter { $0.others.contains(wanted) }
    return others.isEmpty ? foreign.filter { $0.name == wanted } : distinct(others)
  }

  /// Of attributes that several nouns have, and mean the same by, the first alone.
  private static func distinct(_ words: [QueryWord]) -> [QueryWord] {
    var found: [QueryWord] = []
    for word in words
    where !found.contains(where: { $0.role == word.role && $0.name == word.name && $0.summary == word.summary }) {
      found.append(word)
    }
    return found
  }
}
