import Articles
import Claims
import Language
import Store

/// What came of loading: how much is new, and what could not be read.
public struct Loading: Hashable, Sendable {
  /// How many articles are new.
  public var articles = 0
  /// How many claims are new.
  public var claims = 0
  /// What could not be read, or not as meant; the rest was read all the same.
  public var diagnostics: [Diagnostic] = []
}

/// What was read out of an article: the article, its claims, and where its sentences stand.
package struct ArticleReading: Sendable {
  fileprivate let article: Article
  fileprivate let extraction: Extraction
  fileprivate let sentences: [TextRange]
}

extension Corpus {
  /// Reads articles from files, folders and globs (`articles/**/*.html`) and adds their claims; files of claims that others
  /// have made, `*.claims.jsonl`, `*.nt` and `*.ttl`, are imported after the articles. What is known already stays, and an
  /// article that has been read is not read again; one whose file has changed, or whose address another one has, takes the
  /// place of what it was, which is told among the diagnostics (`S024`). Several articles are read at a time, one a core.
  ///
  /// - Returns: how much is new, and what could not be read.
  /// - Throws: `HearsayError` where not one article could be read; `CancellationError` where the task was cancelled, and what
  ///   had been read by then is kept.
  @discardableResult
  public mutating func load(_ paths: [String]) async throws -> Loading {
    try verify()
    let reading = ArticleReader().read(paths: paths)
    guard !reading.articles.isEmpty || !reading.claimFiles.isEmpty else {
      let missing = "no article could be read from \(paths.joined(separator: ", "))"
      throw HearsayError(reading.diagnostics + [Diagnostic(code: "S008", missing)])
    }
    var loading = try await add(reading.articles)
    loading.diagnostics = reading.diagnostics + loading.diagnostics
    if !reading.claimFiles.isEmpty {
      let imported = try importClaims(from: reading.claimFiles)
      loading.claims += imported.claims
      loading.diagnostics += imported.diagnostics
    }
    return loading
  }

  /// Reads an article that is at hand as text: plain text, Markdown or HTML, as the ending of its name or the text itself
  /// tells.
  ///
  /// - Parameters:
  ///   - text: What a file of it would hold.
  ///   - file: What the article is called in answers and citations: `2025-03-20-kabul.md`.
  ///   - label: How it is shown; its author, title or file where nobody says.
  /// - Returns: how much is new, and what was not read as meant.
  /// - Throws: `HearsayError` where there is no text in it; `CancellationError` where the task was cancelled.
  @discardableResult
  public mutating func load(text: String, file: String, label: String? = nil) async throws -> Loading {
    try verify()
    var reading = ArticleReader().read(Array(text.utf8), file: file)
    guard !reading.articles.isEmpty else { throw HearsayError(reading.diagnostics) }
    if let label, reading.articles.count == 1 { reading.articles[0].label = label }
    var loading = try await add(reading.articles)
    loading.diagnostics = reading.diagnostics + loading.diagnostics
    return loading
  }

  private mutating func add(_ read: [Article]) async throws -> Loading {
    let cancellation = Cancellation()
    var loading = Loading()
    let articles = unread(read)
    let known = claimCount
    let pipeline = pipeline
    let count = await withTaskCancellationHandler {
      pipeline.run(
        over: articles, isCancelled: { cancellation.isAskedFor }, tell: { loading.diagnostics.append($0) },
        handOn: { if add($0) { loading.articles += 1 } })
    } onCancel: {
      cancellation.ask()
    }
    loading.claims = claimCount - known
    loading.diagnostics += takeBackOutdated(by: read, adding: articles)
    compareClaims()
    if count < articles.count { throw CancellationError() }
    return loading
  }

  // MARK: What the shell shares

  /// Those of these articles that have not been read.
  package func unread(_ articles: [Article]) -> [Article] { articles.filter { !knowledgeBase.hasText(of: $0) } }

  /// Reads claims out of articles.
  package var pipeline: ArticlePipeline<ArticleReading> {
    let extractor = ClaimExtractor(vocabulary: vocabulary)
    return ArticlePipeline { article, sentences in
      ArticleReading(
        article: article, extraction: extractor.extract(from: article, sentences: sentences),
        sentences: sentences.map(\.range))
    }
  }

  /// Adds what was read out of an article; false where it is known.
  package mutating func add(_ reading: ArticleReading) -> Bool {
    knowledgeBase.append(reading.extraction, of: reading.article, sentences: reading.sentences)
  }

  /// Takes back the articles of which other versions have been read, with their claims.
  ///
  /// - Parameters:
  ///   - read: All that was read, what had been known among it.
  ///   - added: Those of it that were new.
  /// - Returns: what is told of it. O(all claims) where there is such an article, else O(articles).
  package mutating func takeBackOutdated(by read: [Article], adding added: [Article]) -> [Diagnostic] {
    let outdated = knowledgeBase.outdated(by: read, adding: added)
    let notices = outdated.map { ChangedArticles.notice(of: $0, in: knowledgeBase) }
    knowledgeBase.remove(articles: Set(outdated.map(\.row)))
    return notices + ChangedArticles.namesakes(of: added, in: knowledgeBase)
  }

  /// Finds the pairs of claims that are new.
  package mutating func compareClaims() { knowledgeBase.compareClaims() }
}
