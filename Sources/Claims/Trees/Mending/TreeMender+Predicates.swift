import Language

/// Verbs that were taken for auxiliaries, copulas for auxiliaries, and what a predicate is parted from.
extension TreeMender {
  /// Mends predicates and what completes them.
  mutating func mendPredicates() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .aux where isMainHave(word), .cop where isMainHave(word): makeMainVerb(word)
      case .cop where isModalBe(word): makeModal(word)
      case .aux where isDeed(word): makeDeed(word)
      case .mark where nounOfPreposition(word) != nil: tieNoun(of: word)
      case .expl where isReferring(word): tokens[word].dependency = .nsubj
      case .acl where isReducedRelative(word): makeRelative(word)
      case .oblAgent where isNoAgent(word): tokens[word].dependency = .obl
      case .appos where isGift(word), .obj where isGift(word): makeGift(word)
      case .xcomp where isLinkedComparative(word): tokens[word].tag = .adj
      case .advmod where isPartOfPreposition(word):
        if let noun = tokens[word + 1].head { attach(word, to: noun, as: .caseMarker) }
      case .obj where isConjunctionOfReason(word): makeConjunction(word)
      case .nsubj where isShortForm(word): attach(word, to: longForm(of: word), as: .appos)
      default: break
      }
      if let verb = linkingVerb(before: word) {
        attach(word, to: verb, as: .xcomp)
        tokens[word].tag = .adj
      }
      takeObjectFromComplement(word)
      if let noun = nounBeforeAdjective(word) { attach(word, to: noun, as: .acl) }
    }
  }

  /// "The citizen has not that protection": behind "has" stands a noun and no verb, so that "has" is the verb.
  private func isMainHave(_ word: Int) -> Bool {
    guard lemmas[word] == "have", let noun = tokens[word].head, noun > word,
      [.noun, .propn].contains(tokens[noun].tag), tokens[noun].fineTag.hasPrefix("NN"),
      !children(of: noun).contains(where: { $0 != word && [.cop, .aux, .auxPass].contains(tokens[$0].dependency) })
    else { return false }
    return hasSubject(noun) || hasSubject(word)
  }

  private mutating func makeMainVerb(_ verb: Int) {
    guard let noun = tokens[verb].head else { return }
    tokens[verb].head = tokens[noun].head
    tokens[verb].dependency = tokens[noun].dependency
    tokens[verb].tag = .verb
    for child in children(of: noun) where child != verb {
      let isOfClause = child < verb || [.punct, .advcl, .parataxis, .ccomp].contains(tokens[child].dependency)
      if isOfClause || lemmas[child] == "not" { tokens[child].head = verb }
    }
    tokens[noun].head = verb
    tokens[noun].dependency = .obj
  }

  /// "What the minister did was wrong": before a copula "did" is a verb of its own, and what he did is wrong.
  private func isDeed(_ word: Int) -> Bool {
    guard lemmas[word] == "do", let predicate = tokens[word].head, predicate > word + 1,
      tokens[word + 1].dependency == .cop, tokens[word + 1].head == predicate
    else { return false }
    let subjects = children(of: predicate).filter { tokens[$0].dependency.isNominalSubject && $0 < word }
    return subjects.count == 2 && ["what", "whatever"].contains(lemmas[subjects[0]])
  }

  private mutating func makeDeed(_ word: Int) {
    guard let predicate = tokens[word].head else { return }
    let subjects = children(of: predicate).filter { tokens[$0].dependency.isNominalSubject && $0 < word }
    tokens[word].tag = .verb
    attach(word, to: subjects[0], as: .aclRelcl)
    tokens[subjects[0]].dependency = .nsubj
    attach(subjects[1], to: word, as: .nsubj)
  }

  /// "The president is to visit Kabul" tells what is planned; "its goal is to visit Kabul" what the goal is.
  private func isModalBe(_ word: Int) -> Bool {
    guard lemmas[word] == "be", let verb = tokens[word].head, verb > word, tokens[verb].fineTag == "VB",
      children(of: verb).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" && $0 > word }),
      let subject = children(of: verb).first(where: { tokens[$0].dependency.isSubject && $0 < word }),
      children(of: verb).filter({ tokens[$0].dependency.isSubject }).count == 1
    else { return false }
    switch tokens[subject].tag {
    case .propn: return true
    case .pron: return ["he", "she", "they", "we", "i", "you", "who"].contains(lemmas[subject])
    case .noun: return !cues.lists(lemmas[subject], in: .spelledOutNouns)
    default: return false
    }
  }

  private mutating func makeModal(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    tokens[word].dependency = .aux
    let isPassive = has(.auxPass, below: verb)
    for child in children(of: verb) where [.nsubjOuter, .csubjOuter].contains(tokens[child].dependency) {
      tokens[child].dependency = isPassive ? .nsubjPass : .nsubj
    }
  }

  /// "It threatens to destroy the city": nothing stands behind the verb for which "it" could stand in.
  private func isReferring(_ word: Int) -> Bool {
    guard lemmas[word] == "it", let verb = tokens[word].head, verb > word, tokens[verb].tag == .verb,
      !cues.lists(lemmas[verb], in: .emptySubjectVerbs)
    else { return false }
    // "It makes clear that …"
    if lemmas[verb] == "make", !has(.obj, below: verb), let state = children(of: verb).first(where: { $0 == verb + 1 }),
      tokens[state].dependency == .xcomp
    {
      return true
    }
    guard !Self.withEmptySubject.contains(lemmas[verb]),
      !has(.nsubj, .nsubjPass, .csubj, .csubjPass, .ccomp, .auxPass, .cop, below: verb)
    else { return false }
    return has(.xcomp, below: verb) ? !has(.obj, below: verb) : has(.obj, below: verb) && !has(.advcl, below: verb)
  }

  /// "the articles the House presented": what has a subject of its own and describes a noun is a relative clause.
  private func isReducedRelative(_ word: Int) -> Bool {
    guard ["VBD", "VBN"].contains(tokens[word].fineTag), let noun = tokens[word].head, noun < word,
      let subject = children(of: word).first(where: { [.nsubj, .nsubjPass].contains(tokens[$0].dependency) })
    else { return false }
    return subject > noun && subject < word && !has(.aux, .auxPass, .mark, .obj, .oblAgent, below: word)
      && !tokens[noun...subject].contains { $0.form == "," }
  }

  private mutating func makeRelative(_ word: Int) {
    tokens[word].dependency = .aclRelcl
    tokens[word].fineTag = "VBD"
    for child in children(of: word) where tokens[child].dependency == .nsubjPass { tokens[child].dependency = .nsubj }
  }

  /// "was used by Thursday night", "was dissolved by force": neither a time nor a manner acts.
  private func isNoAgent(_ word: Int) -> Bool {
    let modifiers = children(of: word).filter { tokens[$0].dependency != .caseMarker }
    if modifiers.isEmpty, Self.manners.contains(lemmas[word]) { return true }
    return ([word] + modifiers).contains {
      Calendar.weekday(named: tokens[$0].form) != nil || Calendar.month(named: tokens[$0].form) != nil
    } && (modifiers.isEmpty || Self.timesOfDay.contains(lemmas[word]) || tokens[word].tag != .noun)
  }

  /// "voted consistent with their oath": the adjective and the preposition tie the noun together.
  private func isPartOfPreposition(_ word: Int) -> Bool {
    guard word + 1 < tokens.count, tokens[word].fineTag == "JJ", tokens[word + 1].dependency == .caseMarker,
      let verb = tokens[word].head, tokens[verb].tag == .verb, verb < word, let noun = tokens[word + 1].head
    else { return false }
    return tokens[noun].dependency == .obl && tokens[noun].head == verb
  }

  /// "the reason that it is going down": nothing is missing behind a verb without an object of its own.
  private func isConjunctionOfReason(_ word: Int) -> Bool {
    guard lemmas[word] == "that", tokens[word].fineTag == "WDT", let verb = tokens[word].head, word < verb,
      [.acl, .aclRelcl].contains(tokens[verb].dependency), let noun = tokens[verb].head, noun < word
    else { return false }
    return ["reason", "way", "time", "moment", "day"].contains(lemmas[noun])
  }

  private mutating func makeConjunction(_ word: Int) {
    tokens[word].dependency = .mark
    tokens[word].tag = .sconj
    tokens[word].fineTag = "IN"
  }

  /// "Before their return, the city was a base": of two subjects the first belongs to what was taken for a conjunction.
  private func nounOfPreposition(_ mark: Int) -> Int? {
    guard ["before", "after", "since", "until", "till", "with", "despite"].contains(lemmas[mark]),
      let verb = tokens[mark].head, mark < verb
    else { return nil }
    let subjects = children(of: verb).filter { tokens[$0].dependency.isSubject && $0 > mark && $0 < verb }
    guard subjects.count == 2, tokens[subjects[0]].tag.isNominal, isWithin(mark + 1, subjects[0]),
      isBetween(",", subjects[0], subjects[1]), !has(.cc, below: subjects[1])
    else { return nil }
    return subjects[0]
  }

  private mutating func tieNoun(of mark: Int) {
    guard let noun = nounOfPreposition(mark), let verb = tokens[mark].head else { return }
    tokens[noun].head = verb
    tokens[noun].dependency = .obl
    attach(mark, to: noun, as: .caseMarker)
    tokens[mark].tag = .adp
  }

  /// "gave the councils the power": without a comma the second noun is what is given.
  private func isGift(_ word: Int) -> Bool {
    guard var recipient = tokens[word].head else { return false }
    if tokens[recipient].dependency == .flat, let noun = tokens[recipient].head { recipient = noun }
    guard recipient < word, tokens[recipient].dependency == .obj, let verb = tokens[recipient].head,
      cues.lists(lemmas[verb], in: .givingVerbs), tokens[word].tag == .noun,
      !hasPreposition(word), !has(.iobj, below: verb), has(.det, .nmodPoss, .nummod, below: word)
    else { return false }
    return !tokens[recipient..<word].contains { $0.tag == .punct }
  }

  private mutating func makeGift(_ gift: Int) {
    guard var recipient = tokens[gift].head else { return }
    if tokens[recipient].dependency == .flat, let noun = tokens[recipient].head { recipient = noun }
    guard let verb = tokens[recipient].head else { return }
    tokens[recipient].dependency = .iobj
    attach(gift, to: verb, as: .obj)
  }

  /// "The World Health Organisation (WHO) recommends": what stands in brackets behind the subject is its short name.
  private func isShortForm(_ word: Int) -> Bool {
    word > 1 && word + 1 < tokens.count && tokens[word - 1].form == "(" && tokens[word + 1].form == ")"
      && longForm(of: word) != word
  }

  private func longForm(of word: Int) -> Int {
    children(of: tokens[word].head ?? word).last { tokens[$0].dependency.isSubject && $0 < word - 1 } ?? word
  }

  /// "became longer"
  private func isLinkedComparative(_ word: Int) -> Bool {
    tokens[word].fineTag == "RBR" && tokens[word].head.map { Self.linking.contains(lemmas[$0]) } ?? false
  }

  /// "has become too complex": an adjective right behind a verb that links it to the subject completes that verb.
  private func linkingVerb(before word: Int) -> Int? {
    guard tokens[word].tag == .adj || tokens[word].fineTag == "RBR",
      [.ccomp, .advcl, .parataxis, .dep, .advmod].contains(tokens[word].dependency)
    else { return nil }
    var verb = word - 1
    while verb >= 0, tokens[verb].tag == .adv, tokens[verb].head == word { verb -= 1 }
    guard verb >= 0, tokens[verb].tag == .verb, Self.linking.contains(lemmas[verb]), tokens[verb].head != word,
      tokens[word].tag == .adj || word + 1 == tokens.count || tokens[word + 1].tag == .punct,
      !has(.xcomp, .obj, .cop, below: verb), !hasSubject(word), !has(.cop, .mark, below: word)
    else { return nil }
    return verb
  }

  /// "hold the president accountable": the noun between a verb and the adjective that completes it is its object.
  private mutating func takeObjectFromComplement(_ word: Int) {
    guard tokens[word].dependency == .xcomp, tokens[word].tag == .adj, let verb = tokens[word].head, verb < word,
      tokens[verb].tag == .verb, !has(.obj, .iobj, .ccomp, below: verb), !has(.cop, .mark, below: word),
      let noun = children(of: word).first, noun > verb, tokens[noun].tag.isNominal, !hasPreposition(noun),
      [.nsubj, .oblUnmarked, .obj, .nmodUnmarked, .compound].contains(tokens[noun].dependency),
      isWithin(verb + 1, noun)
    else { return }
    attach(noun, to: verb, as: .obj)
  }

  /// "eliminate the militants responsible for the attack": of verbs that bring about no state the adjective behind the
  /// object describes it.
  private func nounBeforeAdjective(_ word: Int) -> Int? {
    guard tokens[word].dependency == .xcomp, tokens[word].tag == .adj, word > 0, let verb = tokens[word].head,
      verb < word, tokens[word - 1].dependency == .obj, tokens[word - 1].head == verb, tokens[word - 1].tag == .noun,
      children(of: word).contains(where: { tokens[$0].dependency == .obl && hasPreposition($0) }),
      !cues.lists(lemmas[verb], in: .causingVerbs), !cues.lists(lemmas[verb], in: .opinionVerbs),
      !Self.stating.contains(lemmas[verb])
    else { return nil }
    return word - 1
  }

  private static let stating: Set<String> = [
    "hold", "find", "keep", "declare", "render", "call", "turn", "prove", "see", "want", "like", "set", "rule", "deem",
    "pronounce", "paint", "cut", "wipe", "burn", "shoot", "beat", "tear", "break", "pull", "push", "open", "close",
  ]
  private static let withEmptySubject: Set<String> = [
    "take", "cost", "remain", "make", "be", "become", "pay", "require",
  ]
  private static let linking: Set<String> = ["become", "remain", "seem", "stay", "grow", "prove"]
  private static let manners: Set<String> = [
    "force", "hand", "mail", "phone", "mistake", "accident", "law", "air", "sea", "train", "road", "car", "bus",
    "plane",
    "default", "design", "chance", "proxy", "decree", "nature", "name", "email",
  ]
  private static let timesOfDay: Set<String> = [
    "night", "morning", "evening", "afternoon", "noon", "day", "week", "end",
  ]
}
