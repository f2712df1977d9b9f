import ClaimModel
import Testing

@testable import Query

@Suite struct DateUnitTests {
  /// Ends are moved outwards, so that nothing is said to be shorter than it was, or known more exactly.
  @Test(arguments: [
    (DateUnit.month, "2024-05-17", "2024-05"), (.month, "2024", "2024"), (.month, "2021/2024", "2021/2024"),
    (.month, "2024-03-28/2024-04-02", "2024-03/2024-04"), (.month, "2021-08-15/..", "2021-08/.."),
    (.month, "../2022-02-03", "../2022-02"), (.year, "2024-05-17", "2024"),
    (.year, "2023-12-31/2024-01-01", "2023/2024"),
    (.day, "2024-05-17", "2024-05-17"), (.day, "2024-05", "2024-05"), (.month, "-0044-03-15", "-0044-03"),
  ])
  func datesAreWidenedToWholeUnits(_ unit: DateUnit, _ date: String, _ expected: String) throws {
    let range = try #require(DateRange(iso8601: date))
    #expect(unit.widened(range).shortForm == expected)
    #expect(unit.widened(unit.widened(range)) == unit.widened(range))
  }

  @Test func cutsAreNamedByTheirDates() throws {
    func name(_ wanted: String, _ noun: Noun) -> String? { noun.attribute(named: wanted)?.name }
    #expect(name("month", Nouns.claims) == "month")
    #expect(name("Month(Date)", Nouns.claims) == "month")
    #expect(name("year(published)", Nouns.claims) == "year(published)")
    #expect(name("day", Nouns.sources) == "day")
    #expect(name("month(subject)", Nouns.claims) == nil)
    #expect(name("month", Nouns.entities) == nil)
    #expect(name("left.month", Nouns.contradictions) == "left.month")
    #expect(name("month(left.published)", Nouns.contradictions) == "month(left.published)")
    #expect(name("left.month", Nouns.claims) == nil)
    let both = try #require(Nouns.pairs.attribute(named: "month"))
    #expect(both.sides.map(\.name) == ["left.month", "right.month"])
    #expect(Nouns.pairs.attribute(named: "month(published)")?.name == "month(published)")
  }
}
