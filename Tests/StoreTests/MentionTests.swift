import ClaimModel
import Testing

@testable import Store

@Suite struct MentionTests {
  @Test func claimsThatSayTheSameAreMentionsOfOne() {
    var speech = ComparedArticles.claim(3, of: "a", "UN", "say")
    var again = ComparedArticles.claim(4, of: "a", "UN", "say")
    let claims = [
      ComparedArticles.claim(1, of: "a", "ISKP", "operate", in: "Pakistan"),
      ComparedArticles.claim(2, of: "a", "ISKP", "operate", in: "Pakistan"),
      ComparedArticles.claim(5, of: "a", "ISKP", "operate", in: "Pakistan", is: .denied),
      ComparedArticles.claim(6, of: "a", "ISKP", "operate", in: "Pakistan", by: "UN"),
    ]
    speech.object = Argument(.claim(claims[0].id))
    again.object = Argument(.claim(claims[1].id))
    let other = ComparedArticles.claim(1, of: "b", "ISKP", "operate", in: "Pakistan")
    var base = ComparedArticles.base([("a", claims + [speech, again])])
    #expect(base.mentionGroups.counts == [2, 2, 1, 1, 2, 2])
    base.append(Extraction(claims: [other]), of: RandomClaims.article("b"))
    #expect(base.mentionGroups.first == [0, 0, 2, 3, 4, 4, 6])
    #expect(base.mentionGroups.counts == [2, 2, 1, 1, 2, 2, 1])
  }

  @Test func whatAnotherReaderSaysIsNoMention() {
    let own = [1, 2].map { ComparedArticles.claim($0, of: "a", "ISKP", "operate", in: "Pakistan") }
    let others = [4, 3].map { number in
      var claim = ComparedArticles.claim(number, of: "a", "ISKP", "operate", in: "Pakistan")
      claim.extractor = "a model"
      claim.confidence = .nan
      return claim
    }
    var base = ComparedArticles.base([("a", own)])
    _ = base.mentionGroups
    #expect(base.attach([(RandomClaims.article("a"), Extraction(claims: others))]) == 2)
    #expect(base.mentionGroups.first == [0, 0, 3, 3])
    #expect(base.mentionGroups.counts == [2, 2, 2, 2])
  }

  private static let text =
    "Officials said on Monday that at least eleven fighters were killed in a raid near the border."

  @Test(arguments: [
    (text, true),
    ("“Officials said on Monday that at least eleven fighters were killed in a raid near the border”", true),
    ("Officials said on Monday that at least eleven fighters were killed in a raid near the border, it is said.", true),
    ("Officials said on Tuesday that eleven men had died when a house near the border was raided.", false),
    ("Officials said.", false),
  ])
  func passages(_ other: String, _ isSame: Bool) {
    for files in [["a", "b"], ["b", "a"]] {
      let base = ComparedArticles.base(
        files.map { ($0, [ComparedArticles.claim(1, of: $0, "ISKP", "operate", text: $0 == "a" ? Self.text : other)]) })
      #expect(base.passages.counts == (isSame ? [2, 2] : [1, 1]))
      let first = UInt32(files.firstIndex(of: "a") ?? 0)
      #expect(base.passages.first == (isSame ? [first, first] : [0, 1]))
    }
  }

  @Test func aShortSentenceIsNoReprint() {
    let claims = [1, 2].map { ComparedArticles.claim($0, of: "a", "ISKP", "operate", text: "That is all.") }
    #expect(ComparedArticles.base([("a", claims)]).passages.counts == [1, 1])
  }
}
