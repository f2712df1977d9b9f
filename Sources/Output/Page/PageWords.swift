import ClaimModel
import TextForms

/// The words of the articles behind the answers of a page: each claim once, its own words marked in their sentence.
struct PageWords {
  /// Where the section stands, and what it is called.
  static let place = "words"
  static let heading = "The words behind the answers"
  /// More claims than this behind one row are only counted.
  private static let mostClaims = 12

  /// What a row rests on.
  struct Row {
    /// The place that its cells lead to; nil where it rests on no claim whose words are known.
    var place: String?
    /// The places within that for some columns.
    var places: [String: String] = [:]

    /// The place that a cell of a column leads to.
    func place(of column: String) -> String? { places[column] ?? place }
  }

  /// A claim with its words, and the first row that rests on it.
  private struct Entry {
    var citation: Citation
    var row: String
  }

  /// A row that rests on several claims.
  private struct Group {
    var place: String
    var row: String
    var title: String
    var claims: [ClaimID]
    var total: Int
  }

  private let citation: (ClaimID) -> Citation?
  private var entries: [ClaimID: Entry] = [:]
  private var groups: [Group] = []

  init(_ citation: @escaping (ClaimID) -> Citation?) {
    self.citation = citation
  }

  /// Takes up the claims behind a row.
  mutating func add(_ claims: [ClaimID], answer: Int, row: Int) -> Row {
    let name = "a\(answer)-r\(row)"
    let known = claims.prefix(Self.mostClaims).filter { id in
      if entries[id] == nil { entries[id] = citation(id).map { Entry(citation: $0, row: name) } }
      return entries[id] != nil
    }
    guard let first = known.first, let entry = entries[first] else { return Row() }
    guard claims.count > 1 else {
      var places: [String: String] = [:]
      if entry.citation.subject != nil { places["subject"] = "c\(first)-subject" }
      if entry.citation.object != nil { places["object"] = "c\(first)-object" }
      return Row(place: "c\(first)", places: places)
    }
    let group = Group(
      place: "b\(answer)-r\(row)", row: name, title: "Answer \(answer), row \(row)", claims: known, total: claims.count)
    groups.append(group)
    return Row(place: group.place)
  }

  /// The section; empty where no answer rests on a claim.
  var html: String {
    guard !entries.isEmpty else { return "" }
    let byArticle = Dictionary(grouping: entries.values) { Key($0.citation.article) }
    let articles = byArticle.sorted { $0.key < $1.key }.map { key, entries in
      let sorted = entries.sorted { left, right in
        let (one, other) = (left.citation.claim, right.citation.claim)
        return (one.span, one.words, one.id.value) < (other.span, other.words, other.id.value)
      }
      return heading(of: sorted[0].citation.article) + "<ol class=\"claims\">\n\(sorted.map(item).joined())</ol>\n"
    }
    return """
      <section aria-labelledby="\(Self.place)">
      <h2 id="\(Self.place)">\(Self.heading)</h2>
      \(rowsOfSeveral)\(articles.joined())</section>

      """
  }

  /// Articles in the order of their files.
  private struct Key: Hashable, Comparable {
    var file: String
    var digest: String

    init(_ article: Article) {
      (file, digest) = (article.file, article.digest)
    }

    static func < (left: Key, right: Key) -> Bool { (left.file, left.digest) < (right.file, right.digest) }
  }

  // MARK: Rows that rest on several claims

  private var rowsOfSeveral: String {
    guard !groups.isEmpty else { return "" }
    let items = groups.map { group in
      let lines = group.claims.compactMap { id in
        entries[id].map { "<li><a href=\"#c\(id)\">\(gloss($0.citation))</a></li>\n" }
      }
      let more = group.total - group.claims.count
      let rest = more > 0 ? "<p>and \(more) more</p>\n" : ""
      return "<h4 id=\"\(group.place)\"><a href=\"#\(group.row)\">\(group.title)</a></h4>\n"
        + "<ul class=\"behind\">\n\(lines.joined())</ul>\n\(rest)"
    }
    return "<h3>Rows that rest on several claims</h3>\n\(items.joined())"
  }

  // MARK: Claims

  private func heading(of article: Article) -> String {
    let facts = [article.title, article.author, article.outlet, article.published?.shortForm].compactMap { fact in
      fact.flatMap { $0 == article.source ? nil : $0.visibleForm().htmlEscaped }
    }
    let address = article.url.map { [ProseHTML.link($0, $0.visibleForm().htmlEscaped)] } ?? []
    let line = (facts + address).joined(separator: " · ")
    return "<h3>\(article.source.visibleForm().htmlEscaped)</h3>\n"
      + (line.isEmpty ? "" : "<p class=\"facts\">\(line)</p>\n")
  }

  private func item(_ entry: Entry) -> String {
    let citation = entry.citation
    let near = { (text: String?) in text.map { "<span class=\"near\">\($0.visibleForm().htmlEscaped)</span>" } }
    let quoted = [near(citation.before), marked(citation), near(citation.after)].compactMap(\.self)
    return """
      <li id="c\(citation.claim.id)">
      <p class="gloss">\(gloss(citation))</p>
      <blockquote dir="auto">\(quoted.joined(separator: " "))</blockquote>
      <p class="said">said by \(CitationText.chain(of: citation).visibleForm().htmlEscaped) · \
      <a href="#\(entry.row)">back to the row</a></p>
      </li>

      """
  }

  /// The claim in a line; what it says of another claim stands in brackets.
  private func gloss(_ citation: Citation) -> String {
    var claim = citation.claim
    if case .claim(let id) = claim.object?.value, let inner = self.citation(id)?.claim {
      claim.object?.value = .phrase("[\(CitationText.gloss(of: inner))]")
    }
    return CitationText.gloss(of: claim).visibleForm().htmlEscaped
  }

  /// The sentence with the claim's words marked, and with places for its subject and object.
  private func marked(_ citation: Citation) -> String {
    let sentence = citation.sentence
    let roles = [("subject", citation.subject), ("object", citation.object)]
    let spans = [citation.words] + roles.compactMap(\.1)
    let ends = Set([0, sentence.utf8.count] + spans.flatMap { [$0.start, $0.end] }).sorted()
    var named: Set<String> = []
    return zip(ends, ends.dropFirst()).map { start, end in
      let part = TextRange(start, end)
      var text = sentence[part].visibleForm().htmlEscaped
      for (role, span) in roles where span?.contains(part) == true && named.insert(role).inserted {
        text = "<span id=\"c\(citation.claim.id)-\(role)\">\(text)</span>"
      }
      return citation.words.contains(part) ? "<mark>\(text)</mark>" : text
    }.joined()
  }
}
