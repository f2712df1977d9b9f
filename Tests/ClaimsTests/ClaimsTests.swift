import ClaimModel
import Claims
import Foundation
import Language
import TestSupport
import Testing

/// The rules, each by the sentences in its file under `Tests/Cases/claims`: trees in, claims out.
@Suite struct ClaimsTests {
  @Test(arguments: GoldenCase.files(in: "claims", suffix: ".conllu").map(\.lastPathComponent))
  func rule(file: String) throws {
    var lines: [String] = []
    for document in try articles(in: file) {
      let claims = extraction(document).claims
      let form = ClaimForm(claims, showsTopics: file == "topic.conllu")
      if !document.documents[0].isEmpty { lines.append("# " + document.documents[0]) }
      for (index, sentence) in document.sentences.enumerated() {
        lines.append(document.text[sentence.range])
        lines += claims.filter { $0.sentence == index + 1 }.map(form.line)
      }
    }
    let name = file.replacing(".conllu", with: ".claims")
    try GoldenCase.expect(lines.joined(separator: "\n") + "\n", equals: "claims/" + name)
  }

  /// Source, cue and content of each attribution, in the words of the text.
  @Test(arguments: ["quotation-speakers", "attribution-cues"]) func spans(file: String) throws {
    var lines: [String] = []
    for document in try articles(in: file + ".conllu") {
      lines.append("# " + document.documents[0])
      for relation in ClaimExtractor().attributions(in: article(of: document), sentences: document.sentences) {
        let parts = [relation.source, relation.cue, relation.content].map { ranges in
          ranges.map { document.text[$0] }.joined(separator: " … ")
        }
        lines.append("  " + parts.joined(separator: " | "))
      }
    }
    try GoldenCase.expect(lines.joined(separator: "\n") + "\n", equals: "claims/" + file + ".spans")
  }

  @Test(arguments: GoldenCase.files(in: "claims", suffix: ".conllu").map(\.lastPathComponent))
  func invariants(file: String) throws {
    for document in try articles(in: file) { try expectInvariants(of: extraction(document)) }
  }

  private func expectInvariants(of extraction: Extraction) throws {
    let ids = Set(extraction.claims.map(\.id))
    let names = Set(extraction.entities.map(\.name))
    #expect(ids.count == extraction.claims.count)
    for claim in extraction.claims {
      #expect(claim.span.contains(claim.words))
      #expect((0...1).contains(claim.confidence))
      #expect(claim.about == claim.about.sorted())
      #expect(names.isSuperset(of: claim.about + claim.via.filter { names.contains($0) }))
      for place in [claim.location, claim.from, claim.to].compactMap({ $0 }) { #expect(names.contains(place)) }
      for argument in [claim.subject, claim.object].compactMap({ $0 }) + claim.obliques.map(\.argument) {
        if case .claim(let id) = argument.value { #expect(ids.contains(id)) }
        if case .entity(let name) = argument.value { #expect(names.contains(name)) }
      }
    }
    for entity in extraction.entities {
      if let broader = entity.broader { #expect(names.contains(broader)) }
    }
  }

  @Test func theSameTextGivesTheSameClaims() throws {
    let document = try CoNLLU.document(try GoldenCase.text("claims/clause-finder.conllu"))
    #expect(extraction(document) == extraction(document))
  }

  /// The articles of a file: what stands between two lines `# newdoc`.
  private func articles(in file: String) throws -> [CoNLLU.Document] {
    let whole = try CoNLLU.document(try GoldenCase.text("claims/" + file))
    var articles: [CoNLLU.Document] = []
    for (sentence, name) in zip(whole.sentences, whole.documents) {
      if articles.last?.documents.last != name {
        var article = whole
        article.sentences = []
        article.documents = []
        articles.append(article)
      }
      articles[articles.count - 1].sentences.append(sentence)
      articles[articles.count - 1].documents.append(name)
    }
    return articles
  }

  private func extraction(_ document: CoNLLU.Document) -> Extraction {
    ClaimExtractor().extract(from: article(of: document), sentences: document.sentences)
  }

  private func article(of document: CoNLLU.Document) -> Article {
    var blocks: [Article.Block] = []
    var start = 0
    for paragraph in document.text.split(separator: "\n\n") {
      let end = start + paragraph.utf8.count
      blocks.append(Article.Block(.paragraph, TextRange(start, end)))
      start = end + 2
    }
    var article = Article(
      file: "case.txt", digest: "case", text: document.text, blocks: blocks, origins: OffsetMap())
    article.author = "the author"
    article.published = Day(year: 2025, month: 8, day: 20).map { DateRange($0) }
    return article
  }
}
