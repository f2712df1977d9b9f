import ClaimModel
import Testing

@testable import Vocabulary

@Suite struct TopicsTests {
  @Test(arguments: [
    ("kill", "killing"), ("Assassinate", "killing"), ("clash with", "clash"), ("carry out", "operation"),
    ("serve as", "support"), ("deny", "denial"), ("warn", "warning"), ("insist", "statement"), ("flee", "displacement"),
    ("detain", "arrest"), ("be", "being"), ("hideout", "sanctuary"), ("harbour", "shelter"), ("harbor", "shelter"),
  ])
  func aLemmaHasATopic(_ lemma: String, _ topic: String) {
    #expect(Topics.shipped.topic(of: lemma) == topic)
  }

  @Test func aWordThatIsNoRelationHasNone() {
    #expect(Topics.shipped.topic(of: "table") == nil)
    #expect(Topics.shipped.topic(of: "") == nil)
  }

  @Test func everyTopicLiesWithinOneThatStandsAboveIt() {
    var above: Set<String> = []
    for topic in Topics.shipped.tree {
      if let broader = topic.broader { #expect(above.contains(broader), "\(topic.name)") }
      #expect(topic.kind == .other)
      above.insert(topic.name)
    }
    #expect(above.isSuperset(of: ["violence", "presence", "movement", "support", "statement", "law", "being"]))
  }
}
