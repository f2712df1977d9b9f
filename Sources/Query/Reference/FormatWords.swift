/// How an answer can be shown.
enum FormatWords {
  static let table = [
    QueryWord(.format, "table", "columns in line, for a terminal"),
    QueryWord(.format, "csv", "comma-separated values, for spreadsheets"),
    QueryWord(.format, "tsv", "tab-separated values"),
    QueryWord(.format, "json", "one JSON array of objects"),
    QueryWord(.format, "jsonl", "one JSON object a line"),
    QueryWord(.format, "markdown", "a Markdown table"),
    QueryWord(.format, "list", "one attribute a line"),
  ]

  /// Their names, for the parser.
  static let names = Set(table.map(\.name))
}
