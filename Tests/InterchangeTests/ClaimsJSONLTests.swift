import ClaimModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Claims as lines of JSON.
@Suite struct ClaimsJSONLTests {
  @Test func writesAllAttributes() throws {
    let lines = [Self.full, Self.plain].map { ClaimsJSONL.line(for: $0, of: Self.article) }
    try GoldenCase.expect(lines.joined(separator: "\n") + "\n", equals: "interchange/two.claims.jsonl")
  }

  @Test func everyLineIsAnObjectWithoutLineBreaks() throws {
    var claim = Self.plain
    claim.text = "line\nbreak \"quoted\" \\ \u{1B}[31m \u{7}"
    claim.relation = "\u{0}"
    let line = ClaimsJSONL.line(for: claim, of: Self.article)
    #expect(!line.contains { $0.isNewline })
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["text"] as? String == claim.text)
    #expect(object["relation"] as? String == claim.relation)
  }

  @Test func aNumberThatJSONDoesNotKnowIsLeftOut() throws {
    var claim = Self.plain
    claim.quantity = Quantity(.infinity)
    let line = ClaimsJSONL.line(for: claim, of: Self.article)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["quantity"] == nil)
  }

  static let article: Article = {
    let text = "Officials said at least 21 groups operate in Kunar."
    var article = Article(
      file: "a.txt", digest: String(repeating: "0", count: 64), text: text,
      blocks: [Article.Block(.paragraph, TextRange(0, text.utf8.count))], origins: OffsetMap())
    article.label = "A"
    article.title = "Groups in “Kunar”"
    article.author = "N. N."
    article.outlet = "Gazette"
    article.url = "https://example.org/a"
    article.published = Day(year: 2025, month: 8, day: 2).map { DateRange($0) }
    return article
  }()

  static let plain = Claim(
    relation: "be", speaker: Argument(.entity("N. N.")), speakerIsAuthor: true, text: "It is.", sentence: 2,
    span: TextRange(60, 66), words: TextRange(60, 65), confidence: 0.5)

  static let full: Claim = {
    var claim = Claim(
      relation: "operate", speaker: Argument(.phrase("Officials"), span: TextRange(0, 9)), speakerIsAuthor: false,
      text: article.text, sentence: 1, span: TextRange(0, 52), words: TextRange(15, 51), confidence: 0.875)
    claim.id = ClaimID(0x0123_4567_89AB_CDEF)
    claim.subject = Argument(.phrase("groups"), partOf: "TTP", resolvedFrom: "they", span: TextRange(24, 30))
    claim.object = Argument(.claim(ClaimID(255)))
    claim.obliques = [
      Oblique("in", Argument(.entity("Kunar"), span: TextRange(42, 47))), Oblique("", Argument(.number(3))),
    ]
    claim.location = "Kunar"
    claim.locationResolvedFrom = "the province"
    claim.from = "Kunar"
    claim.to = "Mastung"
    claim.dateResolvedFrom = "last week"
    claim.date = DateRange(nil, Day(year: 2021, month: 12, day: 31))
    claim.quantity = Quantity(21, unit: "group", bound: .atLeast)
    claim.polarity = .denied
    claim.certainty = .probable
    claim.via = ["Gazette"]
    claim.cue = "say"
    claim.stance = .reports
    claim.topic = "presence"
    claim.about = ["Kunar", "TTP"]
    return claim
  }()
}
