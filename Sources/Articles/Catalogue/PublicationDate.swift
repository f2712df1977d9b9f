import ClaimModel
import TextForms

extension DateRange {
  /// Reads a date as an article's file or catalogue gives it: an ISO 8601 date of a day, a month or a year, an interval
  /// of them, a time stamp (`2025-11-09T08:30:00+05:00`), or an English date (`November 9, 2025`, `Sun, 09 Nov 2025
  /// 08:30 GMT`). Dates that can be read in two ways (09/11/2025) are not read.
  init?(published text: some StringProtocol) {
    let value = text.trimmed
    if let range = DateRange(iso8601: value) ?? DateRange(writtenDay: value) { self = range } else { return nil }
  }

  /// Reads a date of one day, perhaps with a time of day after it, which is not kept.
  init?(writtenDay text: some StringProtocol) {
    let value = text.trimmed
    let stamp = value.prefix(10)
    let isStamp = value.count > 10 && "T ".contains(value[stamp.endIndex])
    if let day = DateRange(iso8601: isStamp ? String(stamp) : value), day.first == day.last {
      self = day
    } else if let day = Self.englishDay(value) {
      self.init(day)
    } else {
      return nil
    }
  }

  /// `November 9, 2025`, `9 November 2025` and `Sunday, 9th Nov 2025 08:30`.
  private static func englishDay(_ text: String) -> Day? {
    var words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }[...]
    if let first = words.first,
      weekdays.contains(where: { first.hasPrefix($0) && first.hasSuffix("day") || first == $0 })
    {
      words.removeFirst()
    }
    guard words.count >= 3 else { return nil }
    let parts = Array(words.prefix(3))
    guard let year = number(parts[2], digits: 4...4) else { return nil }
    let isMonthFirst = month(parts[0]) != nil
    guard let month = month(parts[isMonthFirst ? 0 : 1]), let day = dayOfMonth(parts[isMonthFirst ? 1 : 0]) else {
      return nil
    }
    guard words.dropFirst(3).allSatisfy(isTimeOfDay) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static let weekdays = ["mon", "tue", "tues", "wed", "wednes", "thu", "thurs", "fri", "sat", "satur", "sun"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func month(_ word: Substring) -> Int? {
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }

  private static func dayOfMonth(_ word: Substring) -> Int? {
    let isOrdinal = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
    return number(isOrdinal ? word.dropLast(2) : word, digits: 1...2)
  }

  private static func number(_ word: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(word)
  }

  private static func isTimeOfDay(_ word: Substring) -> Bool {
    let names: Set<Substring> = [
      "at", "am", "pm", "gmt", "utc", "pkt", "ist", "est", "edt", "cet", "pst", "pdt", "|", "-",
    ]
    guard !names.contains(word) else { return true }
    let bytes = word.utf8
    return bytes.contains { (0x30...0x39).contains($0) }
      && bytes.allSatisfy {
        (0x30...0x3A).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x61 || $0 == 0x70 || $0 == 0x6D
      }
  }
}
