import Articles
public import ClaimModel
import Hearsay
import Interchange
import Store

extension Session {
  /// Reads articles from files, folders, globs and `-`, and adds their claims to what is known, then those that others
  /// have made, which stand in `*.claims.jsonl` beside them, or in files of claims that are named.
  ///
  /// What cannot be read is reported, and the rest is read all the same; the session's status then says so.
  /// - Parameters:
  ///   - paths: Where the articles are.
  ///   - place: Where they were asked for.
  /// - Returns: how many articles and claims are new, those that took the place of others among them.
  /// - Throws: where not one article could be read.
  @discardableResult
  public func load(
    _ paths: [String], askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) -> (articles: Int, claims: Int) {
    try verifySnapshot(askedForAt: place)
    let claimFiles = paths.filter { ClaimsFormat.isTold(by: $0) }
    var reading = ArticleReader().read(paths: paths.filter { !claimFiles.contains($0) })
    reading.claimFiles += claimFiles
    report(reading.diagnostics)
    if reading.diagnostics.contains(where: { $0.severity == .error }) { note(.couldNotRun) }
    guard !reading.articles.isEmpty || !reading.claimFiles.isEmpty else {
      throw ShellProblem.noArticles(paths: paths).failure(at: place)
    }
    readPaths += paths
    let fresh = corpus.unread(reading.articles)
    var added = (articles: 0, claims: -corpus.claimCount)
    take(fresh, through: corpus.pipeline) { if corpus.add($0) { added.articles += 1 } }
    added.claims += corpus.claimCount
    report(corpus.takeBackOutdated(by: reading.articles, adding: fresh))
    let known = corpus.claimCount
    if !reading.claimFiles.isEmpty { try importClaims(from: reading.claimFiles, askedForAt: place) }
    corpus.compareClaims()
    added.claims += corpus.claimCount - known
    if added.articles > 0 || added.claims > 0 { isUnsaved = true }
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
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    let progress = Progress(
      ProgressLine(verb: "reading", items: ("articles", articles.count), bytes: bytes), on: console)
    defer { progress?.clear() }
    let count = pipeline.run(
      over: articles, isCancelled: console.interruptIsPending,
      onProgress: { progress?.add(items: 1, bytes: $0.text.utf8.count) },
      tell: { notice in
        progress?.clear()
        report([notice])
      }, handOn: handOn)
    guard count < articles.count else { return }
    progress?.clear()
    _ = console.takeInterrupt()
    tell("interrupted after \(count) of \(articles.count) articles")
  }

  /// Reads a user's vocabulary, which wins over what is known already; articles that are loaded later are read with it.
  public func useVocabulary(_ path: String) throws(SessionFailure) {
    let text = try TextFile.read(path)
    try told { () throws(HearsayError) in try corpus.useVocabulary(text, file: path) }
  }
}
