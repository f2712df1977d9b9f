import ClaimModel
import Language

/// Finds the chain of attribution of a clause: indirect and direct speech, "according to", participles, nominal cues.
///
/// Everything below the content of a statement is credited to whoever makes it; a verb of showing counts only where its
/// subject can speak.
struct AttributionRule {
  let reading: SentenceReading
  let cues: CueTable
  let factuality: FactualityRule

  private var tree: SyntaxTree { reading.tree }

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
    return found.reversed()
  }

  /// The content of the statement that `verb` makes: the heads of the clauses that it introduces.
  func contents(of verb: Int) -> [Int] {
    tree.children(of: verb).filter { child in
      switch tree.tokens[child].dependency {
      case .ccomp, .csubj, .csubjPass: reading.kinds[child] != nil
      case .parataxis: reading.kinds[child] != nil && isSpeech(child, of: verb)
      default: false
      }
    }
  }

  /// The clause beside which the inserted cue `verb` stands: "These reports, he confirmed, are accurate".
  func statedBeside(_ verb: Int) -> Int? {
    tree.tokens[verb].dependency == .parataxis && isInsertedCue(verb) ? tree.head(of: verb) : nil
  }

  private func attribution(of word: Int, under parent: Int) -> Attribution? {
    switch tree.tokens[word].dependency {
    case .ccomp: return statement(by: parent)
    case .xcomp: return isPassive(parent) ? statement(by: parent) : nil
    case .csubj, .csubjPass: return isPassive(parent) ? statement(by: parent) : nil
    case .parataxis: return isSpeech(word, of: parent) ? statement(by: parent) : nil
    case .acl: return nominalCue(parent, of: word)
    case .aclRelcl, .advcl: return nil
    default: return nil
    }
  }

  private func isPassive(_ word: Int) -> Bool { tree.child(of: word, .auxPass, .nsubjPass) != nil }

  /// Direct speech as a clause beside the verb: a verb of saying that has no content else.
  private func isSpeech(_ word: Int, of parent: Int) -> Bool {
    cues.lists(tree.lemmas[parent], in: .reportingVerbs) && tree.child(of: parent, .ccomp, .obj) == nil
      && tree.child(of: parent, .nsubj) != nil && !isInsertedCue(word)
  }

  private func statement(by verb: Int) -> Attribution? {
    let lemma = tree.lemmas[verb]
    guard reading.kinds[verb] == .verb, factuality.isReport(verb) || cues.lists(lemma, in: .demandVerbs) else {
      return nil
    }
    let own = factuality.own(verb)
    // What somebody must acknowledge is the article's own claim.
    if own.certainty == .unknown || own.isDenied { return nil }
    let clause = reading.clause(of: verb)
    let source = clause.flatMap { $0.isPassive ? $0.subject : $0.surfaceSubject }
    guard source.map({ canSpeak($0, verb: lemma) }) ?? (clause?.isPassive ?? false) else { return nil }
    return Attribution(source: source, cue: lemma, cueWord: verb, stance: stance(of: lemma))
  }

  private func stance(of lemma: String) -> Stance {
    let value = cues.value(of: lemma, in: .reportingVerbs) ?? cues.value(of: lemma, in: .evidenceVerbs)
    return value.flatMap(Stance.init(rawValue:)) ?? .reports
  }

  /// "evidence", "the trend" say nothing themselves.
  private func canSpeak(_ source: Int, verb: String) -> Bool {
    let lemma = tree.lemmas[source]
    if let entity = reading.entity(at: source), reading.mention(at: source)?.isDemonym != true {
      return entity.kind != .other || tree.tokens[source].tag == .propn
    }
    if tree.tokens[source].tag == .pron {
      return !["it", "this", "that", "which", "what", "there", "you", "one"].contains(lemma)
    }
    if cues.lists(lemma, in: .sourceNouns) || cues.lists(lemma, in: .roleNouns) || cues.lists(lemma, in: .memberNouns) {
      return true
    }
    if cues.lists(lemma, in: .governmentNouns) || cues.lists(lemma, in: .groupNouns) { return true }
    return cues.lists(verb, in: .reportingVerbs) && !cues.lists(lemma, in: .silentNouns)
  }

  /// "…, he confirmed, …" and "according to X" beside or below `word`.
  private func asides(at word: Int, except own: Int?) -> [Attribution] {
    tree.children(of: word).compactMap { child in
      if child == own { return nil }
      switch tree.tokens[child].dependency {
      case .parataxis where isInsertedCue(child):
        return statement(by: child)
      case .obl, .advcl, .nmod:
        let marker = tree.markerText(of: child)
        guard let value = cues.value(of: marker, in: .attributingPhrases), tree.tokens[child].tag.isNominal else {
          return nil
        }
        return Attribution(source: child, cue: marker, cueWord: child, stance: Stance(rawValue: value) ?? .reports)
      default: return nil
      }
    }
  }

  private func isInsertedCue(_ word: Int) -> Bool {
    reading.kinds[word] == .verb && cues.lists(tree.lemmas[word], in: .reportingVerbs)
      && !isPassive(word) && tree.child(of: word, .nsubj) != nil
      && tree.child(of: word, .ccomp, .obj, .parataxis) == nil
  }

  /// "the claim that …", credited to whoever makes it where the noun has a possessor.
  private func nominalCue(_ noun: Int, of clause: Int) -> Attribution? {
    guard tree.tokens[noun].tag == .noun, tree.has(.mark, below: clause), !tree.isInfinitive(clause),
      let value = cues.value(of: tree.lemmas[noun], in: .reportingNouns), let stance = Stance(rawValue: value)
    else { return nil }
    let owner = tree.child(of: noun, .nmodPoss) ?? tree.children(of: noun).first { tree.markerText(of: $0) == "by" }
    guard let owner else { return nil }
    return Attribution(source: owner, cue: tree.lemmas[noun], cueWord: noun, stance: stance)
  }
}
