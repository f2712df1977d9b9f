import Language

/// Verbs of saying that stand beside or inside what is said.
extension TreeMender {
  /// Ties the verb of saying `word`, and the one who speaks, to what is said.
  mutating func mendSpeech(at word: Int) {
    nameCue(word)
    fillSubject(word)
    giveSpeaker(word)
    setIn(word)
    parkBehindCondition(word)
    returnSubject(word)
    giveSubjectToContent(word)
    returnFirstSubject(word)
    returnObject(word)
    returnCircumstance(word)
    invertSpeaker(word)
    takeDescription(word)
    freeAnswer(word)
    freeContrast(word)
    giveClauseBehind(word)
    raiseCue(word)
    raiseSpeaking(word)
    freePronoun(word)
    lowerConjunct(word)
    raiseRepeated(word)
    raiseAddition(word)
    mendConjunct(at: word)
  }

  /// "…, predicts Lopez.": the name behind a verb of saying that is set in behind a comma or a quotation speaks.
  private mutating func giveSpeaker(_ verb: Int) {
    guard verb > 0, verb + 1 < tokens.count, ["VBD", "VBZ", "VBP"].contains(tokens[verb].fineTag),
      Self.beforeCue.contains(tokens[verb - 1].form), cues.lists(lemmas[verb], in: .reportingVerbs), !hasSubject(verb),
      tokens[verb].head.map({ $0 < verb }) ?? false, !has(.cc, .ccomp, below: verb)
    else { return }
    let below = children(of: verb).filter { tokens[$0].tag != .punct }
    guard let speaker = below.first, speaker > verb, tokens[speaker].tag == .propn || isSomebody(speaker),
      [.obj, .iobj, .flat, .oblUnmarked, .vocative, .nsubj, .appos, .xcomp].contains(tokens[speaker].dependency),
      !hasPreposition(speaker), below.dropFirst().allSatisfy({ [.obl, .advmod].contains(tokens[$0].dependency) })
    else { return }
    tokens[speaker].dependency = .nsubj
    if tokens[verb].dependency == .conj || tokens[verb].dependency == .advcl { tokens[verb].dependency = .parataxis }
  }

  /// “…,” warns Lopez: behind a quotation and before a name it is a verb, whatever else it may be.
  private mutating func nameCue(_ word: Int) {
    guard word > 0, word + 1 < tokens.count, Self.closingMarks.contains(tokens[word - 1].form),
      tokens[word].tag == .noun, lemmas[word] != tokens[word].form.lowercased(),
      cues.lists(lemmas[word], in: .reportingVerbs), tokens[word + 1].tag == .propn, tokens[word + 1].head == word
    else { return }
    tokens[word].tag = .verb
    tokens[word].fineTag = "VBZ"
    if tokens[word].head != nil { tokens[word].dependency = .parataxis }
    tokens[word + 1].dependency = .nsubj
    for child in children(of: word) where tokens[child].dependency == .appos { attach(child, to: word + 1, as: .appos) }
  }

  /// "It stressed that …": a verb of saying in the active has somebody for its subject.
  private mutating func fillSubject(_ verb: Int) {
    guard isCue(verb), !cues.lists(lemmas[verb], in: .showingVerbs) || lemmas[verb] == "stress", isFinite(verb),
      !has(.auxPass, .nsubj, .cop, below: verb),
      let it = children(of: verb).first(where: { tokens[$0].dependency == .expl }), lemmas[it] == "it",
      let content = children(of: verb).first(where: { [.ccomp, .csubj].contains(tokens[$0].dependency) && $0 > verb })
    else { return }
    tokens[it].dependency = .nsubj
    tokens[content].dependency = .ccomp
  }

  private func isSomebody(_ word: Int) -> Bool {
    ["he", "she", "they"].contains(lemmas[word])
      || [CueTable.Section.roleNouns, .memberNouns, .personNouns].contains { cues.lists(lemmas[word], in: $0) }
  }

  /// "The road, the ministry said, is closed" where "said" was taken to describe the road.
  private mutating func setIn(_ verb: Int) {
    guard tokens[verb].dependency == .aclRelcl, let noun = tokens[verb].head, let clause = tokens[noun].head,
      tokens[noun].dependency.isSubject, clause > verb, isCue(verb), !has(.ccomp, .obj, .mark, below: verb),
      let speaker = children(of: verb).first(where: { tokens[$0].dependency == .nsubj }), speaker < verb,
      let start = (noun..<speaker).first(where: { Self.beforeCue.contains(tokens[$0].form) }),
      !tokens[start...speaker].contains(where: { ["WDT", "WP", "WP$", "WRB"].contains($0.fineTag) }),
      tokens[verb..<clause].contains(where: { $0.form == "," })
    else { return }
    attach(verb, to: clause, as: .parataxis)
  }

  /// "The road, the ministry said, is closed" where the road was taken to speak, too.
  private mutating func returnSubject(_ verb: Int) {
    guard isCue(verb) else { return }
    let subjects = children(of: verb).filter { tokens[$0].dependency == .nsubj && $0 < verb }
    guard subjects.count == 2, tokens[subjects[0]..<subjects[1]].contains(where: { Self.beforeCue.contains($0.form) }),
      let content = children(of: verb).first(where: { tokens[$0].dependency == .ccomp && $0 > verb }),
      !hasSubject(content), isFinite(content)
    else { return }
    attach(subjects[0], to: content, as: has(.auxPass, below: content) ? .nsubjPass : .nsubj)
  }

  /// "The minister said the offer amounted to little" where "the offer" was taken to speak, too, and the verb behind it to
  /// describe it.
  private mutating func giveSubjectToContent(_ verb: Int) {
    guard isCue(verb), !has(.ccomp, .mark, below: verb) else { return }
    let subjects = children(of: verb).filter { tokens[$0].dependency == .nsubj }
    guard subjects.count == 2, let noun = subjects.last, subjects[0] < verb, noun > verb,
      let content = children(of: noun).first(where: { tokens[$0].dependency == .acl && $0 > noun }),
      tokens[content].tag == .verb, ["VBN", "VBD"].contains(tokens[content].fineTag), !hasSubject(content)
    else { return }
    attach(content, to: verb, as: .ccomp)
    attach(noun, to: content, as: .nsubj)
    tokens[content].fineTag = "VBD"
  }

  /// "It may spread unless talks resume, officials warned" where "unless" was taken to lead the verb of saying.
  private mutating func parkBehindCondition(_ verb: Int) {
    guard tokens[verb].dependency == .advcl, isCue(verb), isFinite(verb), !has(.ccomp, .obj, below: verb),
      let main = tokens[verb].head, main < verb, tokens[main].tag.isVerbal || tokens[main].head == nil,
      let speaker = children(of: verb).first(where: { tokens[$0].dependency == .nsubj }), speaker < verb,
      let mark = children(of: verb).first(where: { tokens[$0].dependency == .mark }), mark < speaker,
      let comma = tokens[mark..<speaker].lastIndex(where: { $0.form == "," }),
      let condition = children(of: verb).first(where: {
        $0 > mark && $0 < comma && [.advcl, .ccomp, .parataxis, .obl].contains(tokens[$0].dependency)
      })
    else { return }
    attach(condition, to: main, as: .advcl)
    attach(mark, to: condition, as: .mark)
    attach(verb, to: main, as: .parataxis)
  }

  /// "said the army had left, adding that …": who adds is the one who said.
  private mutating func raiseAddition(_ participle: Int) {
    guard tokens[participle].dependency == .advcl, tokens[participle].fineTag == "VBG", participle > 0,
      tokens[participle - 1].form == "," || tokens[participle - 1].form == "”", isCue(participle),
      has(.ccomp, below: participle), !has(.mark, below: participle), let content = tokens[participle].head,
      content < participle, tokens[content].dependency == .ccomp, let verb = tokens[content].head, isCue(verb)
    else { return }
    attach(participle, to: verb, as: .advcl)
  }

  func isCue(_ verb: Int) -> Bool {
    guard tokens[verb].tag == .verb else { return false }
    if cues.lists(lemmas[verb], in: .reportingVerbs) { return true }
    // "pointed out"
    return verb + 1 < tokens.count && tokens[verb + 1].dependency == .compoundPrt && tokens[verb + 1].head == verb
      && cues.lists(lemmas[verb] + " " + lemmas[verb + 1], in: .reportingVerbs)
  }

  private static let closingMarks: Set<String> = ["”", "\"", "''", "’", "'", "»"]
  static let beforeCue = closingMarks.union([","])
}
