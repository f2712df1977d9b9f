import ClaimModel
import Language

/// Tells whether a predicate is affirmed and how surely: from its own words, then from all that it depends on up to the
/// one who says it.
///
/// Grammar and cue words decide first: denials, modals, conditions, questions, demands. What they do not settle is
/// weighed by a model of how people read such predicates (`FactualityWeights`), which gives each a degree: what it holds
/// for less likely to have happened than not is unknown ("Thank you for *holding*", "there is *to be* a vote", advice and
/// offers without a modal); an infinitive that rather tells what came about is probable or possible ("took the time *to
/// explain* it").
struct FactualityRule {
  let tree: SyntaxTree
  let kinds: [Clause.Kind?]
  let cues: CueTable
  /// Whether the sentence asks, or is a heading.
  let isUnasserted: Bool
  /// Which clauses of a sentence that asks are asked.
  let questions: QuestionScope
  /// What the model of factuality looks at.
  private let features: FactualityFeatures

  /// The rule for the predicates of `tree`; `isUnasserted` says whether the sentence asks, or is a heading.
  init(tree: SyntaxTree, kinds: [Clause.Kind?], cues: CueTable, isUnasserted: Bool) {
    self.tree = tree
    self.kinds = kinds
    self.cues = cues
    self.isUnasserted = isUnasserted
    questions = QuestionScope(tree: tree)
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
    result.weaken(to: Modality(tree: tree, cues: cues).certainty(of: word, isDenied: result.isDenied))
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
    if fails(word) { result.isDenied.toggle() }
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

  /// "failed to leave", "denied leaving", "ruled out leaving": what is tied to it without a subject did not happen.
  func fails(_ word: Int) -> Bool { Self.fails(word, in: tree, cues: cues) }

  /// The same, for those who have no rule at hand.
  static func fails(_ word: Int, in tree: SyntaxTree, cues: CueTable) -> Bool {
    let particle = tree.child(of: word, .compoundPrt).map { " " + tree.lemmas[$0] } ?? ""
    let lemma = tree.lemmas[word] + particle
    return cues.lists(lemma, in: .failingVerbs) || cues.lists(lemma, in: .denialVerbs)
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
    // "even if roads remained bad": a concession.
    if isConcessive(word) { return false }
    if cues.lists(marks, in: .conditionals) || marks.split(separator: " ").contains(where: { $0 == "if" }) {
      return true
    }
    let markers = tree.markers(of: word, .mark)
    guard let mark = markers.first else { return isAsLongAs(word) }
    // "a question of whether he left"
    return markers.contains { cues.lists(tree.lemmas[$0], in: .conditionals) }
      || tree.lemmas[mark] == "as" && mark > 0 && tree.lemmas[mark - 1] == "long"
  }

  /// "even if", "even though".
  private func isConcessive(_ word: Int) -> Bool {
    guard let mark = tree.markers(of: word, .mark).first, isPastOrPresent(word) else { return false }
    return tree.lemmas[mark] == "if" && mark > 0 && tree.lemmas[mark - 1] == "even"
  }

  private func isPastOrPresent(_ word: Int) -> Bool {
    let own = [word] + tree.children(of: word).filter { [.aux, .cop, .auxPass].contains(tree.tokens[$0].dependency) }
    let tags = own.map { tree.tokens[$0].fineTag }
    return tags.contains { $0 == "VBD" || $0 == "VBZ" || $0 == "VBP" } && !tags.contains("MD")
  }

  /// "As long as …", where "long" is taken for an adverb of the main clause.
  private func isAsLongAs(_ word: Int) -> Bool {
    tree.children(of: word).contains { child in
      tree.tokens[child].dependency == .advmod && tree.lemmas[child] == "long" && child > 0
        && tree.lemmas[child - 1] == "as"
    }
  }

  private func isFuture(_ word: Int) -> Bool {
    tree.children(of: word).contains {
      tree.tokens[$0].dependency == .aux && ["will", "shall", "'ll", "’ll"].contains(tree.lemmas[$0])
    }
  }

  /// Whether `word` is told of the future: "will leave and return", "is going to leave".
  func liesAhead(_ word: Int) -> Bool {
    if isFuture(word) { return true }
    guard let parent = tree.head(of: word) else { return false }
    switch tree.tokens[word].dependency {
    case .xcomp: return tree.lemmas[parent] == "go" && tree.tokens[parent].fineTag == "VBG" || liesAhead(parent)
    case .conj: return sharedConjunct(of: word) == parent && liesAhead(parent)
    default: return false
    }
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

  /// Gives what is affirmed and not settled the certainty of its degree. What is stated is certain or unknown, for no word
  /// puts it as less than certain; what an infinitive leaves open is probable at most, for nobody states it.
  private func weigh(_ word: Int, _ result: inout Factuality) {
    guard !result.isDenied, !result.isSettled, !isStatement(word) else { return }
    let degree = FactualityWeights.shipped.degree(features(of: word))
    if result.certainty == .certain {
      if degree < 0 { result.certainty = .unknown }
    } else if let level = Self.levels.first(where: { degree >= $0.least }) {
      result.certainty = level.certainty
    }
  }

  /// "Analysts warn that …": what is said is said, whether it happened or not.
  private func isStatement(_ word: Int) -> Bool {
    isReport(word) && !tree.isNonFinite(word) && tree.head(of: word) == nil
      && tree.children(of: word).contains { tree.tokens[$0].dependency == .ccomp }
  }

  /// The least degree for each certainty: of UDS dev's predicates with that degree nine in ten, seven in ten happened.
  private static let levels: [(least: Double, certainty: Certainty)] = [(1.5, .probable), (0.5, .possible)]
}
