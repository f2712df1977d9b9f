import ClaimModel
import Testing

@testable import Vocabulary

@Suite struct SensesTests {
  private func diagnostics(of text: String) -> [String] {
    do throws(VocabularyErrors) {
      _ = try Senses(parsing: Array(text.utf8), file: "test")
      return []
    } catch {
      return error.diagnostics.map { "\($0.code) \($0.place?.line ?? 0)" }
    }
  }

  @Test func theShippedSensesKnowOpposites() {
    let senses = Senses.shipped.senses
    for sense in senses {
      for other in [sense.opposite, sense.implied].compactMap(\.self) {
        #expect(senses.contains { $0.name == other }, "\(sense.name)")
      }
      if let opposite = sense.opposite { #expect(senses.first { $0.name == opposite }?.opposite == sense.name) }
    }
    #expect(Set(senses.map(\.name)).count == senses.count)
    let topics = Set(Topics.shipped.tree.map(\.name))
    #expect(senses.flatMap(\.topics).allSatisfy { topics.contains($0) })
    for helper in Senses.Helper.allCases { #expect(Senses.shipped.helpers[helper]?.isEmpty == false) }
    for list in Senses.WordList.allCases { #expect(Senses.shipped.words[list]?.isEmpty == false) }
  }

  @Test func noOppositesShareAVerb() {
    for sense in Senses.shipped.senses {
      guard let opposite = Senses.shipped.senses.first(where: { $0.name == sense.opposite }) else { continue }
      #expect(Set(sense.ofSubject).isDisjoint(with: opposite.ofSubject), "\(sense.name)")
      #expect(Set(sense.ofObject).isDisjoint(with: opposite.ofObject), "\(sense.name)")
      #expect(Set(sense.nouns).isDisjoint(with: opposite.nouns), "\(sense.name)")
    }
  }

  @Test(arguments: [
    ("sense here | kind place | subject be; stay", []),
    ("sense here | kind places", ["V003 1"]),
    ("sense here | subject be", ["V003 1"]),
    ("sense | kind place", ["V002 1"]),
    ("sense here | kind place | opposite there", ["V009 1"]),
    ("sense here | kind place | colour red", ["V003 1"]),
    ("sense here | kind place | subject be;;stay", ["V005 1"]),
    ("sense here | kind place\n\nsense here | kind seat", ["V006 3"]),
    ("verbs aspect | lemmas begin\nverbs tense | lemmas be", ["V003 2"]),
    ("words months | forms may", []),
    ("words months | lemmas may\nwords days | forms monday", ["V003 1", "V003 2"]),
    ("nouns here | lemmas be", ["V001 1"]),
  ])
  func whatIsWrongIsSaid(_ text: String, _ codes: [String]) {
    #expect(diagnostics(of: text) == codes)
  }
}
