/// What can be made of the rows of a group.
enum AggregateWords {
  static let table = [
    QueryWord(
      .aggregate, "count", "how many rows; count(A): how many have an A; count(distinct A): how many different A"),
    QueryWord(.aggregate, "min", "the least value, or the earliest date", example: "min(date)"),
    QueryWord(.aggregate, "max", "the greatest value, or the latest date", example: "max(quantity)"),
    QueryWord(.aggregate, "sum", "all values added up", example: "sum(quantity)"),
    QueryWord(.aggregate, "average", "the mean of the values", example: "average(confidence)"),
    QueryWord(.aggregate, "first", "the value of the first row that has one", example: "first(text)"),
    QueryWord(.aggregate, "list", "all different values, in order", example: "list(speaker)"),
    QueryWord(.aggregate, "share", "the part of all rows that is in the group, 0 to 1", example: "share"),
  ]

  /// Those that need no attribute.
  static let standalone: Set<String> = ["count", "share"]

  /// The aggregate that is called so, also as other languages call it.
  static func named(_ word: String) -> String? {
    let word = ["avg": "average", "mean": "average", "minimum": "min", "maximum": "max", "any": "first"][word] ?? word
    return table.contains { $0.name == word } ? word : nil
  }
}
