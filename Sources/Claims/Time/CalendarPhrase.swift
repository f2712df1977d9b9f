import ClaimModel
import Language

/// Reads the days that the words from a place on name, prepositions left out.
struct CalendarPhrase {
  let finder: DateFinder

  /// Days, and the index of the word after those that name them.
  typealias Reading = (days: DateRange, end: Int)

  /// What starts at `word`; nil where nothing does.
  func days(at word: Int) -> Reading? {
    let form = finder.form(word)
    if let part = Self.parts[form] { return partly(part, at: word) }
    if form.hasPrefix("mid-") { return middle(String(form.dropFirst(4)), at: word) }
    if let iso = DateRange(iso8601: form), form.utf8.count == 10 { return (iso, word + 1) }
    if let month = month(at: word) { return date(inMonth: month, at: word) }
    if let first = dayOfMonth(word), let second = dayOfMonth(word + 2), isJoined(word + 1),
      let month = month(at: word + 3)
    {
      return days(from: first, to: second, date(second, month, after: word + 3))
    }
    if let day = dayOfMonth(word), let month = month(at: word + 1) { return date(day, month, after: word + 1) }
    if let year = year(at: word) { return DateRange(year: year).map { ($0, word + 1) } }
    if form.hasSuffix("s"), let decade = Int(form.dropLast()), (1500...2100).contains(decade), decade % 10 == 0 {
      return DateRange(Day(year: decade, month: 1, day: 1), Day(year: decade + 9, month: 12, day: 31)).map {
        ($0, word + 1)
      }
    }
    return CalendarPart(phrase: self).days(at: word) ?? RelativeDate(finder: finder).days(at: word)
  }

  /// "8 and 9 March", "March 8 and 9": from the first to the last, which `last` reads.
  private func days(from first: Int, to second: Int, _ last: Reading?) -> Reading? {
    guard let last, first < second, let end = last.days.last,
      let days = DateRange(end.advanced(by: first - second), end)
    else { return last }
    return (days, last.end)
  }

  private func isJoined(_ word: Int) -> Bool { ["and", "or", "to", "-", "–", "through"].contains(finder.form(word)) }

  /// "mid-March 2021", "mid-2021".
  private func middle(_ form: String, at word: Int) -> Reading? {
    if let month = Calendar.month(named: form) {
      return monthAndYear(month, after: word).flatMap { third(1, of: $0) }
    }
    guard form.utf8.count == 4, let year = Int(form), (1500...2100).contains(year) else { return nil }
    return DateRange(year: year).flatMap { third(1, of: ($0, word + 1)) }
  }

  /// "early 2025", "late March", "mid-2020".
  private func partly(_ part: Int, at word: Int) -> Reading? {
    let next = ["-", "in"].contains(finder.form(word + 1)) ? word + 2 : word + 1
    let isDecade = finder.form(next).hasSuffix("0s")
    guard let whole = month(at: next) != nil || year(at: next) != nil || isDecade ? days(at: next) : nil else {
      return nil
    }
    return third(part, of: whole)
  }

  /// A third of a decade (four years, then three, then three), of a year (four months) or of a month (ten days).
  func third(_ part: Int, of whole: Reading) -> Reading? {
    guard let first = whole.days.first?.civil, let last = whole.days.last?.civil else { return nil }
    if last.year == first.year + 9 {
      let years = [(0, 3), (4, 6), (7, 9)][part]
      return DateRange(
        Day(year: first.year + years.0, month: 1, day: 1), Day(year: first.year + years.1, month: 12, day: 31)
      ).map { ($0, whole.end) }
    }
    guard first.year == last.year else { return nil }
    if first.month == last.month {
      let days = [(1, 10), (11, 20), (21, last.day)][part]
      return DateRange(
        Day(year: first.year, month: first.month, day: days.0), Day(year: first.year, month: first.month, day: days.1)
      ).map { ($0, whole.end) }
    }
    let months = [(1, 4), (5, 8), (9, 12)][part]
    let end = Day(year: first.year, month: months.1, day: Day.daysInMonth(months.1, of: first.year))
    return DateRange(Day(year: first.year, month: months.0, day: 1), end).map { ($0, whole.end) }
  }

  /// "July 12, 2006", "July 2006", "July".
  private func date(inMonth month: Int, at word: Int) -> Reading? {
    guard let day = dayOfMonth(word + 1), year(at: word + 1) == nil else { return monthAndYear(month, after: word) }
    if isJoined(word + 2), let second = dayOfMonth(word + 3), day < second,
      finder.tree.tokens[word + 3].dependency != .nummod || finder.tree.head(of: word + 3) == word
    {
      return days(from: day, to: second, date(second, month, after: word + 3))
    }
    return date(day, month, after: word + 1)
  }

  private func monthAndYear(_ month: Int, after word: Int) -> Reading? {
    let comma = [",", "of"].contains(finder.form(word + 1)) ? 1 : 0
    if let year = year(at: word + 1 + comma) {
      return DateRange(year: year, month: month).map { ($0, word + 2 + comma) }
    }
    if let year = toldYear(ofMonth: month, at: word) {
      return DateRange(year: year, month: month).map { ($0, word + 1) }
    }
    guard let published = finder.published else { return nil }
    let now = published.civil
    let isAhead = finder.looksAhead(from: word)
    let shift = isAhead ? (month < now.month ? 1 : 0) : (month > now.month ? -1 : 0)
    return DateRange(year: now.year + shift, month: month).map { ($0, word + 1) }
  }

  private func date(_ day: Int, _ month: Int, after word: Int) -> Reading? {
    let comma = finder.form(word + 1) == "," ? 1 : 0
    if let year = year(at: word + 1 + comma) {
      return Day(year: year, month: month, day: day).map { (DateRange($0), word + 2 + comma) }
    }
    if let year = toldYear(ofMonth: month, at: word), let told = Day(year: year, month: month, day: day) {
      return (DateRange(told), word + 1)
    }
    guard let published = finder.published else { return nil }
    let isAhead = finder.looksAhead(from: word)
    let thisYear = Day(year: published.civil.year, month: month, day: day)
    let nearest = thisYear.flatMap {
      $0 == published || ($0 > published) == isAhead || isAhead && isJustPast($0, published, at: word)
        ? $0 : Day(year: published.civil.year + (isAhead ? 1 : -1), month: month, day: day)
    }
    return nearest.map { (DateRange($0), word + 1) }
  }

  /// "a rally planned for 3 May" in an article of 10 May was planned for that one, not for the next year's.
  private func isJustPast(_ day: Day, _ published: Day, at word: Int) -> Bool {
    finder.predicate(above: word).map { finder.isPlan($0) } ?? false && day.advanced(by: 180) > published
  }

  /// The year that the text told last, where that is the month's.
  private func toldYear(ofMonth month: Int, at word: Int) -> Int? {
    finder.looksAhead(from: word) ? nil : finder.told?.year(ofMonth: month, published: finder.published)
  }

  /// The month that `word` names.
  func month(at word: Int) -> Int? {
    guard finder.tree.tokens.indices.contains(word), let month = Calendar.month(named: finder.form(word)) else {
      return nil
    }
    let token = finder.tree.tokens[word]
    return token.form.first?.isUppercase == true && token.tag != .aux && token.tag != .verb ? month : nil
  }

  /// The year that `word` names.
  func year(at word: Int) -> Int? {
    let form = finder.form(word)
    guard form.utf8.count == 4, let year = Int(form), (1500...2100).contains(year) else { return nil }
    let token = finder.tree.tokens[word]
    // "Resolution 1988" is no year.
    if word > 0, [.noun, .propn].contains(finder.tree.tokens[word - 1].tag),
      !["year", "quarter", "half"].contains(finder.form(word - 1)), !Self.isQuarter(finder.form(word - 1)),
      CalendarPart.seasons[finder.form(word - 1)] == nil,
      Calendar.month(named: finder.form(word - 1)) == nil
    {
      return nil
    }
    return token.dependency == .nummod && finder.form(word - 1) != ","
      && Calendar.month(named: finder.form(word - 1)) == nil
      ? nil : year
  }

  private func dayOfMonth(_ word: Int) -> Int? {
    var form = finder.form(word)
    for suffix in ["st", "nd", "rd", "th"] where form.hasSuffix(suffix) { form = String(form.dropLast(2)) }
    guard (1...2).contains(form.utf8.count), let day = Int(form), (1...31).contains(day) else { return nil }
    return day
  }

  /// "Q2"
  static func isQuarter(_ form: String) -> Bool { ["q1", "q2", "q3", "q4"].contains(form) }

  private static let parts = ["early": 0, "mid": 1, "late": 2]
}
