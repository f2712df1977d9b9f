/// Words of other query languages, and of people who think of them, with what is written here instead.
enum ForeignWords {
  static let table = clauses + operators.map { QueryWord(.foreign, $0.word, "write \($0.write)") }

  /// What others start a clause or a query with.
  static let clauses = [
    foreign("having", "write where after group by: a clause works on the rows that the one before it hands on"),
    foreign("from", "start with the noun: claims where …"),
    foreign("select", "start with the noun and choose columns with show: claims show source, text"),
    foreign("filter", "write where"),
    foreign("when", "write where"),
    foreign("with", "write where"),
    foreign("whose", "write where"),
    foreign("that", "write where"),
    foreign("top", "write limit"),
    foreign("head", "write limit"),
    foreign("first", "write limit"),
    foreign("take", "write limit"),
    foreign("fetch", "write limit"),
    foreign("offset", "write skip"),
    foreign("join", "a query asks for one noun; the attributes of a claim's article and sentence are the claim's own"),
    foreign("format", "write as: as csv"),
    foreign("into", "write as: as csv"),
    foreign("to", "write as: as csv"),
    foreign("minus", "write except"),
    foreign("count", "write show count, or group by"),
    foreign("over", "for a picture over time write group by month sort by month as bars"),
    foreign("said", "write where speaker = …"),
    foreign("says", "write where text has …"),
    foreign(
      "between", "of two articles: write where left.source = … and right.source = …; of dates: where date between"),
    foreign("not", "write where not …, or except"),
    foreign("and", "conditions stand after where; the patterns of match have commas between them"),
    foreign(".", "the patterns of match have commas between them"),
    foreign("each", "write group by"),
    foreign("is", "write where about = …, or where polarity = …"),
    foreign("are", "write where about = …"),
    foreign("orderby", "write order by, as two words"),
    foreign("groupby", "write group by, as two words"),
    foreign("sortby", "write sort by, as two words"),
    foreign("return", "write show"),
    foreign("project", "write show"),
    foreign("columns", "write show"),
    foreign("per", "write group by"),
    foreign("by", "write group by or sort by"),
    foreign("random", "write sample"),
    foreign("rows", "leave it out: limit 20"),
    foreign("sorted", "write sort by"),
    foreign("ordered", "write sort by"),
    foreign("grouped", "write group by"),
    foreign("distinct", "write group by: it gives one row for each different value"),
    foreign("within", "within is an attribute of places: places where within = Balochistan"),
    foreign("about", "write where about = …"),
    foreign("in", "write where location = …, or where source = …"),
    foreign("since", "write where date >= …"),
    foreign("before", "write where date < …"),
    foreign("after", "write where date > …"),
  ]

  /// What others call an operator.
  static let operators: [(word: String, write: String)] = [
    ("&&", "and"), ("||", "or"), ("<>", "!="), ("=~", "matches"), ("~", "matches"), ("contains", "has"),
    ("includes", "has"), ("equals", "="), ("is", "="), ("are", "="), ("was", "="), ("eq", "="), ("ne", "!="),
    ("mentions", "has"), ("says", "has"), ("ilike", "like"), ("isnt", "!="), ("isn't", "!="), ("!", "not"),
    ("gt", ">"), ("lt", "<"), ("gte", ">="), ("lte", "<="), ("before", "<"), ("after", ">"), ("since", ">="),
    ("until", "<="), ("over", ">"), ("under", "<"), ("regexp", "matches"), ("rlike", "matches"), ("within", "="),
    ("startswith", "like"), ("endswith", "like"), ("from", "between"), ("during", "="), ("on", "="), ("by", "="),
    ("at", "="),
    ("=<", "<="), ("=>", ">="), (":", "="), ("equal", "="), ("matching", "matches"), ("including", "has"),
    ("named", "="),
    ("exists", "is present"), ("missing", "is missing"), ("present", "is present"), ("null", "is missing"),
  ]

  private static func foreign(_ name: String, _ hint: String) -> QueryWord { QueryWord(.foreign, name, hint) }

  /// What to write instead of a word that starts a clause elsewhere.
  static func hint(forClause word: String) -> String? { clauses.first { $0.name == word }?.summary }

  /// What to write instead of an operator.
  static func instead(ofOperator word: String) -> String? { operators.first { $0.word == word }?.write }
}
