/// From one day to another, both included; an end that is not known is left open. At least one end is known.
public struct DateRange: Hashable, Sendable {
  /// The first day, or nil where the range is open towards the past.
  public var first: Day?
  /// The last day, or nil where the range is open towards the future.
  public var last: Day?

  /// The days from `first` to `last`; nil where both are open or they stand the wrong way round.
  public init?(_ first: Day?, _ last: Day?) {
    guard first != nil || last != nil else { return nil }
    if let first, let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// A whole year, or nil outside -9999…9999.
  public init?(year: Int) {
    self.init(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
  }

  /// A whole month, or nil where there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(
      Day(year: year, month: month, day: 1),
      Day(year: year, month: month, day: Day.daysInMonth(month, of: year)))
  }

  /// Whether the two share a day.
  public func overlaps(_ other: DateRange) -> Bool {
    func starts(_ left: Day?, by right: Day?) -> Bool {
      guard let left, let right else { return true }
      return left <= right
    }
    return starts(first, by: other.last) && starts(other.first, by: last)
  }
}

extension DateRange: CustomStringConvertible {
  /// An ISO 8601 interval: `2025-01-01/2025-04-30`; an open end is `..` (ISO 8601-2).
  public var description: String { "\(first?.description ?? "..")/\(last?.description ?? "..")" }
}

extension DateRange {
  /// The shortest ISO 8601 form that says the same: `2025`, `2025-04`, `2025-04-30`, `2025-03/2025-04`, `2021/..`.
  public var shortForm: String {
    let start = first.map { DateRange.end($0, isFirst: true) }
    let end = last.map { DateRange.end($0, isFirst: false) }
    // Both ends of an interval are as exact as the more exact one.
    let dropped = min(start?.dropped ?? 6, end?.dropped ?? 6)
    let one = start.map { String($0.text.dropLast(dropped)) } ?? ".."
    let other = end.map { String($0.text.dropLast(dropped)) } ?? ".."
    return one == other ? one : "\(one)/\(other)"
  }

  /// A day in full, and how much of that is left out where it is an end of whole months or years.
  private static func end(_ day: Day, isFirst: Bool) -> (text: String, dropped: Int) {
    let (year, month, number) = day.civil
    guard number == (isFirst ? 1 : Day.daysInMonth(month, of: year)) else { return (day.description, 0) }
    return (day.description, month == (isFirst ? 1 : 12) ? 6 : 3)
  }

  /// Reads what `description` writes, and a single date of a day, a month or a year.
  ///
  /// - Returns: nil where the text is no such date or interval.
  public init?(iso8601 text: some StringProtocol) {
    guard let slash = text.utf8.firstIndex(of: 0x2F) else {
      guard let whole = DateRange.calendarDate(text) else { return nil }
      self = whole
      return
    }
    let ends = (text[..<slash], text[text.utf8.index(after: slash)...])
    let first = ends.0 == ".." ? nil : DateRange.calendarDate(ends.0)
    let last = ends.1 == ".." ? nil : DateRange.calendarDate(ends.1)
    guard ends.0 == ".." || first != nil, ends.1 == ".." || last != nil else { return nil }
    self.init(first?.first, last?.last)
  }

  /// A year, month or day, the parts of which have four, two and two digits.
  private static func calendarDate(_ text: some StringProtocol) -> DateRange? {
    let widths: InlineArray<3, Int> = [4, 2, 2]
    var numbers: InlineArray<3, Int> = [0, 0, 0]
    var (part, width, isNegative) = (0, 0, false)
    for (place, byte) in text.utf8.enumerated() {
      if byte == 0x2D, place == 0 {
        isNegative = true
      } else if byte == 0x2D {
        guard width == widths[part], part < 2 else { return nil }
        (part, width) = (part + 1, 0)
      } else {
        guard byte >= 0x30, byte <= 0x39, width < widths[part] else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
        width += 1
      }
    }
    guard width == widths[part] else { return nil }
    if isNegative { numbers[0].negate() }
    switch part {
    case 0: return DateRange(year: numbers[0])
    case 1: return DateRange(year: numbers[0], month: numbers[1])
    default: return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { DateRange($0) }
    }
  }
}
