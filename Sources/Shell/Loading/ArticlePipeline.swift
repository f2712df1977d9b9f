import ClaimModel
import Dispatch
import Language
import Synchronization

/// Takes articles through Language and what comes after it, several at a time.
struct ArticlePipeline<Reading: Sendable>: Sendable {
  /// Whether the articles are a sentence a line with spaces between its tokens.
  var isTokenized = false
  /// What is made of an article and its sentences.
  let read: @Sendable (Article, [Sentence]) -> Reading

  private let analyzer = Analyzer()

  init(isTokenized: Bool = false, read: @escaping @Sendable (Article, [Sentence]) -> Reading) {
    self.isTokenized = isTokenized
    self.read = read
  }

  /// What is made of `articles`, in their order, each with what is worth telling of it; nil where `isCancelled` said so.
  /// One article a core at a time; `onProgress` is told of each that is done, on the core that did it.
  func readings(
    of articles: [Article], isCancelled: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Article) -> Void = { _ in }
  ) -> [(reading: Reading, notice: Diagnostic?)]? {
    let results = Mutex([(reading: Reading, notice: Diagnostic?)?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      guard !isCancelled() else { return }
      let article = articles[index]
      let sentences = sentences(of: article)
      let notice = CutSentences.notice(of: sentences, file: article.file, origins: article.origins)
      let reading = read(article, sentences)
      results.withLock { $0[index] = (reading, notice) }
      onProgress(article)
    }
    let complete = results.withLock { $0.compactMap(\.self) }
    return complete.count == articles.count ? complete : nil
  }

  private func sentences(of article: Article) -> [Sentence] {
    isTokenized
      ? analyzer.annotate(Analyzer.sentences(ofTokenLines: article.text)) : analyzer.sentences(of: article)
  }
}
