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

  /// The most that are told at once.
  private static let mostTold = 5

  /// The first faults in the order of the text, each place once, in words.
  static func told(_ faults: [Fault], _ places: Places) -> [Diagnostic] {
    var seen: Set<Int> = []
    let sorted = faults.sorted { $0.range < $1.range }.filter { seen.insert($0.range.start).inserted }
    return sorted.prefix(mostTold).map { places.diagnostic($0) }
  }

  /// What is wrong: facts, which `FaultWords` puts into words.
  enum Reason: Hashable {
    case unclosedQuote
    case unclosedPattern
    case strangeCharacter(String)
    case noNoun(found: String)
    case unknownNoun(String, near: [String])
    case foreignQuery(String, rewritten: String?)
    case unknownClause(String, near: [String])
    case missingBy(after: String)
    case expectedAttribute(after: String, found: String)
    case expectedOperator(attribute: String, found: String)
    case valueAlone(String, attribute: String, sign: String)
    case attributeLeftOut(sign: String, value: String, attribute: String)
    case expectedValue(operator: String, found: String)
    case expectedPattern(found: String)
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
    case relationAsPredicate(String, subject: String, object: String)
    case unknownName(attribute: String, value: String, near: [Near], holding: Int, common: [String])
    case notPattern(String, reason: String)
    case noToday(String)
    case notDate(attribute: String, value: String)
    case notNumber(attribute: String, value: String)
    case unknownChoice(attribute: String, value: String, choices: [String], near: [String])
    case wrongOperator(operator: String, attribute: String, type: String)
    case notGrouped(attribute: String, keys: [String], inCondition: Bool)
    case aggregateWithoutGroup(attribute: String, aggregate: String)
    case unknownAggregate(String, near: [String])
    case aggregateOfWrongType(aggregate: String, attribute: String, type: String)
    case aggregateNeedsAttribute(String)
    case sameColumnTwice(String)
    case unlikeRows(String, noun: String)
    case emptyInterval(String, String)
    case unknownClaim(String)
    case tooDeep
    case languageVersion(String)
    case unanswered
    case twofoldVariable(String)
    case misplacedMatch
    case unpairable(String)
    case expectedTerm(after: String, found: String)
    case expectedPairs(found: String)
    case expectedDistance(found: String)
    case listWithoutComma(found: String)
    case listInBrackets(String)
    case directionFirst(String, attribute: String)
    case twoNumbers(clause: String, Int, Int)
    case commaInNumber(String)
    case bracketedValue(sign: String, values: [String])
    case turnedRound(write: String)
    case wholeText(attribute: String, value: String)
    case sideMissing(attribute: String, other: String)
    case noParameter(String, near: [String])
    case expectedName(after: String, found: String)
    case reservedName(String)
    case expectedDefinition(String, found: String)
    case expectedParameter(String, found: String)
    case unlikeAttributes(String, type: String, other: String, otherType: String)
    case acrossWithoutGroup
    case aggregateBeforeGroup(String)
  }

  /// A name that is known, with the number of claims it has.
  struct Near: Hashable {
    var name: String
    var claims: Int
  }
}
