import ClaimModel
import Testing
import Vocabulary

@testable import Store

@Suite struct ContradictionTests {
  /// Two claims, each in an article of its own, and why they cannot both hold; nil where they can.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var left: Claim
    var right: Claim
    var reason: String?

    init(_ name: String, _ left: Claim, _ right: Claim, _ reason: String?) {
      testDescription = name
      (self.left, self.right, self.reason) = (left, right, reason)
    }
  }

  private static func a(
    _ subject: String?, _ relation: String, _ object: String? = nil, in place: String? = nil, on date: String? = nil,
    count: Quantity? = nil, is polarity: Polarity = .affirmed, sure certainty: Certainty = .certain,
    with obliques: [(String, String)] = [], leaving: String? = nil
  ) -> Claim {
    ComparedArticles.claim(
      1, of: "a", subject, relation, object, in: place, on: date, count: count, is: polarity, sure: certainty,
      with: obliques, leaving: leaving)
  }

  private static func b(
    _ subject: String?, _ relation: String, _ object: String? = nil, in place: String? = nil, on date: String? = nil,
    count: Quantity? = nil, is polarity: Polarity = .affirmed, sure certainty: Certainty = .certain,
    with obliques: [(String, String)] = [], leaving: String? = nil
  ) -> Claim {
    ComparedArticles.claim(
      1, of: "b", subject, relation, object, in: place, on: date, count: count, is: polarity, sure: certainty,
      with: obliques, leaving: leaving)
  }

  static let cases = [
    Case(
      "presence that is affirmed and denied", a("ISKP", "operate", in: "Mastung"),
      b("ISIS", "exist", in: "Pakistan", is: .denied),
      "whether ISKP is in Mastung: operate against not exist; ISKP is part of ISIS; Mastung lies in Pakistan"),
    Case(
      "a place that is denied does not take in the one around it", a("ISKP", "operate", in: "Pakistan"),
      b("ISKP", "exist", in: "Mastung", is: .denied), nil),
    Case(
      "presence and absence", a("ISKP", "continue to operate", in: "Afghanistan"),
      b(nil, "eliminate", "ISKP", in: "Afghanistan"),
      "whether ISKP is in Afghanistan: continue to operate against eliminate"),
    Case(
      "a place that was cleared of somebody", a("ISKP", "maintain", "hideouts", in: "Afghanistan"),
      b(nil, "clear", "Afghanistan", with: [("of", "ISKP")]),
      "whether ISKP is in Afghanistan: maintain hideouts against clear"),
    Case(
      "a state of the time before something", a("Afghanistan", "serve as", "ISKP’s base", with: [("before", "return")]),
      b("ISKP", "exist", in: "Afghanistan", is: .denied), nil),
    Case(
      "hubs in two places", a("ISKP’s real hubs", "remain", in: "Afghanistan"),
      b("Pakistan", "become", "one of ISKP’s primary hubs"),
      "different places for the seat of ISKP: Afghanistan against Pakistan"),
    Case(
      "hubs that are not there, and one that is", a("ISKP’s real hubs", "remain", in: "Pakistan", is: .denied),
      b("Pakistan", "become", "one of ISKP’s primary hubs"),
      "whether ISKP is in Pakistan: become one of ISKP’s primary hubs against not remain"),
    Case(
      "hubs that are not there, and members who may be", a("ISKP’s real hubs", "remain", in: "Pakistan", is: .denied),
      b("ISKP", "operate", in: "Pakistan"), nil),
    Case(
      "one of several hubs in each of two places", a("Afghanistan", "be", "one of ISKP’s hubs"),
      b("Pakistan", "become", "one of ISKP’s primary hubs"), nil),
    Case(
      "a place that somebody left", a("ISKP", "withdraw from", "Afghanistan", leaving: "Afghanistan"),
      b("ISKP", "operate", in: "Afghanistan"), "whether ISKP is in Afghanistan: operate against withdraw from"),
    Case(
      "a place that some of its fighters left", a("ISKP fighters", "leave", "Afghanistan", leaving: "Afghanistan"),
      b("ISKP", "operate", in: "Afghanistan"), nil),
    Case(
      "a place that is left out", a("ISKP’s leadership", "operate", with: [("outside", "Afghanistan")]),
      b("ISKP’s leadership", "remain", in: "Afghanistan"),
      "whether ISKP is in Afghanistan: remain against operate"),
    Case(
      "growth and decline", a("ISKP", "expand", "its influence", in: "Pakistan"), b("ISKP", "be", "fractured"),
      "opposites of ISKP: be fractured against expand its influence"),
    Case(
      "growth here and decline there", a("ISKP", "expand", in: "Pakistan"), b(nil, "weaken", "ISKP", in: "Afghanistan"),
      nil),
    Case(
      "what befalls a part does not befall the whole", a("ISKP", "expand"), b(nil, "destroy", "ISKP’s camp"), nil),
    Case(
      "for and against", a("Pakistan", "support", "ISKP"), b("Pakistan", "fight", "ISKP"),
      "opposites of Pakistan to ISKP: fight against support"),
    Case(
      "different numbers of one event",
      a("Army", "kill", "ISIS fighters", in: "Mastung", on: "2025-03-14", count: Quantity(30)),
      b("Army", "kill", "ISIS militants", in: "Mastung", on: "2025-03", count: Quantity(12)),
      "different numbers for what must be one event: 12 against 30 (killing, Mastung)"),
    Case(
      "different numbers of people without a name",
      a(nil, "kill", "soldiers", in: "Bara", on: "2024-05-12", count: Quantity(17)),
      b("ISKP", "kill", "government soldiers", in: "Bara", on: "2024-05-12", count: Quantity(40)),
      "different numbers for what must be one event: 17 against 40 (killing, Bara)"),
    Case(
      "numbers of other people",
      a(nil, "kill", "soldiers", in: "Bara", on: "2024-05-12", count: Quantity(17)),
      b(nil, "kill", "civilians", in: "Bara", on: "2024-05-12", count: Quantity(40)), nil),
    Case(
      "an adjective after a verb of growth", a("ISKP", "grow", "stronger"), b(nil, "weaken", "ISKP"),
      "opposites of ISKP: grow against weaken"),
    Case(
      "an adjective of presence", a("ISKP", "remain", "active", in: "Bara"), b(nil, "drive out", "ISKP", in: "Khyber"),
      "whether ISKP is in Bara: remain active against drive out; Bara lies in Khyber"),
    Case(
      "numbers that go together",
      a("Army", "kill", "ISIS fighters", in: "Mastung", on: "2025-03-14", count: Quantity(30)),
      b("Army", "kill", "ISIS militants", in: "Mastung", on: "2025-03", count: Quantity(12, bound: .atLeast)), nil),
    Case(
      "different numbers at different times",
      a("Army", "kill", "ISIS fighters", in: "Mastung", on: "2024-03-14", count: Quantity(30)),
      b("Army", "kill", "ISIS militants", in: "Mastung", on: "2025-03-14", count: Quantity(12)), nil),
    Case(
      "one relation that is affirmed and denied", a("Army", "rule", "Mastung"),
      b("Army", "rule", "Mastung", is: .denied),
      "affirmed and denied: Army rule Mastung"),
    Case(
      "different objects", a("Army", "rule", "Mastung"), b("Army", "rule", "Bara", is: .denied), nil),
    Case(
      "dates that do not overlap", a("ISKP", "operate", in: "Pakistan", on: "2015"),
      b("ISKP", "operate", in: "Pakistan", on: "2025", is: .denied), nil),
    Case(
      "what was so before", a("ISKP", "operate", in: "Pakistan", with: [("before", "war")]),
      b("ISKP", "operate", in: "Pakistan", is: .denied), nil),
    Case(
      "a question", a("ISKP", "operate", in: "Pakistan", sure: .unknown),
      b("ISKP", "operate", in: "Pakistan", is: .denied), nil),
    Case(
      "two that may be", a("ISKP", "operate", in: "Pakistan", sure: .possible),
      b("ISKP", "operate", in: "Pakistan", is: .denied, sure: .possible), nil),
    Case(
      "others", a("ISKP", "operate", in: "Pakistan"), b("Army", "operate", in: "Pakistan", is: .denied), nil),
  ]

  @Test(arguments: cases)
  func reason(_ example: Case) {
    let base = ComparedArticles.base([("a", [example.left]), ("b", [example.right])])
    #expect(base.contradictions.reason == (example.reason.map { [$0] } ?? []))
    let reversed = ComparedArticles.base([("b", [example.right]), ("a", [example.left])])
    #expect(reversed.contradictions.reason == base.contradictions.reason)
  }

  @Test func aSpeakerOfAnArticleDoesNotContradictItself() {
    let claims = { (speaker: String?) in
      [
        ComparedArticles.claim(1, of: "a", "ISKP", "operate", in: "Pakistan", by: "UN"),
        ComparedArticles.claim(2, of: "a", "ISKP", "operate", in: "Pakistan", is: .denied, by: speaker),
      ]
    }
    #expect(ComparedArticles.base([("a", claims("UN"))]).contradictions.left.isEmpty)
    #expect(ComparedArticles.base([("a", claims("Mujahid"))]).contradictions.left == [0])
  }

  @Test func withoutSensesOneRelationIsStillAffirmedAndDenied() {
    var base = KnowledgeBase()
    for (file, polarity) in [("a", Polarity.affirmed), ("b", .denied)] {
      let claim = ComparedArticles.claim(1, of: file, "ISKP", "operate", in: "Pakistan", is: polarity)
      base.append(Extraction(claims: [claim], entities: ComparedArticles.entities), of: RandomClaims.article(file))
    }
    #expect(base.contradictions.reason == ["affirmed and denied: ISKP operate in Pakistan"])
    base.declare(senses: Senses([Sense("being there", .place)]))
    #expect(base.contradictions.reason == ["affirmed and denied: ISKP operate in Pakistan"])
  }

  @Test(arguments: [
    ("Oduya", "Oduya", ["different numbers for what must be one event: 12 against 30 (killing, Oduya)"]),
    ("Oduya", "Marsolo", []),
    // A country is too large for two events of one day to be one.
    ("Pakistan", "Pakistan", []),
  ])
  func numbersAtAPlaceThatNoListHas(_ place: String, _ other: String, _ reasons: [String]) {
    var base = KnowledgeBase()
    base.declare(ComparedArticles.entities)
    base.declare(senses: .shipped)
    let killed = ComparedArticles.claim(
      1, of: "a", nil, "kill", "people", in: place, on: "2024-05-03", count: Quantity(12))
    let died = ComparedArticles.claim(
      1, of: "b", "people", "die", in: other, on: "2024-05-03", count: Quantity(30, bound: .atLeast))
    for (file, claim) in [("a", killed), ("b", died)] {
      let places = [place, other].map { Entity(name: $0, kind: .place) }
      base.append(Extraction(claims: [claim], entities: places), of: RandomClaims.article(file))
    }
    #expect(base.contradictions.reason == reasons)
  }

  @Test func aPassiveWithoutItsDoerIsAffirmedAndDenied() {
    let claims = [Polarity.affirmed, .denied].map { polarity in
      [ComparedArticles.claim(1, of: polarity.rawValue, nil, "overload", "Army", is: polarity)]
    }
    let base = ComparedArticles.base([("affirmed", claims[0]), ("denied", claims[1])])
    #expect(base.contradictions.reason == ["affirmed and denied: overload Army"])
  }
}
