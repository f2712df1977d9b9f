import Language

/// Verbs of a clause of their own that were taken for participles, and what was taken for a verb where another is.
extension TreeMender {
  /// Gives finite verbs their clauses.
  mutating func mendFinite() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .acl, .aclRelcl:
        takeMarkedNoun(word)
        takeNounOfIntransitive(word)
        freeThatOfContent(word)
        makeRelativeOfMissing(word)
      case .xcomp:
        if isWishedOf(word) { takeWished(word) }
        makePerfect(word)
        takeFirstWord(word)
      case .conj: takeObjectOfList(word)
      case .obl where isStrandedBehindPassive(word), .advmod where isStrandedBehindPassive(word):
        tokens[word].dependency = .compoundPrt
      case .caseMarker where isParticleOfPassive(word):
        if let verb = tokens[word].head.flatMap({ tokens[$0].head }) { attach(word, to: verb, as: .compoundPrt) }
      case .obj where isTold(word): tokens[word].dependency = .iobj
      case .obj: makeParticipleBeforeAgent(word)
      case .nmod where isAgentOfPassive(word):
        if let verb = tokens[word].head.flatMap({ tokens[$0].head }) { attach(word, to: verb, as: .oblAgent) }
      case .oblAgent: hangUnderEvent(word)
      default: break
      }
    }
  }

  /// "closed since a stone fell": what a conjunction leads has the noun behind it as its subject.
  private mutating func takeMarkedNoun(_ verb: Int) {
    guard tokens[verb].tag == .verb, let noun = tokens[verb].head, noun < verb, let above = tokens[noun].head,
      [.obl, .obj, .oblUnmarked, .nmod].contains(tokens[noun].dependency)
        || tokens[noun].dependency == .nsubj && above < noun, !hasSubject(verb),
      let mark = children(of: verb).first(where: { tokens[$0].dependency == .mark }), mark < noun,
      isWithin(mark + 1, noun) || mark + 1 == noun, lemmas[mark] != "to",
      ["VBD", "VBN", "VB", "VBP"].contains(tokens[verb].fineTag)
    else { return }
    let isSaid = ["that", "whether"].contains(lemmas[mark])
    attach(verb, to: above, as: isSaid ? .ccomp : .advcl)
    if tokens[verb].fineTag == "VB" { tokens[verb].fineTag = "VBP" }
    if tokens[verb].fineTag == "VBN", !has(.auxPass, .aux, below: verb) { tokens[verb].fineTag = "VBD" }
    attach(noun, to: verb, as: has(.auxPass, below: verb) ? .nsubjPass : .nsubj)
  }

  /// "said the ferry capsized", "after a ferry carrying passengers capsized": a verb that has no passive describes no noun.
  private mutating func takeNounOfIntransitive(_ verb: Int) {
    guard tokens[verb].dependency == .acl, ["VBD", "VBN"].contains(tokens[verb].fineTag), tokens[verb].tag == .verb,
      cues.lists(lemmas[verb], in: .intransitiveVerbs), let noun = tokens[verb].head, noun < verb,
      !has(.aux, .auxPass, .obj, .oblAgent, .mark, below: verb), !hasSubject(verb), tokens[verb - 1].form != ",",
      let above = tokens[noun].head, above < noun, tokens[above].tag.isVerbal
    else { return }
    let conjunction = children(of: noun).first {
      tokens[$0].dependency == .caseMarker && $0 < noun
        && ["after", "before", "since", "until", "as", "while", "when", "once"].contains(lemmas[$0])
    }
    if let conjunction, tokens[noun].dependency == .obl {
      attach(verb, to: above, as: .advcl)
      attach(conjunction, to: verb, as: .mark)
    } else if tokens[noun].dependency == .obj, isCue(above), !has(.ccomp, below: above),
      !cues.lists(lemmas[above], in: .addressingVerbs)
    {
      attach(verb, to: above, as: .ccomp)
    } else {
      return
    }
    tokens[verb].fineTag = "VBD"
    attach(noun, to: verb, as: .nsubj)
  }

  /// "told workers that they plan to cut funds": nothing is missing for "that" to stand for.
  private mutating func freeThatOfContent(_ verb: Int) {
    guard tokens[verb].dependency == .aclRelcl, let noun = tokens[verb].head, noun < verb,
      [.obj, .iobj, .obl].contains(tokens[noun].dependency), let matrix = tokens[noun].head, matrix < noun,
      takesContent(matrix, beside: noun), !cues.lists(lemmas[noun], in: .reportingNouns),
      let that = children(of: verb).first(where: { tokens[$0].dependency == .obj && lemmas[$0] == "that" }),
      that < verb, hasSubject(verb),
      tokens[noun].dependency == .obl || has(.xcomp, .ccomp, below: verb)
        || children(of: verb).contains(where: { tokens[$0].dependency == .obj && $0 != that })
    else { return }
    tokens[that].tag = .sconj
    tokens[that].fineTag = "IN"
    attach(that, to: verb, as: .mark)
    attach(verb, to: matrix, as: .ccomp)
    if tokens[noun].dependency != .obl { tokens[noun].dependency = .iobj }
  }

  /// "told workers that …", "denied through his lawyer that …"
  private func takesContent(_ verb: Int, beside noun: Int) -> Bool {
    if tokens[noun].dependency != .obl { return cues.lists(lemmas[verb], in: .addressingVerbs) }
    return (cues.lists(lemmas[verb], in: .reportingVerbs) || cues.lists(lemmas[verb], in: .denialVerbs))
      && !has(.obj, .ccomp, below: verb) && !["speak", "lie", "object", "agree"].contains(lemmas[verb])
  }

  /// "told the workers that they would stay": what is told is the clause.
  private func isTold(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, cues.lists(lemmas[verb], in: .addressingVerbs),
      !cues.lists(lemmas[word], in: .reportingNouns), !has(.iobj, below: verb)
    else { return false }
    return children(of: verb).contains {
      tokens[$0].dependency == .ccomp && $0 > word && has(.mark, below: $0) && hasSubject($0)
    }
  }

  /// "called for all drones to be registered": what is called for is that they are.
  private func isWishedOf(_ infinitive: Int) -> Bool {
    guard has(.auxPass, below: infinitive), !hasSubject(infinitive), let verb = tokens[infinitive].head,
      ["call", "ask", "wait", "plead", "push", "press", "appeal", "campaign", "lobby", "vote"].contains(lemmas[verb]),
      !has(.obj, .auxPass, below: verb),
      let to = children(of: infinitive).first(where: { tokens[$0].dependency == .mark }), to > 0
    else { return false }
    return children(of: verb).contains {
      tokens[$0].dependency == .obl && $0 > verb && isWithin(to - 1, $0)
        && children(of: $0).contains { tokens[$0].dependency == .caseMarker && lemmas[$0] == "for" }
    }
  }

  private mutating func takeWished(_ infinitive: Int) {
    guard let verb = tokens[infinitive].head,
      let noun = children(of: verb).last(where: { tokens[$0].dependency == .obl && $0 > verb && $0 < infinitive }),
      let preposition = children(of: noun).first(where: { tokens[$0].dependency == .caseMarker })
    else { return }
    tokens[infinitive].dependency = .advcl
    attach(noun, to: infinitive, as: .nsubjPass)
    attach(preposition, to: infinitive, as: .mark)
    tokens[preposition].tag = .sconj
  }

  /// "was not complied with", "the flaw complained of": with nothing behind it, the preposition is of the verb.
  private func isStrandedBehindPassive(_ word: Int) -> Bool {
    guard word > 0, ["IN", "RP"].contains(tokens[word].fineTag), tokens[word].tag == .adp, let verb = tokens[word].head,
      verb == word - 1, ["VBN", "VBD"].contains(tokens[verb].fineTag), !tokens.contains(where: { $0.head == word })
    else { return false }
    return has(.auxPass, below: verb) || tokens[verb].dependency == .acl && !has(.obj, .nsubj, below: verb)
  }

  /// "was paid for by the firm"
  private func isParticleOfPassive(_ preposition: Int) -> Bool {
    guard preposition > 0, preposition + 1 < tokens.count, lemmas[preposition + 1] == "by",
      let agent = tokens[preposition].head, tokens[preposition + 1].head == agent, let verb = tokens[agent].head,
      verb == preposition - 1
    else { return false }
    return has(.auxPass, below: verb)
  }

  /// "seeds that they should be planting": things that no clause spells out are what its verb lacks.
  private mutating func makeRelativeOfMissing(_ verb: Int) {
    guard tokens[verb].dependency == .acl, let noun = tokens[verb].head, noun < verb,
      ["NNS", "VBZ"].contains(tokens[noun].fineTag),
      let that = children(of: verb).first(where: { tokens[$0].dependency == .mark }), lemmas[that] == "that",
      that == noun + 1, hasSubject(verb), !has(.obj, .ccomp, .xcomp, .auxPass, .cop, .obl, below: verb),
      !cues.lists(lemmas[verb], in: .intransitiveVerbs),
      ![CueTable.Section.contentNouns, .reportingNouns, .sourceNouns, .demandNouns, .aimNouns].contains(where: {
        cues.lists(lemmas[noun], in: $0)
      })
    else { return }
    tokens[verb].dependency = .aclRelcl
    tokens[that].tag = .pron
    tokens[that].fineTag = "WDT"
    tokens[that].dependency = .obj
    if tokens[noun].fineTag == "VBZ" {
      tokens[noun].tag = .noun
      tokens[noun].fineTag = "NNS"
    }
  }

  /// "have so far prevented digging": behind adverbs "have" is still an auxiliary.
  private mutating func makePerfect(_ verb: Int) {
    guard tokens[verb].fineTag == "VBN", tokens[verb].tag == .verb, let have = tokens[verb].head, have < verb,
      lemmas[have] == "have", ["VBP", "VBZ", "VBD"].contains(tokens[have].fineTag), !has(.mark, .aux, below: verb),
      tokens[(have + 1)..<verb].allSatisfy({ [.adv, .part].contains($0.tag) })
    else { return }
    tokens[verb].head = tokens[have].head
    tokens[verb].dependency = tokens[have].dependency
    for child in children(of: have) where child != verb { tokens[child].head = verb }
    tokens[have].head = verb
    tokens[have].dependency = .aux
    tokens[have].tag = .aux
  }

  /// "Drought threatens crops": the first word is no verb where a finite verb right behind it lacks a subject.
  private mutating func takeFirstWord(_ verb: Int) {
    guard ["VBZ", "VBD"].contains(tokens[verb].fineTag), tokens[verb].tag == .verb, !hasSubject(verb), verb > 0,
      let first = tokens[verb].head, first == verb - 1, tokens[first].head == nil, tokens[first].tag == .verb,
      !hasSubject(first), !has(.mark, .aux, .cop, below: verb),
      !children(of: first).contains(where: { $0 < first && tokens[$0].tag != .punct })
    else { return }
    swap(verb, above: first, as: .nsubj)
    tokens[first].tag = .noun
    tokens[first].fineTag = "NN"
    setLemma(tokens[first].form.lowercased(), of: first)
    for child in children(of: first) where child > verb { tokens[child].head = verb }
  }

  /// "attacked markets and looted stores": what stands right behind the second verb is its object.
  private mutating func takeObjectOfList(_ verb: Int) {
    guard tokens[verb].tag == .verb, ["VBD", "VBN"].contains(tokens[verb].fineTag), has(.cc, below: verb),
      !has(.obj, .ccomp, .xcomp, .auxPass, .oblAgent, below: verb), !hasSubject(verb), let first = tokens[verb].head,
      first < verb, tokens[first].tag == .verb,
      let second = tokens.indices.first(where: { word in
        word > verb && tokens[word].dependency == .conj && isWithin(verb + 1, word)
          && (tokens[word].head.map { $0 > first && $0 < verb && tokens[$0].head == first } ?? false)
      }),
      tokens[second].tag.isNominal, !has(.cc, below: second), !hasPreposition(second), isWithin(verb + 1, second)
    else { return }
    attach(second, to: verb, as: .obj)
    tokens[verb].fineTag = tokens[first].fineTag
  }

  /// "attended a school run by nuns": of two objects side by side, one before "by" is a participle.
  private mutating func makeParticipleBeforeAgent(_ word: Int) {
    guard word > 1, tokens[word].tag == .noun, ["run", "set", "put", "cut", "hit", "led"].contains(tokens[word].form),
      word + 1 < tokens.count, lemmas[word + 1] == "by", tokens[word - 1].dependency == .obj,
      tokens[word - 1].head == tokens[word].head, let agent = tokens[word + 1].head, agent > word,
      tokens[agent].head == tokens[word].head || tokens[agent].head == word
    else { return }
    tokens[word].tag = .verb
    tokens[word].fineTag = "VBN"
    setLemma(tokens[word].form == "led" ? "lead" : tokens[word].form, of: word)
    attach(word, to: word - 1, as: .acl)
    attach(agent, to: word, as: .oblAgent)
  }

  /// "was refused work by eleven companies": behind the object of a passive, "by" names who does it.
  private func isAgentOfPassive(_ word: Int) -> Bool {
    guard let preposition = children(of: word).first(where: { tokens[$0].dependency == .caseMarker }),
      lemmas[preposition] == "by", let object = tokens[word].head, object < word,
      [.obj, .xcomp].contains(tokens[object].dependency), tokens[object].tag == .noun, let verb = tokens[object].head,
      verb < object, has(.auxPass, below: verb), !has(.oblAgent, below: verb),
      EventFrame(of: lemmas[object], cues: cues) == nil, !cues.lists(lemmas[object], in: .sourceNouns)
    else { return false }
    return tokens[word].tag != .num && !has(.nummod, below: word) || !Self.isMeasure(lemmas[word], cues)
  }

  private static func isMeasure(_ lemma: String, _ cues: CueTable) -> Bool { cues.lists(lemma, in: .measureNouns) }

  /// "was released following protests by the union": right behind an event, "by" names whose event it is.
  private mutating func hangUnderEvent(_ agent: Int) {
    guard let verb = tokens[agent].head, verb < agent,
      let by = children(of: agent).first(where: { tokens[$0].dependency == .caseMarker }), by > verb + 1,
      tokens[by - 1].tag == .noun, tokens[by - 1].head == verb, tokens[by - 1].dependency == .obl,
      EventFrame(of: lemmas[by - 1], cues: cues) != nil || Self.deeds.contains(lemmas[by - 1])
    else { return }
    attach(agent, to: by - 1, as: .nmod)
  }

  private static let deeds: Set<String> = [
    "protest", "strike", "pressure", "demand", "appeal", "complaint", "investigation", "inquiry", "decision", "ruling",
    "vote", "campaign", "request", "report", "criticism", "warning", "lawsuit", "challenge", "attempt", "raid",
    "search",
  ]
}
