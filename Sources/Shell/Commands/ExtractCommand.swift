import Articles
import ClaimModel
import Claims
import Hearsay
import Interchange
import Language
import Query
import Vocabulary

/// How extracted claims are written.
enum ExtractionFormat: String, CaseIterable {
  /// A claim a line as JSON, `name.claims.jsonl`.
  case jsonl
  /// A tuple a line: sentence, confidence, relation, arguments, parted by tabs, in the sentence's own words.
  case openie
  /// An attribution a line as JSON: source, cue and content with their places in the file.
  case attributions
}

extension Command {
  /// `extract PATH …`
  static let extract = Command(
    name: "extract", arguments: "PATH …",
    summary: "writes the claims of articles, one a line, without keeping them",
    explanation: """
      `--format jsonl`, the interchange format, has the article's file in each line; `--format openie` sentence,
      confidence, relation and arguments in the sentence's own words, parted by tabs; `--format attributions` who says
      what: source, cue and content with their bytes in the file. `--tokens` takes files of a sentence a line with spaces
      between its tokens. `--schema` writes the JSON Schema of a line of claims instead, to which a language model can be
      held; `import` reads what it then writes.
      """,
    completion: .files, reach: .readsFiles
  ) { session, invocation throws(SessionFailure) in
    var paths: [String] = []
    var format = ExtractionFormat.jsonl
    var isTokenized = false
    var words = invocation.words[...]
    while let word = words.popFirst() {
      switch word {
      case "--tokens": isTokenized = true
      case "--schema": return session.write(ClaimLineSchema.text)
      case "--format":
        guard let named = words.popFirst().flatMap(ExtractionFormat.init) else { throw invocation.missingArgument }
        format = named
      default: paths.append(word)
      }
    }
    guard !paths.isEmpty else { throw invocation.missingArgument }
    try session.extract(session.readable(paths, for: invocation), as: format, isTokenized: isTokenized)
  }
}

extension Session {
  /// Writes the claims of the articles at `paths` without adding them to what is known.
  func extract(_ paths: [String], as format: ExtractionFormat, isTokenized: Bool) throws(SessionFailure) {
    let extractor = ClaimExtractor(vocabulary: corpus.vocabulary)
    let pipeline = ArticlePipeline(isTokenized: isTokenized) { article, sentences in
      switch format {
      case .jsonl:
        Self.claimLines(of: extractor.extract(from: article, sentences: sentences), article)
      case .attributions:
        extractor.attributions(in: article, sentences: sentences)
          .map { AttributionsJSONL.line(for: $0, of: article) + "\n" }.joined()
      case .openie: sentences.map { Self.tupleLines(of: $0, in: article, extractor) }.joined()
      }
    }
    take(try articles(at: paths, isTokenized: isTokenized), through: pipeline, handOn: console.write)
  }

  /// The articles at `paths`: as the reader of articles has them, or whole files where they are no articles but tokens.
  private func articles(at paths: [String], isTokenized: Bool) throws(SessionFailure) -> [Article] {
    if isTokenized {
      var articles: [Article] = []
      for path in paths {
        let text = try TextFile.read(path)
        let whole = TextRange(0, text.utf8.count)
        articles.append(
          Article(file: path, digest: "", text: text, blocks: [.init(.paragraph, whole)], origins: OffsetMap()))
      }
      return articles
    }
    let reading = ArticleReader().read(paths: paths)
    report(reading.diagnostics)
    if reading.diagnostics.contains(where: { $0.severity == .error }) { note(.couldNotRun) }
    guard !reading.articles.isEmpty else { throw ShellProblem.noArticles(paths: paths).failure(at: nil) }
    return reading.articles
  }

  /// The claims a line each, with those entities that no vocabulary of a reader's tells of.
  private static func claimLines(of extraction: Extraction, _ article: Article) -> String {
    let own = extraction.entities.filter { Vocabulary.shipped.entity(named: $0.name) != $0 }
    let entities = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return extraction.claims.map { ClaimsJSONL.line(for: $0, of: article, entities: entities) + "\n" }.joined()
  }

  private static func tupleLines(of sentence: Sentence, in article: Article, _ extractor: ClaimExtractor) -> String {
    let words = article.text[sentence.range].split(whereSeparator: \.isNewline).joined(separator: " ")
    return extractor.openTuples(of: sentence).map { tuple in
      let fields = [words, String((tuple.confidence * 1000).rounded() / 1000), tuple.relation] + tuple.arguments
      return fields.map { $0.replacing("\t", with: " ") }.joined(separator: "\t") + "\n"
    }.joined()
  }
}
