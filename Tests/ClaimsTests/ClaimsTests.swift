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
    let document = try CoNLLU.document(try GoldenCase.text("claims/" + file))
    let claims = extraction(document).claims
    let form = ClaimForm(claims)
    var lines: [String] = []
    for (index, sentence) in document.sentences.enumerated() {
      lines.append(document.text[sentence.range])
      lines += claims.filter { $0.sentence == index + 1 }.map(form.line)
    }
    let name = file.replacing(".conllu", with: ".claims")
    try GoldenCase.expect(lines.joined(separator: "\n") + "\n", equals: "claims/" + name)
  }

  @Test(arguments: GoldenCase.files(in: "claims", suffix: ".conllu").map(\.lastPathComponent))
  func invariants(file: String) throws {
    let document = try CoNLLU.document(try GoldenCase.text("claims/" + file))
    let extraction = extraction(document)
    let ids = Set(extraction.claims.map(\.id))
    let names = Set(extraction.entities.map(\.name))
    #expect(ids.count == extraction.claims.count)
    for claim in extraction.claims {
      #expect(claim.span.contains(claim.words))
      #expect((0...1).contains(claim.confidence))
      #expect(claim.about == claim.about.sorted())
      #expect(names.isSuperset(of: claim.about + claim.via.filter { names.contains($0) }))
      if let location = claim.location { #expect(names.contains(location)) }
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
    let document = try CoNLLU.document(try GoldenCase.text("claims/clauses.conllu"))
    #expect(extraction(document) == extraction(document))
  }

  private func extraction(_ document: CoNLLU.Document) -> Extraction {
    var article = Article(
      file: "case.txt", digest: "case", text: document.text,
      blocks: [Article.Block(.paragraph, TextRange(0, document.text.utf8.count))], origins: OffsetMap())
    article.author = "the author"
    article.published = Day(year: 2025, month: 8, day: 20).map { DateRange($0) }
    return ClaimExtractor().extract(from: article, sentences: document.sentences)
  }
}
