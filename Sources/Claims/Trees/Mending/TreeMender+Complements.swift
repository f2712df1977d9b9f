import Language

extension TreeMender {
  /// Mends what is controlled by a verb and its object.
  mutating func mendComplements() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .acl where isControlled(word):
        if let noun = tokens[word].head, let verb = tokens[noun].head { attach(word, to: verb, as: .xcomp) }
      case .advcl where isGerundComplement(word): tokens[word].dependency = .xcomp
      case .acl where tokens[word].fineTag == "VBG", .advcl where tokens[word].fineTag == "VBG": hangUnderAbsolute(word)
      default: break
      }
    }
  }

  /// "allowed the group to remain": the infinitive is what is allowed.
  private func isControlled(_ word: Int) -> Bool {
    guard let noun = tokens[word].head, tokens[noun].dependency == .obj, let verb = tokens[noun].head, noun < word,
      children(of: word).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" })
    else { return false }
    return Self.controlling.contains { cues.lists(lemmas[verb], in: $0) } && !Self.light.contains(lemmas[verb])
      && !has(.xcomp, below: verb)
  }

  /// "risks maturing", "stopped paying": the gerund is what is risked.
  private func isGerundComplement(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", let verb = tokens[word].head, verb < word, tokens[verb].tag == .verb,
      cues.lists(lemmas[verb], in: .gerundVerbs), !has(.mark, below: word), !has(.obj, .xcomp, below: verb)
    else { return false }
    return !isBetween(",", verb, word)
  }

  /// "…, with the minister, during his visit, demanding …": who demands is the minister, and during his visit.
  private mutating func hangUnderAbsolute(_ participle: Int) {
    guard participle > 0, tokens[participle - 1].form == ",",
      let with = tokens[..<participle].lastIndex(where: { $0.form == "with" && $0.dependency == .caseMarker }),
      with > 0, tokens[with - 1].form == ",", let noun = tokens[with].head, noun > with, noun < participle
    else { return }
    let between = (noun + 1)..<participle
    guard !between.contains(where: { tokens[$0].tag == .verb }) else { return }
    attach(participle, to: noun, as: .acl)
    for word in between where tokens[word].tag.isNominal && hasPreposition(word) {
      guard let head = tokens[word].head, head < with || head == noun else { continue }
      attach(word, to: participle, as: .obl)
    }
  }

  private static let controlling: [CueTable.Section] = [.causingVerbs, .demandVerbs, .preventingVerbs]
  private static let light: Set<String> = ["have", "get", "make", "take", "need", "want", "leave", "help"]
}
