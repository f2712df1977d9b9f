import Language

/// Tells whether a predicate is negated in its own clause: by "not", "no longer", "neither side", "nothing", "without" and
/// "instead of", but not by "not only".
struct Negation {
  let tree: SyntaxTree
  let cues: CueTable

  /// Whether `word` has a negating adverb, subject or object of its own: "not", "no longer", "no nation", "without",
  /// "instead of".
  ///
  /// "not only", "not merely" deny nothing.
  func negates(_ word: Int) -> Bool {
    var count = 0
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .advmod, .ccPreconj, .det, .cc, .discourse:
        // "not" before a phrase behind the predicate denies that phrase: "in Afghanistan, not Pakistan".
        if isNegator(child) && !isScopedElsewhere(child, predicate: word) || isContrast(child, of: word) { count += 1 }
      case .nsubj, .nsubjPass, .obj, .iobj: if isNegativePhrase(child) { count += 1 }
      case .mark, .caseMarker:
        if tree.lemmas[child] == "without" || isContrast(child, of: word) { count += 1 }
      case .aux: if ["cannot", "can't", "can’t"].contains(tree.tokens[child].form.lowercased()) { count += 1 }
      default: break
      }
    }
    return count % 2 == 1 || count == 2 && areConjoined(below: word)
  }

  /// "cannot and have not answered": two auxiliaries, each denied, deny it once.
  private func areConjoined(below word: Int) -> Bool {
    let negators = tree.children(of: word).filter { tree.tokens[$0].dependency == .advmod && isNegator($0) }
    guard let first = negators.first, let last = negators.last, first < last else { return false }
    return tree.children(of: word).contains {
      tree.tokens[$0].dependency == .cc && $0 > first && $0 < last && ["and", "or"].contains(tree.lemmas[$0])
    }
  }

  /// "instead of using it", "rather than leave"
  private func isContrast(_ mark: Int, of clause: Int) -> Bool {
    tree.tokens[clause].tag == .verb && ["instead", "rather"].contains(tree.lemmas[mark]) && mark + 1 < tree.count
      && ["of", "than"].contains(tree.lemmas[mark + 1])
  }

  /// Whether `word` is "not" and the like.
  func isNegator(_ word: Int) -> Bool {
    if tree.lemmas[word] == "long", tree.tokens[word].form.lowercased() == "longer" {
      return isNo(word - 1) || tree.children(of: word).contains { isNo($0) }
    }
    if tree.tokens[word].form.lowercased() == "longer" { return isNo(word - 1) }
    // "far from safe"
    if tree.lemmas[word] == "far" { return word + 1 < tree.count && tree.lemmas[word + 1] == "from" }
    guard cues.lists(tree.lemmas[word], in: .negators) || cues.lists(tree.tokens[word].form.lowercased(), in: .negators)
    else { return false }
    return !startsNotOnly(word)
  }

  private func isNo(_ word: Int) -> Bool { word >= 0 && tree.lemmas[word] == "no" }

  /// "nobody", "no nation", "neither side", "none of them", "not a single bridge", "neither the army nor the rebels", "few
  /// if any convoys", "little or no rain", "hardly any of them".
  private func isNegativePhrase(_ head: Int) -> Bool {
    if Self.negativePronouns.contains(tree.lemmas[head]) { return true }
    return tree.children(of: head).contains { word in
      switch tree.tokens[word].dependency {
      case .det where ["no", "neither"].contains(tree.lemmas[word]): true
      case .ccPreconj: tree.lemmas[word] == "neither"
      case .advmod where isAsGoodAsNone(word): true
      case .advmod, .det, .cc, .discourse, .detPredet:
        word < head && Self.nominal.contains(tree.lemmas[word]) && isNegator(word) && !isOpposed(head)
      case .amod: isAsGoodAsNone(word)
      default: false
      }
    }
  }

  /// "not Iraq but Iran"
  private func isOpposed(_ noun: Int) -> Bool {
    tree.children(of: noun).contains { other in
      tree.tokens[other].dependency == .conj && tree.children(of: other).contains { tree.lemmas[$0] == "but" }
    }
  }

  /// "few if any", "little or no"
  private func isAsGoodAsNone(_ word: Int) -> Bool {
    guard ["few", "little"].contains(tree.lemmas[word]), word + 2 < tree.count else { return false }
    let next = (tree.lemmas[word + 1], tree.lemmas[word + 2])
    return next == ("if", "any") || next == ("or", "no")
  }

  private func startsNotOnly(_ word: Int) -> Bool {
    guard word + 1 < tree.count else { return false }
    if Self.limiting.contains(tree.lemmas[word + 1]) { return true }
    // "are not symbolic alone"
    return tree.head(of: word).map { predicate in
      tree.children(of: predicate).contains { $0 > predicate && tree.lemmas[$0] == "alone" }
    } ?? false
  }

  private func isScopedElsewhere(_ negator: Int, predicate: Int) -> Bool {
    // "The question is not why he left": the outer clause is denied.
    if tree.has(.nsubjOuter, below: predicate), let subject = tree.child(of: predicate, .nsubj, .nsubjPass),
      negator < subject
    {
      return true
    }
    guard negator > predicate, negator > 0, tree.tokens[predicate].tag == .verb else { return false }
    return [",", "—", "–", "-"].contains(tree.tokens[negator - 1].form)
  }

  /// Words that deny a noun phrase before its noun.
  private static let nominal: Set<String> = ["not", "hardly", "scarcely", "barely"]
  private static let negativePronouns: Set<String> = ["nobody", "nothing", "none", "no one", "noone"]
  private static let limiting: Set<String> = ["only", "merely", "just", "simply", "solely", "necessarily"]
}
