import ClaimModel
public import Language

/// Names in sentences that nobody has marked: where lists leave no doubt, they correct what a first tagger found.
public enum ListedNames {
  /// `names` with those added that stand alone, as one run of proper nouns, and that a list has: `known` ones, given names
  /// and bodies and places of one word; with `onlyKnown` only the `known` ones.
  public static func added(to names: [NameSpan], in sentence: Sentence, known: [NameSpan], onlyKnown: Bool = false)
    -> [NameSpan]
  {
    let tokens = sentence.tokens
    var all = names
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, tokens[end].tag == .propn { end += 1 }
      let run = start..<end
      start = max(start + 1, end)
      guard !run.isEmpty, run.count < 4, !all.contains(where: { $0.words.overlaps(run) }) else { continue }
      if let kind = kind(of: run, in: tokens, known: known, onlyKnown: onlyKnown) { all.append(NameSpan(run, kind)) }
    }
    return all.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static func kind(of run: Range<Int>, in tokens: [Token], known: [NameSpan], onlyKnown: Bool) -> EntityKind? {
    if let name = known.first(where: { $0.words == run }) {
      return name.kind == .group ? .organisation : NameLabels.kinds.contains(name.kind) ? name.kind : nil
    }
    guard !onlyKnown, tokens[run.lowerBound].form.first?.isUppercase ?? false else { return nil }
    guard run.count == 1 else { return NameTagger.isGivenName(tokens[run.lowerBound].form) ? .person : nil }
    return NameTagger.kind(ofListed: tokens[run.lowerBound].form)
  }
}
