import ClaimModel
import Language

/// Reads dates that are told from the day of publication: "yesterday", "on Thursday", "last week", "two years ago".
struct RelativeDate {
  let finder: DateFinder

  /// What starts at `word`; nil where nothing does or the article has no date.
  func days(at word: Int) -> CalendarPhrase.Reading? {
    guard let today = finder.published else { return nil }
    let form = finder.form(word)
    if let shift = Self.days[form] { return (DateRange(today.advanced(by: shift)), word + 1) }
    if let weekday = Calendar.weekday(named: form) {
      let ahead = (weekday - today.weekday + 7) % 7
      let shift = finder.looksAhead(from: word) || ahead == 0 ? ahead : ahead - 7
      return (DateRange(today.advanced(by: shift)), word + 1)
    }
    if let step = Self.steps[form], let unit = Self.units[finder.form(word + 1)] {
      return span(of: unit, step: step, from: today).map { ($0, word + 2) }
    }
    if let step = Self.steps[form], let weekday = Calendar.weekday(named: finder.form(word + 1)) {
      let back = (today.weekday - weekday + 7) % 7
      let shift = step < 0 ? -(back == 0 ? 7 : back) : step * 7 - back
      return (DateRange(today.advanced(by: shift)), word + 2)
    }
    return ago(at: word, from: today)
  }

  /// "two weeks ago", "a year earlier".
  private func ago(at word: Int, from today: Day) -> CalendarPhrase.Reading? {
    guard finder.form(word + 2) == "ago", let unit = Self.units[finder.form(word + 1)] else { return nil }
    let form = finder.form(word)
    guard let count = form == "a" || form == "an" ? 1 : NumberReader(cues: finder.cues).value(of: [form]),
      (1...1000).contains(count)
    else { return nil }
    return span(of: unit, step: -Int(count), from: today).map { ($0, word + 3) }
  }

  private func span(of unit: Unit, step: Int, from today: Day) -> DateRange? {
    switch unit {
    case .day: return DateRange(today.advanced(by: step))
    case .week:
      let monday = today.advanced(by: 1 - today.weekday + 7 * step)
      return DateRange(monday, monday.advanced(by: 6))
    case .month:
      let months = today.civil.year * 12 + today.civil.month - 1 + step
      return DateRange(year: months / 12, month: months % 12 + 1)
    case .year: return DateRange(year: today.civil.year + step)
    }
  }

  private enum Unit { case day, week, month, year }

  private static let days = ["yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1]
  private static let steps = ["last": -1, "this": 0, "next": 1]
  private static let units: [String: Unit] = [
    "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year,
    "years": .year,
  ]
}
