import Articles
import CLineEditor
public import ClaimModel
import Glibc
import Hearsay

extension Session {
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
    var added = 0
    take(reading.articles, through: corpus.pipeline) { if corpus.add($0) { added += 1 } }
    if !reading.claimFiles.isEmpty { try importClaims(from: reading.claimFiles, askedForAt: place) }
    corpus.compareClaims()
    return added
  }

  /// Takes articles through a pipeline and hands on what it makes of each, in their order, until Ctrl-C.
  func take<Reading>(
    _ articles: [Article], through pipeline: ArticlePipeline<Reading>, handOn: (Reading) -> Void
  ) {
    let count = pipeline.run(
      over: articles, isCancelled: { terminal_signals_came(SIGINT) }, tell: { report([$0]) }, handOn: handOn)
    guard count < articles.count else { return }
    _ = console.takeInterrupt()
    console.report("interrupted after \(count) of \(articles.count) articles\n")
  }

  /// Reads a user's vocabulary, which wins over what is known already; articles that are loaded later are read with it.
  public func useVocabulary(_ path: String) throws(SessionFailure) {
    let text = try TextFile.read(path)
    do {
      try corpus.useVocabulary(text, file: path)
    } catch {
      throw SessionFailure((error as? HearsayError)?.diagnostics ?? [], status: .couldNotRun)
    }
  }
}
