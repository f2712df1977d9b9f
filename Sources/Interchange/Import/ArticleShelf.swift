import ClaimModel
import TextForms

/// The articles that are known, found by what lines of claims call them, and those that only lines of claims tell of.
struct ArticleShelf: Sendable {
  /// All articles, those that are known first.
  private(set) var articles: [Article]
  private let sentences: [[TextRange]]
  private var places: [Int: ArticleSentences] = [:]
  private var byFile: [String: [Int]]
  private let byURL: [String: [Int]]
  private let bySource: [String: [Int]]
  /// The path of the file of claims without its folder, by which an article goes that has no other name.
  private let name: String

  init(_ known: [(article: Article, sentences: [TextRange])], claimsFile name: String) {
    articles = known.map(\.article)
    sentences = known.map(\.sentences)
    self.name = name
    let articles = articles
    byFile = Dictionary(grouping: articles.indices) { articles[$0].file }
    byURL = Dictionary(grouping: articles.indices) { articles[$0].url ?? "" }
    bySource = Dictionary(grouping: articles.indices) { articles[$0].source.foldedKey }
  }

  /// The article of a line, which is added where it is not there yet.
  mutating func index(for line: ArticleMention) -> Int {
    if let known = knownIndex(for: line) { return known }
    let article = outline(for: line)
    let others = byFile[article.file] ?? []
    if let index = others.first(where: { articles[$0].digest == article.digest }) { return index }
    articles.append(article)
    byFile[article.file, default: []].append(articles.count - 1)
    return articles.count - 1
  }

  /// The article of a line as that alone tells of it.
  func outline(for line: ArticleMention) -> Article {
    var article = line.article
    if let source = line.source, article.source != source, article.label == nil { article.label = source }
    if article.file.isEmpty { article.file = line.source ?? article.label ?? article.url ?? article.title ?? name }
    return article
  }

  /// Whether an article was known before the file was read.
  func isKnown(_ index: Int) -> Bool { index < sentences.count }

  /// Whether the text of an article is known that a line may mean.
  func mayKnowText(of line: ArticleMention) -> Bool {
    guard !sentences.isEmpty else { return false }
    let known =
      (line.file.flatMap { byFile[$0] } ?? []) + (line.article.url.flatMap { byURL[$0] } ?? [])
      + ((line.article.label ?? line.source).flatMap { bySource[$0.foldedKey] } ?? [])
    return known.contains { $0 < sentences.count && !sentences[$0].isEmpty }
      || line.digest != nil && articles.prefix(sentences.count).contains { $0.digest == line.digest }
  }

  /// A known article by its digest, or else by the file, address or label that no other article has.
  private func knownIndex(for line: ArticleMention) -> Int? {
    func only(_ indices: [Int]?) -> Int? { indices?.count == 1 ? indices?[0] : nil }
    if let digest = line.digest {
      let known = line.file.map { byFile[$0] ?? [] } ?? Array(articles.indices)
      return known.first { articles[$0].digest == digest }
    }
    if let index = only(line.file.flatMap { byFile[$0] }) { return index }
    if let index = only(line.article.url.flatMap { byURL[$0] }) { return index }
    guard !bySource.isEmpty else { return nil }
    return only((line.article.label ?? line.source).flatMap { bySource[$0.foldedKey] })
  }

  /// The sentences of an article; nil where its text is not known.
  mutating func places(in index: Int) -> ArticleSentences? {
    guard index < sentences.count, !sentences[index].isEmpty else { return nil }
    if let known = places[index] { return known }
    let made = ArticleSentences(of: articles[index], sentences[index])
    places[index] = made
    return made
  }
}

/// What a line says of its article.
struct ArticleMention {
  /// How it calls its article.
  var source: String?
  var file: String?
  var digest: String?
  /// All that it says of it, without the text; file and digest are empty where they are missing.
  var article: Article
}
