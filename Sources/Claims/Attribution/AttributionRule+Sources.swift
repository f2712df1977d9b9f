import ClaimModel
import Language

extension AttributionRule {
  /// Whether what the phrase at `source` names can say or think something: "evidence" and "the trend" say nothing
  /// themselves, "it" does where the verb is one of saying only.
  func canSpeak(_ source: Int, verb: String) -> Bool {
    let lemma = tree.lemmas[source]
    if let entity = reading.entity(at: source), reading.mention(at: source)?.isDemonym != true {
      return entity.kind != .other || tree.tokens[source].tag == .propn || says(verb)
    }
    if tree.tokens[source].tag == .pron {
      if ["it", "this", "that", "which"].contains(lemma) { return lemma == "it" && says(verb) }
      return !["what", "there", "you", "one"].contains(lemma)
    }
    // "a game, one often described as …"
    if lemma == "one", !tree.has(.nmod, below: source) { return false }
    if Self.speaking.contains(where: { cues.lists(lemma, in: $0) }) { return true }
    return [.reportingVerbs, .denialVerbs].contains { cues.lists(verb, in: $0) } && !cues.lists(lemma, in: .silentNouns)
  }

  /// Whether the phrase at `source` names somebody: a person, a body, a document, or a pronoun.
  func isSomebody(_ source: Int) -> Bool {
    if let entity = reading.entity(at: source) { return [.person, .organisation, .group].contains(entity.kind) }
    if tree.tokens[source].tag == .pron { return canSpeak(source, verb: "say") }
    return Self.speaking.contains { cues.lists(tree.lemmas[source], in: $0) }
  }

  /// Whether only who speaks can be the subject of `verb`.
  private func says(_ verb: String) -> Bool {
    cues.lists(verb, in: .reportingVerbs) && !cues.lists(verb, in: .showingVerbs)
  }

  /// Whether `source` is the one who is speaking already.
  func isFirstPerson(_ source: Int?) -> Bool {
    source.map { ["i", "we", "me", "us", "’s", "'s", "my", "our"].contains(tree.tokens[$0].form.lowercased()) } ?? false
  }

  private static let speaking: [CueTable.Section] = [
    .sourceNouns, .roleNouns, .memberNouns, .governmentNouns, .groupNouns, .personNouns,
  ]
}
