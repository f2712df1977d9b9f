import ClaimModel
import Language

/// Cues that stand beside what they attribute, or below it.
extension AttributionRule {
  /// "…, he confirmed, …", "as he said", "according to X", "in her view" and "his view is that" beside or below `word`.
  func asides(at word: Int, except own: Int?) -> [Attribution] {
    tree.children(of: word).compactMap { child in
      child == own || own.map { isStatement($0, behind: child) } ?? false ? nil : aside(child)
    }
  }

  /// "The party won, the board said, but the rival rejected the result": what somebody else says behind an inserted `cue` is
  /// not said by the one before.
  func isStatement(_ conjunct: Int, behind cue: Int) -> Bool {
    guard tree.tokens[conjunct].dependency == .conj, cue < conjunct, isInsertedCue(cue),
      tree.child(of: conjunct, .nsubj, .nsubjPass).map({ $0 > cue }) ?? false
    else { return false }
    return cueLemma(of: conjunct, in: .reportingVerbs) != nil
      || [.contradictingVerbs, .denialVerbs].contains { cues.lists(tree.lemmas[conjunct], in: $0) }
  }

  /// The attribution that `child` gives to the word that it depends on.
  func aside(_ child: Int) -> Attribution? {
    switch tree.tokens[child].dependency {
    case .parataxis where isInsertedCue(child): return statement(by: child)
    case .advcl where isComparedCue(child): return statement(by: child).flatMap { $0.source == nil ? nil : $0 }
    case .obl, .advcl, .nmod: return phrasalCue(child)
    case .nsubjOuter: return ownedNoun(child, in: .reportingNouns)
    default: return nil
    }
  }

  /// A verb of saying set in beside what is said: "…, he confirmed, …".
  func isInsertedCue(_ word: Int) -> Bool {
    guard tree.tokens[word].dependency == .parataxis, reading.kinds[word] == .verb,
      let lemma = cueLemma(of: word, in: .reportingVerbs) ?? cueLemma(of: word, in: .opinionVerbs)
    else { return false }
    return !isPassive(word) && tree.child(of: word, .nsubj) != nil && tree.child(of: word, .ccomp, .parataxis) == nil
      && (tree.child(of: word, .obj) == nil || cues.lists(lemma, in: .addressingVerbs))
  }

  /// "as the minister said", "as reported by the ministry".
  func isComparedCue(_ word: Int) -> Bool {
    tree.tokens[word].dependency == .advcl && tree.markerText(of: word, .mark) == "as"
      && cueLemma(of: word, in: .reportingVerbs) != nil && tree.child(of: word, .ccomp, .obj) == nil
      && !isBehindNegator(word)
  }

  /// "did not, as the papers reported, find": what was reported is not what is said.
  private func isBehindNegator(_ word: Int) -> Bool {
    guard let mark = tree.markers(of: word, .mark).first, mark > 1 else { return false }
    return tree.tokens[mark - 1].form == "," && ["not", "n't", "n’t", "never"].contains(tree.lemmas[mark - 2])
  }

  /// "according to X", "in her view", "by his own account".
  private func phrasalCue(_ word: Int) -> Attribution? {
    let marker = tree.markerText(of: word)
    guard tree.tokens[word].tag.isNominal else { return nil }
    if let value = cues.value(of: marker, in: .attributingPhrases) {
      if isNorm(word) { return nil }
      return Attribution(source: word, cue: marker, cueWord: word, stance: Stance(rawValue: value) ?? .reports)
    }
    guard ["in", "by", "from"].contains(marker), var attribution = ownedNoun(word, in: .viewingNouns) else {
      return nil
    }
    attribution.cue = marker + " " + attribution.cue
    return attribution
  }

  /// "do justice according to the law": what is done as a rule asks for is not what the rule says, unless it is set off.
  private func isNorm(_ word: Int) -> Bool {
    guard let verb = tree.head(of: word), verb < word, Self.norms.contains(tree.lemmas[word]),
      let marker = tree.markers(of: word).first
    else { return false }
    return marker > 0 && tree.tokens[marker - 1].tag != .punct
  }

  private static let norms: Set<String> = [
    "law", "constitution", "rule", "regulation", "principle", "custom", "tradition", "plan", "schedule", "size", "age",
    "need", "ability", "order", "procedure", "protocol", "standard", "conscience", "will", "wish", "type", "weight",
  ]

  /// A noun of saying whose owner says it.
  private func ownedNoun(_ noun: Int, in section: CueTable.Section) -> Attribution? {
    guard let value = cues.value(of: tree.lemmas[noun], in: section), let owner = owner(of: noun),
      canSpeak(owner, verb: "say")
    else { return nil }
    return Attribution(
      source: owner, cue: tree.lemmas[noun], cueWord: noun, stance: Stance(rawValue: value) ?? .reports)
  }

  /// Whose saying the noun names: "X's claim", "the claim by X", "the view of X"; "made the claim" leaves it to the verb.
  private func owner(of noun: Int) -> Int? {
    if let owner = tree.child(of: noun, .nmodPoss) { return owner }
    let modifier = tree.children(of: noun).first { child in
      let marker = tree.markerText(of: child)
      return ["by", "from"].contains(marker) || marker == "of" && isSomebody(child)
    }
    if let modifier { return modifier }
    guard tree.tokens[noun].dependency == .obj, let verb = tree.head(of: noun),
      cues.lists(tree.lemmas[verb], in: .statingVerbs), let clause = reading.clause(of: verb)
    else { return nil }
    return clause.isPassive ? clause.subject : clause.surfaceSubject
  }

  /// "the claim that …", credited to whoever makes it; to nobody where that is not said.
  func nominalCue(_ noun: Int, of clause: Int) -> Attribution? {
    guard tree.tokens[noun].tag == .noun, ["that", "of", "whether"].contains(tree.markerText(of: clause, .mark)),
      let value = cues.value(of: tree.lemmas[noun], in: .reportingNouns), let stance = Stance(rawValue: value)
    else { return nil }
    let owner = owner(of: noun).flatMap { canSpeak($0, verb: "say") ? $0 : nil }
    return Attribution(source: owner, cue: tree.lemmas[noun], cueWord: noun, stance: stance)
  }

  /// "is adamant that …", "made it clear that …".
  func adjectivalCue(_ adjective: Int) -> Attribution? {
    guard tree.tokens[adjective].tag == .adj,
      let value = cues.value(of: tree.lemmas[adjective], in: .statingAdjectives),
      let source = reading.clause(of: maker(of: adjective) ?? adjective)?.surfaceSubject,
      !tree.has(.expl, below: adjective),
      canSpeak(source, verb: "say"), tree.lemmas[source] != "it", !factuality.own(adjective).isDenied
    else { return nil }
    return Attribution(
      source: source, cue: tree.lemmas[adjective], cueWord: adjective, stance: Stance(rawValue: value) ?? .reports)
  }

  /// The verb of "made it clear".
  private func maker(of adjective: Int) -> Int? {
    // "make sure that" asks for it.
    guard tree.tokens[adjective].dependency == .xcomp, tree.lemmas[adjective] == "clear",
      let verb = tree.head(of: adjective)
    else { return nil }
    return tree.lemmas[verb] == "make" ? verb : nil
  }
}
