import Language

/// Reads nouns that name events as clauses: "the assassination of X near Lahore", "Pakistan's support for Z".
///
/// A noun without an argument of its own states nothing.
struct EventNouns {
  let tree: SyntaxTree
  let cues: CueTable

  /// The clause that the noun `word` states, or nil.
  func clause(at word: Int, finder: inout ClauseFinder) -> Clause? {
    guard tree.tokens[word].tag == .noun, !tree.tokens[word].dependency.isInsideWordGroup,
      let frame = EventFrame(of: tree.lemmas[word], cues: cues)
    else { return nil }
    var clause = Clause(kind: .event, predicate: word, head: word)
    for child in tree.children(of: word)
    where tree.tokens[child].dependency == .nmod && tree.tokens[child].tag.isNominal {
      readModifier(child, frame: frame, into: &clause)
    }
    readPossessor(of: word, frame: frame, into: &clause)
    guard clause.subject != nil || clause.object != nil else { return nil }
    if frame.ofIsObject && clause.object == nil { return nil }
    readLightVerb(above: word, finder: &finder, into: &clause)
    clause.surfaceSubject = clause.subject
    return clause
  }

  private func readModifier(_ modifier: Int, frame: EventFrame, into clause: inout Clause) {
    let marker = tree.markerText(of: modifier)
    if marker == "of" && frame.ofIsKind { return }
    // "raids on 8 March", "strikes on Monday"
    if tree.isDay(modifier) {
      return clause.tied.append(Clause.Tied(markers: tree.markers(of: modifier), marker: marker, head: modifier))
    }
    if marker == "by" || marker == "of" && !frame.ofIsObject {
      clause.subject = clause.subject ?? modifier
    } else if marker == "of" || frame.objectPrepositions.contains(marker) {
      clause.object = clause.object ?? modifier
    } else {
      clause.tied.append(Clause.Tied(markers: tree.markers(of: modifier), marker: marker, head: modifier))
    }
  }

  /// "Pakistan's support", "his assassination", "ISIS attacks": a possessor or a name before the noun.
  private func readPossessor(of word: Int, frame: EventFrame, into clause: inout Clause) {
    let name = tree.children(of: word).first {
      tree.tokens[$0].dependency == .compound && tree.tokens[$0].tag == .propn && $0 == word - 1
    }
    guard let owner = tree.child(of: word, .nmodPoss) ?? name else { return }
    if frame.possessorSuffers && clause.object == nil {
      clause.object = owner
    } else {
      clause.subject = clause.subject ?? owner
    }
  }

  /// "launched an assault on X": whoever launched it attacked X.
  private func readLightVerb(above word: Int, finder: inout ClauseFinder, into clause: inout Clause) {
    guard clause.subject == nil, tree.tokens[word].dependency == .obj, let verb = tree.head(of: word),
      cues.lists(tree.lemmas[verb], in: .lightVerbs), !finder.isPassive(verb)
    else { return }
    clause.subject = finder.surfaceSubject(of: verb)
    clause.tied.append(contentsOf: finder.tiedArguments(of: verb))
  }
}
