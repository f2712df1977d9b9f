import ClaimModel
import Testing
import Vocabulary

@Suite struct WrittenNamesTests {
  @Test(arguments: [
    ("US", "United States"), ("IS", "ISIS"), ("Isis", "ISIS"), ("ISIS", "ISIS"), ("Nato", "NATO"),
    ("UN", "United Nations"),
    ("Pakistan", "Pakistan"), ("PAKISTAN", "Pakistan"), ("Khyber agency", "Khyber"), ("al-Qaeda", "Al-Qaeda"),
    ("the Guardian", "The Guardian"), ("UN security council", "UN Security Council"), ("Kunar province", "Kunar"),
  ])
  func aNameIsReadAsOne(_ words: String, _ name: String) {
    #expect(Vocabulary.shipped.entities(writtenAs: words).first?.name == name)
  }

  @Test(arguments: [
    "us", "Us", "is", "Is", "isis", "who", "Who", "it", "turkey", "china", "nato", "al-qaeda", "the guardian",
    "The guardian", "white house", "", " ", "the", "The",
  ])
  func whatIsWrittenAsAWordIsNone(_ words: String) {
    #expect(Vocabulary.shipped.entities(writtenAs: words).isEmpty)
  }

  @Test func aQueryNeedsNoCapitals() {
    #expect(Vocabulary.shipped.entity(named: "us")?.name == "United States")
    #expect(Vocabulary.shipped.entity(named: "white house")?.name == "White House")
  }
}
