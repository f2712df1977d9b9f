import ClaimModel
import Testing
import Vocabulary

@testable import Store

@Suite struct CorroborationTests {
  private func pairs(_ left: [Claim], _ right: [Claim]) -> ClaimPairs {
    ComparedArticles.base([("a", left), ("b", right)]).corroborations
  }

  @Test func oneEventWithAnotherPlace() {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", nil, "kill", "ISIS militants", in: "Bara", count: Quantity(11))],
      [ComparedArticles.claim(1, of: "b", nil, "kill", "ISIS members", in: "Khyber", count: Quantity(11))])
    #expect(pairs.reason == ["one event: killing of ISIS, 11"])
    #expect(pairs.differences == [["place: Bara, Khyber"]])
    #expect(pairs.witnesses == [2])
  }

  @Test func oneEventWithAnotherDate() {
    let pairs = pairs(
      [
        ComparedArticles.claim(
          1, of: "a", nil, "kill", "ISIS fighters", in: "Mastung", on: "2025-01/2025-04", count: Quantity(30))
      ],
      [
        ComparedArticles.claim(
          1, of: "b", nil, "kill", "ISKP members", in: "Mastung", on: "2025-05-10", count: Quantity(30))
      ])
    #expect(pairs.reason == ["one event: killing of ISKP, 30"])
    #expect(pairs.differences == [["of: ISIS, ISKP", "date: 2025-01-01/2025-04-30, 2025-05-10/2025-05-10"]])
  }

  @Test func oneEventWithATimeOfNoYear() {
    let pairs = pairs(
      [
        ComparedArticles.claim(
          1, of: "a", nil, "attack", "ISKP base", in: "Mastung", on: "2025-01/2025-04", count: Quantity(30))
      ],
      [
        ComparedArticles.claim(
          1, of: "b", nil, "attack", "ISKP camp", in: "Mastung", count: Quantity(30),
          with: [("with", "tanks"), ("in", "mid-March")])
      ])
    #expect(pairs.differences == [["date: 2025-01-01/2025-04-30, mid-March"]])
  }

  @Test(arguments: [("mid-March", true), ("12 July", true), ("March 2021", false), ("Mastung", false), ("", false)])
  func timesOfNoYear(words: String, isTime: Bool) {
    #expect(PhraseCues(.shipped).isTimeOfNoYear(words) == isTime)
  }

  @Test func aNumberOfTheSentenceWillDo() {
    let left = [
      ComparedArticles.claim(1, of: "a", "Army", "attack", "ISKP base", in: "Mastung"),
      ComparedArticles.claim(1, of: "a", "Army", "hold", "prisoners", count: Quantity(30)),
    ]
    let right = [ComparedArticles.claim(1, of: "b", nil, "attack", "ISKP camp", in: "Mastung", count: Quantity(30))]
    #expect(pairs(left, right).reason == ["one event: attack of ISKP, 30"])
  }

  @Test(arguments: [("Bara", 11.0, "Mastung", 12.0), ("Bara", 2, "Mastung", 2), ("Pakistan", 3, "Pakistan", 4)])
  func eventsThatNeedNotBeOne(_ place: String, _ count: Double, _ other: String, _ otherCount: Double) {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", nil, "kill", "ISIS militants", in: place, count: Quantity(count))],
      [ComparedArticles.claim(1, of: "b", nil, "kill", "ISIS members", in: other, count: Quantity(otherCount))])
    #expect(pairs.reason.isEmpty)
  }

  @Test func aPersonIsKilledOnce() {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", nil, "assassinate", "Qari")],
      [ComparedArticles.claim(1, of: "b", "Army", "kill", "Qari", in: "Khyber")])
    #expect(pairs.reason == ["one event: killing of Qari"])
  }

  @Test func theSameIsSaidInOtherWords() {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", "ISKP", "regroup", in: "Khyber", sure: .probable)],
      [ComparedArticles.claim(1, of: "b", "Pakistan", "offer", "sanctuary", with: [("to", "ISKP")])])
    #expect(pairs.reason == ["both: ISKP is in Khyber (offer sanctuary, regroup)"])
    #expect(pairs.differences == [["place: Khyber, Pakistan", "certainty: certain, probable"]])
  }

  @Test func theSameRelation() {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", "Army", "rule", "mountain valleys of the north")],
      [ComparedArticles.claim(1, of: "b", "Army", "rule", "mountain valleys of the far north")])
    #expect(pairs.reason == ["both: Army rule mountain valleys of the north"])
  }

  @Test func oneSpeakerIsOneWitness() {
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", "ISKP", "operate", in: "Pakistan", by: "UN")],
      [ComparedArticles.claim(1, of: "b", "ISKP", "regroup", in: "Pakistan", by: "UN")])
    #expect(pairs.witnesses == [1])
  }

  @Test func aReprintIsOneWitness() {
    let text = "ISKP operates from camps in the mountains of the north, officials and residents say."
    let pairs = pairs(
      [ComparedArticles.claim(1, of: "a", "ISKP", "operate", in: "Pakistan", text: text)],
      [ComparedArticles.claim(1, of: "b", "ISKP", "operate", in: "Pakistan", text: text)])
    #expect(pairs.witnesses == [1])
  }

  @Test func anArticleDoesNotBearOutItself() {
    let claims = [1, 2].map {
      ComparedArticles.claim($0, of: "a", "ISKP", $0 == 1 ? "operate" : "regroup", in: "Pakistan")
    }
    #expect(pairs(claims, []).left.isEmpty)
  }
}
