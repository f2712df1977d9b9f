package import ClaimModel
import Dispatch
package import Language
import Synchronization

/// Takes articles through Language and what comes after it, several at a time.
package struct ArticlePipeline<Reading: Sendable>: Sendable {
  /// Whether the articles are a sentence a line with spaces between its tokens.
  let isTokenized: Bool
  /// What is made of an article and its sentences.
  private let read: @Sendable (Article, [Sentence]) -> Reading

  private let analyzer = Analyzer()

  package init(isTokenized: Bool = false, read: @escaping @Sendable (Article, [Sentence]) -> Reading) {
    self.isTokenized = isTokenized
    self.read = read
  }

  /// How many articles go through between two looks at how it is going.
  private static var batchSize: Int { 64 }

  /// Takes articles through and hands on what is made of each, in their order, until `isCancelled` says so; what is worth
  /// telling of one is told before. `onProgress` is told of each that is read, on the core that did it.
  ///
  /// - Returns: how many went through.
  package func run(
    over articles: [Article], isCancelled: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Article) -> Void = { _ in }, tell: (Diagnostic) -> Void,
    handOn: (Reading) -> Void
  ) -> Int {
    var start = 0
    while start < articles.count {
      let batch = Array(articles[start..<min(start + Self.batchSize, articles.count)])
      guard let read = readings(of: batch, isCancelled: isCancelled, onProgress: onProgress) else { return start }
      for (reading, notice) in read {
        if let notice { tell(notice) }
        handOn(reading)
      }
      start += batch.count
    }
    return start
  }

  /// What is made of `articles`, in their order, each with what is worth telling of it; nil where `isCancelled` said so.
  /// One article a core at a time; `onProgress` is told of each that is done, on the core that did it.
  private func readings(
    of articles: [Article], isCancelled: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Article) -> Void
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
