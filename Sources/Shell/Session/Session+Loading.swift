import Articles
import CLineEditor
public import ClaimModel
import Claims
import Glibc
import Language
import Store
import Vocabulary

extension Session {
  /// How many articles go through the pipeline between two looks at how it is going.
  private static let batchSize = 64

  /// Reads articles from files, folders, globs and `-`, and adds their claims to what is known, then those that others
  /// have made, which stand in `*.claims.jsonl` beside them.
  ///
  /// What cannot be read is reported, and the rest is read all the same; the session's status then says so.
  /// - Parameters:
  ///   - paths: Where the articles are.
  ///   - place: Where they were asked for.
  /// - Returns: how many articles are new.
  /// - Throws: where not one article could be read.
  @discardableResult
  public func load(_ paths: [String], askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> Int {
    try verifySnapshot(askedForAt: place)
    let reading = ArticleReader().read(paths: paths)
    report(reading.diagnostics)
    if reading.diagnostics.contains(where: { $0.severity == .error }) { note(.couldNotRun) }
    guard !reading.articles.isEmpty || !reading.claimFiles.isEmpty else {
      throw ShellProblem.noArticles(paths: paths).failure(at: place)
    }
    let fresh = reading.articles.filter { !knowledgeBase.hasText(of: $0) }
    reportChanges(among: fresh)
    var added = 0
    let extractor = ClaimExtractor(vocabulary: vocabulary)
    let pipeline = ArticlePipeline { article, sentences in
      (article, extractor.extract(from: article, sentences: sentences), sentences.map(\.range))
    }
    take(fresh, through: pipeline) { article, extraction, ranges in
      if knowledgeBase.append(extraction, of: article, sentences: ranges) { added += 1 }
    }
    if !reading.claimFiles.isEmpty { try importClaims(from: reading.claimFiles, askedForAt: place) }
    knowledgeBase.compareClaims()
    return added
  }

  /// Says of which of these articles another version is known. A file's name does not tell whether it is the same file
  /// in an earlier state or one of another folder, so that both are kept.
  private func reportChanges(among articles: [Article]) {
    guard knowledgeBase.articleCount > 0 else { return }
    let known = Set(knowledgeBase.articles.filter { knowledgeBase.hasText(of: $0) }.map(\.file))
    for article in articles where known.contains(article.file) {
      report([Diagnostic(.notice, code: "S020", "another \(article.file) with other words is known: both are kept")])
    }
  }

  /// Takes articles through a pipeline and hands on what it makes of each, in their order, until Ctrl-C.
  func take<Reading>(
    _ articles: [Article], through pipeline: ArticlePipeline<Reading>, handOn: (Reading) -> Void
  ) {
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    let progress = Progress(
      ProgressLine(verb: "reading", items: ("articles", articles.count), bytes: bytes), on: console)
    defer { progress?.clear() }
    let onProgress: @Sendable (Article) -> Void = { progress?.add(items: 1, bytes: $0.text.utf8.count) }
    var start = 0
    while start < articles.count {
      let batch = Array(articles[start..<min(start + Self.batchSize, articles.count)])
      let isCancelled: @Sendable () -> Bool = { terminal_signals_came(SIGINT) }
      let read = pipeline.readings(of: batch, isCancelled: isCancelled, onProgress: onProgress)
      progress?.clear()
      guard let read else {
        _ = console.takeInterrupt()
        return tell("interrupted after \(start) of \(articles.count) articles")
      }
      for (reading, notice) in read {
        if let notice { report([notice]) }
        handOn(reading)
      }
      start += batch.count
    }
  }

  /// Reads a user's vocabulary, which wins over what is known already; articles that are loaded later are read with it.
  public func useVocabulary(_ path: String) throws(SessionFailure) {
    let text = try TextFile.read(path)
    do throws(VocabularyErrors) {
      vocabulary = vocabulary.merging(try Vocabulary(parsing: text, file: path, over: vocabulary))
    } catch {
      throw SessionFailure(error.diagnostics, status: .couldNotRun)
    }
    try verifySnapshot()
    declareVocabulary()
  }

  /// Tells the knowledge base of all that the vocabulary names.
  func declareVocabulary() {
    knowledgeBase.declare(vocabulary.entities)
    knowledgeBase.declare(topics: vocabulary.topics.tree)
    knowledgeBase.declare(senses: .shipped)
  }
}
