import ClaimModel

/// Plain text: paragraphs with blank lines between them, or one a line, or lines that were wrapped at some width.
enum PlainText {
  /// The one article of a file; front matter says of it what it says in Markdown.
  static func parse(_ original: OriginalFile) -> ParsedFile {
    var draft = original.draft
    let lines = TextLine.lines(of: original.text)
    let frontMatter = FrontMatter(original.text, lines, path: original.path)
    // A text may as well begin with a rule of hyphens.
    guard frontMatter.metadata != Metadata() else {
      draft.blocks = blocks(of: original.text, lines)
      return ParsedFile(drafts: [draft])
    }
    draft.metadata = frontMatter.metadata
    draft.blocks = blocks(of: original.text, Array(lines.dropFirst(frontMatter.lineCount)))
    return ParsedFile(drafts: [draft], problems: frontMatter.problems)
  }

  /// The blocks of `text`; their offsets count its bytes. Linear.
  static func blocks(of text: [UInt8]) -> [Draft.Block] { blocks(of: text, TextLine.lines(of: text)) }

  private static func blocks(of text: [UInt8], _ lines: [TextLine]) -> [Draft.Block] {
    let wrapping = LineWrapping(text, lines)
    return wrapping.paragraphs.map { paragraph(of: text, $0) }
  }

  private static func paragraph(of text: [UInt8], _ lines: ArraySlice<TextLine>) -> Draft.Block {
    var content = TracedText()
    var kind = Article.Block.Kind.paragraph
    for line in lines {
      var range = line.range
      if line == lines.first, let marker = Bullet.length(text, range) {
        kind = .listItem
        range = (range.lowerBound + marker)..<range.upperBound
      }
      let breaksAtHyphen = content.bytes.last == 0x2D && text[range].first.map { (0x61...0x7A).contains($0) } ?? false
      if line != lines.first, !breaksAtHyphen { content.appendSpace(from: range.lowerBound - 1) }
      content.append(text, range)
    }
    content.trimEnd()
    return Draft.Block(kind: kind, text: content)
  }
}
