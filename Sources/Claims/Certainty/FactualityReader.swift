package import ClaimModel
package import Language

/// Reads the factuality of single words of a sentence: what claims are given, for those who train and measure it.
package struct FactualityReader {
  private let rule: FactualityRule

  /// The reader of a parsed sentence.
  package init(_ sentence: Sentence) {
    let cues = CueTable.shipped
    let tree = SyntaxTree(TreeMender.mended(sentence, names: [], cues: cues))
    rule = FactualityRule(
      tree: tree, kinds: PredicateKinds.kinds(in: tree), cues: cues, isUnasserted: SentenceRules.isQuestion(tree))
  }

  /// The polarity and the certainty that a claim of what `word` names would have.
  package func factuality(at word: Int) -> (polarity: Polarity, certainty: Certainty) {
    let factuality = rule.factuality(at: word)
    return (factuality.isDenied ? .denied : .affirmed, factuality.certainty)
  }

  /// Whether `word` is told of the future: "will leave".
  package func liesAhead(at word: Int) -> Bool { rule.liesAhead(word) }

  /// The features of `word`, each a number below `FactualityWeights.count`.
  package func features(at word: Int) -> [Int] { rule.features(of: word) }

  /// How far the sentence says that what `word` names happened, from -3 to 3.
  package func degree(at word: Int, weights: FactualityWeights) -> Double { weights.degree(features(at: word)) }
}
