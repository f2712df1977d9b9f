import ClaimModel
import Language

/// Cues that stand beside a quotation, by their place where the tree does not tie the two together.
extension AttributionRule {
  /// The cue right behind the quoted `words`, or right before them.
  func cue(beside words: Range<Int>) -> Attribution? {
    if words.lowerBound > 0, tree.tokens[words.lowerBound - 1].form == ":",
      let cue = cueBeforeColon(at: words.lowerBound - 1)
    {
      return cue
    }
    let behind = words.upperBound..<min(tree.count, words.upperBound + Self.reach)
    let before = max(0, words.lowerBound - Self.reach)..<words.lowerBound
    return cue(among: Array(behind)) ?? cue(among: before.reversed())
  }

  /// The first cue among `words`, no other clause before it.
  private func cue(among words: [Int]) -> Attribution? {
    for word in words {
      if [".", "!", "?", ";"].contains(tree.tokens[word].form) { return nil }
      guard reading.kinds[word] == .verb else { continue }
      if let cue = quotationCue(word) { return cue }
      if ![.acl, .aclRelcl, .advcl].contains(tree.tokens[word].dependency) { return nil }
    }
    return nil
  }

  /// "he said", "he continued" beside a quotation.
  private func quotationCue(_ verb: Int) -> Attribution? {
    if let statement = statement(by: verb), statement.source != nil { return statement }
    guard let lemma = cueLemma(of: verb, in: .quotationVerbs), let source = reading.clause(of: verb)?.surfaceSubject,
      isSomebody(source), !factuality.own(verb).isDenied
    else { return nil }
    return Attribution(source: source, cue: lemma, cueWord: verb, stance: .reports)
  }

  /// "The mayor was clear:", "The mayor:": whom the words before the colon that ends the sentence name as speaker.
  func cueBeforeColon() -> Attribution? {
    guard let colon = tree.tokens.indices.last, tree.tokens[colon].form == ":" else { return nil }
    return cueBeforeColon(at: colon)
  }

  private func cueBeforeColon(at colon: Int) -> Attribution? {
    if let mention = reading.mention(at: 0), mention.words == 0..<colon, isSomebody(mention.head) {
      return Attribution(source: mention.head, cue: ":", cueWord: colon, stance: .reports)
    }
    let verb = (0..<colon).last { word in
      guard let source = reading.clause(of: word)?.surfaceSubject else { return false }
      return reading.kinds[word] != nil && source < colon && isSomebody(source)
        && [.root, .conj].contains(tree.tokens[word].dependency)
    }
    guard let verb, let source = reading.clause(of: verb)?.surfaceSubject else { return nil }
    return statement(by: verb)
      ?? Attribution(source: source, cue: tree.lemmas[verb], cueWord: verb, stance: .reports)
  }

  /// Over how many words a cue is looked for.
  private static let reach = 16
}
