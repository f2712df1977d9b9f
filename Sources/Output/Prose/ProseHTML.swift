import TextForms

/// Prose as HTML. Nothing in it is passed on as markup, and links lead to pages of the web or to places of the page only.
enum ProseHTML {
  /// A block as elements, each on lines of its own.
  static func text(of block: ProseBlock) -> String {
    switch block {
    case .heading(let level, let words): return "<h\(level)>\(text(of: words))</h\(level)>\n"
    case .paragraph(let words): return "<p>\(text(of: words))</p>\n"
    case .list(let items, let start):
      let element = start == nil ? "ul" : "ol"
      let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      let lines = items.map { "<li>\(item($0))</li>\n" }
      return "<\(element)\(first)>\n\(lines.joined())</\(element)>\n"
    case .quotation(let blocks): return "<blockquote>\n\(blocks.map { text(of: $0) }.joined())</blockquote>\n"
    case .code(let text): return "<pre><code>\(text.visibleForm(keepingLines: true).htmlEscaped)</code></pre>\n"
    case .table(let rows): return table(rows)
    case .rule: return "<hr>\n"
    }
  }

  /// Words as elements within a line.
  static func text(of words: [ProseInline]) -> String {
    words.map { word in
      switch word {
      case .text(let text): text.visibleForm().htmlEscaped
      case .code(let text): "<code>\(text.visibleForm().htmlEscaped)</code>"
      case .emphasis(let parts): "<em>\(text(of: parts))</em>"
      case .strong(let parts): "<strong>\(text(of: parts))</strong>"
      case .struck(let parts): "<del>\(text(of: parts))</del>"
      case .link(let address, let parts): link(address, text(of: parts))
      case .softBreak: "\n"
      case .lineBreak: "<br>\n"
      }
    }.joined()
  }

  /// An address to follow where it is one of the web; else what stands there, alone.
  static func link(_ address: String, _ shown: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return shown }
    return "<a href=\"\(address.visibleForm().htmlEscaped)\" rel=\"noreferrer\">\(shown)</a>"
  }

  /// An item that is one paragraph needs no element for it.
  private static func item(_ blocks: [ProseBlock]) -> String {
    guard case .paragraph(let words) = blocks.first else { return blocks.map { text(of: $0) }.joined() }
    let rest = blocks.dropFirst().map { text(of: $0) }.joined()
    return text(of: words) + (rest.isEmpty ? "" : "\n" + rest)
  }

  private static func table(_ rows: [[[ProseInline]]]) -> String {
    func row(_ cells: [[ProseInline]], _ open: String, _ close: String) -> String {
      "<tr>\(cells.map { "<\(open)>\(text(of: $0))</\(close)>" }.joined())</tr>\n"
    }
    let head = rows.first.map { "<thead>\n\(row($0, "th scope=\"col\"", "th"))</thead>\n" } ?? ""
    let body = rows.dropFirst().map { row($0, "td", "td") }.joined()
    return
      "<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n\(head)<tbody>\n\(body)</tbody>\n"
      + "</table>\n</div>\n"
  }
}
