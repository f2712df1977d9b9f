import ClaimModel
import Language

/// Finds the chain of attribution of a clause: indirect and direct speech, "according to", participles, nominal cues.
///
/// Everything below the content of a statement is credited to whoever makes it; a verb of showing counts only where its
/// subject can speak. "I think" is no attribution of its own: who says it is the one who is quoted, or the author.
struct AttributionRule {
  let reading: SentenceReading
  let cues: CueTable
  let factuality: FactualityRule

  var tree: SyntaxTree { reading.tree }

  /// The attributions of what `clause` states, the outermost first: "claims to be" has one within the clause itself.
  func chain(of clause: Clause) -> [Attribution] {
    chain(above: clause.head) + clause.chain.compactMap { controllingCue($0, of: clause) }
  }

  /// The attributions of what `word` heads, the outermost first.
  func chain(above word: Int) -> [Attribution] {
    var found: [Attribution] = []
    var current = word
    var previous: Int?
    while true {
      found.append(contentsOf: asides(at: current, except: previous))
      guard let parent = tree.head(of: current) else { break }
      previous = current
      if let attribution = attribution(of: current, under: parent) { found.append(attribution) }
      current = parent
    }
    return found.reversed().filter { !isFirstPerson($0.source) }
  }

  /// The content of the statement that `verb` makes: the heads of the clauses that it introduces.
  func contents(of verb: Int) -> [Int] {
    tree.children(of: verb).filter { child in
      switch tree.tokens[child].dependency {
      case .ccomp, .csubj, .csubjPass: reading.kinds[child] != nil
      // "call for her to go"
      case .advcl, .xcomp: reading.kinds[child] != nil && isActWished(child, of: verb)
      case .parataxis: reading.kinds[child] != nil && isSpeech(child, of: verb)
      default: false
      }
    }
  }

  private func isActWished(_ act: Int, of verb: Int) -> Bool {
    Self.wishing.contains(tree.lemmas[verb]) && tree.isInfinitive(act)
      && tree.markerText(of: act, .mark).hasPrefix("for")
      && tree.child(of: act, .nsubj, .nsubjPass) != nil && tree.child(of: verb, .obj) == nil
  }

  private static let wishing: Set<String> = [
    "call", "ask", "wait", "plead", "push", "press", "appeal", "long", "hope", "arrange", "pray", "campaign", "lobby",
  ]

  /// "know what he has done", "ask who came": the clause that says what is known or asked where it states nothing itself.
  func question(of clause: Clause) -> Int? {
    let sections: [CueTable.Section] = [.reportingVerbs, .knowledgeVerbs, .evidenceVerbs, .demandVerbs, .opinionVerbs]
    guard clause.kind == .verb else { return nil }
    if !sections.contains(where: { cues.lists(tree.lemmas[clause.predicate], in: $0) }) {
      // "decide who owns it"
      let next = clause.predicate + 1
      return tree.child(of: clause.predicate, .ccomp).flatMap { content in
        content > next && ["WP", "WDT", "WRB", "WP$"].contains(tree.tokens[next].fineTag)
          && tree.isWord(next, within: content)
          ? content : nil
      }
    }
    // "Who stood up for the values they charged us to keep?" is not what they charged.
    return tree.child(of: clause.predicate, .ccomp).flatMap { $0 > clause.predicate ? $0 : nil }
  }

  /// The clause beside which the inserted cue `verb` stands: "These reports, he confirmed, are accurate".
  func statedBeside(_ verb: Int) -> Int? {
    isInsertedCue(verb) || isComparedCue(verb) ? tree.head(of: verb) : nil
  }

  /// The attribution that `word`, a child of `parent`, has from it.
  func attribution(of word: Int, under parent: Int) -> Attribution? {
    switch tree.tokens[word].dependency {
    case .ccomp: return statement(by: parent) ?? adjectivalCue(parent)
    case .xcomp, .csubj, .csubjPass: return isPassive(parent) ? statement(by: parent) : nil
    case .parataxis: return isSpeech(word, of: parent) ? statement(by: parent) : nil
    case .acl: return nominalCue(parent, of: word)
    case .obj: return statesEvent(word, under: parent) ? statement(by: parent) : nil
    case .advcl:
      // "accused the army of firing first"
      let accuses = tree.lemmas[parent] == "accuse" && ["of", "with"].contains(tree.markerText(of: word, .mark))
      return accuses ? statement(by: parent) : nil
    default: return nil
    }
  }

  /// "confirmed the killing of ten men", "denied the presence of troops": the event is what is said.
  private func statesEvent(_ noun: Int, under verb: Int) -> Bool {
    (cueLemma(of: verb, in: .reportingVerbs) != nil || cues.lists(tree.lemmas[verb], in: .contradictingVerbs))
      && reading.clauses.contains { $0.kind == .event && $0.head == noun }
  }

  func isPassive(_ word: Int) -> Bool { tree.child(of: word, .auxPass, .nsubjPass) != nil }

  /// Direct speech as a clause beside the verb: a verb of saying that has no content else.
  private func isSpeech(_ word: Int, of parent: Int) -> Bool {
    cueLemma(of: parent, in: .reportingVerbs) != nil && tree.child(of: parent, .ccomp) == nil
      && !hasObject(parent) && tree.child(of: parent, .nsubj) != nil && !isInsertedCue(word)
      && !tree.tokens[min(parent, word)..<word].contains { $0.form == ";" }
  }

  /// Whether the verb has an object that is no one who is told.
  private func hasObject(_ verb: Int) -> Bool {
    tree.has(.obj, below: verb) && !cues.lists(tree.lemmas[verb], in: .addressingVerbs)
  }

  /// The verb's lemma, with its particle where that makes it what the section lists: "point out".
  func cueLemma(of verb: Int, in section: CueTable.Section) -> String? {
    let lemma = tree.lemmas[verb]
    if let particle = tree.child(of: verb, .compoundPrt) {
      let both = lemma + " " + tree.lemmas[particle]
      if cues.lists(both, in: section) { return both }
    }
    return cues.lists(lemma, in: section) ? lemma : nil
  }

  /// The statement that `verb` makes of its content; nil where it is no verb of saying or thinking, or nobody speaks.
  func statement(by verb: Int) -> Attribution? {
    let reported = cueLemma(of: verb, in: .reportingVerbs)
    let lemma = reported ?? tree.lemmas[verb]
    guard reading.kinds[verb] == .verb,
      reported != nil || factuality.isReport(verb) || cues.lists(lemma, in: .demandVerbs)
    else { return nil }
    let own = factuality.own(verb)
    // What somebody must acknowledge is the article's own claim.
    if own.certainty == .unknown || own.isDenied { return nil }
    let clause = reading.clause(of: verb)
    // "was asked to vote": who is asked says nothing.
    let isPassive = isPassive(verb) || clause?.predicate == verb && clause?.isPassive ?? false
    let agent = clause?.predicate == verb ? clause?.subject : tree.child(of: verb, .oblAgent)
    let source = isPassive ? agent : clause?.surfaceSubject
    guard source.map({ canSpeak($0, verb: lemma) }) ?? isPassive else { return nil }
    return Attribution(source: source, cue: lemma, cueWord: verb, stance: stance(of: lemma))
  }

  private func stance(of lemma: String) -> Stance {
    if cues.lists(lemma, in: .knowledgeVerbs) { return .endorses }
    let value = cues.value(of: lemma, in: .reportingVerbs) ?? cues.value(of: lemma, in: .evidenceVerbs)
    return value.flatMap(Stance.init(rawValue:)) ?? .reports
  }

  private func isCommitment(_ verb: Int) -> Bool {
    !isPassive(verb) && cues.lists(tree.lemmas[verb], in: .intentionVerbs) && tree.lemmas[verb] != "claim"
  }

  /// "claims to be", "is said to have fled": the verb above the predicate that credits somebody with it.
  func controllingCue(_ verb: Int, of clause: Clause) -> Attribution? {
    // "promised to leave" tells what he promised, and is not his word.
    guard reading.kinds[verb] == .verb, verb != clause.predicate, !isCommitment(verb),
      let lemma = cueLemma(of: verb, in: .reportingVerbs)
        ?? (isPassive(verb) ? cueLemma(of: verb, in: .opinionVerbs) : nil)
    else { return nil }
    let own = factuality.own(verb)
    if own.certainty == .unknown || own.isDenied { return nil }
    if isPassive(verb) {
      return Attribution(
        source: tree.child(of: verb, .oblAgent), cue: lemma, cueWord: verb, stance: stance(of: lemma))
    }
    guard let source = clause.surfaceSubject, canSpeak(source, verb: lemma) else { return nil }
    return Attribution(source: source, cue: lemma, cueWord: verb, stance: stance(of: lemma))
  }
}
