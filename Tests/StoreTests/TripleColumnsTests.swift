import ClaimModel
import Testing

@testable import Store

@Suite struct TripleColumnsTests {
  @Test func claimsAndEntitiesAreNodes() {
    var claim = Claim(
      relation: "kill", speaker: Argument(.entity("UN")), speakerIsAuthor: false, text: "Killed.", sentence: 3,
      span: TextRange(0, 7), words: TextRange(0, 7), confidence: 0.5)
    claim.id = ClaimID(0xab)
    claim.object = Argument(.phrase("civilians"))
    claim.date = DateRange(iso8601: "2024")
    claim.quantity = Quantity(21, unit: "person")
    claim.about = ["UN"]
    var base = KnowledgeBase()
    let un = Entity(name: "UN", kind: .organisation, aliases: ["United Nations"])
    let mastung = Entity(name: "Mastung", kind: .place, broader: "Pakistan")
    base.append(Extraction(claims: [claim], entities: [un, mastung]), of: RandomClaims.article("a"))
    let triples = TripleColumns(base)
    let lines = triples.subject.indices.map { row in
      [triples.subject, triples.predicate, triples.object].map { triples.terms.texts[Int($0[row])] }
        .joined(separator: " | ")
    }
    #expect(
      lines == [
        "00000000000000ab | relation | kill", "00000000000000ab | object | civilians",
        "00000000000000ab | date | 2024-01-01/2024-12-31", "00000000000000ab | quantity | 21",
        "00000000000000ab | unit | person", "00000000000000ab | polarity | affirmed",
        "00000000000000ab | certainty | certain", "00000000000000ab | speaker | UN", "00000000000000ab | about | UN",
        "00000000000000ab | source | a", "00000000000000ab | text | Killed.", "00000000000000ab | sentence | 3",
        "00000000000000ab | confidence | 0.5", "00000000000000ab | extractor | \(Version.extractor)",
        "Mastung | kind | place", "Mastung | within | Pakistan",
        "Pakistan | kind | other", "UN | kind | organisation", "UN | alias | United Nations",
      ])
    #expect(triples.claims.count == lines.count)
    #expect(Array(triples.claims[0]) == [0] && triples.claims[lines.count - 1].isEmpty)
  }
}
