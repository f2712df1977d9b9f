import ClaimModel
import Language

/// Names the one who speaks: for a document, the body whose document it is; for "his lawyer, Ann Lee," the name; for a
/// pronoun that stands for nobody with a name, the speaker that it takes up.
struct SpeakerRule {
  let arguments: ArgumentReader
  let cues: CueTable
  /// The speakers of earlier sentences for whom pronouns stand, by the pronoun's word.
  var taken: [Int: Argument] = [:]
  /// The entities among them.
  var takenEntities: [Entity] = []

  /// The speaker of an earlier sentence for whom the pronoun at `word` stands, where it does.
  func resolved(at word: Int) -> Argument? { taken[word] == nil ? nil : speaker(at: word) }

  /// The speaker that the phrase at `source` names: "Al-Mirsaad's latest report" is Al-Mirsaad.
  func speaker(at source: Int) -> Argument {
    let tree = arguments.reading.tree
    if var speaker = taken[source] {
      speaker.resolvedFrom = tree.tokens[source].form
      speaker.span = arguments.span(of: [source])
      return speaker
    }
    if let name = nameBeside(source) { return arguments.argument(at: name) }
    guard cues.lists(tree.lemmas[source], in: .sourceNouns) else { return arguments.argument(at: source) }
    let owner = tree.children(of: source).first { child in
      let dependency = tree.tokens[child].dependency
      let owns = dependency == .nmodPoss || dependency == .compound || isBy(child)
      return owns && arguments.reading.entity(at: child).map { $0.kind != .other || dependency == .nmodPoss } ?? false
    }
    guard let owner, let entity = arguments.reading.entity(at: owner) else {
      return arguments.argument(at: issuer(of: source) ?? source)
    }
    let words = NounPhrase(tree: tree, kinds: arguments.reading.kinds).words(of: source)
    return Argument(.entity(entity.name), resolvedFrom: tree.text(of: words), span: arguments.span(of: words))
  }

  /// The entity that `speaker`, a speaker of the sentence, is.
  func entity(of speaker: Argument) -> Entity? {
    guard case .entity(let name) = speaker.value else { return nil }
    let named = arguments.reading.mentions.first { $0.entity.name == name }?.entity
    return named ?? arguments.reading.referents.values.first { $0.name == name }
      ?? takenEntities.first { $0.name == name }
  }

  /// "One of the prisoners, Kasim Hilas,": the person's name in the apposition of a phrase without one.
  private func nameBeside(_ source: Int) -> Int? {
    let reading = arguments.reading
    let lemma = reading.tree.lemmas[source]
    guard reading.mention(at: source) == nil, !cues.lists(lemma, in: .sourceNouns),
      cues.lists(lemma, in: .personNouns) || cues.lists(lemma, in: .roleNouns) || cues.lists(lemma, in: .memberNouns)
    else { return nil }
    let members = lemma == "one" ? reading.tree.child(of: source, .nmod) : nil
    return [source, members].lazy.compactMap { $0 }.compactMap { noun in
      reading.tree.children(of: noun).first { child in
        reading.tree.tokens[child].dependency == .appos
          && reading.mention(at: child).map { $0.entity.kind != .place && !$0.isDemonym } ?? false
      }
    }.first
  }

  /// "The ministry issued a statement saying …": who issued it.
  private func issuer(of document: Int) -> Int? {
    let reading = arguments.reading
    guard reading.tree.tokens[document].dependency == .obj, let verb = reading.tree.head(of: document),
      cues.lists(reading.tree.lemmas[verb], in: .statingVerbs)
    else { return nil }
    return reading.clause(of: verb)?.surfaceSubject
  }

  private func isBy(_ word: Int) -> Bool {
    let tree = arguments.reading.tree
    return tree.tokens[word].dependency == .nmod && ["by", "from", "of"].contains(tree.markerText(of: word))
  }
}
