/// What is wrong with a query, in words: the code, one line that stands alone, and what to write instead.
struct FaultWords {
  let code: String
  let message: String
  let suggestion: String?

  private init(_ code: String, _ message: String, _ suggestion: String? = nil) {
    self.code = code
    self.message = message
    self.suggestion = suggestion
  }

  /// The words for a fault.
  init(_ reason: Fault.Reason) {
    self =
      Self.ofText(reason) ?? Self.ofDefinitions(reason) ?? Self.ofGrammar(reason) ?? Self.ofValues(reason)
      ?? Self.ofGroups(reason)
  }

  // MARK: Text and first words

  private static func ofText(_ reason: Fault.Reason) -> FaultWords? {
    switch reason {
    case .unclosedQuote:
      FaultWords("Q001", "this quote is not closed", "put the same kind of quote at the end of the text")
    case .unclosedPattern: FaultWords("Q001", "this pattern is not closed", "put / at its end, on the same line")
    case .strangeCharacter(let character):
      FaultWords(
        "Q002", "\(character) means nothing here",
        character == "-"
          ? "a minus stands before digits; to sort the other way round write desc after the attribute"
          : character == "`" ? "write \" for it" : "put names that have it in quotes")
    case .noNoun(let found):
      FaultWords(
        "Q003", "a query starts with what it asks for\(found.isEmpty ? "" : ", not with \(found)")",
        found.isEmpty
          ? "claims, sources, entities, …" : found == "(" ? "leave the bracket out" : "claims \(found) …")
    case .unknownNoun(let word, let near):
      FaultWords(
        "Q004", "\(word) is nothing that can be asked for",
        searched(word)?.replacing("write: ", with: "write: claims where ") ?? HabitWords.noun(word).map {
          "write: \($0)"
        } ?? didYouMean(near) ?? attributeFirst(word) ?? nameFirst(word)
          ?? "ask for one of \(Nouns.table.map(\.name).joined(separator: ", "))")
    case .foreignQuery(let word, let query):
      FaultWords(
        "Q005", "a query starts with its noun, not with \(word)",
        query.map { "write: \($0)" } ?? "name what is asked for, then narrow it: claims where about = ISKP")
    case .secondStatement: FaultWords("Q018", "one query at a time", "end the first one with ; and start a new line")
    case .languageVersion(let version):
      FaultWords(
        "Q039",
        version == String(LanguageVersion.current)
          ? "language stands at the head of a file" : "there is no version \(version) of the language here",
        "this is language \(LanguageVersion.current)")
    case .tooDeep:
      FaultWords("Q034", "brackets are nested more than \(Parser.deepest) deep", "write it with fewer brackets")
    default: nil
    }
  }

  /// A word with a capital is a name.
  private static func nameFirst(_ word: String) -> String? {
    word.first?.isUppercase == true ? "write: claims where about = \(QueryPrinter.value(word))" : nil
  }

  private static func attributeFirst(_ word: String) -> String? {
    Nouns.claims.attribute(named: word).map { "write: claims where \($0.name) = …" }
  }

  // MARK: Definitions

  private static func ofDefinitions(_ reason: Fault.Reason) -> FaultWords? {
    switch reason {
    case .expectedName(let word, let found):
      FaultWords(
        "Q040", "after \(word) stands a name\(instead(found))",
        word == "define" ? "write: define sheltered = claims where topic = sanctuary" : "write: param who = ISKP")
    case .reservedName(let name):
      FaultWords("Q040", "\(name) means something else and cannot be a name", "write: my_\(name.lowercased())")
    case .expectedDefinition(let name, let found):
      FaultWords(
        "Q043", "after \(name) stand = and a query\(instead(found))",
        "write: define \(name) = claims where about = ISKP")
    case .expectedParameter(let name, let found):
      FaultWords(
        "Q043", "a parameter has a name, = and a value, not \(found)",
        "write: param \(name) = \"…\" -- what it is")
    default: nil
    }
  }

  // MARK: Clauses and conditions

  private static func ofGrammar(_ reason: Fault.Reason) -> FaultWords? {
    switch reason {
    case .unknownClause(let word, let near):
      FaultWords(
        "Q006", "\(word) starts no clause",
        FormatWords.names.contains(word.lowercased())
          ? "write: as \(word.lowercased())" : didYouMean(near) ?? "where, group by, show, sort by, limit, as")
    case .missingBy(let word): FaultWords("Q007", "\(word) needs by", "write: \(word.lowercased()) by …")
    case .expectedAttribute(let place, let found):
      FaultWords("Q008", "after \(place) stands an attribute\(instead(found))", "subject, location, source, …")
    case .expectedOperator(let attribute, let found):
      FaultWords(
        "Q009", "after \(attribute) stands an operator\(instead(found))",
        searched(attribute) ?? HabitWords.attribute(attribute).map { "write: \($0)" } ?? number(attribute)
          ?? (found.isEmpty ? "=, !=, <, in, has, is missing, …" : "write: \(attribute) = \(found)"))
    case .attributeLeftOut(let sign, let value, let attribute):
      FaultWords("Q009", "\(sign) \(value) compares nothing", "write: \(attribute) \(sign) \(value)")
    case .valueAlone(let value, let attribute, let sign):
      FaultWords("Q009", "\(value) is no condition by itself", "write: \(attribute) \(sign) \(value)")
    case .expectedValue(let sign, let found):
      FaultWords("Q010", "after \(sign) stands a value\(instead(found))", example(after: sign, found))
    case .unclosedBracket: FaultWords("Q011", "this bracket is not closed", "put ) at the end of what it holds")
    case .strayBracket(let bracket):
      FaultWords("Q012", "no bracket is open that \(bracket) could close", "leave it out")
    case .operatorHabit(let found, let write): FaultWords("Q013", "“\(found)” is no operator here", "write \(write)")
    case .commaBetweenConditions(let list):
      FaultWords(
        "Q014", "conditions are joined by “and” or “or”, not by a comma",
        list.map { $0.isEmpty ? "leave it out" : "write: \($0)" } ?? "write and")
    case .expectedPattern(let found):
      FaultWords(
        "Q010", "after matches stands a pattern\(instead(found))",
        found.contains("*") ? "write: like \"\(found)\"" : "write: matches /\(found.isEmpty ? "safe havens?" : found)/")
    case .expectedList(let sign, let values):
      FaultWords("Q010", "after \(sign) stand values in brackets", "write: \(sign) (\(values))")
    case .expectedSecondValue(let first):
      FaultWords(
        "Q010", "between takes two values",
        first.contains(" to ")
          ? "write: between \(first.replacing(" to ", with: " and "))" : "write: between \(first) and …")
    case .missingAnd(let word): FaultWords("Q015", "“and” is missing before \(word)", "write: and \(word) …")
    case .notWholeNumber(let clause, let found):
      FaultWords("Q016", "after \(clause) stands a whole number\(instead(found))", "write: \(clause) 20")
    case .unknownFormat(let format, let near):
      FaultWords(
        "Q017", format.isEmpty ? "after as stands a format" : "\(format) is no format",
        HabitWords.format(format).map { "write: as \($0)" } ?? didYouMean(near)
          ?? "one of \(FormatWords.table.map(\.name).joined(separator: ", "))")
    case .foreignClause(let word, let hint): FaultWords("Q019", "\(word) is no clause here", hint)
    default: ofSlips(reason)
    }
  }

  /// What can be asked of a number that stands alone.
  private static func number(_ attribute: String) -> String? {
    Nouns.claims.attribute(named: attribute)?.type == .number ? "write: \(attribute) > 0" : nil
  }

  private static func ofSlips(_ reason: Fault.Reason) -> FaultWords? {
    switch reason {
    case .unanswered:
      FaultWords(
        "Q047", "a pattern is a variable, an attribute and a value", "?a location Pakistan, or ?a location ?p")
    case .twofoldVariable(let name):
      FaultWords("Q051", "?\(name) cannot be both a claim and a name", "use another variable for the one or the other")
    case .misplacedMatch:
      FaultWords("Q052", "match stands right after claims", "what claims are to be like besides, where says after it")
    case .unpairable(let attribute):
      FaultWords(
        "Q048", "claims cannot be joined on \(attribute)", "join them on names, numbers, dates, or one of a few words")
    case .expectedTerm(let place, let found):
      FaultWords("Q010", "after \(place) stands a variable or a name\(instead(found))", "such as ?a location Pakistan")
    case .expectedPairs(let found):
      FaultWords(
        "Q010", "pairs are of claims that agree in something\(instead(found))",
        "such as pairs of claims on subject, relation")
    case .expectedDistance(let found):
      FaultWords("Q016", "after within stand a whole number and a unit\(instead(found))", "write: within 3 days")
    case .listWithoutComma(let found):
      FaultWords("Q045", "attributes are parted by commas", found == "and" ? "write , for and" : "write: , \(found)")
    case .listInBrackets(let clause):
      FaultWords("Q045", "attributes stand without brackets", "write: \(clause) source, speaker")
    case .directionFirst(let word, let attribute):
      FaultWords("Q008", "after sort by stands an attribute, not \(word)", "write: sort by \(attribute) \(word)")
    case .twoNumbers(let clause, let first, let second):
      FaultWords("Q016", "\(clause) takes one number", "write: skip \(first) limit \(second)")
    case .commaInNumber(let number):
      FaultWords("Q023", "a number has no commas", "write: \(number)")
    case .bracketedValue(let sign, let values):
      FaultWords(
        "Q010", "after \(sign) stands one value, without brackets",
        values.isEmpty
          ? "such as \(sign) ISKP"
          : "write: " + (values.count == 1 ? "\(sign) \(values[0])" : "in (\(values.joined(separator: ", ")))"))
    default: nil
    }
  }

  private static func example(after sign: String, _ found: String) -> String? {
    if Keywords.endsValue(found.lowercased()) { return "put it in quotes if it is part of a name: \"\(found) …\"" }
    if Comparison(rawValue: found) != nil { return "one operator is enough" }
    switch sign {
    case "has", "has all", "has any": return "such as has \"safe haven\""
    case "like": return "such as like \"ISIS*\""
    case "(": return "such as (ISKP, Taliban)"
    case "=", "==", "!=": return "such as \(sign) ISKP"
    case "<", "<=", ">", ">=": return "such as \(sign) 10"
    default: return nil
    }
  }

  // MARK: Attributes and values

  private static func ofValues(_ reason: Fault.Reason) -> FaultWords? {
    switch reason {
    case .unknownAttribute(let name, let noun, let near, let elsewhere):
      FaultWords(
        "Q020", "\(noun) have no \(name)",
        aggregate(name) ?? didYouMean(near) ?? elsewhere.map { "\($0) have one" }
          ?? HabitWords.attribute(name).map { "write: \($0)" } ?? "help \(noun) lists what they have")
    case .relationAsPredicate(let word, let subject, let object):
      FaultWords(
        "Q020", "claims have no \(word)",
        "what is done is their relation: ?x relation \(word), ?x subject \(subject), ?x object \(object)")
    case .unknownName(let attribute, let value, let near, let holding, let common):
      FaultWords(
        "Q021", "no \(attribute) is called \(value)",
        nullHabit(attribute, value) ?? nearNames(near) ?? strayClause(value) ?? partOfNames(attribute, value, holding)
          ?? mostCommon(attribute, common)
      )
    case .notDate(let attribute, let value):
      FaultWords(
        "Q022", "\(attribute) is a date, and \(value) is none",
        nullHabit(attribute, value) ?? DateHabit.iso8601(value).map { "write: \($0)" }
          ?? "write \(DateHabit.example(of: attribute))")
    case .noToday(let value):
      FaultWords(
        "Q042", "\(value) is counted from a day, and none is stated",
        "write: set today 2025-06-01, or --set today=2025-06-01")
    case .notPattern(let pattern, let reason):
      FaultWords(
        "Q041", "“\(pattern.prefix(80))” is no pattern: \(reason.prefix(80))", "help matches says what patterns can be")
    case .turnedRound(let write): FaultWords("Q020", "an attribute stands before its value", "write: \(write)")
    case .wholeText(let attribute, let value):
      FaultWords(
        "Q046", "= compares the whole \(attribute)",
        "to look for words in it write: \(attribute) has \(QueryPrinter.quoted(value))")
    case .sideMissing(let attribute, let other):
      FaultWords(
        "Q044", "\(attribute) is of both claims",
        "write: \(other.hasPrefix("left") ? "right" : "left").\(attribute) = \(other)")
    case .unlikeAttributes(let left, let type, let right, let other):
      FaultWords("Q044", "\(left) is \(type), and \(right) is \(other)", "compare attributes that are of one kind")
    case .notNumber(let attribute, let value):
      FaultWords(
        "Q023", "\(attribute) is a number, and \(value) is none",
        nullHabit(attribute, value) ?? words(attribute, value)
          ?? "write a number: \(share(attribute, value) ?? digits(of: value) ?? "10")")
    case .unknownChoice(let attribute, let value, let choices, let near):
      FaultWords(
        "Q024", "\(attribute) is never \(value)",
        (HabitWords.value(value, among: choices).map { "write: \(attribute) = \($0)" }) ?? didYouMean(near)
          ?? "it is one of \(choices.map { QueryPrinter.value($0) }.joined(separator: ", "))")
    case .wrongOperator(let sign, let attribute, let type):
      FaultWords("Q025", "\(attribute) is \(type): \(sign) does not suit it", suited(sign))
    case .emptyInterval(let low, let high):
      FaultWords("Q032", "nothing lies between \(low) and \(high)", "write: between \(high) and \(low)")
    case .unknownClaim(let id):
      FaultWords("Q033", "no claim has an id that starts with \(id)", "show id gives the ids")
    case .noParameter(let name, let near):
      FaultWords(
        "Q035", "\(name) has no value",
        didYouMean(near.map { "$" + $0 }) ?? "write before it: param \(name.drop { $0 == "$" }) = …")
    default: nil
    }
  }

  // MARK: Groups

  private static func ofGroups(_ reason: Fault.Reason) -> FaultWords {
    switch reason {
    case .notGrouped(let attribute, let keys, let inCondition):
      FaultWords(
        "Q026", "after group by \(keys.joined(separator: ", ")) a row has no single \(attribute)",
        inCondition
          ? "put the condition before group by"
          : "write first(\(attribute)) or list(\(attribute)), or group by it too")
    case .aggregateWithoutGroup(let attribute, let aggregate):
      FaultWords(
        "Q027", "\(aggregate) is of many rows, \(attribute) of one",
        "write: group by \(attribute) show \(attribute), \(aggregate)")
    case .aggregateBeforeGroup(let aggregate):
      FaultWords("Q036", "\(aggregate) is of groups, and there are none here", "write group by … before it")
    case .unknownAggregate(let word, let near):
      FaultWords(
        "Q028", "\(word)( ) is nothing that can be made of rows",
        HabitWords.function(word).map { "write \($0)" } ?? didYouMean(near)
          ?? "one of \(AggregateWords.table.map(\.name).joined(separator: ", "))")
    case .aggregateOfWrongType(let aggregate, let attribute, let type):
      FaultWords(
        "Q029", "there is no \(aggregate) of \(attribute), which is \(type)",
        "write count(distinct \(attribute)) or list(\(attribute))")
    case .aggregateNeedsAttribute(let aggregate):
      FaultWords("Q037", "\(aggregate) of what?", "write: \(aggregate.prefix { $0 != "(" })(quantity)")
    case .sameColumnTwice(let name): FaultWords("Q030", "two columns are called \(name)", "name one of them with as")
    case .unlikeRows(let word, let noun):
      FaultWords(
        "Q031", "\(word) takes rows of the same noun, without group by",
        [Nouns.contradictions.name, Nouns.corroborations.name].contains(noun)
          ? "claims know how many they have: where \(noun) = 0" : "group after it")
    case .acrossWithoutGroup: FaultWords("Q038", "across goes with group by", "write: group by source across location")
    default: preconditionFailure("a fault has no words")
    }
  }

  // MARK: Turns of phrase

  private static func instead(_ found: String) -> String { found.isEmpty ? "" : ", not \(found)" }

  static func didYouMean(_ near: [String]) -> String? {
    near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
  }
}
