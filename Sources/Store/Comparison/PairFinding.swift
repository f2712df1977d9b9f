import ClaimModel

/// Why two claims are a pair.
package struct PairFinding: Hashable, Sendable {
  /// What two claims contradict one another in.
  package enum Contradiction: String, CaseIterable, Sendable {
    /// One affirms what the other denies.
    case denial
    /// They say opposite things.
    case opposites
    /// They put one thing into different places.
    case place
    /// They give different numbers for one event.
    case number
  }

  /// What two claims say alike.
  package enum Corroboration: String, CaseIterable, Sendable {
    /// They tell of one event.
    case event
    /// They say the same of a thing.
    case statement
  }

  /// Whether they contradict or bear out one another, and how: a case of one of the two, from 1.
  var isContradiction: Bool
  var kind: UInt8
  /// What they agree or disagree on; claims of one sentence that agree or disagree on the same make one pair.
  var subject: Subject
  /// The weightiest first.
  var rank: Int
  /// The reason in words.
  var reason: String
  /// In what they differ, though they tell the same.
  var differences: [String] = []

  /// What two claims are about.
  enum Subject: Hashable, Sendable {
    case event(Int)
    case other
  }
}
