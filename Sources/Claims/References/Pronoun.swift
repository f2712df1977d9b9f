import ClaimModel
import Language

/// A pronoun of the third person, with what its form says of the one that it stands for.
struct Pronoun: Sendable {
  /// What it can stand for.
  enum Kind: Sendable { case person, thing, several }

  /// What it stands for.
  let kind: Kind
  /// Whom it stands for, where the form tells.
  let gender: Gender?
  /// Whether it stands for the subject of its clause: "himself".
  let isReflexive: Bool
  /// Whether it stands before a noun: "his".
  let isPossessive: Bool

  /// The pronoun that the word is, if it is one.
  init?(_ token: Token) {
    let form = token.form.lowercased()
    guard token.tag == .pron || token.tag == .det, let (kind, gender) = Self.forms[form] else { return nil }
    self.kind = kind
    self.gender = gender
    isReflexive = form.hasSuffix("self") || form.hasSuffix("selves")
    isPossessive = token.dependency == .nmodPoss
  }

  /// Whether number, gender and kind allow that it stands for `candidate`.
  func agrees(with candidate: DiscourseEntity) -> Bool {
    switch kind {
    case .person:
      guard candidate.isSingular, candidate.kind != .thing else { return false }
      return gender == nil || candidate.gender == nil || candidate.gender == gender
    case .thing: return candidate.isSingular && candidate.kind != .person
    case .several: return candidate.isPlural
    }
  }

  /// How many sentences back the last mention may stand. Persons are remembered longer than things.
  var reach: Int { kind == .person ? 3 : 1 }

  /// The least weight of that mention: what "it" stands for was a subject.
  var leastWeight: Int { kind == .thing && !isPossessive ? 290 : 0 }

  /// How near the second best candidate may come to the best one's salience, in percent.
  var mostDoubt: Int { kind == .person ? 90 : kind == .thing && isPossessive ? 75 : 60 }

  private static let forms: [String: (Kind, Gender?)] = [
    "he": (.person, .male), "him": (.person, .male), "his": (.person, .male), "himself": (.person, .male),
    "she": (.person, .female), "her": (.person, .female), "hers": (.person, .female), "herself": (.person, .female),
    "it": (.thing, nil), "its": (.thing, nil), "itself": (.thing, nil), "they": (.several, nil),
    "them": (.several, nil), "their": (.several, nil), "theirs": (.several, nil), "themselves": (.several, nil),
  ]
}
