import CMarkGFM
import Output

/// A part of a Markdown text that stands at its margin.
enum MarkdownPart: Hashable {
  case prose(ProseBlock)
  /// A fenced block: the word behind its fence, its lines with their ends, and the line of its opening fence, from 1.
  case fence(word: String, text: String, line: Int)
  /// HTML as it stands, and the line on which it starts.
  case html(String, line: Int)
}

/// Reads Markdown as GitHub does (cmark-gfm, with its tables and its strikethrough).
enum MarkdownReader {
  /// Blocks within blocks, and words within words, that are deeper than this are left out, so that no text can exhaust the
  /// stack.
  private static let deepest = 50

  /// The parts of a text, in order. Linear in its length.
  ///
  /// The document is made and freed here; nodes live as long as it, and none leaves this call.
  static func parts(of text: String) -> [MarkdownPart] {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var copy = text
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = unsafe cmark_parser_finish(parser) else { return [] }
    defer { unsafe cmark_node_free(document) }
    return unsafe MarkdownNode(document).children.flatMap { part(of: $0) }
  }

  private static func part(of node: MarkdownNode) -> [MarkdownPart] {
    switch node.kind {
    case "code_block" where node.isFenced: [.fence(word: node.fenceWord, text: node.literal, line: node.line)]
    case "html_block": [.html(node.literal, line: node.line)]
    default: blocks(of: node, depth: 0).map { .prose($0) }
    }
  }

  private static func blocks(of node: MarkdownNode, depth: Int) -> [ProseBlock] {
    guard depth < deepest else { return [] }
    func inner(_ node: MarkdownNode) -> [ProseBlock] { node.children.flatMap { blocks(of: $0, depth: depth + 1) } }
    switch node.kind {
    case "paragraph": return [.paragraph(inlines(of: node))]
    case "heading": return [.heading(node.headingLevel, inlines(of: node))]
    case "list": return [.list(node.children.map(inner), from: node.listStart)]
    case "block_quote": return [.quotation(inner(node))]
    case "code_block": return [.code(node.literal)]
    case "thematic_break": return [.rule]
    case "table": return [.table(node.children.map { $0.children.map { inlines(of: $0) } })]
    case "html_block": return [.code(node.literal)]
    default: return inner(node)
    }
  }

  private static func inlines(of node: MarkdownNode, depth: Int = 0) -> [ProseInline] {
    guard depth < deepest else { return [] }
    return node.children.flatMap { child -> [ProseInline] in
      let inner = inlines(of: child, depth: depth + 1)
      switch child.kind {
      // Markup of HTML means nothing here and is shown as what it is.
      case "text", "html_inline": return [.text(child.literal)]
      case "code": return [.code(child.literal)]
      case "softbreak": return [.softBreak]
      case "linebreak": return [.lineBreak]
      case "emph": return [.emphasis(inner)]
      case "strong": return [.strong(inner)]
      case "strikethrough": return [.struck(inner)]
      // A picture is no part of a page that needs no network: its words lead there.
      case "link", "image": return [.link(child.address, inner)]
      default: return inner
      }
    }
  }
}

/// A node of a document of cmark, which the document keeps alive.
@safe private struct MarkdownNode {
  private let pointer: OpaquePointer

  @unsafe init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  var kind: String { unsafe cmark_node_get_type_string(pointer).map { unsafe String(cString: $0) } ?? "" }
  var literal: String { unsafe cmark_node_get_literal(pointer).map { unsafe String(cString: $0) } ?? "" }
  var address: String { unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "" }
  var line: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

  /// Whether it is a block of code between fences, not an indented one.
  var isFenced: Bool {
    var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
    return unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) == 1
  }

  /// The number of a numbered list's first item.
  var listStart: Int? {
    let isNumbered = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    return isNumbered ? Int(unsafe cmark_node_get_list_start(pointer)) : nil
  }

  /// The first word behind the fence.
  var fenceWord: String {
    let info = unsafe cmark_node_get_fence_info(pointer).map { unsafe String(cString: $0) } ?? ""
    return String(info.prefix { !$0.isWhitespace })
  }

  var children: [MarkdownNode] {
    var found: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      found.append(unsafe MarkdownNode(node))
      unsafe next = unsafe cmark_node_next(node)
    }
    return found
  }
}
