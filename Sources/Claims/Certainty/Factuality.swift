import ClaimModel

/// Whether something is said to have happened, and how surely (FactBank: polarity × certainty).
struct Factuality: Hashable, Sendable {
  /// Whether it is denied.
  var isDenied = false
  /// How sure the speaker is.
  var certainty = Certainty.certain
  /// Whether a word or the form of the sentence says how sure: a modal, a condition, a question, a demand. Where only the
  /// form of the clause makes it less than certain ("came *to help*"), it may have happened all the same.
  var isSettled = false

  /// Makes it no surer than `other`, which a word or the form of the sentence says.
  mutating func weaken(to other: Certainty) {
    if other.rank > certainty.rank { certainty = other }
    if other != .certain { isSettled = true }
  }

  /// Leaves it open whether it happened, as an infinitive does: "came to help", "the money to pay them".
  mutating func leaveOpen() { certainty = .unknown }
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
