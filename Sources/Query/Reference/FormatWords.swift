/// How an answer can be shown.
enum FormatWords {
  static let table = [
    format("table", "a ruled table; on a terminal long cells are cut"),
    format("list", "one attribute a line, nothing cut"),
    format("markdown", "a Markdown table, for notes and pages"),
    format("html", "an HTML table to put into a page"),
    format("csv", "comma-separated values (RFC 4180), for spreadsheets"),
    format("tsv", "tab-separated values, one row a line"),
    format("json", "one array of objects, each with the ids of the claims behind it"),
    format("jsonl", "one JSON object a line, for other programs"),
  ]

  private static func format(_ name: String, _ summary: String) -> QueryWord {
    QueryWord(.format, name, summary, example: "sources show label, author, claims limit 2 as \(name)")
  }

  /// Their names, for the parser.
  static let names = Set(table.map(\.name))
}
