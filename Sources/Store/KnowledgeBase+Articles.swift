public import ClaimModel

extension KnowledgeBase {
  /// The articles, in the order in which they were loaded.
  public var articles: [Article] { (0..<articleColumns.count).map { article(atRow: $0) } }

  /// The article in a row of the columns.
  package func article(atRow row: Int) -> Article {
    let columns = articleColumns
    func text(_ column: Column<TermID>) -> String? { column[row] == 0 ? nil : terms.texts[Int(column[row])] }
    var article = Article(
      file: text(columns.file) ?? "", digest: columns.digest[row], text: "", blocks: [], origins: OffsetMap())
    article.label = text(columns.label)
    article.title = text(columns.title)
    article.author = text(columns.author)
    article.outlet = text(columns.outlet)
    article.url = text(columns.url)
    article.published = columns.published.range(row)
    bodies.fill(&article, row: Int(columns.body[row]))
    return article
  }

  /// Where the sentences of an article that is there stand in its text; none where its text has not been read.
  public func sentences(of article: Article) -> [TextRange] {
    articleRow(of: article).map { bodies.sentenceRanges(row: Int(articleColumns.body[$0])) } ?? []
  }

  /// Whether an article has been read: its file with these very bytes, and not only claims that others made of it.
  public func hasText(of article: Article) -> Bool {
    articleRow(of: article).map { articleColumns.isOutline[$0] == 0 } ?? false
  }

  /// The names of the articles that were read from nobody knows which file.
  package var filesWithoutPlace: [String] {
    articleColumns.place.indices.filter { articleColumns.place[$0] == 0 && articleColumns.isOutline[$0] == 0 }
      .map { terms.texts[Int(articleColumns.file[$0])] }
  }

  /// The row of an article: the one with the same file and digest.
  func articleRow(of article: Article) -> Int? {
    guard let file = terms.id(of: article.file, .text) else { return nil }
    let digest = article.digest.utf8.span
    return articleKeys.find(Self.hash(file, digest)) { row in
      articleColumns.file[row] == file && articleColumns.digest.holds(digest, at: row)
    }
  }

  /// Adds an article that is not there.
  ///
  /// - Returns: its row.
  mutating func append(_ article: Article, sentences: [TextRange] = [], isOutline: Bool) -> Int {
    let row = articleColumns.count
    for (column, value) in Self.columns(of: article) { articleColumns[keyPath: column].append(term(of: value)) }
    articleColumns.published.append(article.published)
    articleColumns.digest.append(article.digest)
    articleColumns.place.append(Self.place(of: article))
    articleColumns.body.append(bodies.append(article, sentences: sentences))
    articleColumns.isOutline.append(isOutline ? 1 : 0)
    articleKeys.insert(Self.hash(articleColumns.file[row], article.digest.utf8.span), row)
    return row
  }

  /// Adds to an article of which only claims are known what is new of it.
  mutating func mergeOutline(_ row: Int, with article: Article) {
    let known = self.article(atRow: row)
    var merged = known
    merged.merge(facts: article)
    if merged != known { replaceFacts(row, with: merged) }
  }

  private mutating func replaceFacts(_ row: Int, with article: Article) {
    for (column, value) in Self.columns(of: article) { articleColumns[keyPath: column][row] = term(of: value) }
    articleColumns.published.replace(row, with: article.published)
    articleColumns.order = []
  }

  /// Gives an article of which only claims were known its text.
  mutating func fillOutline(_ row: Int, with article: Article, sentences: [TextRange]) {
    replaceFacts(row, with: article)
    articleColumns.place[row] = Self.place(of: article)
    articleColumns.body[row] = bodies.append(article, sentences: sentences)
    articleColumns.isOutline[row] = 0
  }

  private mutating func term(of text: String?) -> TermID { text.map { terms.encode($0, .text) } ?? 0 }

  /// What tells the places of files apart; 0 for none.
  static func place(of article: Article) -> UInt64 {
    article.path.map { XXH64.checksum(of: Array($0.utf8)[...]) } ?? 0
  }

  private static func hash(_ file: TermID, _ digest: Span<UInt8>) -> UInt32 {
    TextHash.of(digest, seed: UInt64(file))
  }

  private static func columns(of article: Article) -> [(WritableKeyPath<ArticleColumns, Column<TermID>>, String?)] {
    [
      (\.source, article.source), (\.file, article.file), (\.label, article.label), (\.title, article.title),
      (\.author, article.author), (\.outlet, article.outlet), (\.url, article.url),
    ]
  }
}
