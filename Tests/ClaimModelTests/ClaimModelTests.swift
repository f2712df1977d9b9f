import ClaimModel
import Testing

@Suite struct ClaimIDTests {
  @Test(arguments: [0, 1, 0xFFFF_FFFF_FFFF_FFFF, 0x0123_4567_89AB_CDEF] as [UInt64])
  func isReadAsItIsWritten(_ value: UInt64) {
    let text = ClaimID(value).description
    #expect(text.count == 16)
    #expect(ClaimID(text) == ClaimID(value))
  }

  @Test(arguments: [
    "", "1", "0123456789abcde", "0123456789abcdef0", "+123456789abcdef", "-123456789abcdef", "0123456789abcdeg",
    " 123456789abcdef", "0x23456789abcdef", "０123456789abc",
  ])
  func whatIsNoIDIsNone(_ text: String) {
    #expect(ClaimID(text) == nil)
  }

  @Test func standsInTheOrderOfItsDigits() {
    #expect(ClaimID(0xA) < ClaimID(0x10))
    #expect(ClaimID(0xA).description < ClaimID(0x10).description)
  }
}

@Suite struct TextRangeTests {
  private let text = "Kābul – “city”"

  @Test func cutsBytes() {
    #expect(text[TextRange(0, 6)] == "Kābul")
    #expect(text[TextRange(0, text.utf8.count)] == text)
    #expect(text[TextRange(3, 3)] == "")
  }

  @Test func halfACharacterIsReplaced() {
    #expect(text[TextRange(0, 2)] == "K\u{FFFD}")
  }

  @Test(arguments: [TextRange(-5, 2), TextRange(90, 99), TextRange(6, 2), TextRange(-9, -3), TextRange(10, 999)])
  func aRangeOutsideTheTextGivesWhatThereIs(_ range: TextRange) {
    #expect(text[range].utf8.count <= text.utf8.count + 3)
  }

  @Test func comparesWithOthers() {
    let range = TextRange(2, 5)
    #expect(range.contains(TextRange(2, 5)) && range.contains(TextRange(3, 3)) && !range.contains(TextRange(1, 3)))
    #expect(range.overlaps(TextRange(4, 9)) && !range.overlaps(TextRange(5, 9)) && !range.overlaps(TextRange(0, 2)))
    #expect(range.union(TextRange(7, 9)) == TextRange(2, 9))
    #expect([TextRange(2, 5), TextRange(0, 9), TextRange(2, 3)].sorted().map(\.end) == [9, 3, 5])
  }
}

@Suite struct ArgumentTests {
  @Test(arguments: [
    (11.0, "11"), (279.8, "279.8"), (-0.0, "0"), (1e15, "1000000000000000"), (1e16, "1e+16"), (-3, "-3"), (0.1, "0.1"),
    (.infinity, "inf"),
    (.nan, "nan"), (1e300, "1e+300"),
  ])
  func aNumberIsShown(_ number: Double, _ text: String) {
    #expect(Quantity.text(of: number) == text)
    #expect(Argument(.number(number)).text == text)
  }

  @Test func anythingElseIsShownByItsName() {
    #expect(Argument(.entity("ISKP")).text == "ISKP")
    #expect(Argument(.phrase("ISIS fighters"), partOf: "ISIS").text == "ISIS fighters")
    #expect(Argument(.claim(ClaimID(255))).text == "00000000000000ff")
  }
}

@Suite struct ArticleTests {
  @Test func isShownByTheFirstNameItHas() {
    var article = Article(file: "000.txt", digest: "", text: "", blocks: [], origins: OffsetMap())
    #expect(article.source == "000.txt")
    article.title = "A title"
    #expect(article.source == "A title")
    article.outlet = "An outlet"
    #expect(article.source == "An outlet")
    article.author = "An author"
    #expect(article.source == "An author")
    article.label = "A label"
    #expect(article.source == "A label")
  }
}
