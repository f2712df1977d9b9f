import Language

/// Objects side by side: who gets something and what, what somebody is made, and what only describes the next one.
extension TreeMender {
  /// Tells the objects of a verb apart.
  mutating func mendObjects() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .obj where isDescribingGerund(word): describe(word)
      case .obj where isTitleOfObject(word): attach(word, to: word + 1, as: .nmodDesc)
      case .xcomp where isThingLeft(word): leave(word)
      case .compound where isPronounBeforeGift(word): makePronounRecipient(word)
      case .obj where isNameInRelative(word): makeNameInRelative(word)
      case .obj where isOwnerOfNext(word): makeOwner(word)
      case .obj where isNameOfObject(word): attach(word, to: word - 1, as: .flat)
      case .obj where isSecondObject(word): tellApart(word)
      case .compound where isRecipientBeforeAdjective(word): makeRecipient(word)
      case .amod where isVerbBehindSingular(word): makeClause(word)
      case .amod where isVerbBehindAge(word): makeVerb(behindAge: word)
      case .advmod where isVerbTakenForAdverb(word): makeVerb(ofAdverb: word)
      case .conj where isPastTakenForNoun(word):
        tokens[word].tag = .verb
        tokens[word].fineTag = "VBD"
      default: break
      }
    }
  }

  /// "beating defending champion Ann Lee": a gerund right between a verb and its object describes the object.
  private func isDescribingGerund(_ word: Int) -> Bool {
    tokens[word].fineTag == "VBG" && word + 1 < tokens.count && tokens[word].head == word - 1
      && tokens[word + 1].dependency == .obj && tokens[word + 1].head == word - 1
      && !tokens.contains { $0.head == word }
  }

  private mutating func describe(_ word: Int) {
    tokens[word].tag = .adj
    attach(word, to: word + 1, as: .amod)
  }

  /// "beat champion Ann Lee"
  private func isTitleOfObject(_ word: Int) -> Bool {
    guard word + 1 < tokens.count, tokens[word].tag == .noun, tokens[word].fineTag == "NN",
      tokens[word + 1].tag == .propn, tokens[word + 1].dependency == .obj, tokens[word + 1].head == tokens[word].head
    else { return false }
    return isPerson(word) || lemmas[word] == "champion"
  }

  /// "left the government no choice"
  private func isThingLeft(_ word: Int) -> Bool {
    guard tokens[word].tag == .noun, let verb = tokens[word].head, lemmas[verb] == "leave", verb < word,
      has(.obj, below: verb), !hasPreposition(word), !has(.mark, .cop, below: word)
    else { return false }
    return children(of: word).contains { ["no", "any", "little", "few", "some"].contains(lemmas[$0]) }
  }

  private mutating func leave(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    for child in children(of: verb) where tokens[child].dependency == .obj { tokens[child].dependency = .iobj }
    tokens[word].dependency = .obj
  }

  /// "bought us sandwiches"
  private func isPronounBeforeGift(_ word: Int) -> Bool {
    guard ["us", "me", "him", "them"].contains(tokens[word].form), let gift = tokens[word].head, gift > word,
      tokens[gift].dependency == .obj, let verb = tokens[gift].head
    else { return false }
    return verb == word - 1
  }

  private mutating func makePronounRecipient(_ word: Int) {
    guard let verb = tokens[word].head.flatMap({ tokens[$0].head }) else { return }
    tokens[word].tag = .pron
    tokens[word].fineTag = "PRP"
    attach(word, to: verb, as: .iobj)
  }

  /// "a move that critics called a setback": what they called so is the move.
  private func isNameInRelative(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, tokens[verb].dependency == .aclRelcl,
      Self.naming.contains(lemmas[verb]), let noun = tokens[verb].head, hasSubject(verb),
      !has(.xcomp, .iobj, below: verb)
    else { return false }
    return children(of: verb).contains {
      tokens[$0].dependency == .mark && lemmas[$0] == "that" && $0 == noun + 1 && tokens[$0].fineTag == "WDT"
    }
  }

  private mutating func makeNameInRelative(_ word: Int) {
    guard let verb = tokens[word].head,
      let that = children(of: verb).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" })
    else { return }
    tokens[word].dependency = .xcomp
    tokens[that].dependency = .obj
    tokens[that].tag = .pron
  }

  /// "violates her right to leave": right before a noun, "her" says whose it is.
  private func isOwnerOfNext(_ word: Int) -> Bool {
    guard tokens[word].form == "her", word + 1 < tokens.count, ["NN", "NNS"].contains(tokens[word + 1].fineTag),
      tokens[word + 1].head == tokens[word].head, let verb = tokens[word].head, verb < word
    else { return false }
    return [.advmod, .oblUnmarked, .obl].contains(tokens[word + 1].dependency) && !hasPreposition(word + 1)
      && !["home", "today", "yesterday", "tomorrow"].contains(lemmas[word + 1])
  }

  private mutating func makeOwner(_ word: Int) {
    tokens[word + 1].dependency = .obj
    attach(word, to: word + 1, as: .nmodPoss)
  }

  /// "fined the company Chatline": a name right behind a noun names it.
  private func isNameOfObject(_ word: Int) -> Bool {
    word > 0 && tokens[word].tag == .propn && tokens[word - 1].tag == .noun && tokens[word - 1].fineTag == "NN"
      && tokens[word - 1].dependency == .obj && tokens[word - 1].head == tokens[word].head
  }

  /// "makes Norway the first country", "guarantees Ann a million": without a comma or a conjunction, the first of two objects
  /// gets the second or becomes it.
  private func isSecondObject(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, !has(.iobj, .xcomp, below: verb), !has(.cc, below: word),
      let first = children(of: verb).first(where: { tokens[$0].dependency == .obj && $0 > verb }), first < word,
      tokens[word].tag.isNominal, tokens[first].tag.isNominal, isWithin(verb + 1, first)
    else { return false }
    return !tokens[first..<word].contains { $0.form == "," }
  }

  private mutating func tellApart(_ second: Int) {
    guard let verb = tokens[second].head,
      let first = children(of: verb).first(where: { tokens[$0].dependency == .obj && $0 > verb })
    else { return }
    if cues.lists(lemmas[verb], in: .givingVerbs)
      || ["guarantee", "leave", "buy", "bring", "save"].contains(lemmas[verb])
    {
      tokens[first].dependency = .iobj
    } else if Self.naming.contains(lemmas[verb]) || ["make", "consider", "find", "think"].contains(lemmas[verb]) {
      tokens[second].dependency = .xcomp
      // "the first country to allow it"
      for infinitive in children(of: verb) where tokens[infinitive].dependency == .advcl && infinitive > second {
        let isOfNoun = children(of: second).contains { ["first", "last", "only", "next"].contains(lemmas[$0]) }
        if isOfNoun, children(of: infinitive).contains(where: { lemmas[$0] == "to" && tokens[$0].dependency == .mark })
        {
          attach(infinitive, to: second, as: .acl)
        }
      }
    }
  }

  /// "gives all members equal access": an adjective parts no noun from the one that it describes.
  private func isRecipientBeforeAdjective(_ word: Int) -> Bool {
    guard let object = tokens[word].head, object > word + 1, tokens[object].dependency == .obj,
      let verb = tokens[object].head, verb < word, cues.lists(lemmas[verb], in: .givingVerbs),
      ["NNS", "NNPS", "NNP"].contains(tokens[word].fineTag), !has(.iobj, below: verb)
    else { return false }
    return tokens[word + 1].dependency == .amod && tokens[word + 1].head == object && tokens[word + 1].tag == .adj
  }

  private mutating func makeRecipient(_ word: Int) {
    guard let object = tokens[word].head, let verb = tokens[object].head else { return }
    for child in children(of: object) where child < word { attach(child, to: word, as: tokens[child].dependency) }
    attach(word, to: verb, as: .iobj)
  }

  /// "after a newspaper published emails": no plural has "a", so that it is the object of what was taken to describe it.
  private func isVerbBehindSingular(_ word: Int) -> Bool {
    guard word > 1, ["VBN", "VBD"].contains(tokens[word].fineTag), let plural = tokens[word].head, plural > word,
      tokens[plural].fineTag == "NNS", tokens[word - 1].dependency == .compound, tokens[word - 1].head == plural,
      tokens[word - 1].fineTag == "NN", let above = tokens[plural].head, above < word
    else { return false }
    return children(of: plural).contains {
      ["a", "an"].contains(lemmas[$0]) && $0 < word - 1 && tokens[$0].dependency == .det
    }
      && [.obl, .obj].contains(tokens[plural].dependency) && tokens[above].tag == .verb
  }

  private mutating func makeClause(_ verb: Int) {
    guard let object = tokens[verb].head, let above = tokens[object].head else { return }
    let mark = children(of: object).first { tokens[$0].dependency == .caseMarker && $0 < verb }
    let isSaid = mark == nil && isCue(above)
    guard mark.map({ ["after", "before", "since", "until", "as", "when", "while"].contains(lemmas[$0]) }) ?? isSaid
    else {
      return
    }
    for child in children(of: object) where child < verb - 1 && child != mark {
      attach(child, to: verb - 1, as: tokens[child].dependency)
    }
    attach(verb, to: above, as: isSaid ? .ccomp : .advcl)
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBD"
    attach(verb - 1, to: verb, as: .nsubj)
    attach(object, to: verb, as: .obj)
    if let mark { attach(mark, to: verb, as: .mark) }
  }

  /// "Thornton, 44, entered parliament and was seen …": a name with an age before a form of the past.
  private func isVerbBehindAge(_ word: Int) -> Bool {
    guard word > 3, tokens[word].form.hasSuffix("ed"), tokens[word - 1].form == ",", tokens[word - 2].tag == .num,
      tokens[word - 3].form == ",", let noun = tokens[word].head, noun > word,
      let name = tokens.indices.first(where: { tokens[$0].head == nil }), tokens[name].tag == .propn,
      tokens[noun].head == name, name < word
    else { return false }
    return [.appos, .conj, .dep, .parataxis].contains(tokens[noun].dependency) && !hasSubject(name)
  }

  private mutating func makeVerb(behindAge verb: Int) {
    guard let noun = tokens[verb].head, let name = tokens[noun].head else { return }
    tokens[verb].head = nil
    tokens[verb].dependency = .root
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBD"
    let stem = String(tokens[verb].form.lowercased().dropLast(2))
    let verbs: [CueTable.Section] = [.transitiveVerbs, .objectVerbs, .reportingVerbs, .movementVerbs]
    setLemma(verbs.contains { cues.lists(stem + "e", in: $0) } ? stem + "e" : stem, of: verb)
    for child in children(of: name) where child > verb && child != noun { tokens[child].head = verb }
    for child in children(of: noun) where tokens[child].dependency == .nmod && isYearOrMonth(child) {
      attach(child, to: verb, as: .obl)
    }
    tokens[name].head = verb
    tokens[name].dependency = .nsubj
    tokens[noun].head = verb
    tokens[noun].dependency = .obj
  }

  private func isYearOrMonth(_ word: Int) -> Bool {
    tokens[word].tag == .num && tokens[word].form.utf8.count == 4 || Calendar.month(named: tokens[word].form) != nil
  }

  /// "France and Chile back the idea": between a subject and a noun phrase with its article stands a verb.
  private func isVerbTakenForAdverb(_ word: Int) -> Bool {
    guard ["back", "welcome", "near", "top"].contains(lemmas[word]), let noun = tokens[word].head, noun > word,
      tokens[noun].tag == .noun, !has(.cop, .aux, .auxPass, .caseMarker, below: noun), word + 1 < noun + 1,
      let subject = children(of: noun).first(where: { tokens[$0].dependency == .nsubj }), subject < word
    else { return false }
    return children(of: noun).contains { tokens[$0].dependency == .det && $0 > word }
  }

  private mutating func makeVerb(ofAdverb verb: Int) {
    guard let noun = tokens[verb].head else { return }
    tokens[verb].head = tokens[noun].head
    tokens[verb].dependency = tokens[noun].dependency
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBP"
    for child in children(of: noun) where child != verb {
      if child < verb || [.punct, .advcl, .parataxis, .conj, .cc].contains(tokens[child].dependency) {
        tokens[child].head = verb
      }
    }
    tokens[noun].head = verb
    tokens[noun].dependency = .obj
  }

  /// "saved two points and hit 41 winners"
  private func isPastTakenForNoun(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "NN", has(.cc, below: word), let verb = tokens[word].head, verb < word,
      tokens[verb].fineTag == "VBD", tokens[verb].tag == .verb, word + 1 < tokens.count,
      ["hit", "cut", "set", "put", "lost", "won", "shut", "split", "spent", "found", "left"].contains(tokens[word].form)
    else { return false }
    return [.num, .det, .pron, .adj, .noun].contains(tokens[word + 1].tag)
  }
}
