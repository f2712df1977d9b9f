/// What people call nouns, attributes, values, formats and functions that have other names here, with what to write.
enum HabitWords {
  /// Words for what can be asked for.
  private static let nouns = table([
    ("person people persons", "entities where kind = person"),
    ("organisation organizations organisations", "entities where kind = organisation"),
    ("groups actors", "entities where kind in (group, organisation)"),
    ("articles article documents document files texts papers reports news", "sources"),
    ("statements statement assertions facts quotes quotations", "claims"), ("names", "entities"),
    ("countries cities locations location regions map", "places"), ("themes subjects issues", "topics"),
    ("verbs predicates actions", "relations"), ("authors writers", "sources group by author"),
    ("disputes disagreements conflicts inconsistencies", "contradictions"),
    ("agreements confirmations duplicates", "corroborations"),
    ("quantities numbers", "claims where quantity is present"),
    ("dates events timeline", "claims where date is present as timeline"), ("graph edges nodes", "claims as graph"),
  ])

  /// Words for what is known of claims, and of what else there is.
  private static let attributes = table([
    ("who actor agent doer", "subject = …, or speaker = …"), ("what action verb event", "relation = …, or object = …"),
    ("victim target patient recipient", "object = …"), ("country city region area", "location = …"),
    ("article document paper report publication", "source = …"),
    ("person people name names entity mentioned", "about = …"),
    ("quote quotation words content claim statement", "text has …"), ("theme category kind type", "topic = …"),
    ("denied negated negative", "polarity = denied"), ("affirmed positive", "polarity = affirmed"),
    ("probable possible likely sure", "certainty = probable"),
    ("contradicted disputed contested", "contradictions > 0"), ("uncontradicted undisputed", "contradictions = 0"),
    ("corroborated supported shared", "corroborations > 0"), ("uncorroborated unique alone", "corroborations = 0"),
    ("said says saying claimed", "speaker = …"), ("killed dead deaths casualties", "topic = killing and quantity > 0"),
    ("weekly week monthly months", "month"), ("yearly annually years", "year"), ("daily days", "day"),
    ("distinct", "group by …, or count(distinct …)"),
  ])

  /// Words for ways in which an answer can be shown.
  private static let formats = table([
    ("chart barchart bar histogram line plot pie columns", "bars"), ("excel xlsx xls spreadsheet", "csv"),
    ("tree hierarchy places geo geojson", "map"), ("network nodes edges", "graph"),
    ("png jpg pdf image picture", "svg"),
    ("graphviz gv", "dot"), ("heatmap crosstab pivot", "matrix"), ("yaml xml object", "json"),
    ("text plain txt", "table"),
    ("ndjson lines", "jsonl"), ("md", "markdown"), ("calendar chronology dates", "timeline"),
  ])

  /// Words for the few values that an attribute can have.
  private static let values = table([
    ("likely presumably", "probable"), ("maybe perhaps uncertain", "possible"),
    ("sure true definite confirmed", "certain"),
    ("positive yes true confirmed", "affirmed"), ("negative no false not", "denied"),
    ("org company agency", "organisation"),
    ("human man woman people", "person"), ("country city location", "place"), ("exactly", "exact"),
    ("doubts questions", "disputes"),
  ])

  /// Functions of other languages.
  private static let functions = table([
    (
      "date_trunc datetrunc strftime extract to_char datepart date_part date_format",
      "month, year or day: group by month"
    ),
    ("group_concat string_agg array_agg collect", "list( )"), ("distinct unique", "count(distinct … ), or group by"),
    ("lower upper lcase ucase trim", "the attribute alone: capitals do not matter"),
    ("coalesce ifnull isnull nvl", "is missing, or is present"), ("length len", "like \"*…*\", or has"),
    ("contains regex strstarts substring", "has, like or matches between attribute and value"),
    ("now curdate current_date", "today, after set today 2025-06-01"),
  ])

  /// What to write where somebody asks for `word`.
  static func noun(_ word: String) -> String? { nouns[word.lowercased()]?.first }

  /// What to write where a condition or a column names `word`.
  static func attribute(_ word: String) -> String? { attributes[word.lowercased()]?.first }

  /// The format that is called `word` elsewhere.
  static func format(_ word: String) -> String? { formats[word.lowercased()]?.first }

  /// The value among `choices` that is called `word` elsewhere.
  static func value(_ word: String, among choices: [String]) -> String? {
    values[word.lowercased()]?.first { choices.contains($0) }
  }

  /// What to write instead of a function.
  static func function(_ word: String) -> String? { functions[word.lowercased()]?.first }

  private static func table(_ rows: [(words: String, write: String)]) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for row in rows {
      for word in row.words.split(separator: " ") { table[String(word), default: []].append(row.write) }
    }
    return table
  }
}
