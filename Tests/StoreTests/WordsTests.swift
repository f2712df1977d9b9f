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
    // The last word of one sentence and the first of the next are no phrase; long sentences fill blocks.
    let texts = [
      "safe safe haven", "haven safe", "", "safe", "the safe havens, safe", "haven", "Ünsafe “safe—haven”",
      String(repeating: "no haven is safe ", count: 100), "safe haven’s",
    ]
    var index = WordIndex()
    for text in texts { index.append(text.utf8.span) }
    let sets = [
      ["safe haven"], ["haven", "safe"], ["safe haven", "haven safe"], ["nowhere"], [""], ["safe", ""],
      ["unsafe safe haven"], ["is safe no haven"],
    ]
    for phrases in sets {
      let sought = phrases.map { Words.stems(of: $0) }
      for needsAll in [true, false] {
        let held = index.sentences(holding: sought.map { index.dictionary.ids(of: $0) }, needsAll: needsAll)
        let expected = texts.indices.filter { row in
          let each = sought.map { Words.holds($0, in: Words.stems(of: texts[row])) }
          return needsAll ? each.allSatisfy { $0 } : each.contains(true)
        }
        #expect(held == expected.map { UInt32($0) }, "\(phrases)")
      }
    }
  }
}
