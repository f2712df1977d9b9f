import ClaimModel
import Store
import Testing

/// Claims that others have made of articles, before and after the articles themselves.
@Suite struct AttachedClaimsTests {
  @Test func theyJoinTheArticleThatIsThere() {
    var base = KnowledgeBase()
    base.append(Extraction(claims: [claim(1), claim(2)]), of: article("a", text: "A."))
    base.append(Extraction(claims: [claim(3)]), of: article("b", text: "B."))
    #expect(base.attach([(article("a"), Extraction(claims: [claim(4), claim(2), claim(4)]))]) == 1)
    #expect(base.claimOrder.map { base.claims.ids[Int($0)] } == [1, 2, 4, 3])
    #expect(base.articles.map(\.text) == ["A.", "B."])
    #expect(base.sentenceCount == 2)
    #expect(base.claim(ClaimID(4))?.extractor == "model 4")
  }

  @Test func anArticleFillsItsOutline() {
    var base = KnowledgeBase()
    #expect(base.attach([(article("a"), Extraction(claims: [claim(4), claim(2)]))]) == 2)
    #expect(base.articles.map(\.text) == [""])
    var whole = article("a", text: "A.")
    whole.author = "N. N."
    let isNew = base.append(Extraction(claims: [claim(1), claim(2)]), of: whole)
    let isNewAgain = base.append(Extraction(claims: [claim(5)]), of: whole)
    #expect(isNew && !isNewAgain)
    #expect(base.articles == [whole])
    #expect(base.terms.texts[Int(base.articleColumns.author[0])] == "N. N.")
    #expect(base.claimOrder.map { base.claims.ids[Int($0)] } == [1, 2, 4])
    #expect(base.sentenceCount == 1)
  }

  @Test func otherTextsAreOtherSentences() {
    var base = KnowledgeBase()
    var other = claim(2)
    other.text = "Other."
    #expect(base.attach([(article("a"), Extraction(claims: [claim(1), other]))]) == 2)
    #expect(base.claim(ClaimID(2))?.text == "Other.")
  }

  @Test func claimsStandInTheOrderOfTheText() {
    var base = KnowledgeBase()
    base.append(Extraction(claims: [claim(1), claim(2, sentence: 3)]), of: article("a", text: "A."))
    let others = [5, 3, 1, 0].map { claim(10 + UInt64($0), sentence: $0) }
    #expect(base.attach([(article("a"), Extraction(claims: others))]) == 4)
    #expect(base.claimOrder.map { base.claims.ids[Int($0)] } == [1, 11, 13, 2, 15, 10])
  }

  private func article(_ name: String, text: String = "") -> Article {
    Article(file: name, digest: name, text: text, blocks: [], origins: OffsetMap())
  }

  private func claim(_ id: UInt64, sentence: Int = 1) -> Claim {
    var claim = Claim(
      relation: "be", speaker: Argument(.phrase("x")), speakerIsAuthor: true, text: "A.", sentence: sentence,
      span: TextRange(0, 2), words: TextRange(0, 2), confidence: 1)
    claim.id = ClaimID(id)
    claim.extractor = "model \(id)"
    return claim
  }
}
