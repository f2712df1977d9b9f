import Articles
import CLineEditor
public import ClaimModel
import Glibc
import Store
import Vocabulary

extension Session {
  /// How many articles go through the pipeline between two looks at how it is going.
  private static let batchSize = 64

  /// Reads articles from files, folders, globs and `-`, and adds their claims to what is known.
  ///
  /// What cannot be read is reported, and the rest is read all the same; the session's status then says so.
  /// - Parameters:
  ///   - paths: Where the articles are.
  ///   - place: Where they were asked for.
  /// - Returns: how many articles are new.
  /// - Throws: where not one article could be read.
  @discardableResult
  public func load(_ paths: [String], askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> Int {
    let reading = ArticleReader().read(paths: paths)
    report(reading.diagnostics)
    if reading.diagnostics.contains(where: { $0.severity == .error }) { note(.couldNotRun) }
    guard !reading.articles.isEmpty else { throw ShellProblem.noArticles(paths: paths).failure(at: place) }
    let pipeline = ArticlePipeline(vocabulary: vocabulary)
    var added = 0
    var start = 0
    while start < reading.articles.count {
      let batch = Array(reading.articles[start..<min(start + Self.batchSize, reading.articles.count)])
      guard let read = pipeline.read(batch, isCancelled: { terminal_signals_came(SIGINT) }) else {
        _ = console.takeInterrupt()
        console.report("interrupted after \(start) of \(reading.articles.count) articles\n")
        break
      }
      for article in read where add(article) { added += 1 }
      start += batch.count
    }
    knowledgeBase.compareClaims()
    return added
  }

  /// Reads a user's vocabulary, which wins over what is known already; articles that are loaded later are read with it.
  public func useVocabulary(_ path: String) throws(SessionFailure) {
    let text = try TextFile.read(path)
    do throws(VocabularyErrors) {
      vocabulary = vocabulary.merging(try Vocabulary(parsing: text, file: path, over: vocabulary))
    } catch {
      throw SessionFailure(error.diagnostics, status: .couldNotRun)
    }
    declareVocabulary()
  }

  /// Tells the knowledge base of all that the vocabulary names.
  func declareVocabulary() {
    knowledgeBase.declare(vocabulary.entities)
    knowledgeBase.declare(topics: vocabulary.topics.tree)
    knowledgeBase.declare(senses: .shipped)
  }

  private func add(_ read: ReadArticle) -> Bool {
    guard knowledgeBase.append(read.extraction, of: read.article) else { return false }
    sentences[ArticleKey(read.article)] = read.sentences
    return true
  }
}
