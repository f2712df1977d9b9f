import ClaimModel
import Claims
import Dispatch
import Language
import Synchronization
import Vocabulary

/// An article with what was read out of it and where its sentences stand.
struct ReadArticle: Sendable {
  var article: Article
  var extraction: Extraction
  /// Where the sentences stand in the article's text, in order.
  var sentences: [TextRange]
}

/// Takes articles through Language and Claims, several at a time.
struct ArticlePipeline: Sendable {
  private let analyzer = Analyzer()
  private let extractor: ClaimExtractor

  /// The pipeline that knows the names of `vocabulary`.
  init(vocabulary: Vocabulary) {
    extractor = ClaimExtractor(vocabulary: vocabulary)
  }

  /// What can be read out of `articles`, in their order; nil where `isCancelled` said so. One article a core at a time.
  func read(_ articles: [Article], isCancelled: @escaping @Sendable () -> Bool) -> [ReadArticle]? {
    let read = Mutex([ReadArticle?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      guard !isCancelled() else { return }
      let result = self.read(articles[index])
      read.withLock { $0[index] = result }
    }
    let results = read.withLock { $0.compactMap(\.self) }
    return results.count == articles.count ? results : nil
  }

  private func read(_ article: Article) -> ReadArticle {
    let sentences = analyzer.sentences(of: article)
    return ReadArticle(
      article: article, extraction: extractor.extract(from: article, sentences: sentences),
      sentences: sentences.map(\.range))
  }
}
