import ClaimModel
import Query
import Testing

@Suite struct QueryCompletionTests {
  /// What is offered at the end of a text, in order.
  private func offered(_ text: String) -> [String] {
    QueryCompletion(SmallBase.whole).candidates(for: text, at: text.utf8.count).map(\.text)
  }

  @Test func nounsComeFirst() {
    #expect(offered("").prefix(2) == ["claims", "sources"])
    #expect(offered("cl") == ["claims"])
    #expect(offered("explain s") == ["sources", "speakers", "sentences"])
    #expect(offered("claims where subject = ISKP union ").prefix(1) == ["claims"])
  }

  @Test func clausesFollowWhatIsComplete() {
    #expect(offered("claims ").prefix(2) == ["where", "group by"])
    #expect(offered("claims gr") == ["group by"])
    #expect(offered("claims group ") == ["by"])
    #expect(offered("claims group by source ").prefix(2) == ["across", "where"])
    #expect(offered("claims where subject = \"ISKP\" ").prefix(3) == ["and", "or", "where"])
    #expect(offered("claims where subject = ISKP gr") == ["group by"])
    #expect(offered("claims where date is missing s") == ["show", "sort by", "skip", "sample"])
  }

  @Test func attributesStandWhereTheyMay() {
    #expect(offered("claims where ").prefix(2) == ["subject", "relation"])
    #expect(offered("claims where subject = ISKP and lo") == ["location"])
    #expect(offered("claims show source, sp") == ["speaker", "span"])
    #expect(offered("sources sort by aut") == ["author"])
    #expect(offered("claims group by source, ").contains("speaker"))
    #expect(offered("claims group by source show ").prefix(2) == ["source", "count"])
    #expect(offered("claims show count(distinct speaker) as who sort by wh") == ["who"])
  }

  @Test func pairsHaveSides() {
    let completion = QueryCompletion(SmallBase.disputed)
    func offered(_ text: String) -> [String] { completion.candidates(for: text, at: text.utf8.count).map(\.text) }
    #expect(offered("con") == ["contradictions"])
    #expect(offered("contradictions where ").prefix(3) == ["reason", "kind", "subject"])
    #expect(offered("contradictions show left.so, le").isEmpty == false)
    #expect(offered("contradictions where right.sp") == ["right.speaker", "right.span"])
    #expect(offered("contradictions where location = ").contains("Mastung"))
    #expect(offered("contradictions where left.location = mas") == ["Mastung"])
    #expect(offered("corroborations where differences ").contains("has"))
  }

  @Test func operatorsFollowAttributes() {
    #expect(offered("claims where subject ").prefix(3) == ["=", "==", "!="])
    #expect(offered("claims where text ha") == ["has", "has all", "has any"])
  }

  @Test func valuesFollowOperatorsThoseWithMostClaimsFirst() {
    #expect(offered("claims where subject = ").prefix(2) == ["ISKP", "ISIS-K"])
    #expect(offered("claims where location = af") == ["Afghanistan"])
    #expect(offered("claims where location in (Lahore, mas") == ["Mastung"])
    #expect(offered("claims where speaker = zalmay k") == ["Zalmay Khalilzad"])
    #expect(offered("claims where speaker = khal") == ["Khalilzad", "Zalmay Khalilzad"])
    #expect(offered("claims where polarity = ") == ["affirmed", "denied"])
    #expect(offered("claims where date = 20") == ["2025", "2024", "2023", "2021"])
    #expect(offered("claims where subject = \"isis mil") == ["\"ISIS militants\""])
    #expect(offered("claims where subject = “isis mil") == ["\"ISIS militants\""])
    #expect(offered("claims where date between 2021 and 202").count == 4)
    #expect(offered("claims as js") == ["json", "jsonl"])
    #expect(offered("claims limit ").isEmpty)
  }

  @Test func cutsOfDatesAreOffered() {
    #expect(offered("claims group by mo") == ["month"])
    #expect(offered("claims group by source across ye") == ["year"])
    #expect(offered("sources show la, da") == ["day"])
    #expect(offered("entities group by mo").isEmpty)
    #expect(offered("claims group by month sort by mo") == ["month"])
  }

  @Test func anotherDrawIsOffered() {
    #expect(offered("claims sample 5 se") == ["seed"])
    #expect(offered("claims sample 5 seed ").isEmpty)
    #expect(offered("claims sample 5 seed 2 sh") == ["show"])
  }

  @Test func patternsAreOfferedWordByWord() {
    #expect(offered("claims match ") == ["?a"])
    #expect(offered("claims match ?a ").prefix(3) == ["subject", "relation", "object"])
    #expect(offered("claims match ?a wi") == ["within"])
    #expect(offered("claims match ?a location ").prefix(3) == ["?a", "?b", "Afghanistan"])
    #expect(offered("claims match ?a location af") == ["Afghanistan"])
    #expect(offered("claims match ?a location ?p, ") == ["?a", "?p", "?b"])
    #expect(offered("claims match ?a location ?p, ?p ") == ["within"])
    #expect(offered("claims match ?a location ?p, ?p within Pak") == ["Pakistan"])
    #expect(offered("claims match ?a subject|ob") == ["object"])
    #expect(offered("claims match ?a subject|object ?w gr") == ["group by"])
    #expect(offered("claims match ?a location ?p where a.spe") == ["a.speaker"])
    #expect(offered("claims match ?a location ?p show p, a.lo") == ["a.location"])
    #expect(offered("pairs of claims on subject where left.so") == ["left.source"])
  }

  @Test func definitionsAreOffered() throws {
    var definitions = Definitions()
    _ = try definitions.take(QuerySource("define inside = claims where location = Pakistan"))
    _ = try definitions.take(QuerySource("param who = ISKP"))
    let completion = QueryCompletion(SmallBase.whole, definitions: definitions)
    func offered(_ text: String) -> [String] { completion.candidates(for: text, at: text.utf8.count).map(\.text) }
    #expect(offered("ins") == ["inside"])
    #expect(offered("inside gr") == ["group by"])
    #expect(offered("inside where pol") == ["polarity"])
    #expect(offered("claims where subject = $") == ["$who"])
    #expect(offered("define x = cl") == ["claims"])
    #expect(offered("define x = claims where location = af") == ["Afghanistan"])
    #expect(offered("claims where text matches ").isEmpty)
    #expect(offered("claims where text matches /a/ gr") == ["group by"])
    let text = "define x = claims where spe"
    #expect(completion.candidates(for: text, at: text.utf8.count).map(\.replaced) == [TextRange(24, 27)])
  }

  @Test func whatHasBeenTypedIsReplaced() {
    let text = "claims where speaker = zalmay kh group by source"
    let cursor = "claims where speaker = zalmay kh".utf8.count
    let candidates = QueryCompletion(SmallBase.whole).candidates(for: text, at: cursor)
    #expect(candidates.map(\.replaced) == [TextRange(cursor - "zalmay kh".utf8.count, cursor)])
    #expect(candidates.map(\.detail) == ["1 claim"])
  }

  @Test func anyPlaceOfAnyTextIsSafe() {
    let completion = QueryCompletion(SmallBase.whole)
    let text = "explain claims where not (subject in (“IS, ünï) or ) and date between 2 and group by x show as limit"
    for byte in -1...text.utf8.count + 1 { _ = completion.candidates(for: text, at: byte) }
  }
}
