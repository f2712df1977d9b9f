import Language

/// Forms that agree with nothing: what a word's form cannot be beside those that it stands with.
extension TreeMender {
  /// Mends voices, tenses and parts of speech by the forms of what stands beside.
  mutating func mendAgreement() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .nsubjPass where isActive(word): tokens[word].dependency = .nsubj
      case .det where isQuantifiedSubject(word): makeSubject(word)
      case .det where isConjunctionBeforePlural(word): makeMark(word)
      case .advmod where isParticleOfVerb(word): attach(word, to: word - 1, as: .compoundPrt)
      case .nsubj where measureBefore(word) != nil:
        if let measure = measureBefore(word) { attach(word, to: measure, as: .nmodUnmarked) }
      case .nsubj where isShare(word), .nsubjPass where isShare(word): hangShare(word)
      case .obj where isPluralTakenForVerb(word): joinPlural(word)
      case .cop where isProgressive(word): tokens[word].dependency = .aux
      case .obl where isInfinitiveTakenForNoun(word): makeInfinitive(word)
      case .obl where isWholeOfShare(word): tokens[word].dependency = .nmod
      case .xcomp where isTiedComplement(word): tokens[word].dependency = .obl
      case .xcomp where isGerundOfState(word): makeObjectOfState(word)
      case .xcomp where isModifyingGerund(word): makeModifierOfObject(word)
      case .mark where nounOfParticiple(word) != nil: tieNounOfParticiple(word)
      case .mark where nounOfPartner(word) != nil: tiePartner(word)
      case .obj where isDistanceInTime(word): tokens[word].dependency = .oblUnmarked
      case .advmod where isAskedDegree(word): liftDegree(word)
      case .advmod where isStateBehindVerb(word): makeState(word)
      case .nmod where isMatterOfTime(word):
        if let time = tokens[word].head, let verb = tokens[time].head { attach(word, to: verb, as: .obl) }
      default: break
      }
    }
  }

  /// "trucks had crossed the border": nothing says that it was done to them.
  private func isActive(_ subject: Int) -> Bool {
    guard let verb = tokens[subject].head, verb > subject, tokens[verb].tag == .verb, !has(.auxPass, below: verb) else {
      return false
    }
    let auxiliaries = children(of: verb).filter { tokens[$0].dependency == .aux }
    if auxiliaries.contains(where: { lemmas[$0] == "be" || lemmas[$0] == "get" }) { return false }
    return auxiliaries.contains { lemmas[$0] == "have" } && tokens[verb].fineTag == "VBN"
      && !cues.lists(lemmas[verb], in: .transitiveVerbs)
  }

  /// "Some argue that it failed": what counts nothing is who argues.
  private func isQuantifiedSubject(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb == word + 1, tokens[verb].tag == .verb,
      ["VBP", "VBD", "VBZ"].contains(tokens[verb].fineTag), !hasSubject(verb)
    else { return false }
    return ["some", "many", "most", "all", "few", "several", "both"].contains(lemmas[word])
  }

  private mutating func makeSubject(_ word: Int) {
    tokens[word].dependency = .nsubj
    tokens[word].tag = .pron
  }

  /// "reported that trucks had crossed": before a plural, "that" points at nothing.
  private func isConjunctionBeforePlural(_ word: Int) -> Bool {
    guard lemmas[word] == "that", let noun = tokens[word].head, noun > word, tokens[noun].dependency.isSubject,
      ["NNS", "NNPS", "VBZ"].contains(tokens[noun].fineTag), let verb = tokens[noun].head, verb > noun,
      !has(.mark, .cc, below: verb)
    else { return false }
    return tokens[verb].dependency == .ccomp || tokens[verb].dependency == .conj && cueBefore(word) == tokens[verb].head
  }

  /// The verb of saying right before `word`, a particle between left out.
  private func cueBefore(_ word: Int) -> Int? {
    guard word > 1 else { return nil }
    let verb = tokens[word - 1].dependency == .compoundPrt ? word - 2 : word - 1
    return cues.lists(lemmas[verb], in: .reportingVerbs) || lemmas[verb] == "point" ? verb : nil
  }

  private mutating func makeMark(_ word: Int) {
    guard let noun = tokens[word].head, let verb = tokens[noun].head else { return }
    tokens[verb].dependency = .ccomp
    if tokens[noun].fineTag == "VBZ" {
      tokens[noun].tag = .noun
      tokens[noun].fineTag = "NNS"
    }
    tokens[word].tag = .sconj
    tokens[word].fineTag = "IN"
    attach(word, to: verb, as: .mark)
  }

  /// "lay off 700 people": a particle is the verb's before it, not the number's behind it.
  private func isParticleOfVerb(_ word: Int) -> Bool {
    guard word > 0, tokens[word].fineTag == "RP", tokens[word - 1].tag == .verb, let head = tokens[word].head else {
      return false
    }
    return head > word && tokens[head].tag != .verb
  }

  /// "those who work five nights a month had …": the time to which a number is related has no verb of its own.
  private func measureBefore(_ time: Int) -> Int? {
    guard time > 1, Self.periods.contains(lemmas[time]),
      ["a", "an", "per", "each", "every"].contains(lemmas[time - 1]),
      let verb = tokens[time].head, verb > time, tokens[time - 1].head == time,
      [.noun, .sym].contains(tokens[time - 2].tag),
      children(of: verb).contains(where: { tokens[$0].dependency.isSubject && $0 < time })
    else { return nil }
    return isWithin(time - 2, verb) ? time - 2 : nil
  }

  /// "laid off 700 people, most of them in Hamburg": a share behind a comma tells of whom it is one.
  private func isShare(_ word: Int) -> Bool {
    guard word > 1, tokens[word - 1].form == ",", let verb = tokens[word].head, verb < word, word + 2 < tokens.count,
      lemmas[word + 1] == "of", ["them", "which", "whom"].contains(tokens[word + 2].form.lowercased())
    else { return false }
    return children(of: verb).contains { tokens[$0].dependency.isSubject && $0 < verb }
  }

  private mutating func hangShare(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    let noun = children(of: verb).last { $0 < word && $0 > verb && tokens[$0].tag.isNominal }
    let place = children(of: verb).first { $0 > word && [.obl, .oblUnmarked].contains(tokens[$0].dependency) }
    attach(word, to: noun ?? verb, as: .dep)
    if let place, isWithin(word, noun ?? verb) { attach(place, to: word, as: .nmod) }
  }

  /// "most of their food"
  private func isWholeOfShare(_ word: Int) -> Bool {
    guard let share = tokens[word].head, share + 1 < word, lemmas[share + 1] == "of", tokens[share + 1].head == word
    else {
      return false
    }
    return ["most", "many", "some", "all", "several", "few", "much", "half", "more", "none", "each"].contains(
      lemmas[share])
  }

  /// "work night shifts": of two objects side by side, the second in a form of nouns, too, is what the first describes.
  private func isPluralTakenForVerb(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBZ", word > 0, tokens[word - 1].dependency == .obj,
      tokens[word - 1].head == tokens[word].head, tokens[word - 1].tag == .noun, !hasSubject(word)
    else { return false }
    return !has(.obj, .ccomp, .xcomp, below: word)
  }

  private mutating func joinPlural(_ word: Int) {
    tokens[word].tag = .noun
    tokens[word].fineTag = "NNS"
    for child in children(of: word - 1) { attach(child, to: word, as: tokens[child].dependency) }
    attach(word - 1, to: word, as: .compound)
  }

  /// "Everyone is suffering": before a gerund of which somebody is the subject, "is" is its auxiliary.
  private func isProgressive(_ copula: Int) -> Bool {
    guard lemmas[copula] == "be", let verb = tokens[copula].head, verb > copula, tokens[verb].fineTag == "VBG",
      tokens[verb].tag == .verb, !has(.det, .amod, .nsubjOuter, .csubj, .caseMarker, below: verb),
      tokens[(copula + 1)..<verb].allSatisfy({ [.adv, .part, .aux].contains($0.tag) }),
      let subject = children(of: verb).first(where: { tokens[$0].dependency == .nsubj }), subject < verb
    else { return false }
    return !cues.lists(lemmas[subject], in: .spelledOutNouns)
      && !Self.adjectives.contains(tokens[verb].form.lowercased())
  }

  /// "agreed to pay a sum to settle claims": what was taken for a noun behind "to" is an infinitive.
  private func isInfinitiveTakenForNoun(_ word: Int) -> Bool {
    guard word > 0, tokens[word].fineTag == "VB", tokens[word].tag == .verb, lemmas[word - 1] == "to",
      tokens[word - 1].head == word, let head = tokens[word].head
    else { return false }
    return head < word && tokens[head].tag.isVerbal
  }

  private mutating func makeInfinitive(_ word: Int) {
    guard let head = tokens[word].head else { return }
    tokens[word - 1].dependency = .mark
    tokens[word - 1].tag = .part
    tokens[word - 1].fineTag = "TO"
    tokens[word].dependency = tokens[head].tag == .adj ? .csubj : .advcl
    let object = children(of: head).first {
      $0 > word && [.obl, .oblUnmarked].contains(tokens[$0].dependency) && !hasPreposition($0)
        && tokens[$0].tag == .noun
        && isWithin(word + 1, $0)
    }
    if let object, !has(.obj, below: word) { attach(object, to: word, as: .obj) }
  }

  /// "remains outside the control of the state": a noun that a preposition ties completes nothing.
  private func isTiedComplement(_ noun: Int) -> Bool {
    guard tokens[noun].tag.isNominal, !has(.cop, .mark, .nsubj, below: noun),
      let preposition = children(of: noun).first(where: { tokens[$0].dependency == .caseMarker && $0 < noun }),
      let verb = tokens[noun].head, verb < noun, tokens[verb].tag == .verb
    else { return false }
    return !["as", "like", "'s", "’s"].contains(lemmas[preposition])
  }

  /// "how quickly new rules would apply": a degree that is asked for is of the verb, not of the subject's adjective.
  private func isAskedDegree(_ adverb: Int) -> Bool {
    guard tokens[adverb].tag == .adv, adverb > 0, lemmas[adverb - 1] == "how", tokens[adverb - 1].head == adverb,
      tokens[adverb].form.hasSuffix("ly"), let adjective = tokens[adverb].head, adjective == adverb + 1,
      let noun = tokens[adjective].head, tokens[noun].dependency.isNominalSubject
    else { return false }
    return tokens[noun].tag == .noun
  }

  private mutating func liftDegree(_ adverb: Int) {
    guard let noun = tokens[adverb].head.flatMap({ tokens[$0].head }), let verb = tokens[noun].head else { return }
    attach(adverb, to: verb, as: .advmod)
  }

  /// "fell ill", "lay idle": an adjective right behind a verb that tells how somebody comes to be.
  private func isStateBehindVerb(_ word: Int) -> Bool {
    guard word > 0, tokens[word].head == word - 1, tokens[word - 1].tag == .verb,
      Self.statesBehindVerbs[lemmas[word - 1]]?.contains(lemmas[word]) ?? false
    else { return false }
    return !has(.obj, .xcomp, below: word - 1)
  }

  private mutating func makeState(_ word: Int) {
    tokens[word].tag = .adj
    tokens[word].fineTag = "JJ"
    tokens[word].dependency = .xcomp
  }

  /// "was convicted last year of fraud": what follows "of" is not of the time.
  private func isMatterOfTime(_ noun: Int) -> Bool {
    guard let time = tokens[noun].head, time < noun, Self.periods.contains(lemmas[time]),
      tokens[time].dependency == .oblUnmarked, time > 0, ["last", "this", "next"].contains(lemmas[time - 1]),
      let verb = tokens[time].head, cues.lists(lemmas[verb], in: .accusingVerbs) || Self.withOf.contains(lemmas[verb])
    else { return false }
    return children(of: noun).contains { tokens[$0].dependency == .caseMarker && lemmas[$0] == "of" }
  }

  /// "make smuggling expensive": a gerund behind which an adjective says what becomes of it is a thing.
  private func isGerundOfState(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", let verb = tokens[word].head, verb == word - 1,
      ["make", "render", "consider", "keep", "find"].contains(lemmas[verb]), !has(.obj, below: word)
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .xcomp && tokens[$0].tag == .adj && $0 > word }
  }

  private mutating func makeObjectOfState(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    for child in children(of: word) where tokens[child].dependency == .xcomp { attach(child, to: verb, as: .xcomp) }
    makeNoun(word)
    tokens[word].dependency = .obj
  }

  private mutating func makeNoun(_ word: Int) {
    tokens[word].tag = .noun
    tokens[word].fineTag = "NN"
    setLemma(tokens[word].form.lowercased(), of: word)
  }

  /// "expects operating profit": behind a verb that has no gerund, what looks like one describes the noun behind it.
  private func isModifyingGerund(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", let verb = tokens[word].head, verb == word - 1, word + 1 < tokens.count,
      ["expect", "report", "post", "boost", "cut", "raise", "lower", "forecast", "announce", "publish", "win"]
        .contains(lemmas[verb]), !has(.obj, below: verb)
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .obj && $0 == word + 1 && tokens[$0].tag == .noun }
  }

  private mutating func makeModifierOfObject(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    let noun = word + 1
    attach(noun, to: verb, as: .obj)
    for child in children(of: word) where child > noun { attach(child, to: verb, as: tokens[child].dependency) }
    tokens[word].tag = .adj
    attach(word, to: noun, as: .amod)
  }

  /// "searching for a man seen in the street": a preposition that was taken for a conjunction of the participle.
  private func nounOfParticiple(_ mark: Int) -> Int? {
    guard ["for", "with", "of", "from", "at", "by", "on"].contains(lemmas[mark]), let participle = tokens[mark].head,
      mark < participle, ["VBN", "VBG"].contains(tokens[participle].fineTag), tokens[participle].dependency == .advcl,
      !hasSubject(participle), let verb = tokens[participle].head, verb < mark, tokens[verb].tag == .verb
    else { return nil }
    return children(of: verb).first {
      $0 > mark && $0 < participle && [.obl, .oblUnmarked, .obj].contains(tokens[$0].dependency) && !hasPreposition($0)
        && tokens[$0].tag.isNominal && isWithin(mark + 1, $0)
    }
  }

  private mutating func tieNounOfParticiple(_ mark: Int) {
    guard let noun = nounOfParticiple(mark), let participle = tokens[mark].head else { return }
    tokens[noun].dependency = .obl
    attach(participle, to: noun, as: .acl)
    attach(mark, to: noun, as: .caseMarker)
    tokens[mark].tag = .adp
  }

  /// "in talks with its lenders to extend loans": with whom one talks does not act alone.
  private func nounOfPartner(_ mark: Int) -> Int? {
    guard lemmas[mark] == "with", let infinitive = tokens[mark].head, let noun = tokens[infinitive].head,
      Self.talks.contains(lemmas[noun]), noun < mark,
      children(of: infinitive).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" })
    else { return nil }
    return children(of: infinitive).first { tokens[$0].dependency == .nsubj && $0 > mark }
  }

  private mutating func tiePartner(_ mark: Int) {
    guard let partner = nounOfPartner(mark), let noun = tokens[mark].head.flatMap({ tokens[$0].head }) else { return }
    attach(partner, to: noun, as: .nmod)
    attach(mark, to: partner, as: .caseMarker)
    tokens[mark].tag = .adp
  }

  /// "came days before the vote": so long before it.
  private func isDistanceInTime(_ word: Int) -> Bool {
    guard Self.periods.contains(lemmas[word]), let verb = tokens[word].head, verb < word, word + 1 < tokens.count,
      ["before", "after", "ago", "earlier", "later"].contains(lemmas[word + 1]),
      [.caseMarker, .advmod].contains(tokens[word + 1].dependency)
    else { return false }
    return !["spend", "take", "last", "need", "waste", "have", "allow", "give", "leave"].contains(lemmas[verb])
  }

  private static let talks: Set<String> = [
    "talk", "agreement", "deal", "pact", "contract", "treaty", "accord", "negotiation", "partnership", "alliance",
    "discussion",
  ]
  private static let adjectives: Set<String> = ["missing", "lacking", "willing", "pending", "wanting", "lasting"]
  private static let withOf: Set<String> = [
    "clear", "strip", "rob", "deprive", "dispose", "approve", "warn", "inform", "die", "cure", "rid", "find",
  ]
  private static let statesBehindVerbs: [String: Set<String>] = [
    "fall": ["ill", "sick", "silent", "short", "asleep", "pregnant", "vacant", "apart"],
    "lie": ["idle", "dead", "dormant", "empty"], "stand": ["idle", "empty", "firm", "still", "ready", "alone"],
    "go": ["missing", "bankrupt", "hungry", "wrong", "bust", "blind", "public", "unpunished", "unnoticed"],
    "run": ["dry", "short", "wild"], "turn": ["violent", "sour", "cold"], "come": ["true", "alive", "clean"],
    "sit": ["idle", "empty"], "die": ["young", "poor"],
  ]
  private static let periods: Set<String> = [
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade",
  ]
}
