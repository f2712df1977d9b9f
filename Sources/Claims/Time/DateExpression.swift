import ClaimModel

/// Words of a sentence that say when: the words, and the days that they name.
struct DateExpression: Sendable {
  /// The words, prepositions included, as a half-open range of indexes.
  var words: Range<Int>
  /// The word among them by which they hang in the tree.
  var head: Int
  /// The days.
  var days: DateRange
  /// Whether the words name the year themselves.
  var statesYear = false
}
