import Language

extension TreeMender {
  /// Gives what is said to the verb that says it.
  mutating func mendAttribution() {
    for word in tokens.indices {
      giveContent(word)
      giveNextContent(word)
      givePlace(word)
      mendSpeech(at: word)
      giveBlame(word)
      nameContent(word)
      widenAccording(word)
    }
  }

  /// "said in a statement that it failed", "told the paper that it failed": what is said belongs to the verb, not to the
  /// noun before it.
  private mutating func giveContent(_ content: Int) {
    guard isModifier(content), let noun = tokens[content].head, let verb = tokens[noun].head,
      tokens[verb].tag == .verb,
      cues.lists(lemmas[verb], in: .reportingVerbs) || cues.lists(lemmas[verb], in: .denialVerbs), hasSubject(content),
      !has(.ccomp, below: verb), isMarked(content, by: ["that"])
    else { return }
    switch tokens[noun].dependency {
    case .obl, .oblUnmarked: if has(.obj, below: verb) { return }
    case .obj, .iobj:
      guard cues.lists(lemmas[verb], in: .addressingVerbs), !cues.lists(lemmas[noun], in: .reportingNouns) else {
        return
      }
    default: return
    }
    attach(content, to: verb, as: .ccomp)
  }

  /// "denies this and argues that it will harm no one": a clause whose "that" stands right behind a verb of saying is its.
  private mutating func giveNextContent(_ content: Int) {
    guard ![.ccomp, .csubj].contains(tokens[content].dependency),
      let that = children(of: content).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" }),
      that > 0, that < content, hasSubject(content)
    else { return }
    let verb = that - 1
    guard tokens[verb].tag == .verb,
      [CueTable.Section.reportingVerbs, .opinionVerbs].contains(where: { cues.lists(lemmas[verb], in: $0) }),
      tokens[content].head != verb || tokens[content].dependency == .advcl, !has(.ccomp, .obj, .csubj, below: verb)
    else { return }
    attach(content, to: verb, as: .ccomp)
  }

  /// "denied the presence of troops in Syria": the place right behind an event that is spoken of is the event's.
  private mutating func givePlace(_ place: Int) {
    guard tokens[place].dependency == .obl, tokens[place].tag.isNominal, let verb = tokens[place].head,
      cues.lists(lemmas[verb], in: .reportingVerbs) || cues.lists(lemmas[verb], in: .contradictingVerbs),
      let event = children(of: verb).first(where: { tokens[$0].dependency == .obj }), event < place,
      EventFrame(of: lemmas[event], cues: cues) != nil,
      let preposition = children(of: place).first(where: { tokens[$0].dependency == .caseMarker }),
      ["in", "inside", "near", "at"].contains(lemmas[preposition]), isWithin(preposition - 1, event),
      Calendar.month(named: tokens[place].form) == nil, tokens[place].tag != .num
    else { return }
    attach(place, to: event, as: .nmod)
  }

  /// "accused the army of firing": what somebody is accused of belongs to the verb.
  private mutating func giveBlame(_ word: Int) {
    splitBlame(at: word)
    let isGerund =
      tokens[word].fineTag == "VBG"
      || children(of: word).contains { tokens[$0].dependency == .aux && tokens[$0].fineTag == "VBG" }
    guard tokens[word].dependency == .acl, isGerund, let noun = tokens[word].head,
      [.obj, .oblAgent].contains(tokens[noun].dependency), let verb = tokens[noun].head,
      cues.lists(lemmas[verb], in: .accusingVerbs),
      isMarked(word, by: ["of", "with", "for"])
    else { return }
    attach(word, to: verb, as: .advcl)
  }

  /// "accused them of hiding documents" where "hiding documents" was taken for a thing.
  private mutating func splitBlame(at noun: Int) {
    guard tokens[noun].dependency == .nmod, tokens[noun].tag == .noun, let accused = tokens[noun].head,
      tokens[accused].dependency == .obj, let verb = tokens[accused].head, cues.lists(lemmas[verb], in: .accusingVerbs),
      let of = children(of: noun).first(where: { tokens[$0].dependency == .caseMarker }), lemmas[of] == "of",
      of + 1 < noun, tokens[of + 1].fineTag == "VBG", tokens[of + 1].head == noun
    else { return }
    let gerund = of + 1
    tokens[gerund].tag = .verb
    attach(noun, to: verb, as: .obl)
    attach(gerund, to: verb, as: .advcl)
    attach(noun, to: gerund, as: .obj)
    attach(of, to: gerund, as: .mark)
    for clause in children(of: accused) where clause > noun && tokens[clause].dependency == .aclRelcl {
      attach(clause, to: noun, as: .aclRelcl)
    }
  }

  /// "the claim that it failed": with a conjunction the clause is what is claimed, and describes nothing.
  private mutating func nameContent(_ word: Int) {
    guard tokens[word].dependency == .aclRelcl, let noun = tokens[word].head,
      cues.lists(lemmas[noun], in: .reportingNouns), hasSubject(word)
    else { return }
    let below = children(of: word).filter { tokens[$0].dependency == .xcomp }
    let objects = ([word] + below).flatMap { children(of: $0) }.filter { tokens[$0].dependency == .obj }.sorted()
    // "the claim that the army left the city", "that he plans to leave": nothing is missing for "that" to stand for.
    if let that = objects.first, lemmas[that] == "that", that < word,
      objects.count > 1 || tokens[that].fineTag == "IN" || !below.isEmpty
    {
      attach(that, to: word, as: .mark)
      tokens[that].tag = .sconj
      tokens[that].fineTag = "IN"
    }
    if isMarked(word, by: ["that"]) { tokens[word].dependency = .acl }
  }

  private func isModifier(_ word: Int) -> Bool {
    tokens[word].dependency == .acl || tokens[word].dependency == .aclRelcl
  }

  private func isMarked(_ word: Int, by forms: Set<String>) -> Bool {
    children(of: word).contains { tokens[$0].dependency == .mark && forms.contains(lemmas[$0]) }
  }

  /// "Two died when it fell, according to the police": at the end of the sentence, behind a comma, all of it is meant.
  private mutating func widenAccording(_ source: Int) {
    guard [.obl, .nmod].contains(tokens[source].dependency),
      let root = tokens.indices.first(where: { tokens[$0].head == nil }),
      let clause = tokens[source].head, clause != root, source > root,
      !hasSubject(clause) || tokens[clause].head == root,
      tokens[clause].dependency != .conj || !hasSubject(clause),
      let marker = children(of: source).first(where: { lemmas[$0] == "accord" || lemmas[$0] == "according" }),
      marker > 0, tokens[marker - 1].form == ",",
      !tokens[source...].contains(where: { $0.tag == .verb && $0.head.map { $0 <= root } ?? false })
    else { return }
    attach(source, to: root, as: .obl)
  }
}
