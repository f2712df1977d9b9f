import ClaimModel
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2025, 11, 9, 20_401), (1600, 3, 1, -135_080),
    (0, 1, 1, -719_528), (9999, 12, 31, 2_932_896), (-9999, 1, 1, -4_371_587),
  ])
  func aDateHasItsNumber(_ year: Int, _ month: Int, _ day: Int, _ number: Int32) {
    #expect(Day(year: year, month: month, day: day)?.number == number)
    let civil = Day(number: number).civil
    #expect(civil.year == year && civil.month == month && civil.day == day)
  }

  @Test(arguments: [
    (2025, 2, 29), (2100, 2, 29), (2024, 2, 30), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0),
    (10_000, 1, 1),
    (-10_000, 1, 1), (Int.max, 1, 1), (2025, Int.min, 1), (2025, 1, Int.max),
  ])
  func aDateThatIsNoneHasNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  /// Every day of five centuries follows the one before it, in the calendar as in the week.
  @Test func daysFollowOneAnother() throws {
    var day = try #require(Day(year: 1599, month: 12, day: 31))
    var weekday = day.weekday
    while day.civil.year < 2101 {
      let next = day.advanced(by: 1)
      let (year, month, number) = next.civil
      let sameMonth = month == day.civil.month && number == day.civil.day + 1
      let newMonth = number == 1 && day.civil.day == Day.daysInMonth(day.civil.month, of: day.civil.year)
      #expect(sameMonth || newMonth)
      #expect(Day(year: year, month: month, day: number) == next)
      #expect(next.weekday == weekday % 7 + 1)
      (day, weekday) = (next, next.weekday)
    }
  }

  @Test(arguments: [("2025-11-09", 7), ("1970-01-01", 4), ("1969-12-28", 7), ("1969-12-29", 1), ("2024-05-01", 3)])
  func aDayHasItsWeekday(_ text: String, _ weekday: Int) {
    #expect(DateRange(iso8601: text)?.first?.weekday == weekday)
  }

  @Test func theCalendarEndsInsteadOfOverflowing() {
    let today = Day(number: 20_000)
    #expect(today.advanced(by: Int.max).description == "9999-12-31")
    #expect(today.advanced(by: Int.min).description == "-9999-01-01")
    #expect(today.advanced(by: 3_000_000_000).description == "9999-12-31")
    #expect(today.advanced(by: -20_000) == Day(number: 0))
  }

  @Test func earlierDaysComeFirst() {
    #expect(Day(number: -1) < Day(number: 0))
    #expect(Day(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
    #expect(Day(year: 33, month: 4, day: 3)?.description == "0033-04-03")
  }
}
