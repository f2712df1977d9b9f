import ClaimModel

/// Something that is wrong with a query, and where.
struct Fault: Hashable {
  var reason: Reason
  /// The bytes of the query that are wrong.
  var range: TextRange
  /// Whether the query is run all the same.
  var isWarning = false

  init(_ reason: Reason, at range: TextRange, isWarning: Bool = false) {
    self.reason = reason
    self.range = range
    self.isWarning = isWarning
  }

  /// What is wrong: facts, which `FaultWords` puts into words.
  enum Reason: Hashable {
    case unclosedQuote
    case strangeCharacter(String)
    case noNoun(found: String)
    case unknownNoun(String, near: [String])
    case selectFrom(rewritten: String?)
    case unknownClause(String, near: [String])
    case missingBy(after: String)
    case expectedAttribute(after: String, found: String)
    case expectedOperator(attribute: String, found: String)
    case valueAlone(String, attribute: String)
    case expectedValue(operator: String, found: String)
    case expectedList(operator: String, values: String)
    case expectedSecondValue(first: String)
    case unclosedBracket
    case strayBracket(String)
    case operatorHabit(found: String, write: String)
    case commaBetweenConditions(list: String?)
    case missingAnd(before: String)
    case notWholeNumber(clause: String, found: String)
    case unknownFormat(String, near: [String])
    case secondStatement
    case foreignClause(String, hint: String)
    case unknownAttribute(String, of: String, near: [String], elsewhere: String?)
    case unknownName(attribute: String, value: String, near: [Near], holding: Int, common: [String])
    case notDate(attribute: String, value: String)
    case notNumber(attribute: String, value: String)
    case unknownChoice(attribute: String, value: String, choices: [String], near: [String])
    case wrongOperator(operator: String, attribute: String, type: String)
    case notGrouped(attribute: String, keys: [String])
    case aggregateWithoutGroup(attribute: String, aggregate: String)
    case unknownAggregate(String, near: [String])
    case aggregateOfWrongType(aggregate: String, attribute: String, type: String)
    case aggregateNeedsAttribute(String)
    case sameColumnTwice(String)
    case unlikeRows(String)
    case emptyInterval(String, String)
    case unknownClaim(String)
    case tooDeep
    case languageVersion(String)
    case noParameter(String)
    case acrossWithoutGroup
    case aggregateBeforeGroup(String)
  }

  /// A name that is known, with the number of claims it has.
  struct Near: Hashable {
    var name: String
    var claims: Int
  }
}
