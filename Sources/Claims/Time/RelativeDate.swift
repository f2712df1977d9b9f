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
    if let open = within(at: word, from: today) ?? partOfNow(at: word, from: today) { return open }
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

  /// "the past two years", "the last three months", "the coming week": up to today, or from today on.
  private func within(at word: Int, from today: Day) -> CalendarPhrase.Reading? {
    guard let step = Self.spans[finder.form(word)] else { return nil }
    let number = NumberReader(cues: finder.cues).value(of: [finder.form(word + 1)])
    let next = number == nil ? word + 1 : word + 2
    let count = Int(min(1000, number ?? 1)) * (finder.form(next).hasPrefix("decade") ? 10 : 1)
    // "last month" is that month, not the days since.
    guard number != nil || finder.form(word) == "past" || finder.form(word) == "coming", count > 0,
      let unit = finder.form(next).hasPrefix("decade") ? .year : Self.units[finder.form(next)]
    else { return nil }
    let other = today.shifted(by: step * count, unit)
    return DateRange(min(today, other), max(today, other)).map { ($0, next + 1) }
  }

  /// "earlier this month", "later this year": the part of it up to today, or from today on.
  private func partOfNow(at word: Int, from today: Day) -> CalendarPhrase.Reading? {
    guard ["earlier", "later"].contains(finder.form(word)), finder.form(word + 1) == "this",
      let unit = Self.units[finder.form(word + 2)], unit != .day, let whole = span(of: unit, step: 0, from: today)
    else { return nil }
    let days = finder.form(word) == "earlier" ? DateRange(whole.first, today) : DateRange(today, whole.last)
    return days.map { ($0, word + 3) }
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

  fileprivate enum Unit { case day, week, month, year }

  private static let days = ["yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1]
  private static let spans = ["last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1]
  private static let steps = ["last": -1, "this": 0, "next": 1]
  private static let units: [String: Unit] = [
    "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year,
    "years": .year,
  ]
}

extension Day {
  /// The day so many days, weeks, months or years later; the last of the month where that has no such day.
  fileprivate func shifted(by count: Int, _ unit: RelativeDate.Unit) -> Day {
    switch unit {
    case .day: return advanced(by: count)
    case .week: return advanced(by: 7 * count)
    case .month, .year:
      let months = civil.year * 12 + civil.month - 1 + count * (unit == .year ? 12 : 1)
      let (year, month) = (months / 12, months % 12 + 1)
      return Day(year: year, month: month, day: min(civil.day, Day.daysInMonth(month, of: year))) ?? self
    }
  }
}
