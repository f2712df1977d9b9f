import Testing

@testable import Store

@Suite struct WordsTests {
  @Test(arguments: [
    ("attack attacks attacked attacking Attack’s", "attack"), ("killing kills killed", "kill"),
    ("hideouts hideout", "hideout"), ("carries carried carry", "carri"), ("agreed agree", "agre"),
    ("relational relate", "relat"), ("hopping hopped", "hop"), ("militants militant", "milit"),
    ("operates operation operational", "oper"), ("filing filed", "file"), ("2025", "2025"), ("ÉTÉ", "et"),
  ])
  func formsOfAWordHaveOneStem(_ words: String, _ stem: String) {
    #expect(Set(Words.stems(of: words)) == [stem])
  }

  @Test func wordsArePartedByWhatIsNoLetter() {
    #expect(
      Words.stems(of: "“ISIS-K’s camp”, U.S.; Mastung/Balochistan") == [
        "isi", "k", "camp", "u", "s", "mastung", "balochistan",
      ])
    #expect(Words.stems(of: " …—").isEmpty)
  }

  @Test func phrasesStandWordByWord() {
    let words = Words.stems(of: "safe safe havens are no haven")
    #expect(Words.holds(Words.stems(of: "Safe Haven"), in: words))
    #expect(Words.holds(Words.stems(of: "haven"), in: words))
    #expect(!Words.holds(Words.stems(of: "haven safe"), in: words))
    #expect(!Words.holds(Words.stems(of: "no haven at"), in: words))
    #expect(!Words.holds([], in: words))
  }

  @Test func phrasesAreSoughtInSentencesAsInTexts() {
    let texts = ["safe safe haven", "haven safe", "", "safe", "the safe havens, safe"]
    var dictionary = WordDictionary()
    var stems = ListColumn()
    for text in texts { stems.append(dictionary.encode(text)) }
    for phrases in [["safe haven"], ["haven", "safe"], ["safe haven", "haven safe"], ["nowhere"], [""]] {
      let sought = phrases.map { Words.stems(of: $0) }
      for needsAll in [true, false] {
        let held = stems.holding(sought.map { dictionary.ids(of: $0) }, needsAll: needsAll, at: [0, 1, 2, 3, 4])
        let expected = texts.map { text in
          let each = sought.map { Words.holds($0, in: Words.stems(of: text)) }
          return needsAll ? each.allSatisfy { $0 } : each.contains(true)
        }
        #expect(held == expected, "\(phrases)")
      }
    }
  }
}
