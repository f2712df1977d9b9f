import ClaimModel
import Testing

@testable import Store

@Suite struct EntityTests {
  private func claim(about name: String, id: UInt64) -> Claim {
    var claim = Claim(
      relation: "be", speaker: Argument(.phrase("they")), speakerIsAuthor: false, text: "", sentence: 1,
      span: TextRange(0, 0), words: TextRange(0, 0), confidence: 1)
    claim.id = ClaimID(id)
    claim.about = [name]
    return claim
  }

  @Test func entitiesAreFoundByNameAndAlias() {
    var base = KnowledgeBase()
    let entities = [
      Entity(name: "Georgia", kind: .place), Entity(name: "Atlanta", kind: .place, aliases: ["georgia"]),
      Entity(name: "ISKP", kind: .organisation, aliases: ["ISIS-K"], broader: "ISIS"),
    ]
    base.append(
      Extraction(claims: [claim(about: "Atlanta", id: 1), claim(about: "ISKP", id: 2)], entities: entities),
      of: RandomClaims.article("a"))
    #expect(base.entities(named: "GEORGIA").map(\.name) == ["Georgia"])
    #expect(base.entity(named: "isis–k") == entities[2])
    #expect(base.entity(named: "ISIS")?.kind == .other)
    #expect(base.entity(named: "nobody") == nil)
    #expect(base.claims(about: "ISIS-K") == [ClaimID(2)])
    #expect(base.claims(about: "nobody").isEmpty)
  }

  /// What was declared of an entity holds until somebody says something else of it, whoever speaks first.
  @Test func whatIsSaidOfADeclaredEntityTakesItsPlace() {
    let told = Entity(name: "Kunar", kind: .place, aliases: ["Konar"], broader: "Afghanistan")
    let said = Entity(name: "Kunar", kind: .group, aliases: ["Kunaris"])
    let readings = [
      (RandomClaims.article("a"), Extraction(claims: [claim(about: "Kunar", id: 1)])),
      (RandomClaims.article("b"), Extraction(claims: [claim(about: "Kunar", id: 2)], entities: [said])),
      (RandomClaims.article("c"), Extraction(claims: [claim(about: "Kunar", id: 3)], entities: [told])),
    ]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var base = KnowledgeBase()
      base.declare([told])
      for number in order { _ = base.attach([readings[number]]) }
      #expect(base.entities(named: "Kunar") == [said])
      #expect(base.entities(named: "Kunaris") == [said])
    }
  }

  @Test func declaredEntitiesAreKnownBeforeAnyClaimNamesThem() {
    var base = KnowledgeBase()
    base.declare([
      Entity(name: "Mastung", kind: .place, aliases: ["Mastūng Town"], broader: "Balochistan"),
      Entity(name: "Balochistan", kind: .place, broader: "Pakistan"), Entity(name: "Pakistan", kind: .place),
    ])
    #expect(base.terms.count == 1)
    #expect(base.entity(named: "mastung town")?.name == "Mastung")
    base.append(Extraction(claims: [claim(about: "Mastung", id: 1)]), of: RandomClaims.article("a"))
    let parts = base.entityTerms(named: "Mastung").first ?? 0
    let whole = base.entityTerms(named: "pakistan").first ?? 0
    #expect(base.trees.isPart(parts, of: whole))
    #expect(!base.trees.isPart(whole, of: parts))
    #expect(base.entity(parts).kind == .place)
  }

  @Test func alaterDeclarationWins() {
    var base = KnowledgeBase()
    base.append(
      Extraction(claims: [claim(about: "Kashmir", id: 1)], entities: [Entity(name: "Kashmir", kind: .other)]),
      of: RandomClaims.article("a"))
    base.declare([Entity(name: "Kashmir", kind: .place, aliases: ["Cashmere"], broader: "Asia")])
    let expected = Entity(name: "Kashmir", kind: .place, aliases: ["Cashmere"], broader: "Asia")
    #expect(base.entity(named: "cashmere") == expected)
  }

  @Test func articlesThatDisagreeGiveTheSameInAnyOrder() {
    let one = Extraction(
      claims: [claim(about: "Kashmir", id: 1)],
      entities: [Entity(name: "Kashmir", kind: .place, aliases: ["K"], broader: "Pakistan")])
    let other = Extraction(
      claims: [claim(about: "Kashmir", id: 2)],
      entities: [Entity(name: "Kashmir", kind: .other, aliases: ["J"], broader: "India")])
    var base = KnowledgeBase()
    base.append(one, of: RandomClaims.article("a"))
    base.append(other, of: RandomClaims.article("b"))
    var reversed = KnowledgeBase()
    reversed.append(other, of: RandomClaims.article("b"))
    reversed.append(one, of: RandomClaims.article("a"))
    let expected = Entity(name: "Kashmir", kind: .place, aliases: ["J", "K"], broader: "India")
    #expect(base.entity(named: "kashmir") == expected)
    #expect(reversed.entity(named: "kashmir") == expected)
  }
}
