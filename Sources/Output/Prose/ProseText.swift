import TextForms

/// Prose for a terminal: wrapped, with headings set off, and no control character in it.
public enum ProseText {
  /// A block in lines, each with its end. Linear in its length.
  public static func text(of block: ProseBlock, style: Style = .plain, width: Int = 80) -> String {
    lines(of: block, style, max(20, width)).map { $0 + "\n" }.joined()
  }

  private static func lines(of block: ProseBlock, _ style: Style, _ width: Int) -> [String] {
    switch block {
    case .heading(_, let words): return wrapped(words, width).map { style.paint($0, .heading) }
    case .paragraph(let words): return wrapped(words, width)
    case .list(let items, let start):
      return items.enumerated().flatMap { number, blocks in
        let mark = start.map { "\($0 + number). " } ?? "- "
        return indented(blocks, mark, String(repeating: " ", count: mark.count), style, width)
      }
    case .quotation(let blocks): return indented(blocks, "> ", "> ", style, width)
    case .code(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
        "    " + String($0).visibleForm()
      }
    case .table(let rows): return table(rows, style)
    case .rule: return [style.paint(String(repeating: "─", count: min(width, 40)), .faint)]
    }
  }

  /// Blocks with an empty line between two, the first line behind `first`, the others behind `rest`.
  private static func indented(
    _ blocks: [ProseBlock], _ first: String, _ rest: String, _ style: Style, _ width: Int
  ) -> [String] {
    var shown: [String] = []
    for block in blocks {
      // A list within an item follows at once.
      let isList = if case .list = block { true } else { false }
      if !shown.isEmpty, !isList { shown.append("") }
      shown += lines(of: block, style, max(20, width - first.count))
    }
    return shown.enumerated().map { ($0 == 0 ? first : rest) + $1 }
  }

  private static func table(_ rows: [[[ProseInline]]], _ style: Style) -> [String] {
    let texts = rows.map { $0.map { words(of: $0).visibleForm() } }
    let widths = (texts.first ?? []).indices.map { column in
      texts.map { column < $0.count ? $0[column].cellWidth : 0 }.max() ?? 0
    }
    return texts.enumerated().map { number, cells in
      let line = zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      return number == 0 ? style.paint(line, .heading) : line
    }
  }

  private static func wrapped(_ words: [ProseInline], _ width: Int) -> [String] {
    self.words(of: words).split(separator: "\n").flatMap { String($0).visibleForm().wrapped(to: width) }
  }

  private static func words(of inlines: [ProseInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .code(let text): "`\(text)`"
      case .emphasis(let parts): words(of: parts)
      case .strong(let parts): words(of: parts)
      case .struck(let parts): "~\(words(of: parts))~"
      case .link(let address, let parts):
        address.contains("://") && parts.plainText != address ? "\(words(of: parts)) (\(address))" : words(of: parts)
      case .softBreak: " "
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
