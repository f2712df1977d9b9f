/// What dates can be cut to, so that what happened in one month stands together.
enum DateUnitWords {
  static let table = [
    unit("year", "claims group by year across source"),
    unit("month", "claims where date is present group by month sort by month limit 5"),
    unit("day", "claims where day = 2025 group by day sort by day limit 3"),
  ]

  private static func unit(_ name: String, _ example: String) -> QueryWord {
    QueryWord(
      .dateUnit, name, "a date cut to its \(name)",
      explanation: """
        It stands wherever an attribute may. Alone it is of the noun's own date, that of a claim or the day on which an
        article was published; \(name)(published) is of another one. What is known less exactly is not made more exact, and
        what takes longer not shorter: both ends of an interval are moved outwards to whole \(name)s, so that among months
        2024 stays 2024, and 2024-03-28/2024-04-02 is 2024-03/2024-04.
        """,
      example: example)
  }
}
