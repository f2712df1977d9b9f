/// Tells words that say when, but not in which year: "mid-March", "12 July".
enum UndatedWords {
  /// Whether `text` names a month and no year.
  static func isTime(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 4, words.contains(where: { months.contains(String($0)) }) else { return false }
    return !words.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
