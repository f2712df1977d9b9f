import ClaimModel
import Language

/// Tells whether a predicate is affirmed and how surely: from its own words, then from all that it depends on up to the
/// one who says it.
///
/// Grammar and cue words decide first. What they leave as certain is weighed by a model of how people read such
/// predicates (`FactualityWeights`); what that holds for most unlikely to have happened is unknown: "Thank you for
/// *holding*", "there is *to be* a vote", advice and offers without a modal.
struct FactualityRule {
  let tree: SyntaxTree
  let kinds: [Clause.Kind?]
  let cues: CueTable
  /// Whether the sentence asks, or is a heading.
  let isUnasserted: Bool
  /// What the model of factuality looks at.
  private let features: FactualityFeatures

  /// The rule for the predicates of `tree`; `isUnasserted` says whether the sentence asks, or is a heading.
  init(tree: SyntaxTree, kinds: [Clause.Kind?], cues: CueTable, isUnasserted: Bool) {
    self.tree = tree
    self.kinds = kinds
    self.cues = cues
    self.isUnasserted = isUnasserted
    features = FactualityFeatures(tree, cues: cues)
  }

  /// What the sentence says of `clause`'s factuality, as its speaker puts it.
  func factuality(of clause: Clause) -> Factuality {
    var result = clause.kind == .event ? Factuality() : own(clause.predicate)
    for word in clause.chain {
      let above = own(word)
      result.isDenied = result.isDenied != above.isDenied
      result.weaken(to: above.certainty)
      apply(controller: word, to: &result)
    }
    if clause.kind == .event || clause.kind == .apposition {
      applyNominalContext(of: clause, to: &result)
    } else {
      result.weaken(to: conditionBelow(clause, result))
      applyContext(of: clause.head, to: &result)
      // "sought to leave": the seeking is what is said.
      weigh(clause.head, &result)
    }
    return result
  }

  /// What the predicate's own words say, those that it shares with the conjunct before it included.
  func own(_ word: Int) -> Factuality {
    var result = Factuality(isDenied: Negation(tree: tree, cues: cues).negates(word))
    result.certainty = Modality(tree: tree, cues: cues).certainty(of: word, isDenied: result.isDenied)
    if let first = sharedConjunct(of: word) {
      let shared = own(first)
      if !isContrast(word) { result.isDenied = result.isDenied || shared.isDenied }
      result.weaken(to: shared.certainty)
    }
    return result
  }

  /// The conjunct before `word` whose auxiliaries it shares: "can lie low and recruit", "is not weak or small".
  private func sharedConjunct(of word: Int) -> Int? {
    guard tree.tokens[word].dependency == .conj, let first = tree.head(of: word), kinds[first] == kinds[word] else {
      return nil
    }
    let hasOwn = tree.children(of: word).contains {
      let dependency = tree.tokens[$0].dependency
      return dependency == .aux || dependency == .cop || dependency == .auxPass || dependency.isSubject
    }
    if hasOwn { return nil }
    return tree.tokens[word].tag != .verb || tree.tokens[word].fineTag == tree.tokens[first].fineTag ? first : nil
  }

  private func isContrast(_ word: Int) -> Bool {
    tree.children(of: word).contains { tree.tokens[$0].dependency == .cc && tree.lemmas[$0] == "but" }
  }

  private func apply(controller word: Int, to result: inout Factuality) {
    let lemma = tree.lemmas[word]
    // "has yet to answer"
    if word + 1 < tree.count, tree.lemmas[word + 1] == "yet", lemma == "have" || lemma == "be" {
      result.isDenied.toggle()
      return
    }
    if cues.lists(lemma, in: .failingVerbs) { result.isDenied.toggle() }
    // "has to leave", "is going to leave"; in "wants to leave" the wanting is what is said.
    if Self.modal.contains(lemma), let value = cues.value(of: lemma, in: .modalVerbs).flatMap(Certainty.init(rawValue:))
    {
      result.weaken(to: value)
    }
    if let value = cues.value(of: lemma, in: .raisingAdjectives), kinds[word] == .copula {
      apply(scale: value, to: &result)
    } else if let value = cues.value(of: lemma, in: .opinionVerbs), tree.has(.auxPass, below: word) {
      apply(scale: value, to: &result)
    } else if cues.lists(lemma, in: .reportingVerbs), tree.has(.auxPass, below: word) {
      // "is said to have fled"
      result.weaken(to: .probable)
    } else if Self.seeming.contains(lemma) {
      result.weaken(to: .probable)
    }
  }

  func apply(scale: String, to result: inout Factuality) {
    let words = scale.split(separator: " ").map(String.init)
    if words.last == "not" { result.isDenied.toggle() }
    if let certainty = words.first.flatMap(Certainty.init(rawValue:)) { result.weaken(to: certainty) }
  }

  /// "If …, it will …": what depends on a condition is supposed only; "could" says so itself.
  private func conditionBelow(_ clause: Clause, _ own: Factuality) -> Certainty {
    var word: Int? = clause.head
    while let current = word {
      for child in tree.children(of: current) {
        if tree.tokens[child].dependency == .advcl, isConditional(child) {
          return own.certainty == .possible ? .possible : .unknown
        }
        if tree.tokens[child].dependency == .obl, tree.markerText(of: child) == "without", isFuture(current) {
          return .unknown
        }
      }
      // A condition before the first conjunct holds for all.
      word = tree.tokens[current].dependency == .conj ? tree.head(of: current) : nil
    }
    return .certain
  }

  func isConditional(_ word: Int) -> Bool {
    let marks = tree.markerText(of: word, .mark)
    if cues.lists(marks, in: .conditionals) || marks.split(separator: " ").contains(where: { $0 == "if" }) {
      return true
    }
    guard let mark = tree.markers(of: word, .mark).first else { return isAsLongAs(word) }
    return cues.lists(tree.lemmas[mark], in: .conditionals)
      || tree.lemmas[mark] == "as" && mark > 0 && tree.lemmas[mark - 1] == "long"
  }

  /// "As long as …", where "long" is taken for an adverb of the main clause.
  private func isAsLongAs(_ word: Int) -> Bool {
    tree.children(of: word).contains { child in
      tree.tokens[child].dependency == .advmod && tree.lemmas[child] == "long" && child > 0
        && tree.lemmas[child - 1] == "as"
    }
  }

  private func isFuture(_ word: Int) -> Bool {
    tree.children(of: word).contains { tree.tokens[$0].dependency == .aux && tree.lemmas[$0] == "will" }
  }

  private static let modal: Set<String> = ["have", "need", "got", "go"]
  static let seeming: Set<String> = ["seem", "appear"]
}

extension FactualityRule {
  /// What the sentence says of the event that the predicate `word` alone names: in "tried to leave", the leaving, not
  /// the trying.
  func factuality(at word: Int) -> Factuality {
    var result = grammatical(word)
    weigh(word, &result)
    return result
  }

  /// The same as far as grammar and cue words tell.
  private func grammatical(_ word: Int) -> Factuality {
    var result = own(word)
    let clause = Clause(kind: kinds[word] ?? .verb, predicate: word, head: word)
    result.weaken(to: conditionBelow(clause, result))
    applyContext(of: word, to: &result)
    return result
  }

  /// What the model of factuality looks at for the predicate `word`.
  func features(of word: Int) -> [Int] { features.features(of: word, grammatical(word)) }

  /// Weakens what grammar holds for certain where the model of factuality is sure that it did not happen.
  private func weigh(_ word: Int, _ result: inout Factuality) {
    guard result == Factuality() else { return }
    if FactualityWeights.shipped.degree(features(of: word)) < Self.unlikely { result.weaken(to: .unknown) }
  }

  /// The degree below which about one in ten happened (UDS dev).
  private static let unlikely = -1.0
}
