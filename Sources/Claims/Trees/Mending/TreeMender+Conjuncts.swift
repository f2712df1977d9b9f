import Language

/// Verbs that go on with another verb than the one that a parser joins them to.
extension TreeMender {
  /// Joins the verb `verb` to the one with which it goes on.
  mutating func mendConjunct(at verb: Int) {
    raisePast(verb)
    partRelative(verb)
    freeCue(verb)
    giveSpeakersBehind(verb)
    takeSpeakersOfList(verb)
    giveSecondSubject(verb)
    giveUnsaidClause(verb)
    takeSubjectFromPhrase(verb)
    shareCue(verb)
    lowerMarked(verb)
  }

  /// "said that it was over but that nobody left": a clause with "that" goes on with what is said before it.
  private mutating func shareCue(_ clause: Int) {
    guard tokens[clause].dependency == .conj, let verb = tokens[clause].head, verb < clause, isCue(verb),
      children(of: clause).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" }),
      let content = children(of: verb).last(where: { tokens[$0].dependency == .ccomp && $0 < clause && $0 > verb })
    else { return }
    attach(clause, to: content, as: .conj)
  }

  /// "warned that jobs could go and called on the council to act": what stands in the past goes on with what stands in the
  /// past, not with the infinitive behind a modal.
  private mutating func raisePast(_ verb: Int) {
    guard tokens[verb].dependency == .conj, tokens[verb].tag == .verb, ["VBD", "VBN"].contains(tokens[verb].fineTag),
      !hasSubject(verb), !has(.aux, .auxPass, .cop, .mark, .oblAgent, below: verb), has(.cc, below: verb),
      let first = tokens[verb].head, first < verb, isUnlikePast(first, verb)
    else { return }
    var above = tokens[first].head
    while let matrix = above {
      if tokens[matrix].tag == .verb, matrix < first, hasSubject(matrix), isPastOrPerfect(matrix) {
        tokens[verb].fineTag = tokens[matrix].fineTag
        attach(verb, to: matrix, as: .conj)
        return
      }
      guard tokens[matrix].tag.isVerbal else { return }
      above = tokens[matrix].head
    }
  }

  /// Whether a past form cannot share the auxiliaries of `first`: an infinitive, or a predicate beside which the verb asks
  /// or says something.
  private func isUnlikePast(_ first: Int, _ verb: Int) -> Bool {
    if has(.cop, below: first) {
      guard tokens[first].dependency == .ccomp else { return false }
      return isCue(verb) || cues.lists(lemmas[verb], in: .demandVerbs) || cues.lists(lemmas[verb], in: .denialVerbs)
    }
    return tokens[first].tag == .verb && tokens[first].fineTag == "VB" && !has(.auxPass, below: first)
      && (has(.aux, below: first)
        || children(of: first).contains { tokens[$0].dependency == .mark && lemmas[$0] == "to" })
  }

  private func isPastOrPerfect(_ verb: Int) -> Bool {
    if tokens[verb].fineTag == "VBD" { return true }
    return tokens[verb].fineTag == "VBN" && !has(.auxPass, below: verb)
      && children(of: verb).contains { tokens[$0].dependency == .aux && lemmas[$0] == "have" }
  }

  /// "They will cut funds, said Ann Lee": without a conjunction, and with the speaker behind it, it goes on with nothing.
  private mutating func freeCue(_ verb: Int) {
    guard tokens[verb].dependency == .conj, isCue(verb), verb > 0, tokens[verb - 1].form == ",",
      !has(.cc, .ccomp, .obj, below: verb),
      children(of: verb).contains(where: { tokens[$0].dependency == .nsubj && $0 > verb })
    else { return }
    tokens[verb].dependency = .parataxis
  }

  /// "It suggests that they lived there, a team of researchers reported": who reports was taken for a second subject of
  /// what is reported.
  private mutating func giveSpeakersBehind(_ cue: Int) {
    guard tokens[cue].dependency == .acl, isCue(cue), ["VBD", "VBN"].contains(tokens[cue].fineTag),
      !has(.obj, .ccomp, .oblAgent, .mark, below: cue), var noun = tokens[cue].head
    else { return }
    while tokens[noun].dependency == .nmod, let above = tokens[noun].head { noun = above }
    guard [.nsubj, .obj, .obl, .oblUnmarked, .appos].contains(tokens[noun].dependency), let verb = tokens[noun].head,
      verb < noun, tokens[verb].tag.isVerbal, let start = tokens.indices.first(where: { isWithin($0, noun) }),
      start > 0,
      tokens[start].form == "," || tokens[start - 1].form == ",", !hasPreposition(noun),
      let root = tokens.indices.first(where: { tokens[$0].head == nil }), root < cue
    else { return }
    attach(cue, to: root, as: .parataxis)
    attach(noun, to: cue, as: .nsubj)
    tokens[cue].fineTag = "VBD"
  }

  /// "denied it and said help was on its way": the clause right behind a verb of saying is what is said.
  mutating func giveClauseBehind(_ verb: Int) {
    guard isCue(verb), ["VBD", "VBN", "VBZ", "VBP"].contains(tokens[verb].fineTag), verb + 1 < tokens.count,
      tokens[verb].dependency == .conj, !has(.obj, .ccomp, .xcomp, .auxPass, below: verb),
      let above = tokens[verb].head
    else { return }
    let clause = children(of: above).first { clause in
      clause > verb && [.advcl, .parataxis, .ccomp, .conj].contains(tokens[clause].dependency)
        && (isFinite(clause) || has(.cop, below: clause)) && !has(.mark, .cc, below: clause)
        && children(of: clause).contains { tokens[$0].dependency.isSubject && isWithin(verb + 1, $0) }
    }
    if let clause { attach(clause, to: verb, as: .ccomp) }
  }

  /// "…, residents and aid workers said": those who speak were taken for the last of a list before the comma.
  private mutating func takeSpeakersOfList(_ verb: Int) {
    guard isCue(verb), ["VBD", "VBZ", "VBP"].contains(tokens[verb].fineTag), verb > 2, !hasSubject(verb),
      !has(.ccomp, .obj, below: verb), [.conj, .parataxis, .advcl].contains(tokens[verb].dependency),
      let comma = tokens[..<verb].lastIndex(where: { $0.form == "," }), comma + 1 < verb,
      tokens[(comma + 1)..<verb].allSatisfy({ $0.tag.isNominal || [.adj, .det, .cconj].contains($0.tag) }),
      let first = speakers(between: comma, and: verb)
    else { return }
    let second = tokens[(first + 1)..<verb].lastIndex { $0.dependency == .conj && $0.tag.isNominal }
    attach(first, to: verb, as: .nsubj)
    if let second { attach(second, to: first, as: .conj) }
    tokens[verb].dependency = .parataxis
  }

  private func speakers(between comma: Int, and verb: Int) -> Int? {
    let words = (comma + 1)..<verb
    return words.first { word in
      tokens[word].tag.isNominal && (tokens[word].head.map { !words.contains($0) } ?? false)
        && [.conj, .appos].contains(tokens[word].dependency)
        && tokens[words].contains { $0.dependency == .cc }
          == tokens[(word + 1)..<verb].contains { $0.dependency == .conj }
    }
  }

  /// "found that most of the parents opposed it": the verb of what is found was taken to describe its subject.
  private mutating func giveSecondSubject(_ verb: Int) {
    guard isCue(verb) || cues.lists(lemmas[verb], in: .evidenceVerbs), !has(.ccomp, .obj, below: verb),
      let that = children(of: verb).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" }),
      that == verb + 1,
      let subject = children(of: verb).first(where: { tokens[$0].dependency == .nsubj && $0 > that }),
      let content = verbDescribing(subject)
    else { return }
    takeContent(content, of: verb, subject: subject)
    attach(that, to: content, as: .mark)
  }

  /// "Half of the voters under 30 backed her, a poll showed": so it is before the comma.
  private mutating func giveUnsaidClause(_ verb: Int) {
    guard isCue(verb) || cues.lists(lemmas[verb], in: .evidenceVerbs), !has(.ccomp, .obj, .mark, below: verb) else {
      return
    }
    let subjects = children(of: verb).filter { tokens[$0].dependency == .nsubj && $0 < verb }
    guard subjects.count == 2, isBetween(",", subjects[0], subjects[1]), let content = verbDescribing(subjects[0]),
      content < subjects[1]
    else { return }
    takeContent(content, of: verb, subject: subjects[0])
  }

  /// The verb with an object that was taken for a participle of a noun in the phrase of `subject`.
  private func verbDescribing(_ subject: Int) -> Int? {
    var noun: Int? = subject
    while let current = noun {
      let verb = children(of: current).first {
        tokens[$0].dependency == .acl && $0 > current && ["VBD", "VBN", "VB", "VBP"].contains(tokens[$0].fineTag)
          && has(.obj, below: $0) && !has(.aux, .auxPass, .mark, .oblAgent, below: $0)
      }
      if let verb { return verb }
      noun = children(of: current).last { tokens[$0].dependency == .nmod && $0 > current }
    }
    return nil
  }

  private mutating func takeContent(_ content: Int, of verb: Int, subject: Int) {
    attach(content, to: verb, as: .ccomp)
    attach(subject, to: content, as: .nsubj)
    tokens[content].fineTag = tokens[content].fineTag == "VB" ? "VBP" : tokens[content].fineTag
    if tokens[content].fineTag == "VBN" { tokens[content].fineTag = "VBD" }
  }

  /// "It began after a student, Ann Lee, asked for help": behind a conjunction that was taken for a preposition, the verb
  /// that seems to go on with the main one has its own subject.
  private mutating func takeSubjectFromPhrase(_ verb: Int) {
    let isTaken = [.conj, .ccomp, .advcl, .parataxis].contains(tokens[verb].dependency)
    guard isTaken, tokens[verb].fineTag == "VBD", tokens[verb].tag == .verb, !hasSubject(verb), verb > 1,
      !has(.cc, .aux, .auxPass, .mark, below: verb), let main = tokens[verb].head, main < verb
    else { return }
    let last = tokens[verb - 1].form == "," ? verb - 2 : verb - 1
    guard last == verb - 1 || tokens[verb].dependency == .conj else { return }
    // The phrase hangs under the main predicate, or under what that controls.
    let noun = tokens[main..<verb].indices.last {
      tokens[$0].dependency == .obl && isWithin($0, main) && isWithin(last, $0)
        && children(of: $0).contains { tokens[$0].dependency == .caseMarker && Self.conjunctions.contains(lemmas[$0]) }
    }
    guard let noun, let above = tokens[noun].head,
      let mark = children(of: noun).first(where: { tokens[$0].dependency == .caseMarker })
    else { return }
    attach(verb, to: above, as: .advcl)
    attach(noun, to: verb, as: .nsubj)
    attach(mark, to: verb, as: .mark)
  }

  private static let conjunctions: Set<String> = ["after", "before", "since", "until", "when", "while"]

  /// "warned that some of it dated from 1980 and was understood by few": the clause with "that" is what is warned of, and
  /// the first of its verbs was taken for a participle.
  private mutating func lowerMarked(_ verb: Int) {
    guard tokens[verb].dependency == .conj, let cue = tokens[verb].head, isCue(cue), cue < verb,
      !has(.ccomp, below: cue),
      let that = children(of: verb).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" }),
      that > cue, let subject = children(of: verb).first(where: { tokens[$0].dependency.isSubject }), subject > that
    else { return }
    attach(verb, to: cue, as: .ccomp)
    guard let and = children(of: verb).first(where: { tokens[$0].dependency == .cc && $0 > subject }),
      let first = tokens[subject..<and].indices.first(where: {
        tokens[$0].dependency == .acl && ["VBN", "VBD"].contains(tokens[$0].fineTag) && isWithin($0, subject)
          && !has(.oblAgent, .aux, .auxPass, below: $0)
      })
    else { return }
    attach(first, to: cue, as: .ccomp)
    tokens[first].fineTag = "VBD"
    attach(subject, to: first, as: .nsubj)
    attach(that, to: first, as: .mark)
    attach(verb, to: first, as: .conj)
    if has(.auxPass, below: verb) { return }
    tokens[verb].fineTag = "VBD"
  }

  /// "the head, who she said had allowed it": what the relative pronoun leads is what somebody says.
  private mutating func partRelative(_ verb: Int) {
    guard [.aclRelcl, .ccomp, .conj].contains(tokens[verb].dependency), isFinite(verb),
      let cue = tokens[..<verb].lastIndex(where: { $0.tag == .verb }), isCue(cue) || lemmas[cue] == "believe",
      tokens[cue].dependency == .aclRelcl, tokens[verb].head == tokens[cue].head || tokens[verb].head == cue,
      !has(.obj, .mark, below: cue),
      let speaker = children(of: cue).first(where: { tokens[$0].dependency == .nsubj }), speaker < cue,
      let pronoun = (children(of: verb) + children(of: cue)).first(where: {
        ["who", "which", "that"].contains(lemmas[$0]) && $0 < speaker && ["WP", "WDT"].contains(tokens[$0].fineTag)
      }),
      tokens[(cue + 1)..<verb].allSatisfy({ [.aux, .adv, .part].contains($0.tag) }),
      children(of: verb).allSatisfy({ !tokens[$0].dependency.isSubject || $0 == pronoun })
    else { return }
    attach(verb, to: cue, as: .ccomp)
    attach(pronoun, to: verb, as: has(.auxPass, below: verb) ? .nsubjPass : .nsubj)
  }
}
