import ClaimModel
import Language

/// Reads parts of years, months and days: "the first quarter of 2025", "Q2 2024", "the second half of 2023", "the end of
/// March", "the summer of 2021", "the night of 3 March 2022".
///
/// The beginning, middle and end are thirds, as "early", "mid" and "late" are. Seasons are those of the north, three months
/// each; a winter, which has two years, is not read.
struct CalendarPart {
  let phrase: CalendarPhrase

  private var finder: DateFinder { phrase.finder }

  /// What starts at `word`; nil where nothing does.
  func days(at word: Int) -> CalendarPhrase.Reading? {
    let form = finder.form(word)
    if CalendarPhrase.isQuarter(form), let number = form.last?.wholeNumberValue {
      return months(3, number: number - 1, ofYearAfter: word)
    }
    if let number = Self.ordinals[form], let length = Self.lengths[finder.form(word + 1)], number * length < 12 {
      return months(length, number: number, ofYearAfter: word + 1)
    }
    if let number = Self.seasons[form] { return months(3, number: number, shift: 2, ofYearAfter: word) }
    guard finder.form(word + 1) == "of" else { return nil }
    let next = finder.form(word + 2) == "the" ? word + 3 : word + 2
    if let part = Self.thirds[form], phrase.month(at: next) != nil || phrase.year(at: next) != nil {
      return phrase.days(at: next).flatMap { phrase.third(part, of: $0) }
    }
    guard Self.timesOfDay.contains(form), let day = phrase.days(at: next), day.days.first == day.days.last else {
      return nil
    }
    return day
  }

  /// The `number`th run of `length` months, `shift` months later, of the year that stands behind `word`, with or without
  /// "of".
  private func months(
    _ length: Int, number: Int, shift: Int = 0, ofYearAfter word: Int
  ) -> CalendarPhrase.Reading? {
    let next = finder.form(word + 1) == "of" ? word + 2 : word + 1
    guard let year = phrase.year(at: next) else { return nil }
    let (first, last) = (number * length + shift + 1, number * length + shift + length)
    return DateRange(
      Day(year: year, month: first, day: 1),
      Day(year: year, month: last, day: Day.daysInMonth(last, of: year))
    ).map { ($0, next + 1) }
  }

  /// Words that may start such a part in small letters.
  static let starts = Set(ordinals.keys).union(seasons.keys).union(thirds.keys).union(timesOfDay)
  static let seasons = ["spring": 0, "summer": 1, "autumn": 2, "fall": 2]
  static let timesOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]
  private static let ordinals = ["first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3]
  private static let lengths = ["quarter": 3, "half": 6]
  private static let thirds = ["beginning": 0, "start": 0, "middle": 1, "end": 2, "close": 2]
}
