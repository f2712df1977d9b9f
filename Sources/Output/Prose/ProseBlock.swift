/// A part of a text that people read: what Markdown can say, without anything of HTML.
public indirect enum ProseBlock: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(Int, [ProseInline])
  case paragraph([ProseInline])
  /// Items, each of several blocks; numbered from a number on where there is one.
  case list([[ProseBlock]], from: Int?)
  case quotation([ProseBlock])
  /// Lines that stand as they are, each with its end.
  case code(String)
  /// Rows of cells; the first row is the heading.
  case table([[[ProseInline]]])
  case rule
}

/// A part of a paragraph.
public indirect enum ProseInline: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis([ProseInline])
  case strong([ProseInline])
  case struck([ProseInline])
  /// Words that lead to an address, which may be any text.
  case link(String, [ProseInline])
  /// A line of the source ends here.
  case softBreak
  case lineBreak
}

extension [ProseInline] {
  /// The words alone.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let parts), .strong(let parts), .struck(let parts), .link(_, let parts): parts.plainText
      case .softBreak, .lineBreak: " "
      }
    }.joined()
  }
}
