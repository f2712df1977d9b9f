import ClaimModel

/// Days that are said by how far they are from another one: `yesterday`, `last 7 days`, `3 weeks ago`, `this month`.
///
/// The last seven days end with the day that they are counted from; last week, month and year are whole ones, and a week
/// starts on Monday.
struct RelativeDate: Hashable {
  private enum Unit: String {
    case day, week, month, year

    init?(_ word: String) {
      self.init(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
    }
  }

  private enum Form: Hashable {
    case daysBack(Int)
    case last(Int, Unit)
    case ago(Int, Unit)
    case whole(Unit, back: Int)
  }

  private let form: Form

  /// More than this many units back is no date.
  private static let farthest = 10_000

  /// What a text means; nil where it means no such days.
  init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.count {
    case 1:
      guard let back = ["today": 0, "yesterday": 1][words[0]] else { return nil }
      form = .daysBack(back)
    case 2:
      guard let unit = Unit(words[1]), let back = ["this": 0, "last": 1, "past": 1][words[0]] else { return nil }
      form = .whole(unit, back: back)
    case 3:
      if ["last", "past"].contains(words[0]) {
        guard let count = Self.count(words[1]), let unit = Unit(words[2]) else { return nil }
        form = .last(count, unit)
      } else {
        guard words[2] == "ago", let count = Self.count(words[0]), let unit = Unit(words[1]) else { return nil }
        form = .ago(count, unit)
      }
    default: return nil
    }
  }

  private static func count(_ word: String) -> Int? {
    let small = ["a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7]
    guard let count = small[word] ?? Int(word), (1...farthest).contains(count) else { return nil }
    return count
  }

  /// The days, counted from `today`; nil where they lie beyond the calendar.
  func range(from today: Day) -> DateRange? {
    switch form {
    case .daysBack(let count): DateRange(today.advanced(by: -count))
    case .ago(let count, let unit): Self.moved(today, unit, by: -count).map { DateRange($0) }
    case .last(let count, let unit):
      Self.moved(today, unit, by: -count).flatMap { DateRange($0.advanced(by: 1), today) }
    case .whole(let unit, let back):
      Self.moved(Self.start(of: unit, around: today), unit, by: -back).flatMap { first in
        Self.moved(first, unit, by: 1).flatMap { DateRange(first, $0.advanced(by: -1)) }
      }
    }
  }

  private static func start(of unit: Unit, around day: Day) -> Day {
    let (_, month, number) = day.civil
    switch unit {
    case .day: return day
    case .week: return day.advanced(by: 1 - day.weekday)
    case .month: return day.advanced(by: 1 - number)
    case .year:
      let months = (1..<month).map { Day.daysInMonth($0, of: day.civil.year) }
      return day.advanced(by: 1 - number - months.reduce(0, +))
    }
  }

  /// A day moved by units; one that its month does not have is the month's last.
  private static func moved(_ day: Day, _ unit: Unit, by count: Int) -> Day? {
    let (year, month, number) = day.civil
    switch unit {
    case .day: return day.advanced(by: count)
    case .week: return day.advanced(by: 7 * count)
    case .month, .year:
      let months = year * 12 + month - 1 + (unit == .year ? 12 * count : count)
      guard months >= 12 else { return nil }
      let (newYear, newMonth) = (months / 12, months % 12 + 1)
      return Day(
        year: newYear, month: newMonth, day: min(number, Day.daysInMonth(newMonth, of: newYear)))
    }
  }
}
