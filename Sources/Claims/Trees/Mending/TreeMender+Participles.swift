import Language

extension TreeMender {
  /// Mends participles that were taken for verbs of their own, and verbs that were taken for adjectives.
  mutating func mendParticiples() {
    for word in tokens.indices {
      lowerSubject(word)
      if isMainVerbTaken(by: word) { lowerParticiple(word) }
      if let verb = laterMatrix(of: word) { lowerParticiple(word, below: verb) }
      shareAuxiliary(with: word)
      mendContactClause(at: word)
      if isParticipleOfTiedNoun(word) { hangUnderTiedNoun(word) }
      if let document = documentOf(participle: word) { attach(word, to: document, as: .acl) }
      if isParticipleOfNearerNoun(word) { attach(word, to: word - 1, as: .acl) }
      if isGradedGerund(word) { makeAdjective(word) }
      // "the man accused of it": without a subject, an object or an auxiliary it is no past tense.
      if tokens[word].dependency == .acl, tokens[word].fineTag == "VBD", isBareParticiple(word), !hasSubject(word) {
        tokens[word].fineTag = "VBN"
      }
      // "buried houses and cut off roads"
      if tokens[word].dependency == .conj, tokens[word].fineTag == "VBN", tokens[word].tag == .verb,
        let first = tokens[word].head, tokens[first].fineTag == "VBD", tokens[first].tag == .verb,
        has(.ccomp, .cc, below: word)
          || children(of: word).contains(where: { tokens[$0].dependency == .obj && $0 > word }),
        !has(.aux, .auxPass, .oblAgent, .nsubj, below: word)
      {
        tokens[word].fineTag = "VBD"
      }
      if let verb = verbBeforeList(word) {
        attach(word, to: verb, as: .conj)
        tokens[word].fineTag = tokens[verb].fineTag
      }
      makeLastVerb(word)
      joinList(of: word)
      if let noun = existingNoun(before: word) {
        attach(word, to: noun, as: .acl)
        tokens[word].fineTag = "VBN"
      }
      if let noun = nounBeforeRelative(word) ?? personBeforePlace(word) ?? personBeforeEvent(word) {
        attach(word, to: noun, as: .aclRelcl)
      }
      // "a man from Ghent, ranked first"
      if tokens[word].dependency == .acl, tokens[word].fineTag == "VBN", word > 0, tokens[word - 1].form == ",",
        let place = tokens[word].head, tokens[place].tag == .propn, hasPreposition(place), !isSomeone(place),
        let person = tokens[place].head, isSomeone(person) || lemmas[person] == "old", person < place
      {
        attach(word, to: person, as: .acl)
      }
      // "the recommendation that all salt be iodised": with a conjunction it is no relative clause.
      if tokens[word].dependency == .aclRelcl, let noun = tokens[word].head, cues.lists(lemmas[noun], in: .demandNouns),
        children(of: word).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" })
      {
        tokens[word].dependency = .acl
      }
      // "Neither the minister nor his deputy came": it denies that they came.
      if tokens[word].dependency == .ccPreconj, lemmas[word] == "neither", let noun = tokens[word].head,
        tokens[noun].dependency == .nsubj, let verb = tokens[noun].head, !has(.advmod, below: verb),
        children(of: verb).filter({ tokens[$0].dependency == .nsubj }).count == 1
      {
        attach(word, to: verb, as: .ccPreconj)
      }
    }
  }

  /// "30 people were killed and dozens wounded": behind "and" the second participle has a subject of its own and shares the
  /// auxiliary.
  private mutating func shareAuxiliary(with participle: Int) {
    guard participle > 2, ["VBN", "VBD"].contains(tokens[participle].fineTag), tokens[participle].tag == .verb,
      !has(.auxPass, .aux, .obj, .oblAgent, below: participle), let noun = phraseHead(endingAt: participle - 1),
      let verb = tokens[..<noun].lastIndex(where: { $0.fineTag == "VBN" && $0.tag == .verb }),
      has(.auxPass, below: verb), noun != verb,
      tokens[participle].head == noun || tokens[participle].head == verb || tokens[noun].head == participle,
      let and = tokens[(verb + 1)..<noun].lastIndex(where: { $0.dependency == .cc }), lemmas[and] == "and",
      tokens[(and + 1)..<noun].allSatisfy({ [.num, .adj, .det, .adv, .adp].contains($0.tag) || $0.tag == .noun })
    else { return }
    if isWithin(verb, participle) { return }
    if tokens[participle].head == noun { attach(participle, to: verb, as: .conj) }
    attach(participle, to: verb, as: .conj)
    attach(noun, to: participle, as: .nsubjPass)
    attach(and, to: participle, as: .cc)
    tokens[participle].fineTag = "VBN"
  }

  /// The head of the noun phrase whose last word this is.
  private func phraseHead(endingAt last: Int) -> Int? {
    guard [.noun, .propn, .num].contains(tokens[last].tag) else { return nil }
    return [.nummod, .compound].contains(tokens[last].dependency) ? nil : last
  }

  /// "The words chosen for the oath recognize that …": of two verbs behind a noun, without a conjunction or a comma
  /// between, the first is the participle.
  private func isMainVerbTaken(by word: Int) -> Bool {
    guard tokens[word].tag == .verb, ["VBD", "VBN"].contains(tokens[word].fineTag),
      !has(.aux, .auxPass, .obj, .expl, below: word),
      let subject = children(of: word).first(where: { tokens[$0].dependency.isNominalSubject }), subject < word,
      isWithin(word - 1, subject), let later = laterVerb(under: word)
    else { return false }
    return children(of: word).allSatisfy { tokens[$0].dependency != .ccomp || $0 == later }
  }

  private func laterVerb(under word: Int) -> Int? {
    verbBehindParticiple(word)
      ?? children(of: word).first { verb in
        verb > word && tokens[verb].tag == .verb && isFinite(verb) && !has(.mark, .cc, below: verb)
          && !children(of: verb).contains {
            (tokens[$0].dependency.isSubject || tokens[$0].dependency == .expl) && $0 < verb
          }
          && !(tokens[verb].dependency == .ccomp && isCue(word))
          && [.advcl, .ccomp, .xcomp, .parataxis, .dep].contains(tokens[verb].dependency)
          && !tokens[word..<verb].contains { $0.tag == .punct }
      }
  }

  /// "that sums linked to a dealer passed through accounts": behind a conjunction and without an auxiliary, the first is the
  /// participle and the last, taken for one that describes the noun before it, the verb.
  private func verbBehindParticiple(_ word: Int) -> Int? {
    guard tokens[word].fineTag == "VBN", has(.mark, below: word) else { return nil }
    return tokens.indices.last { verb in
      verb > word + 1 && tokens[verb].dependency == .acl && ["VBN", "VBD"].contains(tokens[verb].fineTag)
        && tokens[verb].head.map { $0 == verb - 1 && [.obl, .nmod].contains(tokens[$0].dependency) && $0 > word }
          ?? false
        && isWithin(verb, word) && !has(.oblAgent, .aux, below: verb)
        && !tokens[word..<verb].contains { $0.tag == .punct || $0.tag == .verb && $0.range != tokens[word].range }
        && verb + 1 < tokens.count && lemmas[verb + 1] != "by"
    }
  }

  private mutating func lowerParticiple(_ word: Int) {
    guard let verb = laterVerb(under: word) else { return }
    let subject = children(of: word).first { tokens[$0].dependency == .nsubj } ?? word - 1
    tokens[verb].head = tokens[word].head
    tokens[verb].dependency = tokens[word].dependency
    for child in children(of: word) where child < subject || child > verb { tokens[child].head = verb }
    for child in children(of: word) where tokens[child].dependency == .mark { tokens[child].head = verb }
    if tokens[verb].fineTag == "VBN" { tokens[verb].fineTag = "VBD" }
    tokens[subject].head = verb
    tokens[subject].dependency = .nsubj
    // "a survey of adults carried out in May": of the survey, not of the adults.
    tokens[word].head = subject
    tokens[word].dependency = .acl
    tokens[word].fineTag = "VBN"
  }

  /// "A report published on Monday said …", with the report being what was published and the rest what is said.
  private func laterMatrix(of word: Int) -> Int? {
    guard word > 0, isBareParticiple(word), tokens[word - 1].dependency == .nsubj, tokens[word - 1].head == word,
      [.ccomp, .advcl, .parataxis].contains(tokens[word].dependency), !has(.mark, .xcomp, below: word),
      let verb = tokens[word].head, verb > word, isFinite(verb), !hasSubject(verb),
      !tokens[word..<verb].contains(where: { $0.tag == .punct })
    else { return nil }
    return verb
  }

  private mutating func lowerParticiple(_ word: Int, below verb: Int) {
    let subject = word - 1
    tokens[subject].head = verb
    tokens[word].head = subject
    tokens[word].dependency = .acl
    tokens[word].fineTag = "VBN"
  }

  /// "with the solemnity required when …": a noun with a preposition is no subject of the participle behind it.
  private func isParticipleOfTiedNoun(_ word: Int) -> Bool {
    guard word > 0, isBareParticiple(word), tokens[word].dependency == .advcl,
      let verb = tokens[word].head, verb < word,
      !has(.mark, below: word)
    else { return false }
    return tiedPhrase(before: word) != nil
  }

  /// The child of `word` with a preposition whose phrase ends right before it: "that of teeth" in "with that of teeth found".
  private func tiedPhrase(before word: Int) -> Int? {
    guard tokens[word - 1].tag == .noun else { return nil }
    return children(of: word).first {
      $0 < word && hasPreposition($0) && tokens[$0].tag.isNominal && isWithin(word - 1, $0)
    }
  }

  private mutating func hangUnderTiedNoun(_ word: Int) {
    guard let verb = tokens[word].head, let phrase = tiedPhrase(before: word) else { return }
    tokens[phrase].head = verb
    tokens[phrase].dependency = .obl
    tokens[word].head = word - 1
    tokens[word].dependency = .acl
    tokens[word].fineTag = "VBN"
  }

  /// "an oath rooted in the revolution fought by them", "calling for a bridge connecting them": of two participles of a
  /// noun without a comma or conjunction, the second speaks of the noun right before it.
  private func isParticipleOfNearerNoun(_ word: Int) -> Bool {
    guard word > 1, ["VBN", "VBG"].contains(tokens[word].fineTag), !has(.cc, .mark, below: word) else { return false }
    // "a condition characterised by damage occurring early"
    if tokens[word].dependency == .advcl, let first = tokens[word].head, first < word - 1,
      tokens[first].dependency == .acl, tokens[word - 1].tag == .noun, isWithin(word - 1, first)
    {
      return true
    }
    guard tokens[word].dependency == .acl,
      let noun = tokens[word].head, noun < word - 1, tokens[word - 1].tag == .noun || tokens[word - 1].tag == .propn
    else { return false }
    return children(of: noun).contains {
      $0 > noun && $0 < word && tokens[$0].dependency == .acl && isWithin(word - 1, $0)
    }
  }

  /// "held hearings, called witnesses": behind the object and a comma, a verb with an object of its own is the next of a
  /// list of verbs.
  private func verbBeforeList(_ word: Int) -> Int? {
    guard word > 1, tokens[word].dependency == .acl, ["VBD", "VBN"].contains(tokens[word].fineTag),
      tokens[word - 1].form == ",", has(.obj, below: word), !has(.aux, .auxPass, .oblAgent, below: word),
      let noun = tokens[word].head, tokens[noun].dependency == .obj, let verb = tokens[noun].head, verb < word,
      tokens[verb].fineTag == "VBD"
    else { return nil }
    return verb
  }

  /// "The House did its job, followed the law, defended it": a verb without a subject behind a comma is of the list.
  private mutating func joinList(of word: Int) {
    guard tokens[word].dependency == .parataxis, tokens[word].fineTag == "VBD", word > 0, tokens[word - 1].form == ",",
      has(.obj, below: word), !hasSubject(word), !has(.aux, .auxPass, .mark, below: word),
      let last = tokens[..<word].lastIndex(where: { $0.tag == .verb }), tokens[last].fineTag == "VBD",
      tokens[last].dependency == .conj, let first = tokens[last].head, tokens[first].tag == .verb,
      has(.obj, below: last)
    else { return }
    attach(word, to: first, as: .conj)
  }

  /// "There is iodine added to the salt": what is said of the noun that exists.
  private func existingNoun(before word: Int) -> Int? {
    guard word > 0, isBareParticiple(word), [.ccomp, .xcomp, .advcl, .parataxis].contains(tokens[word].dependency),
      !hasSubject(word), !has(.mark, .cc, below: word), tokens[word - 1].dependency == .nsubj,
      let be = tokens[word - 1].head, be < word - 1, lemmas[be] == "be", has(.expl, below: be), tokens[be].tag == .verb
    else { return nil }
    return word - 1
  }

  /// "held hearings, called witnesses, and subpoenaed documents": behind several verbs and "and" stands a verb.
  private mutating func makeLastVerb(_ word: Int) {
    guard word > 0, tokens[word].dependency == .amod, word + 1 < tokens.count, tokens[word].head == word + 1,
      tokens[word].form.hasSuffix("ed"), tokens[word - 1].dependency == .cc, tokens[word - 1].head == word + 1,
      tokens[word + 1].dependency == .conj, tokens[word + 1].tag == .noun, var verb = tokens[word + 1].head
    else { return }
    if tokens[verb].tag == .noun, tokens[verb].dependency == .obj, let above = tokens[verb].head { verb = above }
    if tokens[verb].dependency == .conj, let first = tokens[verb].head { verb = first }
    guard tokens[verb].fineTag == "VBD",
      children(of: verb).contains(where: {
        tokens[$0].dependency == .conj && tokens[$0].tag == .verb && has(.obj, below: $0) && $0 < word
      })
    else { return }
    let object = word + 1
    for child in children(of: object) where child < word { tokens[child].head = word }
    tokens[word].tag = .verb
    tokens[word].fineTag = "VBD"
    if tokens[word].lemma.hasSuffix("ed") { tokens[word].lemma = String(tokens[word].lemma.dropLast(2)) }
    attach(word, to: verb, as: .conj)
    attach(object, to: word, as: .obj)
  }

  /// In the form of a past participle, which may be that of the past, without an auxiliary or an object.
  private func isBareParticiple(_ word: Int) -> Bool {
    tokens[word].tag == .verb && ["VBD", "VBN"].contains(tokens[word].fineTag)
      && !has(.aux, .auxPass, .obj, .ccomp, .expl, below: word)
  }

  /// "were very encouraging": what has a degree is an adjective.
  private func isGradedGerund(_ word: Int) -> Bool {
    guard word > 0, tokens[word].tag == .verb, tokens[word].fineTag == "VBG", !has(.obj, .ccomp, .xcomp, below: word),
      Self.degrees.contains(lemmas[word - 1]), tokens[word - 1].head == word
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .aux && lemmas[$0] == "be" }
  }

  private mutating func makeAdjective(_ word: Int) {
    tokens[word].tag = .adj
    tokens[word].fineTag = "JJ"
    tokens[word].lemma = tokens[word].form.lowercased()
    for child in children(of: word) where tokens[child].dependency == .aux && lemmas[child] == "be" {
      tokens[child].dependency = .cop
    }
  }

  private static let degrees: Set<String> = ["very", "extremely", "highly", "quite", "too", "so", "rather", "deeply"]
}
