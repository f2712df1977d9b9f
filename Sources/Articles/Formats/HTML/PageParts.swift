import CEmbedded
import TextForms

/// Tells which elements of a page are no part of its article, by their names and by what they are marked as.
struct PageParts {
  /// Words of classes and ids that mark such parts.
  private let marks: Set<String>

  /// The marks that the program comes with.
  static let shipped = PageParts(parsing: embeddedText)

  /// Reads `text`: a word a line, lines that begin with `#` are comments.
  init(parsing text: String) {
    marks = Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.trimmed })
  }

  /// For each element of `page` whether it, or one around it, is no part of the article. Linear.
  func excluded(of page: PageTree) -> [Bool] {
    let weights = Self.textWeights(of: page)
    let most = (weights.max() ?? 0) / 2
    var excluded = [Bool](repeating: false, count: page.elements.count)
    var isInArticle = excluded
    for (index, element) in page.elements.enumerated() {
      let parent = element.parent
      isInArticle[index] = parent.map { isInArticle[$0] } ?? false || Self.articleElements.contains(element.name)
      if parent.map({ excluded[$0] }) ?? false {
        excluded[index] = true
      } else if Self.excludedElements.contains(element.name) || Self.isHidden(element) {
        excluded[index] = true
      } else if element.name == "header" {
        excluded[index] = !isInArticle[index]
      } else if weights[index] <= most {
        excluded[index] = isMarked(element) || element.isAuthor
      }
    }
    return excluded
  }

  private func isMarked(_ element: PageTree.Element) -> Bool {
    if let role = element.attributes["role"]?.lowercased(), Self.excludedRoles.contains(role) { return true }
    return !element.marks.isDisjoint(with: marks)
  }

  private static func isHidden(_ element: PageTree.Element) -> Bool {
    if element.attributes["hidden"] != nil || element.attributes["aria-hidden"]?.lowercased() == "true" { return true }
    let style = element.attributes["style"]?.lowercased().filter { !$0.isWhitespace }
    return style?.contains("display:none") == true || style?.contains("visibility:hidden") == true
  }

  /// How many bytes of text stand in paragraphs within each element.
  private static func textWeights(of page: PageTree) -> [Int] {
    var weights = [Int](repeating: 0, count: page.elements.count)
    for item in page.items {
      if case .text(let text, let element) = item, !excludedElements.contains(page.elements[element].name) {
        weights[element] += text.bytes.count
      }
    }
    for index in weights.indices.reversed() {
      if let parent = page.elements[index].parent { weights[parent] += weights[index] }
    }
    return weights
  }

  private static let articleElements: Set<String> = ["article", "main"]
  private static let excludedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "form",
  ]
  private static let excludedElements: Set<String> = [
    "nav", "footer", "aside", "script", "style", "noscript", "template", "form", "button", "select", "option", "input",
    "textarea", "iframe", "object", "embed", "svg", "canvas", "dialog", "menu", "head", "title", "pre", "audio",
    "video",
    "map", "math",
  ]

  /// page-parts.txt as the binary carries it.
  private static var embeddedText: String {
    let file = unsafe embedded_page_parts()
    // The bytes are constants of the binary: they are there, unchanged, as long as the program runs.
    return unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
