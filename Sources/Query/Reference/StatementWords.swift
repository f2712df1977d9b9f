/// What stands before a query, or instead of one.
enum StatementWords {
  static let table = [
    QueryWord(
      .statement, "explain", "shows how a query is answered, step by step",
      explanation:
        "Of each step it says about how many rows were expected to be left and how many were; set timer on adds the time.",
      example: "explain claims where subject = ISKP and polarity = denied"),
    QueryWord(
      .statement, "pairs of claims on", "instead of a noun: claims joined with claims that have the same values",
      explanation: """
        Each pair has the attributes of both claims, with left. and right.; within 3 days says how far their dates may be
        from one another.
        """,
      example:
        "pairs of claims on relation, location where left.source != right.source show left.source, right.source limit 3"
    ),
    QueryWord(
      .statement, "define", "gives a query a name, which later queries start with as with a noun",
      explanation: """
        What follows the name works on the rows of that query. A name may be defined anew; a query that was defined with
        it keeps what it meant then, and so does one that uses a parameter. help NAME shows what a name stands for.
        """,
      example: "define sheltered = claims where topic = sanctuary\nsheltered group by source"),
    QueryWord(
      .statement, "param", "declares a parameter of a saved query, its usual value and what it is for",
      explanation: """
        `$who` stands for the value of the parameter `who` wherever a value, a number or an attribute may stand. A value that
        is given from outside (`hearsay run FILE --param who=TTP`) wins over the usual one; a parameter without one must
        be given. A list has commas between its values: param who = ISKP, Taliban for about in ($who).
        """,
      example: "param who = ISKP -- whom the claims are about\nclaims where about = $who group by source"),
    QueryWord(
      .statement, "language", "at the head of a file: the version of the language that it is written in",
      explanation: "What a version means does not change; a newer program goes on reading it.", example: "language 1"),
  ]
}
