/// What stands between an attribute and a value, and between conditions.
///
/// The names of comparisons are the spellings of `Comparison`.
enum OperatorWords {
  static let table = comparisons + connectives + [negation]

  static let comparisons = [
    QueryWord(
      .operator, "=", "is it, or part of it",
      explanation: """
        location = Pakistan holds for Mastung, subject = ISIS for ISKP, topic = violence for killing. Aliases, case, accents
        and the kind of quotes do not matter. Intervals of dates are equal where they overlap.
        """,
      example: "claims where location = Pakistan group by location limit 3"),
    QueryWord(
      .operator, "==", "is exactly it, parts left out", example: "claims where subject == ISIS group by source"),
    QueryWord(
      .operator, "!=", "is something else, and no part of it",
      explanation: "A missing value meets no comparison, and so not this one either; is missing finds it.",
      example: "claims where location = Pakistan and location != Balochistan group by location"),
    QueryWord(
      .operator, "<", "less, or earlier",
      explanation: "Intervals of dates are compared by the end that is near: before 2024 is what ended before it.",
      example: "claims where date < 2025 show date, subject, relation limit 3"),
    QueryWord(.operator, "<=", "at most, or no later", example: "claims where quantity <= 10 group by unit limit 3"),
    QueryWord(.operator, ">", "more, or later", example: "entities where claims > 20 show name, claims"),
    QueryWord(
      .operator, ">=", "at least, or no earlier",
      explanation: "Words that have an order can be compared too: certainty >= probable.",
      example: "claims where certainty >= probable group by certainty"),
    QueryWord(
      .operator, "between", "from one value to another, both included",
      example: "claims where date between 2024 and 2025 group by source"),
    QueryWord(
      .operator, "in", "one of several", example: "claims where location in (Mastung, Khyber) group by location"),
    QueryWord(
      .operator, "not in", "none of several",
      example: "claims where about = ISKP and source not in (Tareen, Safi) group by source"),
    QueryWord(
      .operator, "has", "holds these words, in any of their forms",
      explanation: "A phrase in quotes is looked for as a phrase: attack finds attacked, safe haven finds safe havens.",
      example: "sentences where text has \"safe haven\" show source, number"),
    QueryWord(
      .operator, "has all", "holds each of these",
      example: "sentences where text has all (camp, Mastung) show source, number"),
    QueryWord(
      .operator, "has any", "holds one of these",
      example: "sentences where text has any (camp, hideout) group by source"),
    QueryWord(
      .operator, "like", "fits a pattern: * for any run of characters, ? for one",
      example: "claims where object like \"*camp*\" group by object limit 3"),
    QueryWord(
      .operator, "matches", "holds what a regular expression finds",
      explanation: """
        The pattern stands between slashes, with i after them where case does not matter, or in quotes. It is one of RE2, in
        linear time: without backreferences and without looking around.
        """,
      example: "sentences where text matches /[0-9]+ ISIS (fighters|members)/ show source, number"),
    QueryWord(
      .operator, "is missing", "has no value", example: "claims where location is missing group by source"),
    QueryWord(
      .operator, "is present", "has a value", example: "claims where quantity is present group by unit limit 3"),
  ]

  static let connectives = [
    QueryWord(
      .operator, "and", "both conditions hold",
      example: "claims where subject = ISKP and polarity = denied group by source"),
    QueryWord(
      .operator, "or", "one of the conditions holds",
      explanation: "and binds tighter than or; brackets say otherwise.",
      example: "claims where subject = ISKP or object = ISKP group by source"),
  ]

  static let negation = QueryWord(
    .operator, "not", "the condition does not hold",
    explanation: "It binds tightest. A missing value meets neither a condition nor its opposite.",
    example: "claims where about = ISKP and not (topic = statement or topic = thought) group by source")

  /// The words that comparisons are written with.
  static let comparisonWords = Set(comparisons.flatMap(\.parts))
}
