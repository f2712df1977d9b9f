import Language

/// Verbs that were taken for another part of speech.
extension TreeMender {
  /// Gives words that can only be verbs, adverbs or parts of a noun their part of speech.
  mutating func mendWords() {
    for word in tokens.indices {
      mendNounOrVerb(at: word)
      if isVerbTakenForNoun(word) { makeVerb(word) }
      if isPassiveTakenForAdjective(word) { makePassive(word) }
      if tokens[word].tag == .verb, let lemma = cues.value(of: tokens[word].form.lowercased(), in: .irregularVerbs) {
        setLemma(lemma, of: word)
      }
      freeDue(word)
      if let noun = nounDescribed(byGerund: word) { makeDescription(word, of: noun) }
      if let noun = namedOffice(behind: word) { makeElection(word, to: noun) }
      if isAdverbTakenForNoun(word) { makeAdverb(word) }
      if isSplitCompound(word) { joinCompound(word) }
      if isRecipientBeforeSum(word), let sum = tokens[word].head, let verb = tokens[sum].head {
        for child in children(of: sum) where child < word { attach(child, to: word, as: tokens[child].dependency) }
        attach(word, to: verb, as: .iobj)
      }
      if isStateTakenForVerb(word), let noun = tokens[word].head, let verb = tokens[noun].head {
        tokens[word].tag = .adj
        tokens[word].fineTag = "JJ"
        setLemma(tokens[word].form.lowercased(), of: word)
        attach(word, to: verb, as: .xcomp)
      }
      if isUndone(word) {
        tokens[word].tag = .adj
        tokens[word].fineTag = "JJ"
        setLemma(tokens[word].form.lowercased(), of: word)
      }
      splitSubject(of: word)
      joinFew(word)
    }
  }

  /// Sets the dictionary form of `word`.
  mutating func setLemma(_ lemma: String, of word: Int) {
    tokens[word].lemma = lemma
    lemmas[word] = lemma
  }

  /// "The museum houses one of them": what has a subject and an object and no copula is a verb.
  private func isVerbTakenForNoun(_ word: Int) -> Bool {
    guard tokens[word].tag == .noun else { return false }
    let before = children(of: word).first { tokens[$0].dependency == .nsubj && $0 < word } ?? -1
    let isNounPhrase = children(of: word).contains {
      $0 < word && $0 > before && [.det, .nmodPoss, .caseMarker, .amod].contains(tokens[$0].dependency)
    }
    guard !isNounPhrase, !has(.cop, below: word) else { return false }
    // "women who smoke"
    if tokens[word].dependency == .aclRelcl, word > 0, tokens[word - 1].fineTag == "WP", tokens[word - 1].head == word {
      return true
    }
    if isThirdPerson(word) { return true }
    let object = children(of: word).contains { tokens[$0].dependency == .obj && $0 > word }
    let subject = children(of: word).contains { tokens[$0].dependency == .nsubj && $0 < word }
    let infinitive = children(of: word).contains { tokens[$0].dependency == .mark && lemmas[$0] == "to" && $0 < word }
    // "detects drones and jams their signals"
    let isNext =
      tokens[word].dependency == .conj && tokens[word].fineTag == "NNS" && has(.cc, below: word)
      && (tokens[word].head.map { tokens[$0].fineTag == "VBZ" } ?? false)
    return object && (subject || infinitive || isNext)
  }

  /// "found that the variant spreads faster": a plural right behind a subject in the singular, with neither copula nor
  /// article.
  private func isThirdPerson(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "NNS", [.root, .ccomp, .conj, .parataxis, .advcl].contains(tokens[word].dependency),
      let subject = children(of: word).first(where: { tokens[$0].dependency == .nsubj }), subject < word,
      ["NN", "NNP", "JJ"].contains(tokens[subject].fineTag) || tokens[subject].form == "%",
      !has(.compound, .nummod, .aux, .auxPass, below: word)
    else { return false }
    return isWithin(word - 1, subject) || tokens[word - 1].tag == .adv
  }

  private mutating func makeVerb(_ word: Int) {
    let form = tokens[word].form.lowercased()
    let hasAuxiliary = has(.aux, below: word)
    tokens[word].tag = .verb
    let subject = children(of: word).first { tokens[$0].dependency == .nsubj }
    for child in children(of: word) {
      if child > word, tokens[child].dependency == .nmod { tokens[child].dependency = .obl }
      // What stands before the subject is the subject's.
      let isOfNoun = [.det, .amod, .nmodPoss, .compound].contains(tokens[child].dependency)
      if isOfNoun, let subject, child < subject { attach(child, to: subject, as: tokens[child].dependency) }
    }
    switch tokens[word].fineTag {
    case "NNS":
      tokens[word].fineTag = "VBZ"
      let lemma = lemmas[word]
      if lemma + "s" != form, lemma + "es" != form, !form.hasSuffix("ies") {
        setLemma(String(form.dropLast()), of: word)
      }
    case _ where cues.lists(form, in: .irregularVerbs) || form.hasSuffix("ed"):
      tokens[word].fineTag = hasAuxiliary ? "VBN" : "VBD"
      if form.hasSuffix("ed") { setLemma(String(form.dropLast(2)), of: word) }
    default: tokens[word].fineTag = has(.mark, below: word) ? "VB" : "VBP"
    }
  }

  /// "It was alleged that …", "has lent": an auxiliary has a verb.
  private func isPassiveTakenForAdjective(_ word: Int) -> Bool {
    tokens[word].tag == .adj && (participleLemma(of: word) != nil) && !has(.cop, below: word)
      && children(of: word).contains { child in
        tokens[child].dependency == .auxPass || tokens[child].dependency == .aux && lemmas[child] == "have"
      }
  }

  private func participleLemma(of word: Int) -> String? {
    let form = tokens[word].form.lowercased()
    if let lemma = cues.value(of: form, in: .irregularVerbs) { return lemma }
    guard form.hasSuffix("ed") else { return nil }
    let stems = [String(form.dropLast(1)), String(form.dropLast(2))]
    if let known = stems.first(where: { stem in Self.verbs.contains { cues.lists(stem, in: $0) } }) { return known }
    // "are sustained by heat": with somebody or something that does it, it is a passive, whatever the verb.
    guard has(.oblAgent, below: word), has(.auxPass, below: word) else { return nil }
    return Self.silentEnds.contains { stems[1].hasSuffix($0) } ? stems[0] : stems[1]
  }

  /// Ends of stems behind which a verb has a silent e: "forced", "created", "required".
  private static let silentEnds = [
    "c", "v", "g", "u", "z", "s", "at", "it", "ir", "ur", "bl", "pl", "tl", "id", "ud", "od",
  ]

  private mutating func makePassive(_ word: Int) {
    guard let lemma = participleLemma(of: word) else { return }
    tokens[word].tag = .verb
    tokens[word].fineTag = "VBN"
    setLemma(lemma, of: word)
  }

  /// "was elected mayor of Lagos": the office that a verb of naming gives, taken for a predicate that it describes.
  private func namedOffice(behind word: Int) -> Int? {
    guard tokens[word].dependency == .amod, ["VBN", "JJ"].contains(tokens[word].fineTag), let noun = tokens[word].head,
      noun > word, word > 0, namingLemma(of: word) != nil, tokens[noun].fineTag != "NNS",
      let copula = children(of: noun).first(where: { tokens[$0].dependency == .cop }), copula < word,
      tokens[copula..<word].allSatisfy({ [.aux, .verb, .adv].contains($0.tag) }), has(.nsubj, below: noun)
    else { return nil }
    return noun
  }

  private func namingLemma(of word: Int) -> String? {
    let form = tokens[word].form.lowercased()
    return Self.naming.first { form == $0 + "ed" || form == $0 + "d" }
  }

  private mutating func makeElection(_ verb: Int, to office: Int) {
    guard let lemma = namingLemma(of: verb) else { return }
    tokens[verb].head = tokens[office].head
    tokens[verb].dependency = tokens[office].dependency
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBN"
    setLemma(lemma, of: verb)
    for child in children(of: office) where child != verb {
      let isTime =
        tokens[child].dependency == .nmod && children(of: child).allSatisfy { $0 < child } && isTimeWord(child)
      let isOfClause = [.punct, .conj, .cc, .advcl, .parataxis, .ccomp].contains(tokens[child].dependency)
      guard child < verb || isOfClause || isTime else { continue }
      tokens[child].head = verb
      switch tokens[child].dependency {
      case .cop: tokens[child].dependency = .auxPass
      case .nsubj: tokens[child].dependency = .nsubjPass
      case .nmod: tokens[child].dependency = .obl
      default: break
      }
    }
    tokens[office].head = verb
    tokens[office].dependency = .xcomp
  }

  /// "is due to begin": before an infinitive, "due to" is no preposition.
  private mutating func freeDue(_ due: Int) {
    guard lemmas[due] == "due", due + 2 < tokens.count, lemmas[due + 1] == "to",
      let verb = [tokens[due].head, tokens[due + 1].head].compactMap({ $0 }).first(where: { $0 > due + 1 }),
      tokens[verb].fineTag == "VB", tokens[verb].tag == .verb,
      children(of: verb).contains(where: { tokens[$0].dependency == .cop && $0 < due })
    else { return }
    for child in children(of: verb) where tokens[child].dependency == .cop { tokens[child].dependency = .aux }
    attach(due, to: verb, as: .advmod)
    if tokens[verb].dependency == .acl, hasSubject(verb) { tokens[verb].dependency = .aclRelcl }
    tokens[due + 1].head = verb
    tokens[due + 1].dependency = .mark
  }

  /// "the forces of neighbouring Tervia": between a preposition or an article and a noun it describes that noun.
  private func nounDescribed(byGerund word: Int) -> Int? {
    guard tokens[word].tag == .verb, tokens[word].fineTag == "VBG", word > 0, word + 1 < tokens.count,
      Self.describing.contains(tokens[word].form.lowercased()), tokens[word].dependency != .amod,
      [.adp, .det, .sconj].contains(tokens[word - 1].tag), children(of: word).isEmpty
    else { return nil }
    var noun = word + 1
    while [.compound, .amod].contains(tokens[noun].dependency), let head = tokens[noun].head, head > noun {
      noun = head
    }
    return tokens[noun].tag == .noun || tokens[noun].tag == .propn ? noun : nil
  }

  private mutating func makeDescription(_ word: Int, of noun: Int) {
    tokens[word].tag = .adj
    tokens[word].fineTag = "JJ"
    setLemma(tokens[word].form.lowercased(), of: word)
    attach(word, to: noun, as: .amod)
    // "of", taken for the conjunction of a gerund
    if tokens[word - 1].tag == .sconj {
      tokens[word - 1].tag = .adp
      attach(word - 1, to: noun, as: .caseMarker)
    }
  }

  /// Adjectives that look like participles.
  private static let describing: Set<String> = [
    "neighbouring", "neighboring", "surrounding", "remaining", "existing", "ongoing", "incoming", "outgoing", "leading",
    "ruling", "governing", "opposing", "competing", "rising", "falling", "growing", "mounting", "warring", "adjoining",
  ]

  private func isTimeWord(_ word: Int) -> Bool {
    tokens[word].tag == .num && tokens[word].form.utf8.count == 4 || Calendar.month(named: tokens[word].form) != nil
  }

  /// "dropped sharply"
  private func isAdverbTakenForNoun(_ word: Int) -> Bool {
    guard tokens[word].tag == .noun, [.xcomp, .obj, .oblUnmarked].contains(tokens[word].dependency), word > 0,
      tokens[word].form.hasSuffix("ly"), tokens[word].form.utf8.count > 5, tokens[word].fineTag == "NN",
      tokens[word].head == word - 1, tokens[word - 1].tag == .verb
    else { return false }
    return children(of: word).isEmpty && !Self.nounsInLy.contains(lemmas[word])
  }

  /// "sold undiluted", "remain unanswered": a participle of what was not done is an adjective.
  private func isUndone(_ word: Int) -> Bool {
    let form = tokens[word].form.lowercased()
    guard tokens[word].tag == .verb, tokens[word].fineTag == "VBN", form.hasPrefix("un"), form.hasSuffix("ed"),
      [.acl, .advcl, .xcomp].contains(tokens[word].dependency), !has(.aux, .auxPass, .oblAgent, .obj, below: word)
    else { return false }
    return !Self.undoings.contains { form.hasPrefix($0) }
  }

  /// How verbs begin that say what is done: "unveiled".
  private static let undoings: [String] = [
    "under", "unit", "unif", "unl", "unv", "uncov", "unear", "unf", "unrav", "unwr", "unpack", "unplug",
  ]

  /// "left interest rates unchanged"
  private func isStateTakenForVerb(_ word: Int) -> Bool {
    guard tokens[word].form.hasPrefix("un"), tokens[word].form.hasSuffix("ed"), tokens[word].dependency == .acl,
      let noun = tokens[word].head, noun == word - 1, tokens[noun].dependency == .obj, let verb = tokens[noun].head
    else { return false }
    return ["leave", "keep", "find", "hold", "render"].contains(lemmas[verb])
  }

  /// "Shares fell after the head sold stock" with the shares as the subject of selling: the first verb has none else, and
  /// the noun behind the conjunction is that of the second.
  private mutating func splitSubject(of second: Int) {
    guard tokens[second].dependency == .advcl, tokens[second].tag == .verb, let first = tokens[second].head,
      first < second, tokens[first].tag == .verb, !hasSubject(first), isFinite(first),
      let subject = children(of: second).first(where: { tokens[$0].dependency == .nsubj }), subject < first,
      let noun = children(of: first).last(where: { tokens[$0].dependency == .obl && $0 > first && $0 < second }),
      let mark = children(of: noun).first(where: { tokens[$0].dependency == .caseMarker }),
      ["after", "before", "since", "until", "as", "while"].contains(lemmas[mark])
    else { return }
    attach(subject, to: first, as: .nsubj)
    attach(noun, to: second, as: has(.auxPass, below: second) ? .nsubjPass : .nsubj)
    attach(mark, to: second, as: .mark)
  }

  private mutating func makeAdverb(_ word: Int) {
    tokens[word].tag = .adv
    tokens[word].fineTag = "RB"
    tokens[word].dependency = .advmod
  }

  /// "cut its profit forecast", "reached 47 degrees Celsius": two nouns side by side are one, unless a verb of naming gives
  /// the first the name of the second.
  private func isSplitCompound(_ word: Int) -> Bool {
    guard tokens[word].dependency == .xcomp, [.noun, .propn].contains(tokens[word].tag), word > 0,
      tokens[word - 1].dependency == .obj, tokens[word - 1].head == tokens[word].head, tokens[word - 1].tag == .noun,
      let verb = tokens[word].head, verb < word - 1, tokens[verb].tag == .verb
    else { return false }
    return !Self.naming.contains(lemmas[verb])
      && !["make", "consider", "find", "keep", "leave", "think", "believe", "prove", "deem"].contains(lemmas[verb])
      && children(of: word).allSatisfy { $0 > word }
  }

  private mutating func joinCompound(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    let first = word - 1
    if tokens[word].tag == .propn { return attach(word, to: first, as: .flat) }
    tokens[word].dependency = .obj
    for child in children(of: first) { tokens[child].head = word }
    tokens[first].head = word
    tokens[first].dependency = .compound
    tokens[word].head = verb
  }

  /// "has lent Kenya $3.6bn": a name right before a sum of money gets it.
  private func isRecipientBeforeSum(_ word: Int) -> Bool {
    let isDefinite = word > 0 && tokens[word - 1].dependency == .det
    guard tokens[word].dependency == .compound, tokens[word].tag == .propn || isDefinite, let sum = tokens[word].head,
      sum == word + 1, tokens[sum].form == "$" || tokens[sum].form == "€" || tokens[sum].form == "£",
      tokens[sum].dependency == .obj, let verb = tokens[sum].head, verb < word
    else { return false }
    return cues.lists(lemmas[verb], in: .givingVerbs)
  }

  /// "Few if any convoys have arrived": what was taken for a condition only weakens the number.
  private mutating func joinFew(_ few: Int) {
    guard ["few", "little"].contains(lemmas[few]), few + 3 < tokens.count, lemmas[few + 1] == "if",
      lemmas[few + 2] == "any", let verb = tokens[few + 1].head, verb > few + 2, verb != few
    else { return }
    let subject = children(of: verb).first { tokens[$0].dependency.isSubject }
    guard let noun = tokens[few + 2].dependency == .det ? tokens[few + 2].head : subject, noun > few + 2 else { return }
    if tokens[verb].head == few {
      let isSaid = tokens[few].dependency == .obj && tokens[few].head.map { isCue($0) } ?? false
      tokens[verb].head = tokens[few].head
      tokens[verb].dependency = isSaid ? .ccomp : tokens[few].dependency
      for child in children(of: few) where child != verb { tokens[child].head = verb }
    }
    tokens[few].head = noun
    tokens[few].dependency = .advmod
    tokens[few + 1].head = few
    tokens[few + 1].dependency = .fixed
    tokens[few + 2].head = noun
    tokens[few + 2].dependency = .det
  }

  private static let verbs: [CueTable.Section] = [
    .reportingVerbs, .evidenceVerbs, .opinionVerbs, .transitiveVerbs, .givingVerbs, .movementVerbs, .denialVerbs,
  ]
  private static let nounsInLy: Set<String> = [
    "family", "supply", "assembly", "reply", "anomaly", "monopoly", "butterfly", "italy", "jelly", "belly", "bully",
    "homily", "melancholy", "subassembly", "rally", "sicily", "firefly", "elderly", "weekly", "monthly", "quarterly",
  ]
}
