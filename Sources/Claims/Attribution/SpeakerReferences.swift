import ClaimModel
import Language

/// Resolves the pronouns of those who speak to the speaker of the sentence before: "A spokesman said so. He added …",
/// "Analysts warn … They say …", and those of what they say of themselves where they have no name: "The bank said it had
/// paid". Other pronouns are the business of `ReferenceResolver`.
struct SpeakerReferences {
  private let cues: CueTable
  private var last: Speaker?

  /// Who spoke last.
  private struct Speaker {
    var argument: Argument
    var entity: Entity?
    var sentence: Int
    var kind: Kind
  }

  private enum Kind: Equatable { case person(gender: String), several, body }

  /// Resolves the pronouns in `rules`, the sentences of an article in order; those in `quotations` speak of others.
  static func resolve(_ rules: inout [SentenceRules], quotations: [Quotation], cues: CueTable) {
    var references = SpeakerReferences(cues: cues)
    var next = 0
    for sentence in rules.indices {
      while next < quotations.count, quotations[next].sentences.upperBound < sentence { next += 1 }
      var quoted: [Range<Int>] = []
      for quotation in quotations[next...] {
        guard quotation.sentences.lowerBound <= sentence else { break }
        quoted.append(quotation.words(in: sentence, of: rules[sentence].reading.tree.count))
      }
      references.resolve(&rules[sentence], sentence, quoted)
    }
  }

  private init(cues: CueTable) { self.cues = cues }

  private mutating func resolve(_ rules: inout SentenceRules, _ sentence: Int, _ quoted: [Range<Int>]) {
    let tree = rules.reading.tree
    for verb in 0..<tree.count where rules.reading.kinds[verb] == .verb {
      guard !quoted.contains(where: { $0.contains(verb) }), let source = rules.attribution.statement(by: verb)?.source
      else { continue }
      if tree.tokens[source].tag == .pron, rules.reading.referents[source] == nil {
        guard let last, sentence - last.sentence <= 1,
          isMain(verb, in: tree) || !quoted.isEmpty || isPhrase(last),
          agrees(tree.tokens[source].form.lowercased(), with: last)
        else { continue }
        rules.speakers.taken[source] = last.argument
        if let entity = last.entity { rules.speakers.takenEntities.append(entity) }
        self.last?.sentence = sentence
      } else if isMain(verb, in: tree) {
        let speaker = rules.speakers.speaker(at: source)
        last = Speaker(
          argument: speaker, entity: rules.speakers.entity(of: speaker), sentence: sentence,
          kind: kind(of: source, in: rules.reading))
      }
      resolveSelf(&rules, said: verb, by: source, quoted)
    }
  }

  /// "The bank said it had paid": the subject of what it says, where nothing else was found for it.
  private func resolveSelf(_ rules: inout SentenceRules, said verb: Int, by source: Int, _ quoted: [Range<Int>]) {
    let tree = rules.reading.tree
    guard tree.tokens[source].tag != .pron, !cues.lists(tree.lemmas[source], in: .sourceNouns) else { return }
    let speaker = Speaker(
      argument: rules.speakers.speaker(at: source), sentence: 0, kind: kind(of: source, in: rules.reading))
    for content in rules.attribution.contents(of: verb) {
      for pronoun in tree.children(of: content) where tree.tokens[pronoun].dependency.isSubject {
        let form = tree.tokens[pronoun].form.lowercased()
        guard tree.tokens[pronoun].tag == .pron, form == "it" || form == "they",
          rules.reading.referents[pronoun] == nil, rules.speakers.taken[pronoun] == nil, agrees(form, with: speaker),
          !quoted.contains(where: { $0.contains(pronoun) }), !PleonasticRule(tree: tree, cues: cues).holds(of: pronoun)
        else { continue }
        rules.speakers.taken[pronoun] = speaker.argument
      }
    }
  }

  private func isMain(_ verb: Int, in tree: SyntaxTree) -> Bool {
    [.root, .conj, .parataxis].contains(tree.tokens[verb].dependency)
  }

  private func agrees(_ pronoun: String, with speaker: Speaker) -> Bool {
    switch (pronoun, speaker.kind) {
    case ("they", .several): true
    case ("he", .person(let gender)): gender != "f"
    case ("she", .person(let gender)): gender != "m"
    case ("it", .body): isPhrase(speaker)
    default: false
    }
  }

  private func isPhrase(_ speaker: Speaker) -> Bool {
    if case .phrase = speaker.argument.value { return true }
    return false
  }

  private func kind(of source: Int, in reading: SentenceReading) -> Kind {
    let tree = reading.tree
    let lemma = tree.lemmas[source]
    // "Their reports say …": whose reports they are speaks, and may be one.
    if cues.lists(lemma, in: .sourceNouns) { return .body }
    if tree.has(.conj, below: source) || ["NNS", "NNPS"].contains(tree.tokens[source].fineTag) || lemma == "police" {
      return .several
    }
    let gender = cues.value(of: lemma, in: .personNouns)
    if let entity = reading.entity(at: source) { return entity.kind == .person ? .person(gender: gender ?? "") : .body }
    let isPerson = gender != nil || cues.lists(lemma, in: .roleNouns) || cues.lists(lemma, in: .memberNouns)
    return isPerson ? .person(gender: gender ?? "") : .body
  }
}
