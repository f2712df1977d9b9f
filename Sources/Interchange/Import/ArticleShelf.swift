import ClaimModel
import TextForms

/// The articles that are known, found by what lines of claims call them, and those that only lines of claims tell of.
struct ArticleShelf: Sendable {
  /// All articles, those that are known first.
  private(set) var articles: [Article]
  private let sentences: [[TextRange]]
  private var places: [Int: ArticleSentences] = [:]
  /// All articles by file and digest.
  private var byKey: [Key: Int]
  /// Those whose text is known.
  private let byFile: [String: [Int]]
  private let byURL: [String: [Int]]
  private let bySource: [String: [Int]]
  private let byDigest: [String: [Int]]
  /// The path of the file of claims without its folder, by which an article goes that has no other name.
  private let name: String

  private struct Key: Hashable {
    var file: String
    var digest: String

    init(_ article: Article) {
      (file, digest) = (article.file, article.digest)
    }
  }

  init(_ known: [(article: Article, sentences: [TextRange])], claimsFile name: String) {
    articles = known.map(\.article)
    sentences = known.map(\.sentences)
    self.name = name
    let (articles, sentences) = (articles, sentences)
    byKey = Dictionary(articles.indices.map { (Key(articles[$0]), $0) }, uniquingKeysWith: { first, _ in first })
    let read = articles.indices.filter { !sentences[$0].isEmpty }
    byFile = Dictionary(grouping: read) { articles[$0].file }
    byURL = Dictionary(grouping: read) { articles[$0].url ?? "" }
    bySource = Dictionary(grouping: read) { articles[$0].source.foldedKey }
    byDigest = Dictionary(grouping: read) { articles[$0].digest }
  }

  /// The article of a line, which is added where it is not there yet. What the line knows of one whose text is not known is
  /// added to it.
  mutating func index(for line: ArticleMention) -> Int {
    if let read = readIndex(for: line) { return read }
    let article = outline(for: line)
    guard let index = byKey[Key(article)] else {
      articles.append(article)
      byKey[Key(article)] = articles.count - 1
      return articles.count - 1
    }
    if !hasText(index) { articles[index].merge(facts: article) }
    return index
  }

  /// The article of a line as that alone tells of it.
  func outline(for line: ArticleMention) -> Article {
    var article = line.article
    if let source = line.source, article.source != source, article.label == nil { article.label = source }
    if article.file.isEmpty { article.file = line.source ?? article.label ?? article.url ?? article.title ?? name }
    return article
  }

  /// Whether the text of an article is known.
  func hasText(_ index: Int) -> Bool { index < sentences.count && !sentences[index].isEmpty }

  /// Whether the text of an article is known that a line may mean.
  func mayKnowText(of line: ArticleMention) -> Bool {
    guard !byDigest.isEmpty else { return false }
    return line.file.map { byFile[$0] != nil } ?? false || line.article.url.map { byURL[$0] != nil } ?? false
      || (line.article.label ?? line.source).map { bySource[$0.foldedKey] != nil } ?? false
      || line.digest.map { byDigest[$0] != nil } ?? false
  }

  /// An article whose text is known by its digest, or else by the file, address or label that no other one has.
  private func readIndex(for line: ArticleMention) -> Int? {
    func only(_ indices: [Int]?) -> Int? { indices?.count == 1 ? indices?[0] : nil }
    guard !byDigest.isEmpty else { return nil }
    if let digest = line.digest {
      return byDigest[digest]?.first { line.file == nil || line.file == articles[$0].file }
    }
    if let index = only(line.file.flatMap { byFile[$0] }) { return index }
    if let index = only(line.article.url.flatMap { byURL[$0] }) { return index }
    return only((line.article.label ?? line.source).flatMap { bySource[$0.foldedKey] })
  }

  /// The sentences of an article; nil where its text is not known.
  mutating func places(in index: Int) -> ArticleSentences? {
    guard hasText(index) else { return nil }
    if let known = places[index] { return known }
    let made = ArticleSentences(of: articles[index], sentences[index])
    places[index] = made
    return made
  }
}

/// What a line says of its article.
struct ArticleMention {
  /// How it calls its article.
  let source: String?
  let file: String?
  let digest: String?
  /// All that it says of it, without the text; file and digest are empty where they are missing.
  let article: Article
  /// The source, where that is all that the line says.
  let bareSource: String?

  init(source: String?, file: String?, digest: String?, article: Article) {
    (self.source, self.file, self.digest, self.article) = (source, file, digest, article)
    bareSource = file == nil && digest == nil && article == Self.bare ? source : nil
  }

  private static let bare = Article(file: "", digest: "", text: "", blocks: [], origins: OffsetMap())
}
