/// What a page says of its article outside its text: JSON-LD, `meta` and `link` elements, times and titles.
enum PageMetadata {
  /// The metadata of `page`; where several places say something, the first of the order above counts.
  static func metadata(of page: PageTree) -> Metadata {
    var metadata = Metadata()
    for script in page.texts(of: isLinkedData) {
      let bytes = Array(script.text.utf8)
      guard let value = try? JSONReader.value(in: bytes, 0..<bytes.count) else { continue }
      if let article = article(in: value, depth: 0) { fill(&metadata, from: article) }
    }
    for (name, field) in metaNames {
      for element in page.elements where element.name == "meta" && element.metaName == name {
        if let text = element.attributes["content"] { say(field, text, in: &metadata) }
      }
    }
    for element in page.elements where element.name == "link" && element.attributes["rel"]?.lowercased() == "canonical"
    {
      if let link = element.attributes["href"] { say(.url, link, in: &metadata) }
    }
    if let title = page.texts(of: { $0.name == "title" }).first?.text {
      say(.title, withoutSite(title, metadata.outlet), in: &metadata)
    }
    readMarkedText(of: page, into: &metadata)
    return metadata
  }

  /// What elements of the text are marked as: the author's name, the time of publication.
  private static func readMarkedText(of page: PageTree, into metadata: inout Metadata) {
    for element in page.elements where element.name == "time" {
      if let time = element.attributes["datetime"] { say(.published, time, in: &metadata) }
    }
    if metadata.author != nil { return }
    for (_, text) in page.texts(of: { $0.isAuthor && $0.name != "meta" && $0.name != "link" }) {
      let words = LineWords(text, limit: 12)?.words ?? []
      let name = words.first?.form == "by" ? words.dropFirst() : words[...]
      if let name = PersonName(name), name.text.contains(" ") { return say(.author, name.text, in: &metadata) }
    }
  }

  /// The names and properties of `meta` elements, each with what it says, the surer one first.
  private static let metaNames: [(String, Metadata.Field)] = [
    ("og:title", .title), ("twitter:title", .title), ("dc.title", .title), ("headline", .title),
    ("author", .author), ("article:author", .author), ("parsely-author", .author), ("dc.creator", .author),
    ("sailthru.author", .author), ("byl", .author), ("og:site_name", .outlet), ("dc.publisher", .outlet),
    ("article:published_time", .published), ("og:published_time", .published), ("datepublished", .published),
    ("parsely-pub-date", .published), ("pubdate", .published), ("publish-date", .published),
    ("publishdate", .published), ("date", .published), ("dc.date", .published), ("dc.date.issued", .published),
    ("sailthru.date", .published), ("og:url", .url),
  ]

  private static func say(_ field: Metadata.Field, _ text: String, in metadata: inout Metadata) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isLink = words.hasPrefix("http://") || words.hasPrefix("https://")
    guard isLink == (field == .url) else { return }
    _ = metadata.set(field, to: words)
  }

  /// The title without the site's name behind or before it.
  private static func withoutSite(_ title: String, _ outlet: String?) -> String {
    guard let outlet else { return title }
    for mark in [" | ", " - ", " – ", " — ", " » ", " · ", " :: "] {
      if title.hasSuffix(mark + outlet) { return String(title.dropLast(mark.count + outlet.count)) }
      if title.hasPrefix(outlet + mark) { return String(title.dropFirst(mark.count + outlet.count)) }
    }
    return title
  }

  private static func isLinkedData(_ element: PageTree.Element) -> Bool {
    element.name == "script" && element.attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true
  }

  /// The first object in `value` whose type is an article's.
  private static func article(in value: JSONValue, depth: Int) -> JSONValue? {
    switch value {
    case .list(let values): return values.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
    case .object(let attributes):
      if types(of: value).contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) {
        return value
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let found = attributes[key].flatMap({ article(in: $0, depth: depth + 1) }) { return found }
      }
      return nil
    default: return nil
    }
  }

  private static func types(of value: JSONValue) -> [String] { value["@type"].map(names) ?? [] }

  private static func fill(_ metadata: inout Metadata, from article: JSONValue) {
    let keys: [(String, Metadata.Field)] = [
      ("headline", .title), ("author", .author), ("creator", .author), ("publisher", .outlet),
      ("datePublished", .published), ("url", .url),
    ]
    for (key, field) in keys {
      if let value = article[key] { say(field, names(value).joined(separator: ", "), in: &metadata) }
    }
  }

  /// The texts of a string, of an object's name, or of a list of those.
  private static func names(_ value: JSONValue) -> [String] {
    switch value {
    case .string: value.text.map { [$0] } ?? []
    case .object: value["name"].map(names) ?? []
    case .list(let values): values.flatMap(names)
    default: []
    }
  }
}

extension PageTree.Element {
  /// The name of a `meta` element, by which attribute ever it is given.
  fileprivate var metaName: String? {
    (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"])?.lowercased()
  }

  /// The words of its class and id, in lower case, parted at hyphens, underscores and capitals.
  var marks: Set<String> {
    var words: Set<String> = []
    for name in [attributes["class"], attributes["id"]].compactMap({ $0 }) {
      for whole in name.split(whereSeparator: \.isWhitespace) {
        words.insert(whole.lowercased())
        for part in whole.split(whereSeparator: { $0 == "-" || $0 == "_" }) { words.insert(part.lowercased()) }
      }
    }
    return words
  }

  /// Whether it is marked as holding the author's name.
  var isAuthor: Bool {
    if attributes["rel"]?.lowercased() == "author" || attributes["itemprop"]?.lowercased() == "author" { return true }
    return !marks.isDisjoint(with: ["byline", "author", "writer"])
  }
}
