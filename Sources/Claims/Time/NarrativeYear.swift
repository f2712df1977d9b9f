import ClaimModel

/// Gives a date without a year that of the date with one that was told last: "The war began in early 2025. In mid-March,
/// rebels took the town."
///
/// Only where a sentence of the same paragraph, at most two before, or the same sentence tells days of one year, and the
/// verb does not look ahead. A month that had passed by then is one of the next year: "in late 2024 … in March". What would
/// lie behind the day of publication is left to that.
struct NarrativeYear: Sendable {
  /// The days that were told last, with their year.
  let days: DateRange
  /// The number of their sentence.
  let sentence: Int
  /// Their paragraph.
  let paragraph: Int?

  /// The year of `month`, as the text goes on; nil where that would be after `published`.
  func year(ofMonth month: Int, published: Day?) -> Int? {
    guard let start = days.first, let year = days.first?.civil.year else { return nil }
    let isPast = DateRange(year: year, month: month)?.last.map { $0 < start } ?? false
    let told = isPast ? year + 1 : year
    if let published, let first = Day(year: told, month: month, day: 1), first > published { return nil }
    return told
  }

  /// What the dates of a sentence leave for the sentences after it: its last date with a year, else what was there.
  static func after(_ dates: [DateExpression], of sentence: Int, in paragraph: Int?, before: Self?) -> Self? {
    let told = dates.last { $0.statesYear && isWithinOneYear($0.days) }
    return told.map { Self(days: $0.days, sentence: sentence, paragraph: paragraph) } ?? before
  }

  /// Whether it still holds in the sentence `number` of `paragraph`.
  func reaches(_ number: Int, in paragraph: Int?) -> Bool { self.paragraph == paragraph && sentence + 2 >= number }

  static func isWithinOneYear(_ days: DateRange) -> Bool {
    guard let first = days.first, let last = days.last else { return false }
    return first.civil.year == last.civil.year
  }
}
