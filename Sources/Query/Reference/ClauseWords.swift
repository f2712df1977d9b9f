/// The clauses, in the order in which they are mostly written.
enum ClauseWords {
  static let table = [
    QueryWord(
      .clause, "where", "keeps the rows for which a condition holds",
      example: "where subject = ISKP and location = Pakistan"),
    QueryWord(
      .clause, "group by", "one row a combination of values, with its count, most first",
      example: "group by source, speaker"),
    QueryWord(.clause, "across", "after group by: a column for each value", example: "group by source across location"),
    QueryWord(
      .clause, "show", "chooses the columns and names them", example: "show speaker, text as words"
    ),
    QueryWord(.clause, "sort by", "sorts; `desc` turns the order round", example: "sort by date desc, source"),
    QueryWord(.clause, "limit", "keeps the first rows", example: "limit 20"),
    QueryWord(.clause, "skip", "leaves out the first rows", example: "skip 20"),
    QueryWord(.clause, "union", "adds the rows of another query", example: "union (claims where speaker = UN)"),
    QueryWord(
      .clause, "except", "leaves out the rows of another query", example: "except (claims where polarity = denied)"),
    QueryWord(
      .clause, "intersect", "keeps the rows that another query has too",
      example: "intersect (claims where about = ISKP)"),
    QueryWord(.clause, "as", "how to show the answer", example: "as csv"),
    QueryWord(
      .clause, "explain", "before a query: shows how it is answered, step by step",
      example: "explain claims where subject = ISKP"),
  ]
}
