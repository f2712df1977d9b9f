import ClaimModel

/// A web page: its article without navigation, advertisements, comments and the like.
///
/// What is text is told by how a page is built (elements and marks that hold none of it), and by density: running text
/// has many words and few of them in links. The densities are those of jusText (Pomikálek 2011, “Removing Boilerplate
/// and Duplicate Content from Web Corpora”), the search for the element that holds the text is in the spirit of
/// Readability.
enum HTMLPage {
  /// The one article of a page.
  static func parse(_ original: OriginalFile) -> ParsedFile {
    let page = PageTree(parsing: original.text)
    var draft = original.draft
    draft.marksHeadings = true
    draft.metadata = PageMetadata.metadata(of: page)
    let blocks = PageBlock.blocks(of: page, isExcluded: PageParts.shipped.excluded(of: page))
    let container = PageContainer(page, blocks)
    let kept = withoutBareHeadings(container.blocks.filter { isText($0, page) })
    draft.blocks = kept.map { Draft.Block(kind: kind(of: $0, page), text: $0.text) }
    addHeadline(of: page, to: &draft)
    return ParsedFile(drafts: [draft])
  }

  /// Whether a block of the element that holds the article is text of it.
  private static func isText(_ block: PageBlock, _ page: PageTree) -> Bool {
    switch block.tag {
    case _ where block.isHeading: block.linkDensity < 0.6
    case "p", "blockquote", "dd": block.linkDensity < 0.5
    case "figcaption", "caption": block.words >= 3 && block.linkDensity < 0.5
    case "li", "td", "th", "dt": block.words >= 4 && block.linkDensity < 0.4
    default: block.words >= 8 && block.endsSentence && block.linkDensity < 0.35
    }
  }

  /// The blocks without headings that nothing but another heading, or nothing at all, follows.
  private static func withoutBareHeadings(_ blocks: [PageBlock]) -> [PageBlock] {
    var kept: [PageBlock] = []
    for block in blocks.reversed() where !block.isHeading || block.tag == "h1" || kept.last?.isHeading == false {
      kept.append(block)
    }
    return kept.reversed()
  }

  private static func kind(of block: PageBlock, _ page: PageTree) -> Article.Block.Kind {
    if block.isHeading { return .heading }
    var element: Int? = block.element
    while let index = element {
      switch page.elements[index].name {
      case "figcaption", "caption": return .caption
      case "blockquote": return .quotation
      case "li", "dd", "dt": return .listItem
      case "td", "th": return block.isGood ? .paragraph : .listItem
      case "article", "main", "body", "section": return .paragraph
      default: element = page.elements[index].parent
      }
    }
    return .paragraph
  }

  /// Puts the page's headline before the text where it stands above the element that holds that.
  private static func addHeadline(of page: PageTree, to draft: inout Draft) {
    guard let first = draft.blocks.first else { return }
    if draft.metadata.title != nil, first.kind == .heading { return }
    let headlines = PageBlock.blocks(of: page, isExcluded: [Bool](repeating: false, count: page.elements.count))
      .filter { $0.tag == "h1" }
    if draft.metadata.title == nil { draft.metadata.title = headlines.first?.text.string }
    guard first.kind != .heading, let headline = headlines.first(where: { $0.text.string == draft.metadata.title })
    else { return }
    draft.blocks.insert(Draft.Block(kind: .heading, text: headline.text), at: 0)
  }
}

/// The element of a page that holds its article.
private struct PageContainer {
  /// The blocks in it, in order.
  let blocks: [PageBlock]

  /// Looks for the element among those that hold most of the running text of `all`: the innermost `article`, else
  /// `main`, else the innermost that holds nearly all. Linear.
  init(_ page: PageTree, _ all: [PageBlock]) {
    var weights = [Int](repeating: 0, count: page.elements.count)
    for block in all where block.isGood { weights[block.element] += block.words }
    let total = weights.reduce(0, +)
    for index in weights.indices.reversed() {
      if let parent = page.elements[index].parent { weights[parent] += weights[index] }
    }
    func innermost(share: Double, _ isWanted: (PageTree.Element) -> Bool) -> Int? {
      weights.indices.last { Double(weights[$0]) >= share * Double(total) && isWanted(page.elements[$0]) }
    }
    let container =
      total == 0
      ? nil
      : innermost(share: 0.6) { $0.name == "article" || $0.attributes["itemprop"] == "articleBody" }
        ?? innermost(share: 0.6) { $0.name == "main" || $0.attributes["role"] == "main" }
        ?? innermost(share: 0.85) { !["p", "li", "blockquote", "td", "tr"].contains($0.name) }
    guard let container else {
      blocks = all
      return
    }
    var isInside = [Bool](repeating: false, count: page.elements.count)
    for index in container..<page.elements.count {
      isInside[index] = index == container || page.elements[index].parent.map { isInside[$0] } ?? false
    }
    blocks = all.filter { isInside[$0.element] }
  }
}
