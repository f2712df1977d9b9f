/// The clauses, those that are needed most first: what the parser knows a clause by.
enum ClauseWords {
  static let table = [
    QueryWord(
      .clause, "where", "keeps the rows for which a condition holds",
      explanation: """
        After group by it works on the groups, so that there is no other word for that. Several where one after another
        are as good as and.
        """,
      example: "claims where subject = ISKP and location = Pakistan show relation, object, speaker"),
    QueryWord(
      .clause, "group by", "one row a combination of values, with its count, most first",
      explanation: """
        What else is made of the rows of a group, show says: min, max, list and others (help aggregates). A row that has
        several values, such as a claim about two groups, counts with each.
        """,
      example: "claims group by source, polarity"),
    QueryWord(
      .clause, "across", "after group by: a column for each value",
      example: "claims where about = ISKP group by source across polarity"),
    QueryWord(
      .clause, "show", "chooses the columns and names them",
      explanation: "show * shows all there is. A column is given a name with as, which later clauses may use.",
      example: "claims where speaker = Zalmay Khalilzad show relation, object as what limit 3"),
    QueryWord(
      .clause, "sort by", or: ["order by"], "sorts; desc turns the order round",
      explanation: "Rows that are equal stay in the order in which they were; missing values come last either way.",
      example: "sources sort by published desc, label"),
    QueryWord(.clause, "limit", "keeps the first rows", example: "speakers limit 3"),
    QueryWord(.clause, "skip", "leaves out the first rows", example: "speakers skip 3 limit 3"),
    QueryWord(
      .clause, "sample", "keeps some rows, drawn by lot, the same every time",
      explanation: "Another draw is had with another seed: sample 10 seed 2. The rows stay in their order.",
      example: "claims sample 3 seed 2 show subject, relation, object"),
    QueryWord(
      .clause, "union", "adds the rows of another query",
      explanation: """
        The two ask for the same noun. Without brackets the other query has nothing but where; what follows then works on
        the rows of both.
        """,
      example: "claims where speaker = Zalmay Khalilzad union (claims where speaker = UN) group by speaker"),
    QueryWord(
      .clause, "except", "leaves out the rows of another query",
      example: "claims where about = ISKP except (claims where polarity = affirmed) group by source"),
    QueryWord(
      .clause, "intersect", "keeps the rows that another query has too",
      example: "claims where topic = sanctuary intersect (claims where about = ISKP) group by source"),
    QueryWord(
      .clause, "match", "right after claims: finds the values that fit patterns, a row for each way in which they do",
      explanation: """
        A pattern is a claim or a name, what is said of it, and a value: ?a location Pakistan. A word with ? stands for
        whatever fits, the same in all patterns, and later clauses use it as a column.
        """,
      example: "claims match ?a relation attack, ?a location ?p show ?a, ?p limit 3"),
    QueryWord(
      .clause, "as", "how to show the answer", explanation: "help formats lists how; without it, it is set format.",
      example: "sources show label, author limit 2 as csv"),
  ]
}
