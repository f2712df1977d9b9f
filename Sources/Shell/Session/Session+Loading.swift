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
    readPaths += paths
    var added = 0
    let extractor = ClaimExtractor(vocabulary: vocabulary)
    let pipeline = ArticlePipeline { article, sentences in
      (article, extractor.extract(from: article, sentences: sentences), sentences.map(\.range))
    }
    take(reading.articles, through: pipeline) { article, extraction, ranges in
      if knowledgeBase.append(extraction, of: article, sentences: ranges) { added += 1 }
    }
    if !reading.claimFiles.isEmpty { try importClaims(from: reading.claimFiles, askedForAt: place) }
    knowledgeBase.compareClaims()
    return added
  }

  /// Opens the saved knowledge base among some paths, where one is there, and reads the articles at the others.
  func read(_ paths: [String]) throws(SessionFailure) {
    // A saved knowledge base first, for it takes the place of what is known.
    let saved = paths.filter { $0.hasSuffix(".hearsay") }
    if saved.count > 1 { throw ShellProblem.severalSnapshots(paths: saved).failure(at: nil) }
    if let path = saved.first { try open(path) }
    let articles = paths.filter { !$0.hasSuffix(".hearsay") }
    if !articles.isEmpty { try load(articles) }
  }

  /// Takes articles through a pipeline and hands on what it makes of each, in their order, until Ctrl-C.
  func take<Reading>(
    _ articles: [Article], through pipeline: ArticlePipeline<Reading>, handOn: (Reading) -> Void
  ) {
    var start = 0
    while start < articles.count {
      let batch = Array(articles[start..<min(start + Self.batchSize, articles.count)])
      guard let read = pipeline.readings(of: batch, isCancelled: { terminal_signals_came(SIGINT) }) else {
        _ = console.takeInterrupt()
        console.report("interrupted after \(start) of \(articles.count) articles\n")
        return
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
