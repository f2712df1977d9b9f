import ClaimModel

/// A query whose words have been looked up: attributes are columns, values are terms, dates and numbers.
struct BoundQuery: Sendable {
  var table: NounTable
  var noun: Noun
  /// How claims are joined with claims, where it asks for pairs of them.
  var pairing: BoundPairing?
  /// What claims and names are to be found that fit together, where it asks for patterns.
  var match: BoundMatch?
  var steps: [Step] = []
  /// What is shown of the rows that come out.
  var columns: [Column] = []
  /// What the last grouping is spread over.
  var across: Column?
  var format: String?
  /// The format that was asked for before it, as in `as graph as svg`.
  var picture: String?
  /// The relative dates in it, with the days that they stand for.
  var datedWords: [DatedWords] = []
  /// Whether it is to be explained, not answered.
  var isExplained = false
  /// What is wrong and does not keep it from being run.
  var warnings: [Fault] = []

  /// A step that takes rows and hands rows on.
  enum Step: Sendable {
    case filter(BoundCondition)
    case group([Column])
    case sort([SortKey])
    case limit(Int)
    case skip(Int)
    case sample(Int, seed: Int)
    case combine(Clause.Combination, BoundQuery)
  }

  /// Whether it says in which order its rows come.
  var hasStatedOrder: Bool {
    steps.reduce(false) { isStated, step in
      switch step {
      case .group, .sort: true
      case .combine: false
      case .filter, .limit, .skip, .sample: isStated
      }
    }
  }

  /// Whether it says `sort by`.
  var isSorted: Bool {
    steps.contains { if case .sort = $0 { true } else { false } }
  }

  /// An expression with the name under which it is shown.
  struct Column: Sendable {
    var name: String
    var expression: Expression
    var type: ValueType

    /// Whether it holds what the claims of a pair have, both in one.
    var isOfBothSides: Bool {
      if case .attribute(let attribute) = expression { !attribute.sides.isEmpty } else { false }
    }
  }

  /// What to sort by.
  struct SortKey: Sendable {
    var column: Column
    var isDescending: Bool
  }
}

/// What is computed for each row of a table.
indirect enum Expression: Sendable {
  /// An attribute of a noun's rows.
  case attribute(Attribute)
  /// One of the values that groups were made by.
  case key(Int)
  /// Something made of the rows of each group; the expression belongs to those rows.
  case aggregate(Aggregate, of: Expression?)
}

/// A condition with `not` carried down to its tests, where it means: has a value, and another one.
indirect enum BoundCondition: Sendable {
  case all([BoundCondition])
  case any([BoundCondition])
  case test(BoundTest)

  /// The parts that must all hold.
  var conjuncts: [BoundCondition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

/// A test of one column.
struct BoundTest: Sendable {
  var column: BoundQuery.Column
  var predicate: Predicate
  /// Whether it holds where the predicate does not; a missing value meets neither.
  var isNegated: Bool
  /// The test as it is written.
  var words: String
  /// What explains it: `location is Pakistan or lies in it`.
  var explanation: String
  var range: TextRange
}

/// What a value must be.
enum Predicate: Sendable {
  /// One of these terms, or a part of one.
  case terms(TermSet)
  /// A text with one of these folded keys.
  case texts(Set<String>)
  /// All of these phrases, or any: each the stems of its words.
  case words([[String]], needsAll: Bool)
  case pattern(LikePattern)
  case regularExpression(RegularExpression)
  /// Any of these comparisons holds.
  case numbers([NumberTest])
  case dates([DateTest])
  /// One of these places in the list of words.
  case choices(Set<UInt8>)
  /// An id in one of these ranges.
  case claims([ClosedRange<UInt64>])
  case missing
  /// It compares so with another attribute.
  case attribute(AttributeComparison)
}

/// A relative date, and the days that it stands for.
struct DatedWords: Hashable, Sendable {
  var words: String
  var days: DateRange
  var range: TextRange

  /// What the person who asked is told of it.
  func notice(_ places: Places) -> Diagnostic {
    let first = days.first?.description ?? ""
    let last = days.last?.description ?? ""
    return Diagnostic(
      .notice, code: "N004", "\(words): \(first == last ? first : "\(first) to \(last)")",
      place: places.place(of: range))
  }
}

/// Claims joined with claims that have the same values.
struct BoundPairing: Sendable {
  /// The attributes of claims in which the two agree.
  var keys: [Attribute]
  /// How many days may lie between their dates; nil where that does not matter.
  var within: Int?
  /// All claims.
  var claims: NounTable
}

/// Patterns over claims and names, which variables stand for.
struct BoundMatch: Sendable {
  /// A variable: its name, and what it stands for.
  struct Variable: Sendable {
    var name: String
    var kind: Binding.Kind
    /// What is asked of the claim that it stands for.
    var conditions: [BoundCondition] = []
    /// What the name that it stands for is or is a part of, with what is one; nil where any will do.
    var names: TermSet?
  }

  /// A claim has a name as the value of one of some attributes.
  struct Edge: Sendable {
    var claim: Int
    var attributes: [Attribute]
    var name: Int
  }

  /// One name is another or a part of it.
  struct Within: Sendable {
    var part: Int
    var whole: Int
  }

  var variables: [Variable] = []
  var edges: [Edge] = []
  var parts: [Within] = []
  /// What else is asked of the variables, which the planner takes from the conditions that follow.
  var tests: [MatchTest] = []
  /// All claims.
  var claims: NounTable
}
