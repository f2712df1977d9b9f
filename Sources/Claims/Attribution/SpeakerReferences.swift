import ClaimModel
import Language

/// Resolves the pronouns of those who speak to the speaker of the sentence before, where that one has no name: "A
/// spokesman said so. He added …", "Analysts warn … They say …". Names are the business of `ReferenceResolver`, but beside
/// a quotation ("“…,” she added") a person who spoke last is the one who goes on.
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
          agrees(tree.tokens[source].form.lowercased(), with: last, quotes: !quoted.isEmpty)
        else { continue }
        rules.speakers.taken[source] = last.argument
        if let entity = last.entity { rules.speakers.takenEntities.append(entity) }
        self.last?.sentence = sentence
      } else if [.root, .conj, .parataxis].contains(tree.tokens[verb].dependency) {
        let speaker = rules.speakers.speaker(at: source)
        last = Speaker(
          argument: speaker, entity: rules.speakers.entity(of: speaker), sentence: sentence,
          kind: kind(of: source, in: rules.reading))
      }
    }
  }

  private func agrees(_ pronoun: String, with speaker: Speaker, quotes: Bool) -> Bool {
    switch (pronoun, speaker.kind) {
    case ("they", .several): return true
    case ("he", .person(let gender)): return gender != "f" && (quotes || isPhrase(speaker))
    case ("she", .person(let gender)): return gender != "m" && (quotes || isPhrase(speaker))
    case ("it", .body): return isPhrase(speaker)
    default: return false
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
