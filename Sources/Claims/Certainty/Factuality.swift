import ClaimModel

/// Whether something is said to have happened, and how surely (FactBank: polarity × certainty).
struct Factuality: Hashable, Sendable {
  /// Whether it is denied.
  var isDenied = false
  /// How sure the speaker is.
  var certainty = Certainty.certain

  /// Makes it no surer than `other`.
  mutating func weaken(to other: Certainty) {
    if other.rank > certainty.rank { certainty = other }
  }
}

extension Certainty {
  /// 0 for certain to 3 for unknown.
  var rank: Int {
    switch self {
    case .certain: 0
    case .probable: 1
    case .possible: 2
    case .unknown: 3
    }
  }
}
