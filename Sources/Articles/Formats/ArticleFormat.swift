/// What came of a file: an article, or several, and what is wrong with the rest of it.
struct ParsedFile: Sendable {
  var drafts: [Draft] = []
  var problems: [ArticleProblem] = []
}

/// How articles are written down.
enum ArticleFormat: Hashable, Sendable, CaseIterable {
  case plainText, markdown, html, jsonLines

  /// The format of a file by the ending of its name; nil for endings that no article has.
  init?(ofFileNamed name: String) {
    guard let dot = name.lastIndex(of: "."), name != Catalogue.fileName else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// The format that `text` seems to have, by how it begins.
  init(sniffing text: [UInt8]) {
    let start = text.drop(while: TextLine.isSpace)
    self =
      switch start.first {
      case 0x3C: .html
      case 0x7B: .jsonLines
      case _ where start.starts(with: "---\n".utf8) || start.starts(with: "---\r\n".utf8): .markdown
      default: .plainText
      }
  }

  /// The endings of file names that stand for it, without the dot.
  var endings: [String] {
    switch self {
    case .plainText: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .jsonLines: ["jsonl", "ndjson"]
    }
  }

  /// The endings of all formats.
  static var endings: [String] { allCases.flatMap(\.endings) }

  /// Reads the articles of a file.
  func parse(_ original: OriginalFile) -> ParsedFile {
    switch self {
    case .plainText: PlainText.parse(original)
    case .markdown: Markdown.parse(original)
    case .html: HTMLPage.parse(original)
    case .jsonLines: JSONLines.parse(original)
    }
  }
}
