/// What articles may be written in, and what they may say of themselves, for the pages that tell users.
public enum ArticleReference {
  /// The formats: the endings of files, and what is read of one.
  public static let formats: [[String]] = ArticleFormat.allCases.map { format in
    [format.endings.map { "." + $0 }.joined(separator: ", "), format.summary]
  }

  /// What is known of articles: the attribute, and the keys of front matter and of JSON that give it.
  public static let keys: [[String]] = Metadata.Field.allCases.map { field in
    [field.rawValue, field.names.joined(separator: ", ")]
  }
}

extension ArticleFormat {
  /// What is read of a file, in a line.
  fileprivate var summary: String {
    switch self {
    case .plainText: "plain text: paragraphs between blank lines; front matter may stand above it"
    case .markdown: "Markdown: its text without marks, links, code and comments; front matter may stand above it"
    case .html:
      "a web page: its article without navigation and advertisements; what the page says of it in JSON-LD, `meta` and `time`"
    case .jsonLines: "JSON Lines: an article a line, its text as `text`, and the keys below"
    }
  }
}
