import ClaimModel
import Testing

@testable import Store

@Suite struct KnowledgeBaseTests {
  @Test(arguments: 0..<20)
  func claimsComeBackAsTheyWere(_ seed: UInt64) {
    var random = RandomClaims(seed: seed)
    var base = KnowledgeBase()
    var all: [Claim] = []
    for file in ["b", "a", "c"] {
      let claims = (0..<random.number(below: 30)).map { _ in random.claim() }
      base.append(Extraction(claims: claims), of: RandomClaims.article(file))
      all += claims
      for claim in claims { #expect(base.article(of: claim.id)?.file == file) }
    }
    #expect(base.claimCount == all.count)
    for claim in all { #expect(base.claim(claim.id) == claim) }
    #expect(base.claim(ClaimID(1)) == nil)
  }

  @Test func idsAreFoundByTheirFirstDigits() {
    var base = KnowledgeBase()
    var random = RandomClaims(seed: 7)
    let claims = [0x00ab_0000_0000_0001, 0x00ab_ffff_ffff_ffff, 0x00ac_0000_0000_0000, UInt64.max].map { id in
      var claim = random.claim()
      claim.id = ClaimID(id)
      return claim
    }
    base.append(Extraction(claims: claims), of: RandomClaims.article("a"))
    #expect(base.claims(withPrefix: "00ab") == [claims[0].id, claims[1].id])
    #expect(base.claims(withPrefix: "00A") == claims.prefix(3).map(\.id))
    #expect(base.claims(withPrefix: "ffffffffffffffff") == [claims[3].id])
    #expect(base.claims(withPrefix: "f") == [claims[3].id])
    for none in ["", "1", "xyz", "+1", "-1", "00ab00000000000001"] { #expect(base.claims(withPrefix: none).isEmpty) }
  }

  @Test func anArticleIsLoadedOnce() {
    var base = KnowledgeBase()
    var random = RandomClaims(seed: 8)
    let extraction = Extraction(claims: [random.claim()])
    let isNew = ["a", "a", "b"].map { base.append(extraction, of: RandomClaims.article($0)) }
    #expect(isNew == [true, false, true])
    #expect(base.articles.count == 2)
    #expect(base.claimCount == 2)
  }

  @Test func aCopyStaysAsItIs() {
    var base = KnowledgeBase()
    var random = RandomClaims(seed: 9)
    let first = random.claim()
    base.append(Extraction(claims: [first]), of: RandomClaims.article("a"))
    let copy = base
    _ = copy.claimOrder
    base.append(Extraction(claims: [random.claim()]), of: RandomClaims.article("0"))
    #expect(copy.claimCount == 1)
    #expect(copy.claimOrder == [0])
    #expect(base.claimOrder == [1, 0])
  }

  @Test func claimsOfOneSentenceShareIt() {
    var base = KnowledgeBase()
    var random = RandomClaims(seed: 10)
    let claims = (0..<9).map { _ in random.claim() }
    base.append(Extraction(claims: claims), of: RandomClaims.article("a"))
    #expect(base.sentenceCount == Set(claims.map(\.sentence)).count)
  }
}
