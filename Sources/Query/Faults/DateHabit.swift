import ClaimModel

/// Dates as people write them, in the form in which they are understood.
enum DateHabit {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `17 May 2024`, `May 17, 2024`, `May 2024`, `17.5.2024`, `2024/05/17` as year, month and day; nil where it is not sure
  /// which number is which.
  static func iso8601(_ text: String) -> String? {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard (2...3).contains(parts.count) else { return nil }
    if let named = parts.firstIndex(where: { months.contains(String($0.prefix(3))) && $0.first?.isLetter == true }) {
      let numbers = parts.indices.filter { $0 != named }.compactMap { Int(parts[$0].prefix { $0.isNumber }) }
      guard numbers.count == parts.count - 1, let year = numbers.first(where: { $0 > 999 }) else { return nil }
      let month = months.firstIndex(of: String(parts[named].prefix(3))).map { $0 + 1 } ?? 0
      return written(year, month, numbers.first { $0 <= 31 })
    }
    let numbers = parts.compactMap(Int.init)
    guard numbers.count == parts.count else { return nil }
    if numbers[0] > 999 { return written(numbers[0], numbers[1], numbers.dropFirst(2).first) }
    guard numbers.count == 3, numbers[2] > 999 else { return nil }
    // With a point the day comes first; with a slash it depends on who writes, unless one of the two is no month.
    if text.contains(".") || numbers[0] > 12 { return written(numbers[2], numbers[1], numbers[0]) }
    return numbers[1] > 12 ? written(numbers[2], numbers[0], numbers[1]) : nil
  }

  /// How dates are written, for one who has written something else.
  static func example(of attribute: String) -> String {
    switch DateCut(attribute)?.unit {
    case .month: "a month with its year: \(attribute) = 2025-01"
    case .year: "a year in full: \(attribute) = 2025"
    default: "2025, 2025-01, 2025-01-31 or 2021/2024"
    }
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard let day else { return DateRange(year: year, month: month) == nil ? nil : "\(year)-\(padded(month))" }
    return Day(year: year, month: month, day: day)?.description
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
