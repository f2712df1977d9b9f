/// Words that mean nothing yet and may come to mean something, or that mean something elsewhere: nobody may give them
/// as names, so that what is written today goes on being read.
enum ReservedWords {
  static let table = [
    reserved("path", "ways through the graph of who speaks of whom"),
    reserved("within", "how near two things are; it is an attribute of places: places where within = Balochistan"),
    reserved("over", "what an aggregate goes over"),
    reserved("with", "parts of a query that have names; until then use define"),
    reserved("week", "dates cut to weeks"), reserved("quarter", "dates cut to quarters of a year"),
    reserved("near", "places and words that are close to one another"),
    reserved("exists", "conditions on other rows; until then use except and intersect"),
    reserved("every", "conditions that all of several rows meet"),
    reserved("some", "conditions that one of them meets"),
    reserved("median", "the value in the middle"), reserved("rank", "the place of a row in an order"),
    reserved("each", "queries that are run for each of some values"),
    reserved("when", "conditions of time; until then use where date"),
    reserved("if", "values that depend on a condition"),
    reserved("let", "values that have names; until then use param"),
  ]

  /// The verbs of the prompt, those of today and those that are meant to come.
  static let verbs: Set<String> = [
    "load", "save", "open", "import", "export", "run", "check", "describe", "cite", "schema", "set", "help", "history",
    "extract", "parse", "more", "edit", "record", "page", "quit", "exit",
  ]

  private static func reserved(_ name: String, _ meaning: String) -> QueryWord {
    QueryWord(.reserved, name, "kept for \(meaning)")
  }

  /// Whether nobody may give a view this name. A parameter may have any: `$` tells it from all else.
  static func contains(_ word: String) -> Bool {
    table.contains { $0.name == word } || verbs.contains(word) || Nouns.named(word) != nil
      || Keywords.endsValue(word) || StatementWords.table.contains { $0.firstParts.contains(word) }
      || OperatorWords.comparisonWords.contains(word) || ["by", "not"].contains(word)
      || QueryHabit.starters.contains(word)
  }
}
