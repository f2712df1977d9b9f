import ClaimModel

/// Plain text: paragraphs with blank lines between them, or one a line, or lines that were wrapped at some width.
enum PlainText {
  /// The one article of a file.
  static func parse(_ original: OriginalFile) -> ParsedFile {
    var draft = original.draft
    draft.blocks = blocks(of: original.text)
    return ParsedFile(drafts: [draft])
  }

  /// The blocks of `text`; their offsets count its bytes. Linear.
  static func blocks(of text: [UInt8]) -> [Draft.Block] {
    let wrapping = LineWrapping(text, TextLine.lines(of: text))
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
