/// The words that the grammar knows, in lower case.
enum Keywords {
  /// What starts a clause.
  static let clauses: Set<String> = [
    "where", "group", "across", "show", "sort", "order", "limit", "skip", "union", "except", "intersect", "as",
  ]

  /// What parts conditions.
  static let connectives: Set<String> = ["and", "or"]

  /// What other languages start a clause with, and what to write instead.
  static let foreign: [String: String] = [
    "having": "write where after group by: a clause works on the rows that the one before it hands on",
    "from": "start with the noun: claims where …",
    "select": "start with the noun and choose columns with show: claims show source, text",
    "filter": "write where",
    "when": "write where",
    "with": "write where",
    "top": "write limit",
    "head": "write limit",
    "take": "write limit",
    "offset": "write skip",
    "join": "a query asks for one noun; the attributes of a claim's article and sentence are the claim's own",
    "format": "write as: as csv",
    "into": "write as: as csv",
    "minus": "write except",
    "orderby": "write order by, as two words",
    "groupby": "write group by, as two words",
    "sortby": "write sort by, as two words",
    "distinct": "write group by: it gives one row for each different value",
    "match": "match is kept for patterns over triples; ask triples where subject = … instead",
    "sample": "sample is kept for later; limit takes the first rows",
    "within": "within is an attribute of places: places where within = Balochistan",
  ]

  /// Whether a word ends a value that is written without quotes.
  static func endsValue(_ word: String) -> Bool {
    clauses.contains(word) || connectives.contains(word) || foreignEndings.contains(word)
  }

  /// Those that start a clause together with `by` only: the first word of a value may be one of them, as in
  /// `kind = group`.
  static let withBy: Set<String> = ["group", "sort", "order"]

  /// Those of `foreign` that are hardly ever part of a name.
  private static let foreignEndings: Set<String> = ["having", "orderby", "groupby", "sortby", "offset"]

  /// What others call an operator, and how it is written here.
  static let operatorHabits: [String: String] = [
    "&&": "and", "||": "or", "<>": "!=", "=~": "like", "~": "like", "contains": "has", "includes": "has",
    "equals": "=", "is": "=", "are": "=", "eq": "=", "ne": "!=", "matches": "like", "mentions": "has", "says": "has",
    "ilike": "like", "isnt": "!=", "isn't": "!=", "!": "not", "gt": ">", "lt": "<", "before": "<", "after": ">",
    "since": ">=", "until": "<=",
  ]
}
