/// How an answer can be shown.
enum FormatWords {
  static let table = [
    format("table", "a ruled table; on a terminal long cells are cut"),
    format("box", "a ruled table in which nothing is cut: long cells go on in the next line"),
    format("list", "one attribute a line, nothing cut"),
    format(
      "bars", "a bar for each row, as long as its first number", "claims where about = ISKP group by source as bars"),
    format(
      "timeline", "rows in the order of time, each with its days on a line",
      "claims where date is present show date, subject, relation limit 5 as timeline"),
    format(
      "matrix", "a cross table, the greater a number the darker",
      "claims where about = ISIS group by source across certainty as matrix"),
    format(
      "graph", "who is joined with whom: the first two columns of names, with what stands between them",
      "claims where relation = attack as graph"),
    format(
      "map", "names under what they lie within or are parts of, each with its number",
      "claims where location is present group by location as map"),
    format("markdown", "a Markdown table, for notes and pages"),
    format("html", "an HTML table to put into a page"),
    format(
      "svg", "a picture for pages: a timeline, a matrix or bars, as the columns are; as graph as svg says which",
      "claims where relation = attack as graph as svg"),
    format(
      "dot", "a graph for Graphviz",
      "claims where relation = attack as dot"),
    format("csv", "comma-separated values (RFC 4180), for spreadsheets"),
    format("tsv", "tab-separated values, one row a line"),
    format("json", "one array of objects, each with the ids of the claims behind it"),
    format("jsonl", "one JSON object a line, for other programs"),
  ]

  private static func format(_ name: String, _ summary: String, _ example: String? = nil) -> QueryWord {
    QueryWord(.format, name, summary, example: example ?? "sources show label, author, claims limit 2 as \(name)")
  }

  /// Their names, for the parser.
  static let names = Set(table.map(\.name))
}
