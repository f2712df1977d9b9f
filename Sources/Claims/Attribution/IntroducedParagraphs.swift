import ClaimModel
import Language

/// Finds paragraphs that are quoted without marks: what somebody says or writes at the end of a paragraph, before a colon,
/// fills the next one ("In a decree, the king summoned the army:"), and those after it as long as they go on in a sentence.
struct IntroducedParagraphs {
  /// For each sentence, whether it stands in such a paragraph; `paragraphs` numbers the paragraph of each.
  static func areIn(_ rules: [SentenceRules], paragraphs: [Int]) -> [Bool] {
    var introduced = [Bool](repeating: false, count: rules.count)
    for sentence in rules.indices.dropFirst() where paragraphs[sentence] >= 0 {
      if paragraphs[sentence] == paragraphs[sentence - 1] {
        introduced[sentence] = introduced[sentence - 1]
      } else if introduced[sentence - 1] {
        introduced[sentence] = rules[sentence - 1].reading.tree.tokens.last?.form == ";"
      } else {
        introduced[sentence] = introducesSpeech(rules[sentence - 1]) && !opensQuotation(rules[sentence].reading.tree)
      }
    }
    return introduced
  }

  private static func opensQuotation(_ tree: SyntaxTree) -> Bool {
    tree.tokens.first.map { ["“", "\"", "„", "«", "``", "‘", "'", "-", "*", "•", "–"].contains($0.form) } ?? true
  }

  /// Whether a sentence that ends in a colon says that somebody says something, or does so by a document.
  private static func introducesSpeech(_ rules: SentenceRules) -> Bool {
    let tree = rules.reading.tree
    guard rules.attribution.cueBeforeColon() != nil else { return false }
    return tree.tokens.indices.contains { word in
      if tree.tokens[word].tag == .noun {
        return rules.cues.lists(tree.lemmas[word], in: .sourceNouns)
          && [.obj, .obl].contains(tree.tokens[word].dependency)
      }
      guard rules.reading.kinds[word] == .verb, let speaker = rules.reading.clause(of: word)?.subject else {
        return false
      }
      let cues: [CueTable.Section] = [.reportingVerbs, .quotationVerbs]
      return rules.attribution.isSomebody(speaker)
        && cues.contains { rules.attribution.cueLemma(of: word, in: $0) != nil }
    }
  }
}
