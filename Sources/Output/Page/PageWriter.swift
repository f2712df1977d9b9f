import ClaimModel
import Query
import TextForms

/// Writes a page: its head, its parts one after another, and the words behind its answers.
struct PageWriter {
  /// More rows than this of one answer are not written.
  static let mostRows = 500

  private let page: Page
  private var words: PageWords
  private var body = ""
  private var answers = 0
  /// The headings that the table of contents leads to.
  private var headings: [(place: String, text: String)] = []
  private var hasTitle = false
  private var depth = 0

  init(_ page: Page) {
    self.page = page
    words = PageWords(page.citation)
  }

  /// The whole text.
  mutating func html() -> String {
    for part in page.parts { write(part) }
    for _ in 0..<depth { body += "</div>\n</details>\n" }
    let appendix = words.html
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(PageAssets.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Hearsay \(Version.number)">
      <title>\(page.title.visibleForm().htmlEscaped)</title>
      <link rel="icon" href="data:,">
      <style>\(PageAssets.style)</style>
      </head>
      <body>
      <header>
      <h1>\(page.title.visibleForm().htmlEscaped)</h1>
      \(facts)\(contents(hasWords: !appendix.isEmpty))</header>
      <main>
      \(body)\(appendix)</main>
      <p id="status" role="status"></p>
      <footer>
      <p>Every row is a claim that somebody makes, not a fact. Each leads to the words that it was read from, by a program \
      that can be wrong: read them before you quote. Made with Hearsay \(Version.number).</p>
      </footer>
      <script>\(PageAssets.script)</script>
      </body>
      </html>

      """
  }

  private var facts: String {
    guard !page.facts.isEmpty else { return "" }
    return "<ul class=\"facts\">\n\(page.facts.map { "<li>\($0.visibleForm().htmlEscaped)</li>\n" }.joined())</ul>\n"
  }

  private func contents(hasWords: Bool) -> String {
    var places = headings
    if hasWords { places.append((PageWords.place, PageWords.heading)) }
    let hasAnswers = page.parts.contains { if case .hiding = $0 { true } else { false } }
    let answers =
      hasAnswers
      ? "<p><button type=\"button\" id=\"answers\" aria-pressed=\"false\" hidden>Show all answers</button></p>\n" : ""
    guard places.count > 2 else { return answers }
    let items = places.map { "<li><a href=\"#\($0.place)\">\($0.text.visibleForm().htmlEscaped)</a></li>\n" }
    return "<nav aria-label=\"Contents\">\n<ol>\n\(items.joined())</ol>\n</nav>\n" + answers
  }

  private mutating func write(_ part: Page.Part) {
    switch part {
    case .prose(.heading(let level, let text)): writeHeading(level, text)
    case .prose(let block): body += ProseHTML.text(of: block)
    case .query(let text):
      body += "<pre class=\"query\"><code>\(text.visibleForm(keepingLines: true).htmlEscaped)</code></pre>\n"
    case .answer(let table, let format): writeAnswer(table, format)
    case .text(let text):
      body += "<pre class=\"text\">\(text.visibleForm(keepingLines: true).htmlEscaped)</pre>\n"
    case .message(let text):
      body += "<p class=\"message\">\(text.visibleForm(keepingLines: true).htmlEscaped)</p>\n"
    case .hiding(let text):
      depth += 1
      body += "<details>\n<summary>\(text.visibleForm().htmlEscaped)</summary>\n<div>\n"
    case .shown:
      guard depth > 0 else { return }
      depth -= 1
      body += "</div>\n</details>\n"
    }
  }

  /// The page's title is its only heading of the first level.
  private mutating func writeHeading(_ level: Int, _ text: [ProseInline]) {
    if level == 1, !hasTitle, text.plainText == page.title {
      hasTitle = true
      return
    }
    let place = "part-\(headings.count + 1)"
    if level <= 2 { headings.append((place, text.plainText)) }
    let name = level <= 2 ? " id=\"\(place)\"" : ""
    body += "<h\(max(2, level))\(name)>\(ProseHTML.text(of: text))</h\(max(2, level))>\n"
  }

  private mutating func writeAnswer(_ table: ResultTable, _ format: String) {
    answers += 1
    let shown = min(table.rows.count, Self.mostRows)
    let rows = (0..<shown).map { words.add(table.provenance[$0], answer: answers, row: $0 + 1) }
    let answer = PageAnswer(table: table, number: answers, rows: rows)
    body += answer.html(format)
  }
}
