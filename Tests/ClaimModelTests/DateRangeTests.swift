import ClaimModel
import Testing

@Suite struct DateRangeTests {
  @Test(arguments: [
    ("2025", "2025-01-01/2025-12-31"), ("2024-02", "2024-02-01/2024-02-29"), ("2025-01-31", "2025-01-31/2025-01-31"),
    ("2021/2024", "2021-01-01/2024-12-31"), ("2025-01/2025-04", "2025-01-01/2025-04-30"),
    ("../2021", "../2021-12-31"), ("2021-08-15/..", "2021-08-15/.."), ("-0044-03-15", "-0044-03-15/-0044-03-15"),
    ("0000", "0000-01-01/0000-12-31"), ("-0001/0001", "-0001-01-01/0001-12-31"),
  ])
  func readsAnInterval(_ text: String, _ interval: String) {
    #expect(DateRange(iso8601: text)?.description == interval)
    #expect(DateRange(iso8601: interval)?.description == interval)
  }

  @Test(arguments: [
    "", "..", "../..", "/", "2025/", "/2025", "2025-13", "2025-02-30", "25", "20255", "2025-1", "2025-01-01-01",
    "2024/2021", "2025-01-02/2025-01-01", "yesterday", "２０２５", "2025 ", "+2025", "--2025", "-", "2021/2022/2023",
    "2025-+1",
  ])
  func whatIsNoIntervalIsNone(_ text: String) {
    #expect(DateRange(iso8601: text) == nil)
  }

  @Test(arguments: [
    "2025", "2024-02", "2025-01-31", "2021/2024", "2025-01/2025-04", "../2021", "2021-08-15/..", "2021-08/..",
    "2025-01-01", "2024-12-31", "2025-01-15/2025-04-30", "-0044-03", "0000",
  ])
  func theShortestFormSaysTheSame(_ text: String) throws {
    #expect(try #require(DateRange(iso8601: text)).shortForm == text)
  }

  @Test func isWrittenAsItIsRead() throws {
    let ends: [Day?] = [nil, Day(number: -1_000_000), Day(number: 0), Day(number: 20_000)]
    for first in ends {
      for last in ends {
        guard let range = DateRange(first, last) else {
          #expect((first == nil && last == nil) || (first ?? Day(number: 0)) > (last ?? Day(number: 0)))
          continue
        }
        #expect(DateRange(iso8601: range.description) == range)
        #expect(DateRange(iso8601: range.shortForm) == range)
      }
    }
  }

  @Test(arguments: [
    ("2021", "2021-12", true), ("2021", "2022", false), ("../2021", "2021-12-31/..", true),
    ("../2020", "2021/..", false),
    ("2021/..", "2030/..", true), ("../2021", "../1999", true), ("2025-01-05", "2025-01-05", true),
  ])
  func sharesADay(_ left: String, _ right: String, _ overlap: Bool) throws {
    let one = try #require(DateRange(iso8601: left))
    let other = try #require(DateRange(iso8601: right))
    #expect(one.overlaps(other) == overlap)
    #expect(other.overlaps(one) == overlap)
  }

  @Test func aYearAndAMonthHaveTheirDays() {
    #expect(DateRange(year: 2025)?.description == "2025-01-01/2025-12-31")
    #expect(DateRange(year: 1900, month: 2)?.last?.civil.day == 28)
    #expect(DateRange(year: 2000, month: 2)?.last?.civil.day == 29)
    #expect(DateRange(year: 2025, month: 13) == nil)
    #expect(DateRange(year: 10_000) == nil)
  }
}
