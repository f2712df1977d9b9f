/// What stands between an attribute and a value.
enum OperatorWords {
  static let table = [
    QueryWord(.operator, "=", "is it, or part of it", example: "location = Pakistan"),
    QueryWord(.operator, "==", "is exactly it, parts left out", example: "subject == ISIS"),
    QueryWord(.operator, "!=", "is something else, and no part of it", example: "speaker != Khalilzad"),
    QueryWord(.operator, "<", "less, or earlier", example: "date < 2024-05"),
    QueryWord(.operator, "<=", "at most, or no later", example: "quantity <= 10"),
    QueryWord(.operator, ">", "more, or later", example: "quantity > 10"),
    QueryWord(.operator, ">=", "at least, or no earlier", example: "date >= 2024"),
    QueryWord(.operator, "between", "from one value to another, both included", example: "date between 2021 and 2024"),
    QueryWord(.operator, "in", "one of several", example: "location in (Pakistan, Iran)"),
    QueryWord(.operator, "not in", "none of several", example: "location not in (Pakistan, Iran)"),
    QueryWord(.operator, "has", "holds these words, in any of their forms", example: "text has \"safe haven\""),
    QueryWord(.operator, "has all", "holds each of these", example: "text has all (camp, Mastung)"),
    QueryWord(.operator, "has any", "holds one of these", example: "text has any (camp, hideout)"),
    QueryWord(
      .operator, "like", "fits a pattern: * for any run of characters, ? for one", example: "subject like \"ISIS*\""),
    QueryWord(.operator, "is missing", "has no value", example: "location is missing"),
    QueryWord(.operator, "is present", "has a value", example: "date is present"),
    QueryWord(.operator, "and", "both conditions hold", example: "subject = ISKP and polarity = denied"),
    QueryWord(.operator, "or", "one of the conditions holds", example: "subject = ISKP or object = ISKP"),
    QueryWord(.operator, "not", "the condition does not hold", example: "not (location = Pakistan)"),
  ]
}
