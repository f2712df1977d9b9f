import Language

/// Which noun a relative clause or a participle behind it describes.
extension TreeMender {
  /// "substances that, if swallowed, would harm": a clause that a relative pronoun leads speaks of the noun before it.
  func nounBeforeRelative(_ word: Int) -> Int? {
    guard [.parataxis, .advcl, .conj, .dep].contains(tokens[word].dependency), !has(.mark, .cc, below: word),
      let pronoun = children(of: word).first(where: {
        tokens[$0].dependency.isSubject && ["that", "which", "who"].contains(lemmas[$0])
          && ["WDT", "WP", "IN"].contains(tokens[$0].fineTag)
      }), pronoun > 0, tokens[pronoun - 1].tag == .noun || tokens[pronoun - 1].tag == .propn
    else { return nil }
    return pronoun - 1
  }

  /// "a citizen of San Francisco, who in 1859 proclaimed himself emperor": who does something is the citizen.
  func personBeforePlace(_ word: Int) -> Int? {
    if let person = personBelowThing(word) { return person }
    guard tokens[word].dependency == .aclRelcl, let name = tokens[word].head, !isSomeone(name), hasPreposition(name),
      children(of: word).contains(where: { tokens[$0].dependency.isSubject && lemmas[$0] == "who" })
    else { return nil }
    var thing = name
    while tokens[thing].dependency == .nmod, let above = tokens[thing].head, tokens[above].tag.isNominal {
      if isSomeone(above) { return above }
      thing = above
    }
    return nil
  }

  /// Whether a noun is a person's: by what it means, or because a name stands beside it.
  func isSomeone(_ noun: Int) -> Bool {
    if lemmas[noun] == "one" { return false }
    if tokens[noun].dependency == .appos, tokens[noun].tag == .noun, let name = tokens[noun].head,
      tokens[name].tag == .propn ? has(.flat, below: name) : isPerson(name)
    {
      return true
    }
    return [CueTable.Section.personNouns, .roleNouns, .memberNouns, .givenNames].contains {
      cues.lists(lemmas[noun], in: $0)
    } || children(of: noun).contains { tokens[$0].dependency == .nmodDesc }
  }

  /// "officials close to the talks, who spoke on condition": who speaks is not the event, but the people before it.
  func personBeforeEvent(_ word: Int) -> Int? {
    guard tokens[word].dependency == .aclRelcl, let event = tokens[word].head, tokens[event].tag == .noun,
      !isPerson(event), !cues.lists(lemmas[event], in: .memberNouns),
      EventFrame(of: lemmas[event], cues: cues) != nil || cues.lists(lemmas[event], in: .sourceNouns)
        || Self.occasions.contains(lemmas[event]),
      children(of: word).contains(where: { tokens[$0].dependency == .nsubj && lemmas[$0] == "who" }),
      !children(of: event).contains(where: { tokens[$0].dependency == .nmod }),
      let person = tokens[..<event].lastIndex(where: { $0.tag == .noun || $0.tag == .propn || $0.tag == .verb }),
      tokens[person].tag == .noun, isPerson(person) || cues.lists(lemmas[person], in: .memberNouns),
      !tokens[person..<event].contains(where: { $0.tag == .punct })
    else { return nil }
    return person
  }

  /// "the release of the president, who had been held": who was held is the president.
  private func personBelowThing(_ word: Int) -> Int? {
    guard tokens[word].dependency == .aclRelcl, let thing = tokens[word].head, tokens[thing].fineTag == "NN",
      !isPerson(thing), !cues.lists(lemmas[thing], in: .memberNouns),
      let who = children(of: word).first(where: { tokens[$0].dependency.isSubject && lemmas[$0] == "who" })
    else { return nil }
    let person = children(of: thing).last { tokens[$0].dependency == .nmod && $0 < who && hasPreposition($0) }
    if EventFrame(of: lemmas[thing], cues: cues) != nil { return person }
    // "the appeal of Jessica Hale, who …"
    return person.flatMap { tokens[$0].tag == .propn && has(.flat, below: $0) ? $0 : nil }
  }

  /// "a report by the audit office, seen by reporters": what is seen or published is the report.
  func documentOf(participle word: Int) -> Int? {
    guard word > 1, tokens[word].dependency == .acl, tokens[word].fineTag == "VBN", tokens[word - 1].form == ",",
      Self.publishing.contains(lemmas[word]), let noun = tokens[word].head, tokens[noun].dependency == .nmod,
      let document = tokens[noun].head, !cues.lists(lemmas[noun], in: .sourceNouns)
    else { return nil }
    return cues.lists(lemmas[document], in: .sourceNouns) ? document : nil
  }

  private static let publishing: Set<String> = [
    "see", "obtain", "review", "publish", "release", "leak", "date", "sign", "write", "read", "issue", "circulate",
    "post",
    "view", "share", "commission", "present", "file", "submit", "title", "entitle", "draft", "cite",
  ]
}
