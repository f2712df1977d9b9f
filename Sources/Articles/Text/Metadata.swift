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
  enum Field: Hashable, Sendable {
    case label, title, author, outlet, url, published

    /// The field that `key` names in front matter or in JSON, whatever its case; nil for any other key.
    init?(named key: String) {
      guard let field = Self.names[key.lowercased()] else { return nil }
      self = field
    }

    private static let names: [String: Field] = [
      "label": .label, "title": .title, "headline": .title, "author": .author, "authors": .author, "byline": .author,
      "outlet": .outlet, "publication": .outlet, "publisher": .outlet, "site": .outlet, "sitename": .outlet,
      "date": .published, "published": .published, "pubdate": .published, "published_at": .published,
      "datepublished": .published, "publish_date": .published, "url": .url, "link": .url, "canonical": .url,
      "permalink": .url,
    ]
  }

  /// Sets `field` where nothing is known of it yet; an empty text says nothing.
  ///
  /// - Returns: whether `text` could be read: false for a date that is none.
  mutating func set(_ field: Field, to text: String) -> Bool {
    guard !text.isEmpty else { return true }
    switch field {
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
