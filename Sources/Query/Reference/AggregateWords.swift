/// What can be made of the rows of a group.
enum AggregateWords {
  static let table = [
    QueryWord(
      .aggregate, "count", "how many rows; count(A): how many have an A; count(distinct A): how many different A",
      example: "claims group by source show source, count, count(distinct speaker) as speakers"),
    QueryWord(
      .aggregate, "min", or: ["minimum"], "the least value, or the earliest date",
      example: "sources show min(published) as first"),
    QueryWord(
      .aggregate, "max", or: ["maximum"], "the greatest value, or the latest date",
      example: "claims where topic = killing group by source show source, max(quantity)"),
    QueryWord(
      .aggregate, "sum", or: ["total"], "all values added up", example: "sources show sum(claims)"),
    QueryWord(
      .aggregate, "average", or: ["avg", "mean"], "the mean of the values",
      example: "claims group by source show source, average(confidence)"),
    QueryWord(
      .aggregate, "first", or: ["any"], "the value of the first row that has one",
      example: "claims where about = Mastung group by source show source, first(text)"),
    QueryWord(
      .aggregate, "list", "all different values, in order",
      example: "claims where about = ISKP group by source show source, list(location)"),
    QueryWord(
      .aggregate, "share", "the part of all rows that is in the group, 0 to 1",
      example: "claims where about = ISKP group by source show source, count, share"),
  ]

  /// Those that need no attribute.
  static let standalone: Set<String> = ["count", "share"]

  /// The aggregate that is called so, also as other languages call it.
  static func named(_ word: String) -> String? {
    table.first { $0.name == word || $0.others.contains(word) }?.name
  }
}
