/// Estimates how likely a claim is what the text says, from how hard it was to read.
///
/// Every feature that holds multiplies the odds by its factor in `confidence.txt`: what kind of word states the claim, the
/// place of its clause in the sentence, how long that is, where subject and object stand and whether they are the clause's
/// own. The factors were learned from sentences of CaRB in which every statement was judged, and the confidence is calibrated:
/// of the claims with 0.8, about 8 in 10 have predicate, subject and object right. Whether who says it, where and when are
/// right, too, is not in it. The confidence of open tuples says how likely people would have written the tuple down.
struct ConfidenceRule {
  private let features: ConfidenceFeatures

  /// The rule for what `reading` states.
  init(reading: SentenceReading) { features = ConfidenceFeatures(reading) }

  /// The confidence in what `clause` states of `subject` and `object`, words of the sentence, 0 to 1; `links` of them stand
  /// for a name that they were resolved to.
  func confidence(
    of clause: Clause, subject: Int?, object: Int?, links: Int = 0, as view: ConfidenceWeights.View = .claims
  ) -> Double {
    let found = features.features(of: clause, subject: subject, object: object)
    return ConfidenceWeights.shipped.confidence(found, view, links: links)
  }
}
