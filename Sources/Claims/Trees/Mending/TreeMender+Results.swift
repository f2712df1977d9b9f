import Language

/// Participles behind a comma that tell what came of it.
extension TreeMender {
  /// Hangs participles under the verb of whose result they tell.
  mutating func mendResults() {
    for word in tokens.indices.dropFirst() {
      if let verb = verbBeforeResult(word) { makeResult(word, of: verb) }
      if let verb = verbBeforeParticiple(word) { attach(word, to: verb, as: .advcl) }
      raiseFromComplement(word)
      if let person = personBeforeParticiple(word) { attach(word, to: person, as: .acl) }
      if isModifierBehindTo(word) { makeModifier(word) }
    }
  }

  /// "struck China, triggering landslides": behind a comma, a participle before a noun that no preposition ties is a verb.
  private func verbBeforeResult(_ word: Int) -> Int? {
    guard tokens[word - 1].form == ",", tokens[word].dependency == .amod, tokens[word].form.hasSuffix("ing"),
      tokens[word].form.first?.isLowercase ?? false, !Self.places.contains(tokens[word].form),
      gerundLemma(of: word) != nil, let noun = tokens[word].head,
      noun > word, tokens[noun].tag.isNominal, !hasPreposition(noun), !has(.cop, .nsubj, below: noun),
      [.appos, .obl, .oblUnmarked, .obj, .dep, .parataxis, .nmod, .nmodUnmarked].contains(tokens[noun].dependency),
      !children(of: noun).contains(where: { $0 < word && tokens[$0].tag != .punct })
    else { return nil }
    return verb(above: noun, before: word)
  }

  /// The dictionary form of a participle; nil where an adjective is no verb that is known.
  private func gerundLemma(of word: Int) -> String? {
    if tokens[word].fineTag == "VBG" { return tokens[word].lemma }
    let stem = String(tokens[word].form.dropLast(3))
    return [stem, stem + "e"].first { cues.lists($0, in: .resultVerbs) }
  }

  private mutating func makeResult(_ word: Int, of verb: Int) {
    guard let noun = tokens[word].head, let lemma = gerundLemma(of: word) else { return }
    tokens[word].head = verb
    tokens[word].dependency = .advcl
    tokens[word].tag = .verb
    tokens[word].fineTag = "VBG"
    setLemma(lemma, of: word)
    tokens[noun].head = word
    tokens[noun].dependency = .obj
  }

  /// "sanctions on men accused of abuses, freezing their assets": what a thing or an act does not do, the main verb's
  /// subject does.
  private func verbBeforeParticiple(_ word: Int) -> Int? {
    // "fired on a bus carrying civilians, killing six"
    if tokens[word - 1].form == ",", tokens[word].dependency == .advcl, tokens[word].fineTag == "VBG",
      let first = tokens[word].head, first < word, tokens[first].dependency == .acl, !isFinite(first),
      !has(.mark, below: word), let noun = tokens[first].head, !tokens[noun].dependency.isSubject
    {
      return verb(above: noun, before: word)
    }
    guard tokens[word - 1].form == ",", tokens[word].dependency == .acl, tokens[word].fineTag == "VBG",
      let noun = tokens[word].head, noun < word, tokens[noun].tag == .noun, hasPreposition(noun) || isAbstract(noun),
      !isPerson(noun), !cues.lists(lemmas[noun], in: .memberNouns), has(.obj, .obl, below: word),
      !Self.describing.contains(tokens[word].form)
    else { return nil }
    return verb(above: noun, before: word)
  }

  /// "denied firing first, blaming the rebels": behind a comma the participle is beside the first verb.
  private mutating func raiseFromComplement(_ word: Int) {
    guard tokens[word - 1].form == ",", tokens[word].dependency == .advcl, tokens[word].fineTag == "VBG",
      !has(.mark, below: word)
    else { return }
    var top = tokens[word].head
    while let verb = top, tokens[verb].dependency == .xcomp, let above = tokens[verb].head, verb < word,
      cues.lists(lemmas[above], in: .denialVerbs) || cues.lists(lemmas[above], in: .failingVerbs)
    {
      top = above
    }
    if let verb = top, verb != tokens[word].head { attach(word, to: verb, as: .advcl) }
  }

  /// "an official in the office, speaking on condition of anonymity, said": who speaks is the official.
  private func personBeforeParticiple(_ word: Int) -> Int? {
    guard tokens[word - 1].form == ",", tokens[word].dependency == .acl, tokens[word].fineTag == "VBG",
      let noun = tokens[word].head, noun < word, tokens[noun].tag == .noun, hasPreposition(noun), !isPerson(noun),
      tokens[noun].dependency == .nmod, let person = tokens[noun].head, person < noun,
      isPerson(person) || cues.lists(lemmas[person], in: .memberNouns) || cues.lists(lemmas[person], in: .personMembers)
    else { return nil }
    return person
  }

  private func isAbstract(_ noun: Int) -> Bool {
    tokens[noun].dependency == .obj && EventFrame(of: lemmas[noun], cues: cues) != nil
  }

  /// The finite verb, or one with a subject, under which `noun` stands.
  private func verb(above noun: Int, before word: Int) -> Int? {
    var current = tokens[noun].head
    while let above = current {
      if tokens[above].tag == .verb, above < word, isFinite(above) || hasSubject(above) { return above }
      current = tokens[above].head
    }
    return nil
  }

  /// "spread to neighbouring buildings": behind the preposition "to" the participle describes the noun.
  private func isModifierBehindTo(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", tokens[word - 1].fineTag == "IN", lemmas[word - 1] == "to",
      tokens[word - 1].head == word, tokens[word].head.map({ $0 < word }) ?? false,
      Self.places.contains(tokens[word].form), word + 1 < tokens.count
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .obj && $0 == word + 1 }
  }

  private mutating func makeModifier(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    let noun = word + 1
    for child in children(of: word) where child != noun { tokens[child].head = child < word ? noun : verb }
    tokens[noun].head = verb
    tokens[noun].dependency = .obl
    tokens[word - 1].dependency = .caseMarker
    tokens[word].head = noun
    tokens[word].dependency = .amod
    tokens[word].tag = .adj
  }

  private static let places: Set<String> = [
    "neighbouring", "neighboring", "surrounding", "adjoining", "outlying", "existing", "remaining", "opposing",
    "developing", "rising", "falling", "growing", "increasing", "warring", "leading", "ongoing",
  ]
  private static let describing: Set<String> = [
    "including", "excluding", "regarding", "concerning", "involving", "containing", "featuring", "showing", "depicting",
    "comprising", "consisting", "representing", "belonging",
  ]
}
