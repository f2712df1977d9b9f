import ClaimModel

/// What a file, or its catalogue, says of an article; nil where it says nothing.
struct Metadata: Hashable, Sendable {
  var label: String?
  var title: String?
  var author: String?
  var outlet: String?
  var url: String?
  var published: DateRange?

  /// What can be said of an article.
  enum Field: String, Hashable, Sendable, CaseIterable {
    case label, title, author, outlet, published, url

    /// The field that `key` names in front matter or in JSON, whatever its case, with `-`, `_` or nothing between its
    /// words; nil for any other key.
    init?(named key: String) {
      let form = Self.form(of: key)
      guard let field = Self.allCases.first(where: { $0.names.contains(form) }) else { return nil }
      self = field
    }

    /// The keys that name it, in the form in which they are compared, its own name first.
    var names: [String] {
      switch self {
      case .label: ["label"]
      case .title: ["title", "headline"]
      case .author: ["author", "authors", "byline", "by", "creator"]
      case .outlet: ["outlet", "source", "publisher", "publication", "site", "sitename"]
      case .published:
        [
          "published", "date", "pubdate", "publishedat", "publishedon", "datepublished", "publishdate",
          "publicationdate",
        ]
      case .url: ["url", "link", "canonical", "canonicalurl", "permalink", "sourceurl"]
      }
    }

    /// A key in the form in which keys are compared.
    static func form(of key: String) -> String { key.lowercased().filter { !"-_ ".contains($0) } }

    /// Keys that many articles have and that say nothing of who made the article, as forms: nobody has to be told that
    /// they are passed over.
    static let passedOver: Set<String> = [
      "tags", "tag", "categories", "category", "keywords", "section", "topic", "topics", "description", "summary",
      "excerpt", "subtitle", "layout", "slug", "draft", "lang", "language", "id", "uuid", "aliases", "image", "images",
      "updated", "modified", "lastmod", "type", "status", "license", "accessed", "retrieved", "location", "dateline",
    ]
  }

  /// Sets `field` where nothing is known of it yet; an empty text says nothing.
  ///
  /// - Returns: whether `text` could be read: false for a date that is none.
  mutating func set(_ field: Field, to text: String) -> Bool {
    guard !text.isEmpty else { return true }
    // "source: https://…" is where it stands, not who published it.
    let isAddress = field == .outlet && ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
    switch isAddress ? .url : field {
    case .label: label = label ?? text
    case .title: title = title ?? text
    case .author: author = author ?? text
    case .outlet: outlet = outlet ?? text
    case .url: url = url ?? text
    case .published where published == nil:
      published = DateRange(published: text)
      return published != nil
    case .published: break
    }
    return true
  }

  /// Writes what is known here over what `article` has.
  func fill(_ article: inout Article) {
    if let label { article.label = label }
    if let title { article.title = title }
    if let author { article.author = author }
    if let outlet { article.outlet = outlet }
    if let url { article.url = url }
    if let published { article.published = published }
  }
}
