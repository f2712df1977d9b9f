/// The codes of errors, warnings and notices, with what `help` says of each. A code never changes its meaning.
///
/// The example of an error is a query that gives it.
enum ErrorCodes {
  static let table = text + grammar + conditions + values + slips + definitions + groups + notices

  private static func code(_ code: String, _ summary: String, _ explanation: String, _ example: String?) -> QueryWord {
    QueryWord(.errorCode, code, summary, explanation: explanation, example: example)
  }

  private static let text = [
    code(
      "Q001", "a quote is not closed",
      "A text in quotes goes on to the same kind of quote: \"…\", '…', “…” or ‘…’. Within quotes, write \\\" for a quote.",
      "claims where text has \"safe haven"),
    code(
      "Q002", "a character means nothing",
      "Beside words, numbers and quoted texts a query knows = == != < <= > >= ( ) , | and ;. Put a name that has other "
        + "characters in quotes.", "claims where subject = ^ISKP"),
    code(
      "Q003", "a query starts with what it asks for",
      "The first word is a noun: claims, sources, entities, speakers, places, relations, topics, sentences or triples. "
        + "Clauses follow.", "where subject = ISKP"),
    code(
      "Q004", "a noun is not known", "The first word of a query names what it asks for; this one is none of the nouns.",
      "clams where subject = ISKP"),
    code(
      "Q005", "a query of another language",
      "SQL and SPARQL, and questions as one puts them to a person, start otherwise. A query is written in the order in which it works: the noun, then where, group by, show, sort by, limit. Columns "
        + "are chosen with show.", "select source from claims where subject = ISKP"),
    code(
      "Q018", "there is more than one query",
      "A query is run by itself. In a file the next one starts after ;, after an empty line, or on a line that is not "
        + "indented.", "claims; sources"),
    code(
      "Q034", "brackets are nested too deep",
      "Brackets, not and union may stand within each other, but not without end. Conditions joined by and need none.",
      nil),
  ]

  private static let grammar = [
    code(
      "Q039", "a version of the language",
      "A file of queries may begin with language 1, which says what it is written in. Another version is another "
        + "language, which a newer program may know.", "language 2"),
    code(
      "Q006", "a clause is not known",
      "After the noun, and after each clause, stands the word that starts the next one. A value of several words that "
        + "holds a word such as show must be in quotes.", "claims where \"subject\" = \"ISKP\" gruop by date"),
    code("Q007", "by is missing", "Grouping and sorting are written group by and sort by.", "claims group source"),
    code(
      "Q008", "an attribute is missing",
      "Here stands the name of an attribute, such as subject or location; help NOUN lists those that a noun has.",
      "claims where = ISKP"),
    code(
      "Q016", "a whole number is missing", "limit and skip take a whole number that is not negative.",
      "claims limit many"),
    code("Q017", "a format is not known", "as takes one of the formats that help as lists.", "claims as excel"),
    code(
      "Q019", "a word of another language",
      "Some words start clauses in other query languages and not here. The message says what does the same.",
      "claims group by source having count > 3"),
    code(
      "Q038", "across without group by", "A cross table has rows too: group by A across B.", "claims across location"),
  ]

  private static let conditions = [
    code(
      "Q009", "an operator is missing",
      "Between an attribute and a value stands an operator: =, !=, <, in, has and others; help = explains them.",
      "claims where subject ISKP"),
    code(
      "Q010", "a value is missing",
      "After an operator stands a value: a name, a number, a date or a text. One that begins with a word such as show "
        + "must be in quotes.", "claims where subject = and location = Pakistan"),
    code(
      "Q011", "a bracket is not closed", "What ( opens, ) closes.",
      "claims where (subject = ISKP or object = ISKP sort by date"),
    code(
      "Q012", "a bracket closes nothing", "There is a ) for which there is no (.",
      "claims where subject = ISKP) limit 3"),
    code(
      "Q013", "an operator of another language",
      "Some operators are written otherwise here: = for is, and for &&, or for ||, != for <>, has for contains.",
      "claims where subject is ISKP"),
    code(
      "Q014", "a comma between conditions",
      "Conditions are joined by and or or. A comma stands between values in brackets, and between columns.",
      "claims where subject = ISKP, location = Pakistan"),
    code(
      "Q015", "and is missing", "Two conditions stand side by side with nothing between them.",
      "claims where subject = ISKP location = Pakistan"),
  ]

  private static let values = [
    code(
      "Q020", "an attribute is not known", "The noun has no such attribute; help NOUN lists those that it has.",
      "claims where sujet = ISKP"),
    code(
      "Q021", "a name is not known",
      "No claim has ever named this. It is an error in a script, where it is most likely a slip, and a warning at the "
        + "prompt. To look for a word within names, write has.", "claims where subject = ISPK"),
    code(
      "Q022", "a value is no date",
      "A date is a year, a month, a day or an interval: 2025, 2025-01, 2025-01-31, 2021/2024; or it is counted from a "
        + "stated day: yesterday, last 7 days, this month, 3 weeks ago.",
      "claims where date = soon"),
    code(
      "Q023", "a value is no number",
      "A number is written with digits, and with a point where it has a fraction: 0.75.",
      "claims where quantity > many"),
    code(
      "Q024", "a word that the attribute never is", "Some attributes have one of a few words as their value.",
      "claims where polarity = negative"),
    code(
      "Q025", "an operator does not suit the attribute",
      "<, > and between compare numbers, dates and ordered words; has and like look into names and texts; = and != "
        + "compare anything.", "claims where subject > 10"),
    code(
      "Q032", "an interval is turned round", "between takes the lesser value first.",
      "claims where date between 2024 and 2021"),
    code(
      "Q033", "an id is not known", "An id is written with the digits 0 to 9 and a to f; its first digits will do.",
      "claims where id = zz"),
    code(
      "Q035", "a parameter has no value",
      "A word that starts with $ stands for the value of a parameter, which param states before it is used, or which is "
        + "given to a saved query from outside: hearsay run FILE --param place=Mastung.",
      "claims where location = $place"),
  ]

  private static let slips = [
    code(
      "Q047", "a pattern that cannot be read",
      "A pattern of match is a variable for a claim, an attribute of it, and a value or a variable for a name: ?a location "
        + "Pakistan. Of names can be said that one lies within another: ?p within ?q.",
      "claims match Pakistan location ?p"),
    code(
      "Q051", "a variable with two meanings", "What stands first in a pattern is a claim, what stands last is a name.",
      "claims match ?a location ?a"),
    code(
      "Q052", "match in another place", "match says which claims are looked for, so it stands right after claims.",
      "claims limit 3 match ?a relation kill"),
    code(
      "Q048", "an attribute on which claims cannot be joined",
      "pairs of claims have the same name, number, date or word in an attribute; texts and sets are not compared so.",
      "pairs of claims on text"),
    code(
      "Q045", "a comma between attributes",
      "Attributes stand in a row with commas between them, without brackets and without and.",
      "claims group by source and speaker"),
    code(
      "Q046", "a sentence is compared as a whole",
      "= holds where the whole text is the same, which it hardly ever is. has looks for words in it, like and matches for "
        + "patterns.", "claims where text = \"safe haven\""),
  ]

  private static let definitions = [
    code(
      "Q040", "a name that cannot be given",
      "The name of a view or a parameter has letters, digits, _ and -, and starts with a letter. Words that mean something "
        + "already, or may come to (help reserved), cannot be names of views.", nil),
    code(
      "Q043", "a definition is not complete",
      "A view is a name and a query: define sheltered = claims where topic = sanctuary. A parameter is a name and a value, "
        + "and a comment that says what it is: param who = ISKP -- whom the claims are about.", nil),
    code(
      "Q041", "a pattern is not understood",
      "Patterns are regular expressions of RE2: letters stand for themselves, . for any, [a-z] for one of several, * + ? "
        + "for how often, ( | ) for one or the other, \\b for the edge of a word.",
      "claims where text matches /(safe/"),
    code(
      "Q042", "a day to count from is missing",
      "yesterday and last 7 days are counted from a day that is stated, so that the same query gives the same answer "
        + "tomorrow: set today 2025-06-01.", "claims where date = last 7 days"),
    code(
      "Q044", "attributes that cannot be compared",
      "Of pairs, an attribute of the one claim can be compared with the same kind of attribute of the other: "
        + "left.source != right.source.", "contradictions where left.source = right.date"),
  ]

  private static let groups = [
    code(
      "Q026", "an attribute of rows that were grouped",
      "After group by, a row is a group. It has the attributes that it was grouped by and what is made of its rows: "
        + "count, first(A), list(A), min(A), max(A) and so on.", "claims group by source show source, text"),
    code(
      "Q027", "an aggregate beside an attribute",
      "An aggregate is made of many rows, an attribute belongs to one. group by says for which rows it is made.",
      "claims show source, count"),
    code(
      "Q028", "an aggregate is not known", "Of rows can be made what help show lists: count, min, max, list and so on.",
      "claims show median(quantity)"),
    code(
      "Q029", "an aggregate that cannot be had",
      "sum and average are of numbers, min and max of numbers, dates and ordered words.", "claims show sum(speaker)"),
    code(
      "Q030", "two columns with one name", "Columns are told apart by name; as gives one another name.",
      "claims show source, source"),
    code(
      "Q031", "rows that do not go together",
      "union, except and intersect take two sets of rows of the same noun, before they are grouped.",
      "claims union sources"),
    code(
      "Q036", "an aggregate before group by", "Rows have no count and no maximum; groups have.",
      "claims where count > 3"),
    code(
      "Q037", "an aggregate of nothing", "Every aggregate but count and share is made of an attribute, in brackets.",
      "claims group by source show source, max()"),
  ]

  private static let notices = [
    code(
      "N001", "= took in more than the name",
      "= means: is it, or part of it. A place takes in the places in it, a group its branches and members, a topic its "
        + "kinds. == leaves them out.", "claims where location = Pakistan"),
    code(
      "N002", "nothing is left",
      "The notice says how many rows were left after each condition, in the order in which they are written, and for "
        + "how many rows the last one holds alone.", "claims where subject = ISKP and date = 1999"),
    code(
      "N004", "the days that a date stands for",
      "A date that is counted from another one is told with its days, first and last.", nil),
    code("N005", "a query was interrupted", "Ctrl-C ends a query; nothing of its answer is shown.", nil),
    code(
      "Q049", "a query took too long",
      "set timeout says how many milliseconds a query may take; set timeout off lets it take what it needs.", nil),
    code(
      "Q050", "a query needs too much memory",
      "set memory says how many megabytes a query may use beside what is loaded; a query that would pass them is ended.",
      nil),
    code("N003", "there is nothing to ask", "No article has been loaded, or none of which a claim was made.", nil),
  ]
}
