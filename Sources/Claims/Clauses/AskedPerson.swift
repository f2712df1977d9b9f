import Language

/// Finds whom a verb of asking asks through a preposition: "appealed to the senators to act", "called on Kabul to stop".
struct AskedPerson {
  let tree: SyntaxTree
  let cues: CueTable

  /// The noun phrase between `verb` and `infinitive`, who is to do what the infinitive says.
  func asked(by verb: Int, infinitive: Int) -> Int? {
    guard [.advcl, .xcomp].contains(tree.tokens[infinitive].dependency), infinitive > verb,
      tree.isInfinitive(infinitive), cues.lists(tree.lemmas[verb], in: .demandVerbs),
      tree.child(of: verb, .obj, .iobj) == nil
    else { return nil }
    return tree.children(of: verb).last {
      $0 > verb && $0 < infinitive && tree.tokens[$0].dependency == .obl
        && ["to", "on", "upon", "with"].contains(tree.markerText(of: $0))
    }
  }
}
