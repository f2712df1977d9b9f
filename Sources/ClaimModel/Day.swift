/// A day of the Gregorian calendar, carried on before its invention (ISO 8601), as days since 1970-01-01.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01; earlier ones are negative.
  public var number: Int32

  /// The day `number` days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// The day of a calendar date, or nil where there is no such day.
  ///
  /// Method: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms” (days from civil).
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Day.daysInMonth(month, of: year)).contains(day) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1…12) and day of the month (1…31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (Int(number) + 3) % 7 + ((Int(number) + 3) % 7 < 0 ? 8 : 1) }

  /// How many days `month` of `year` has.
  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The day `days` later, or the last (first) one of the calendar where that is past its end: 9999-12-31 (-9999-01-01).
  public func advanced(by days: Int) -> Day {
    let (sum, isTooFar) = Int(number).addingReportingOverflow(days)
    let day = isTooFar ? (days > 0 ? Int.max : Int.min) : sum
    return Day(number: Int32(clamping: min(max(day, Int(Day.first.number)), Int(Day.last.number))))
  }

  /// -9999-01-01.
  static let first = Day(number: -4_371_587)
  /// 9999-12-31.
  static let last = Day(number: 2_932_896)
}

extension Day: Comparable {
  /// In order of time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2025-01-31`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(abs(value))
      return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
