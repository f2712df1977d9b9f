import ClaimModel

/// A triple in which some of the three are variables: `?a location Pakistan`.
struct TriplePattern: Hashable {
  var subject: Term
  var predicate: Term
  var object: Term

  /// A variable, or what stands for itself.
  enum Term: Hashable {
    /// A variable's name, without `?`.
    case variable(Query.Name)
    case value(Condition.Value)
  }
}

/// Claims joined with claims that have the same values: `pairs of claims on subject, relation within 3 days`.
struct Pairing: Hashable {
  /// The attributes in which the two agree.
  var keys: [Query.Name]
  /// How far their dates may be from one another; nil where that does not matter.
  var within: Distance?
  var spot: Spot

  /// So many days, weeks, months or years.
  struct Distance: Hashable {
    var count: Int
    var unit: Unit

    /// The distance in days, months and years at their longest.
    var days: Int { count.multipliedReportingOverflow(by: unit.days).partialValue }
  }

  /// What distances are counted in.
  enum Unit: String, Hashable, CaseIterable {
    case day, week, month, year

    fileprivate var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 31
      case .year: 366
      }
    }
  }
}
