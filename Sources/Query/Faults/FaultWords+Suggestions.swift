import ClaimModel

/// What to write instead of a value or an attribute that is wrong; nil where a suggestion does not fit.
extension FaultWords {
  /// `subject:ISKP`, as one asks a search engine.
  static func searched(_ word: String) -> String? {
    guard let colon = word.firstIndex(of: ":"), let attribute = Nouns.claims.attribute(named: String(word[..<colon])),
      word.index(after: colon) < word.endIndex
    else { return nil }
    return "write: \(attribute.name) = \(QueryPrinter.value(String(word[word.index(after: colon)...])))"
  }

  /// What others write for a value that is missing.
  static func nullHabit(_ attribute: String, _ value: String) -> String? {
    ["null", "nil", "none", "empty", "missing", "nothing", "n/a"].contains(value.lowercased())
      ? "write: \(attribute) is missing, or is present" : nil
  }

  /// `80%` as a part of one.
  static func share(_ attribute: String, _ value: String) -> String? {
    guard attribute == "confidence", value.hasSuffix("%"), let number = Double(value.dropLast()) else { return nil }
    return Quantity.text(of: number / 100)
  }

  /// The number of a sentence is not its words.
  static func words(_ attribute: String, _ value: String) -> String? {
    attribute == "sentence" && digits(of: value) == nil ? "write: text has \(QueryPrinter.value(value))" : nil
  }

  /// An aggregate without brackets.
  static func aggregate(_ word: String) -> String? {
    AggregateWords.named(word.lowercased()).map { "write: \($0)(…)" }
  }

  /// The number with which a value starts: 450000000 of `450 million`, 1200 of `1,200 people`.
  static func digits(of value: String) -> String? {
    let digits = value.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let number = Double(digits.filter { $0 != "," }) else { return nil }
    let next = value.dropFirst(digits.count).split(separator: " ").first.map { $0.lowercased() } ?? ""
    return Quantity.text(of: number * (scales[next] ?? 1))
  }

  private static let scales = [
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
  ]

  /// A value that goes on with what starts a clause elsewhere: `ISKP by source`.
  static func strayClause(_ value: String) -> String? {
    let words = value.split(separator: " ").dropFirst().map(String.init)
    for word in words {
      if let hint = ForeignWords.hint(forClause: word.lowercased()) { return "\(word) is no clause here: \(hint)" }
    }
    return nil
  }

  static func suited(_ sign: String) -> String {
    let isTextual = Comparison(rawValue: sign)?.isTextual == true
    return isTextual
      ? "compare it with =, !=, < or between; has and like look into names and text"
      : "compare it with =, != or has; \(sign) compares numbers and dates, such as quantity and date"
  }

  static func partOfNames(_ attribute: String, _ value: String, _ holding: Int) -> String? {
    guard holding > 0 else { return nil }
    let names = holding == 1 ? "1 has the word" : "\(holding) have the word"
    return "\(names): \(attribute) has \(QueryPrinter.value(value))"
  }

  static func mostCommon(_ attribute: String, _ names: [String]) -> String? {
    names.isEmpty ? nil : "the most frequent are \(names.joined(separator: ", "))"
  }

  static func nearNames(_ near: [Fault.Near]) -> String? {
    didYouMean(near.map { "\($0.name) (\($0.claims) \($0.claims == 1 ? "claim" : "claims"))" })
  }
}
