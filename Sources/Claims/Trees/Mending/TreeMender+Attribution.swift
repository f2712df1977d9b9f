import Language

extension TreeMender {
  /// Gives what is said to the verb that says it.
  mutating func mendAttribution() {
    for word in tokens.indices {
      giveContent(word)
      nameCue(word)
      giveSpeaker(word)
      giveBlame(word)
      nameContent(word)
      widenAccording(word)
    }
  }

  /// "said in a statement that it failed", "told the paper that it failed": what is said belongs to the verb, not to the
  /// noun before it.
  private mutating func giveContent(_ content: Int) {
    guard isModifier(content), let noun = tokens[content].head, let verb = tokens[noun].head,
      tokens[verb].tag == .verb, cues.lists(lemmas[verb], in: .reportingVerbs), hasSubject(content),
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

  private func isSomebody(_ word: Int) -> Bool {
    ["he", "she", "they"].contains(lemmas[word])
      || [CueTable.Section.roleNouns, .memberNouns, .personNouns].contains { cues.lists(lemmas[word], in: $0) }
  }

  /// "accused the army of firing": what somebody is accused of belongs to the verb.
  private mutating func giveBlame(_ word: Int) {
    guard tokens[word].dependency == .acl, tokens[word].fineTag == "VBG", let noun = tokens[word].head,
      tokens[noun].dependency == .obj, let verb = tokens[noun].head, cues.lists(lemmas[verb], in: .accusingVerbs),
      isMarked(word, by: ["of", "with", "for"])
    else { return }
    attach(word, to: verb, as: .advcl)
  }

  /// "the claim that it failed": with a conjunction the clause is what is claimed, and describes nothing.
  private mutating func nameContent(_ word: Int) {
    guard tokens[word].dependency == .aclRelcl, let noun = tokens[word].head,
      cues.lists(lemmas[noun], in: .reportingNouns), hasSubject(word), isMarked(word, by: ["that"])
    else { return }
    tokens[word].dependency = .acl
  }

  private func isModifier(_ word: Int) -> Bool {
    tokens[word].dependency == .acl || tokens[word].dependency == .aclRelcl
  }

  private func isMarked(_ word: Int, by forms: Set<String>) -> Bool {
    children(of: word).contains { tokens[$0].dependency == .mark && forms.contains(lemmas[$0]) }
  }

  private static let closingMarks: Set<String> = ["”", "\"", "''", "’", "'", "»"]
  private static let beforeCue = closingMarks.union([","])

  /// "Two died when it fell, according to the police": at the end of the sentence, behind a comma, all of it is meant.
  private mutating func widenAccording(_ source: Int) {
    guard tokens[source].dependency == .obl, let root = tokens.indices.first(where: { tokens[$0].head == nil }),
      let clause = tokens[source].head, clause != root, tokens[clause].dependency == .advcl, source > root,
      tokens[clause].head == root,
      let marker = children(of: source).first(where: { lemmas[$0] == "accord" || lemmas[$0] == "according" }),
      marker > 0, tokens[marker - 1].form == ",",
      !tokens[source...].contains(where: { $0.tag == .verb && $0.head.map { $0 <= root } ?? false })
    else { return }
    attach(source, to: root, as: .obl)
  }
}
