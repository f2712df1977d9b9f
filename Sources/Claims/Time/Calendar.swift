/// The names of months and weekdays.
enum Calendar {
  /// 1 for January or Jan. to 12; nil for other words.
  static func month(named word: String) -> Int? { months[word.lowercased()] }

  /// 1 for Monday to 7 for Sunday; nil for other words.
  static func weekday(named word: String) -> Int? { weekdays[word.lowercased()] }

  private static let months = table(
    of: [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ], shortened: 3, also: ["sept": 9, "sept.": 9])

  private static let weekdays = table(
    of: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], shortened: nil, also: [:])

  private static func table(of names: [String], shortened length: Int?, also more: [String: Int]) -> [String: Int] {
    var table = more
    for (index, name) in names.enumerated() {
      table[name] = index + 1
      guard let length else { continue }
      table[String(name.prefix(length))] = index + 1
      table[name.prefix(length) + "."] = index + 1
    }
    return table
  }
}
