import ClaimModel

/// A part of a page's text that nothing but words and inline elements stands in.
struct PageBlock {
  /// Its text; the offsets count bytes of the source.
  var text = TracedText()
  /// How many bytes of it are in links.
  var linkBytes = 0
  /// How many words it has.
  var words = 0
  /// Whether it ends as a sentence does.
  var endsSentence = false
  /// The name of the block element that it stands in: `p`, `h2`, `div` ….
  var tag: String
  /// The index of that element.
  var element: Int

  /// The share of its bytes that are in links.
  var linkDensity: Double { Double(linkBytes) / Double(max(1, text.bytes.count)) }

  /// Whether it is running text: some words, few of them links.
  var isGood: Bool { words >= 10 && linkDensity < 0.35 && (endsSentence || words >= 25) }

  /// Whether it is a heading.
  var isHeading: Bool { tag.utf8.count == 2 && tag.first == "h" && tag != "hr" }

  /// The blocks of `page`, without those in elements for which `isExcluded` holds.
  static func blocks(of page: PageTree, isExcluded: [Bool]) -> [PageBlock] {
    var splitter = BlockSplitter(page: page, isExcluded: isExcluded)
    for item in page.items { splitter.take(item) }
    splitter.flush()
    return splitter.blocks
  }
}

/// Goes through a page and parts its text at the borders of block elements, and at two line breaks in a row.
private struct BlockSplitter {
  let page: PageTree
  let isExcluded: [Bool]
  var blocks: [PageBlock] = []
  private var text = TracedText()
  private var linkBytes = 0
  private var openLinks = 0
  private var breaks = 0
  /// The block elements that are open.
  private var open: [Int] = []

  init(page: PageTree, isExcluded: [Bool]) {
    self.page = page
    self.isExcluded = isExcluded
  }

  mutating func take(_ item: PageTree.Item) {
    switch item {
    case .open(let index):
      let name = page.elements[index].name
      if name == "br" { return takeBreak() }
      if name == "a" { openLinks += 1 }
      if !Self.inlineElements.contains(name) {
        flush()
        open.append(index)
      }
    case .close(let index):
      let name = page.elements[index].name
      if name == "a" { openLinks -= 1 }
      if open.last == index {
        flush()
        open.removeLast()
      }
    case .text(let piece, let element):
      if !isExcluded[element] { take(piece) }
    }
  }

  private mutating func take(_ piece: TracedText) {
    let before = text.bytes.count
    text.append(piece)
    let added = text.bytes.count - before
    if openLinks > 0 { linkBytes += added }
    if added > 0, text.bytes.last != 0x20 || added > 1 { breaks = 0 }
  }

  private mutating func takeBreak() {
    breaks += 1
    if breaks == 2 { flush() }
    if let last = text.bytes.indices.last { text.appendSpace(from: text.origins.original(of: last)) }
  }

  mutating func flush() {
    defer { (text, linkBytes, breaks) = (TracedText(), 0, 0) }
    text.trimEnd()
    guard !text.isEmpty, let element = open.last else { return }
    var block = PageBlock(text: text, linkBytes: linkBytes, tag: page.elements[element].name, element: element)
    block.words = text.bytes.count { $0 == 0x20 } + 1
    block.endsSentence = SentenceEnd.ends(text.bytes[...])
    blocks.append(block)
  }

  /// Elements that do not part text.
  private static let inlineElements: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "br", "picture", "source",
  ]
}
