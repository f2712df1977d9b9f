import ClaimModel
import TestSupport
import Testing

@testable import Output

@Suite struct CitationTextTests {
  /// Three sentences, of which the second has a line break in it; the file has four bytes of markup before the text and
  /// three within the second sentence.
  private static let text = "Nobody was hurt. Officials said\nthat ISKP may expand in Kunar. The rest is silence."
  private static let sentences = [TextRange(0, 16), TextRange(17, 62), TextRange(63, 83)]

  private static func citation() -> Citation {
    var origins = OffsetMap(startingAt: 4)
    origins.append(clean: 37, original: 44)
    var article = Article(
      file: "003.html", digest: "", text: text, blocks: [.init(.paragraph, TextRange(0, 83))], origins: origins)
    article.author = "Jane \u{1B}[1mDoe"
    article.title = "Is it?"
    article.published = DateRange(year: 2025)
    var claim = Claim(
      relation: "expand", speaker: Argument(.entity("officials")), speakerIsAuthor: false,
      text: article.text[sentences[1]], sentence: 2, span: TextRange(21, 69), words: TextRange(44, 68),
      confidence: 0.7321)
    claim.id = ClaimID(0xABCD_EF12_3456_7890)
    claim.subject = Argument(.entity("ISKP"))
    claim.obliques = [Oblique("in", Argument(.entity("Kunar")))]
    claim.certainty = .possible
    claim.cue = "say"
    claim.stance = .reports
    claim.location = "Kunar"
    claim.locationResolvedFrom = "the province"
    claim.from = "Kunar"
    claim.to = "Mastung"
    claim.dateResolvedFrom = "last week"
    return Citation(of: claim, in: article, sentences: sentences)
  }

  @Test func wordsAreFoundThroughTheOffsets() {
    let citation = Self.citation()
    #expect(citation.sentence[citation.words] == "ISKP may expand in Kunar")
    #expect(citation.before == "Nobody was hurt.")
    #expect(citation.after == "The rest is silence.")
  }

  @Test func golden() throws {
    let citation = Self.citation()
    let colour = CitationText.text(of: citation, style: .colour, width: 40).replacing("\u{1B}", with: "ESC")
    let texts = [CitationText.text(of: citation), CitationText.text(of: citation, width: 40), colour]
    try GoldenCase.expect(texts.joined(separator: "-----\n"), equals: "tables/citation.txt")
  }
}
