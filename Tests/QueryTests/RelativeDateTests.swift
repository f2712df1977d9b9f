import ClaimModel
import Testing

@testable import Query

@Suite struct RelativeDateTests {
  /// A Wednesday.
  private let today = Day(year: 2025, month: 3, day: 5)!

  @Test(arguments: [
    ("today", "2025-03-05/2025-03-05"), ("Yesterday", "2025-03-04/2025-03-04"),
    ("last 7 days", "2025-02-27/2025-03-05"), ("past two weeks", "2025-02-20/2025-03-05"),
    ("last 3 months", "2024-12-06/2025-03-05"), ("last 1 year", "2024-03-06/2025-03-05"),
    ("last week", "2025-02-24/2025-03-02"), ("this week", "2025-03-03/2025-03-09"),
    ("last month", "2025-02-01/2025-02-28"), ("this month", "2025-03-01/2025-03-31"),
    ("last year", "2024-01-01/2024-12-31"), ("this year", "2025-01-01/2025-12-31"),
    ("3 weeks ago", "2025-02-12/2025-02-12"), ("a month ago", "2025-02-05/2025-02-05"),
    ("1 year ago", "2024-03-05/2024-03-05"), ("last day", "2025-03-04/2025-03-04"),
  ])
  func daysCountedFromADay(_ text: String, _ days: String) throws {
    let relative = try #require(RelativeDate(text))
    #expect(relative.range(from: today)?.description == days)
  }

  @Test(arguments: [
    "", "soon", "last", "7 days", "last 0 days", "last many days", "last 99999 days", "last 7 moons", "-3 days ago",
  ])
  func otherWordsAreNone(_ text: String) {
    #expect(RelativeDate(text) == nil)
  }

  @Test func aDayThatAMonthDoesNotHaveIsItsLast() throws {
    let last = try #require(Day(year: 2024, month: 3, day: 31))
    #expect(RelativeDate("1 month ago")?.range(from: last)?.description == "2024-02-29/2024-02-29")
    #expect(RelativeDate("9999 years ago")?.range(from: last) == nil)
  }
}
