/// Estimates how likely a claim is what the text says, from how hard it was to read.
///
/// Every feature that holds multiplies the odds by its factor in `confidence.txt`: what kind of word states the claim, the
/// place of its clause in the sentence, how long that is, where subject and object stand and whether they are the clause's
/// own. The factors were learned from sentences for which people wrote down what is said, and the confidence is calibrated:
/// of the claims with 0.8, about 8 in 10 have a predicate, a subject and an object that somebody wrote down together.
struct ConfidenceRule {
  private let features: ConfidenceFeatures

  /// The rule for the claims of `reading`.
  init(reading: SentenceReading) { features = ConfidenceFeatures(reading) }

  /// The confidence in the claim that `clause` states of `subject` and `object`, words of the sentence, 0 to 1; `links` of
  /// them stand for a name that they were resolved to.
  func confidence(of clause: Clause, subject: Int?, object: Int?, links: Int = 0) -> Double {
    ConfidenceWeights.shipped.confidence(features.features(of: clause, subject: subject, object: object), links: links)
  }
}
