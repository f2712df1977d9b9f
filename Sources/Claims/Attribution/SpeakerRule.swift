import ClaimModel
import Language

/// Names the one who speaks: for a document, the body whose document it is.
struct SpeakerRule {
  let arguments: ArgumentReader
  let cues: CueTable

  /// The speaker that the phrase at `source` names: "Al-Mirsaad's latest report" is Al-Mirsaad.
  func speaker(at source: Int) -> Argument {
    let tree = arguments.reading.tree
    guard cues.lists(tree.lemmas[source], in: .sourceNouns) else { return arguments.argument(at: source) }
    let owner = tree.children(of: source).first { child in
      let dependency = tree.tokens[child].dependency
      let owns = dependency == .nmodPoss || dependency == .compound || isBy(child)
      return owns && arguments.reading.entity(at: child).map { $0.kind != .other || dependency == .nmodPoss } ?? false
    }
    guard let owner, let entity = arguments.reading.entity(at: owner) else { return arguments.argument(at: source) }
    let words = NounPhrase(tree: tree, kinds: arguments.reading.kinds).words(of: source)
    return Argument(.entity(entity.name), resolvedFrom: tree.text(of: words), span: arguments.span(of: words))
  }

  private func isBy(_ word: Int) -> Bool {
    let tree = arguments.reading.tree
    return tree.tokens[word].dependency == .nmod && ["by", "from", "of"].contains(tree.markerText(of: word))
  }
}
