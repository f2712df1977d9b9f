public import ClaimModel
public import Query

/// A lesson, or a saved query, with its answers, to be written as one page for a browser.
public struct Page {
  /// What it is called.
  public var title: String
  /// What is told of it under its title: how long it takes, which articles it is about.
  public var facts: [String]
  /// What it consists of, in order.
  public var parts: [Part]
  /// The words of the article behind a claim; nil where they are not known.
  public var citation: (ClaimID) -> Citation?

  /// A part of a page.
  public enum Part: Hashable, Sendable {
    case prose(ProseBlock)
    /// What is asked.
    case query(String)
    /// What is answered, as the answer or else the page wants it: a format of `OutputFormats`.
    case answer(ResultTable, format: String)
    /// An answer that is no table.
    case text(String)
    /// What is said about an answer.
    case message(String)
    /// What follows is hidden until somebody asks for it, under these words.
    case hiding(String)
    /// What was hidden ends here.
    case shown
  }

  /// A page.
  public init(
    title: String, facts: [String] = [], parts: [Part], citation: @escaping (ClaimID) -> Citation?
  ) {
    self.title = title
    self.facts = facts
    self.parts = parts
    self.citation = citation
  }

  /// The page without what is hidden in it.
  public var withoutAnswers: Page {
    var page = self
    var depth = 0
    page.parts = parts.filter { part in
      if case .hiding = part { depth += 1 }
      defer { if part == .shown { depth = max(0, depth - 1) } }
      return depth == 0 && part != .shown
    }
    return page
  }

  /// The whole page as HTML: one text that needs nothing beside it, the same for the same page.
  public var html: String {
    var writer = PageWriter(self)
    return writer.html()
  }
}
