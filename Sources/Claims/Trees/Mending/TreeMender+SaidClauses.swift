import Language

/// Which words are of what is said, and which of the verb that says it.
extension TreeMender {
  /// "Prices fell in May, the office said": of two subjects of the verb of saying, the first is of what is said.
  mutating func returnFirstSubject(_ verb: Int) {
    guard isCue(verb) else { return }
    let subjects = children(of: verb).filter { [.nsubj, .nsubjPass].contains(tokens[$0].dependency) && $0 < verb }
    guard subjects.count == 2, isBetween(",", subjects[0], subjects[1]) else { return }
    let content = children(of: verb).first {
      $0 > subjects[0] && $0 < subjects[1] && [.ccomp, .advcl, .parataxis, .dep].contains(tokens[$0].dependency)
        && !hasSubject($0) && !has(.mark, below: $0) && (has(.cop, below: $0) || isPastOrFinite($0))
    }
    guard let content else { return }
    if tokens[content].fineTag == "VBN", !has(.aux, .auxPass, .cop, below: content) { tokens[content].fineTag = "VBD" }
    tokens[content].dependency = .ccomp
    attach(subjects[0], to: content, as: has(.auxPass, below: content) ? .nsubjPass : .nsubj)
  }

  private func isPastOrFinite(_ verb: Int) -> Bool {
    tokens[verb].tag == .verb && (isFinite(verb) || tokens[verb].fineTag == "VBN")
  }

  /// "saying the river had burst its banks": what is said is the clause, of which the object is the subject, or what was
  /// taken for a second subject of the verb of saying.
  mutating func returnObject(_ verb: Int) {
    guard isCue(verb), !cues.lists(lemmas[verb], in: .addressingVerbs),
      let content = children(of: verb).first(where: { tokens[$0].dependency == .ccomp && $0 > verb }),
      isFinite(content), !hasSubject(content), !has(.mark, below: content),
      let object = children(of: verb).first(where: { [.obj, .nsubj].contains(tokens[$0].dependency) && $0 > verb }),
      object < content,
      tokens[(object + 1)..<content].allSatisfy({ [.aux, .adv, .part].contains($0.tag) })
    else { return }
    attach(object, to: content, as: has(.auxPass, below: content) ? .nsubjPass : .nsubj)
  }

  /// "suggests that people, too, lived there": the noun behind "that" is of what is suggested.
  mutating func lowerSubject(_ verb: Int) {
    guard tokens[verb].tag == .verb, let content = children(of: verb).first(where: { tokens[$0].dependency == .ccomp }),
      let that = children(of: content).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" }),
      that > verb,
      let subject = children(of: verb).first(where: { tokens[$0].dependency == .nsubj && $0 > that && $0 < content })
    else { return }
    attach(subject, to: content, as: has(.auxPass, below: content) ? .nsubjPass : .nsubj)
  }

  /// "Ten of them were children, said a doctor": the noun behind the verb speaks.
  mutating func invertSpeaker(_ verb: Int) {
    guard isCue(verb), ["VBD", "VBZ", "VBP"].contains(tokens[verb].fineTag), verb > 0, !hasSubject(verb),
      !cues.lists(lemmas[verb], in: .addressingVerbs), Self.beforeCue.contains(tokens[verb - 1].form),
      children(of: verb).contains(where: { tokens[$0].dependency == .ccomp && $0 < verb }),
      let speaker = children(of: verb).first(where: { [.obj, .obl].contains(tokens[$0].dependency) && $0 > verb }),
      isWithin(verb + 1, speaker), tokens[speaker].tag.isNominal, !hasPreposition(speaker)
    else { return }
    tokens[speaker].dependency = .nsubj
  }

  /// "…, the company behind it, Bio, announced.": whoever stands before the verb of saying at the end, taken for a
  /// description of the noun before the comma, says it.
  mutating func takeDescription(_ verb: Int) {
    guard isCue(verb), tokens[verb].dependency == .parataxis, ["VBD", "VBZ"].contains(tokens[verb].fineTag),
      !hasSubject(verb), !has(.ccomp, .obj, .mark, below: verb),
      let speaker = tokens[..<verb].lastIndex(where: { $0.dependency == .appos && $0.tag == .noun }),
      let described = tokens[speaker].head, described < speaker, isBetween(",", described, speaker),
      tokens[(speaker + 1)..<verb].allSatisfy({ ![.verb, .aux].contains($0.tag) }),
      isWithin(verb - 1, speaker) || tokens[verb - 1].form == "," && isWithin(verb - 2, speaker)
    else { return }
    attach(speaker, to: verb, as: .nsubj)
  }

  /// "Asked whether he would run, he said that …": what somebody is asked is not what he says.
  mutating func freeAnswer(_ verb: Int) {
    guard isCue(verb), let speaker = children(of: verb).first(where: { tokens[$0].dependency == .nsubj }) else {
      return
    }
    for content in children(of: verb) where tokens[content].dependency == .ccomp && content > verb {
      for child in children(of: content) where child < speaker && [.advcl, .ccomp].contains(tokens[child].dependency) {
        attach(child, to: verb, as: tokens[child].dependency)
      }
      for asked in children(of: verb)
      where asked < speaker && tokens[asked].dependency == .ccomp && lemmas[asked] == "ask" && !hasSubject(asked) {
        tokens[asked].dependency = .advcl
        tokens[asked].fineTag = "VBN"
      }
    }
  }

  /// "Critics say it is weak, while supporters argue that …": the second says it beside the first, not in its words.
  mutating func freeContrast(_ clause: Int) {
    guard tokens[clause].dependency == .advcl, hasSubject(clause),
      (isCue(clause) || cues.lists(lemmas[clause], in: .opinionVerbs)) && has(.ccomp, below: clause)
        || putsFigure(clause),
      children(of: clause).contains(where: {
        tokens[$0].dependency == .mark && ["while", "whereas", "although", "though"].contains(lemmas[$0])
      }),
      var content = tokens[clause].head, content < clause
    else { return }
    while [.ccomp, .xcomp, .advcl].contains(tokens[content].dependency), let verb = tokens[content].head, verb < content
    {
      content = verb
      if tokens[verb].dependency != .xcomp, hasSubject(verb),
        isCue(verb) || cues.lists(lemmas[verb], in: .opinionVerbs), tokens[verb].head.map({ $0 > verb }) ?? true
      {
        return attach(clause, to: verb, as: .advcl)
      }
    }
  }

  /// "while police put the toll at 40"
  private func putsFigure(_ verb: Int) -> Bool {
    lemmas[verb] == "put"
      && children(of: verb).contains { tokens[$0].dependency == .obj && Self.figures.contains(lemmas[$0]) }
  }

  private static let figures: Set<String> = [
    "figure", "number", "toll", "count", "total", "cost", "damage", "estimate",
  ]

  /// "acknowledged that mistakes had been made but denied that …": an active verb with a content of its own shares the
  /// subject of the one who says it, not that of the passive clause before it.
  mutating func raiseCue(_ verb: Int) {
    guard isCue(verb) || cues.lists(lemmas[verb], in: .denialVerbs), tokens[verb].dependency == .conj,
      !hasSubject(verb),
      ["VBD", "VBN"].contains(tokens[verb].fineTag), has(.ccomp, .obj, .iobj, below: verb),
      !has(.aux, .auxPass, .mark, below: verb), let content = tokens[verb].head, tokens[content].dependency == .ccomp,
      has(.auxPass, .aux, .cop, below: content), let first = tokens[content].head, first < content,
      isCue(first) || [.denialVerbs, .demandVerbs].contains(where: { cues.lists(lemmas[first], in: $0) }),
      hasSubject(first)
    else { return }
    tokens[verb].fineTag = "VBD"
    attach(verb, to: first, as: .conj)
  }

  /// "concedes that the nets differed but insists …": a verb of saying goes on with the one before it in its own tense where
  /// the subject of what is said is a thing, or does not agree with it.
  mutating func raiseSpeaking(_ verb: Int) {
    guard isCue(verb), tokens[verb].dependency == .conj, !hasSubject(verb), has(.ccomp, .obj, below: verb),
      !has(.aux, .auxPass, .mark, below: verb), let content = tokens[verb].head, tokens[content].dependency == .ccomp,
      let first = tokens[content].head, isCue(first), first < content, hasSubject(first),
      tokens[first].fineTag == tokens[verb].fineTag, ["VBD", "VBZ"].contains(tokens[verb].fineTag),
      let subject = children(of: content).first(where: { tokens[$0].dependency.isNominalSubject }),
      isThing(subject) || tokens[verb].fineTag == "VBZ" && ["NNS", "NNPS"].contains(tokens[subject].fineTag)
    else { return }
    attach(verb, to: first, as: .conj)
  }

  /// A common noun that names neither people nor words, who say things.
  private func isThing(_ noun: Int) -> Bool {
    guard tokens[noun].tag == .noun, !isPerson(noun) else { return false }
    let ending = ["er", "ers", "or", "ors", "ist", "ists", "man", "men", "ian", "ians"].contains {
      tokens[noun].form.hasSuffix($0)
    }
    return !ending && !Self.speaking.contains { cues.lists(lemmas[noun], in: $0) }
  }

  private static let speaking: [CueTable.Section] = [
    .sourceNouns, .reportingNouns, .memberNouns, .governmentNouns, .groupNouns, .kindNouns, .publicBodies,
    .personMembers,
  ]

  /// "…, officials said, in the third attack this month": what stands behind the verb of saying and a comma, and is neither
  /// a time nor a place of saying, goes on with what is said.
  mutating func returnCircumstance(_ verb: Int) {
    guard isCue(verb), tokens[verb].dependency == .parataxis, let main = tokens[verb].head, main < verb,
      verb + 2 < tokens.count,
      tokens[verb + 1].form == ",", hasSubject(verb), !has(.ccomp, .obj, below: verb),
      let noun = children(of: verb).first(where: { tokens[$0].dependency == .obl && $0 > verb }),
      tokens[noun].tag == .noun, EventFrame(of: lemmas[noun], cues: cues) != nil,
      !cues.lists(lemmas[noun], in: .sourceNouns), !cues.lists(lemmas[noun], in: .reportingNouns),
      children(of: noun).contains(where: { tokens[$0].dependency == .caseMarker && lemmas[$0] == "in" })
    else { return }
    attach(noun, to: main, as: .obl)
  }

  /// "know what he did and know who paid": a verb that is said again goes on with the first.
  mutating func raiseRepeated(_ verb: Int) {
    guard tokens[verb].dependency == .conj, tokens[verb].tag == .verb, !hasSubject(verb), has(.cc, below: verb),
      !has(.aux, .auxPass, .mark, below: verb), let other = tokens[verb].head, lemmas[other] != lemmas[verb]
    else { return }
    var above = tokens[other].head
    while let first = above, lemmas[first] != lemmas[verb] || tokens[first].tag != .verb { above = tokens[first].head }
    guard let first = above, first < other, hasSubject(first) else { return }
    attach(verb, to: first, as: .conj)
    tokens[verb].fineTag = tokens[first].fineTag
    let clause = tokens.indices.first {
      $0 > verb && tokens[$0].dependency == .aclRelcl && tokens[$0].head.map { $0 < verb } ?? false
    }
    if let clause, !has(.obj, .ccomp, below: verb) { attach(clause, to: verb, as: .ccomp) }
  }

  /// "found that it spreads faster but causes milder illness": a verb in the present goes on with what is said in the
  /// present, not with the past in which it is said.
  mutating func lowerConjunct(_ verb: Int) {
    guard tokens[verb].dependency == .conj, ["VBZ", "VBP"].contains(tokens[verb].fineTag), tokens[verb].tag == .verb,
      !hasSubject(verb), let first = tokens[verb].head, tokens[first].fineTag == "VBD", tokens[first].tag == .verb,
      let content = children(of: first).last(where: { tokens[$0].dependency == .ccomp && $0 > first && $0 < verb }),
      ["VBZ", "VBP"].contains(tokens[content].fineTag), hasSubject(content)
    else { return }
    attach(verb, to: content, as: .conj)
  }

  /// "disputed that: “The dam is not safe.”": before a colon it is a pronoun.
  mutating func freePronoun(_ word: Int) {
    guard ["that", "this"].contains(lemmas[word]), tokens[word].dependency == .mark, word + 1 < tokens.count,
      tokens[word + 1].form == ":", let content = tokens[word].head, let verb = tokens[content].head, verb < word,
      tokens[verb].tag == .verb
    else { return }
    tokens[word].tag = .pron
    tokens[word].fineTag = "DT"
    attach(word, to: verb, as: .obj)
  }
}
