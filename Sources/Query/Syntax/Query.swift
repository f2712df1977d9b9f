import ClaimModel

/// Where a part of a query stands. Two parts that say the same are equal wherever they stand.
struct Spot: Hashable {
  var range: TextRange

  static func == (left: Spot, right: Spot) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// A query as it is written: a noun and clauses.
struct Query: Hashable {
  var isExplained = false
  var noun: Name
  /// How claims are joined with claims, where it asks for pairs of them.
  var pairing: Pairing?
  var clauses: [Clause] = []

  /// A word of the query.
  struct Name: Hashable {
    var text: String
    var spot: Spot

    init(_ text: String, _ range: TextRange) {
      self.text = text
      spot = Spot(range: range)
    }
  }
}

/// A step that takes rows and hands rows on.
indirect enum Clause: Hashable {
  case filter(Condition)
  case group(by: [Operand], across: Operand?)
  case show([Shown])
  case sort([SortKey])
  case limit(Int)
  case skip(Int)
  case sample(Int, seed: Int)
  case combine(Combination, Query, Spot)
  case match([TriplePattern], Spot)
  case format(Query.Name)

  /// A column that `show` asks for.
  struct Shown: Hashable {
    var operand: Operand
    var name: Query.Name?
  }

  /// What to sort by.
  struct SortKey: Hashable {
    var operand: Operand
    var isDescending: Bool
  }

  /// How the rows of two queries are put together.
  enum Combination: String, Hashable, CaseIterable {
    case union, except, intersect
  }
}

/// What can be compared and shown: an attribute, or an aggregate of one.
struct Operand: Hashable {
  /// The aggregate, as it is written; nil for a plain attribute.
  var aggregate: String?
  var isDistinct = false
  /// The attribute; nil for `count` and `share` alone.
  var attribute: Query.Name?
  var spot: Spot
}

/// What a row has to meet.
indirect enum Condition: Hashable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case test(Test)

  /// An attribute, an operator, values.
  struct Test: Hashable {
    var operand: Operand
    var comparison: Comparison
    var isNegated = false
    var values: [Value]
    /// Where the operator stands.
    var spot: Spot
  }

  /// A value as it is written; what it means depends on the attribute.
  struct Value: Hashable {
    var text: String
    var spot: Spot
  }
}

/// What a test compares by.
enum Comparison: String, Hashable, CaseIterable {
  case equal = "="
  case identical = "=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case between = "between"
  case among = "in"
  case has = "has"
  case hasAll = "has all"
  case hasAny = "has any"
  case like = "like"
  case matches = "matches"
  case isMissing = "is missing"

  /// Whether it compares by size.
  var isOrdering: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .between: true
    default: false
    }
  }

  /// Whether it looks for words or patterns.
  var isTextual: Bool { [.has, .hasAll, .hasAny, .like, .matches].contains(self) }
}
