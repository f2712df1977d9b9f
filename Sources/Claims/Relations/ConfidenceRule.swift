import ClaimModel
import Language

/// Estimates how likely a claim is what the text says, from how hard its sentence was to read.
///
/// Each feature multiplies the odds; long sentences, far-off and inherited arguments, pronouns that stay pronouns, and
/// predicates that are no verbs make it less likely.
struct ConfidenceRule {
  let reading: SentenceReading

  /// The confidence in a claim read from `clause`, 0 to 1.
  func confidence(of clause: Clause, subject: Argument?, object: Argument?) -> Double {
    let tree = reading.tree
    var odds = 5.0
    odds *= tree.count > 40 ? 0.55 : tree.count > 25 ? 0.8 : tree.count < 12 ? 1.3 : 1
    switch clause.kind {
    case .verb: break
    case .copula: odds *= 0.9
    case .event: odds *= 0.55
    case .apposition: odds *= 0.6
    }
    if let subject = clause.surfaceSubject {
      let distance = abs(subject - clause.predicate)
      odds *= distance > 15 ? 0.5 : distance > 8 ? 0.8 : 1
      if tree.head(of: subject) != clause.head { odds *= 0.75 }
    } else {
      odds *= 0.45
    }
    if subject == nil && object == nil { odds *= 0.5 }
    if object == nil && clause.tied.isEmpty { odds *= 0.7 }
    for argument in [subject, object].compactMap({ $0 }) {
      if argument.resolvedFrom != nil { odds *= 0.7 }
      if Self.isPronoun(argument) { odds *= 0.6 }
    }
    if !clause.chain.isEmpty { odds *= 0.9 }
    return ((odds / (1 + odds)) * 1000).rounded() / 1000
  }

  private static func isPronoun(_ argument: Argument) -> Bool {
    guard case .phrase(let words) = argument.value else { return false }
    return ["it", "he", "she", "they", "this", "that", "we", "i", "you", "them", "these", "those", "what", "one"]
      .contains(words.lowercased())
  }
}
