import Language

extension TreeMender {
  /// "is far from safe", "is far from over", "is far from being settled": what is denied is the predicate, and "far from" denies it.
  ///
  /// A place ("is far from the coast") stays as it is.
  mutating func mendFarFrom() {
    for far in tokens.indices.dropLast(2) where lemmas[far] == "far" && lemmas[far + 1] == "from" {
      guard let predicate = tokens[far + 1].head, predicate > far + 1, tokens[predicate].head == far,
        [.adj, .verb, .adv].contains(tokens[predicate].tag)
      else { continue }
      tokens[predicate].head = tokens[far].head
      tokens[predicate].dependency = tokens[far].dependency
      for child in tokens.indices where tokens[child].head == far && child != predicate {
        tokens[child].head = predicate
      }
      tokens[far].head = predicate
      tokens[far].dependency = .advmod
      tokens[far + 1].head = far
      tokens[far + 1].dependency = .fixed
    }
  }
}
