import Language

/// Tells the "it" that stands for nothing: "it is clear that …", "it rained", "it took years to …", "find it hard to …".
struct PleonasticRule {
  let tree: SyntaxTree
  let cues: CueTable

  /// Whether the pronoun `word` stands for no thing.
  func holds(of word: Int) -> Bool {
    let token = tree.tokens[word]
    guard token.form.lowercased() == "it" else { return false }
    if token.dependency == .expl { return true }
    guard let predicate = tree.head(of: word) else { return true }
    if tree.child(of: predicate, .csubj, .csubjPass, .csubjOuter) != nil { return true }
    let introduces = tree.child(of: predicate, .ccomp, .xcomp, .advclRelcl, .aclRelcl, .acl) != nil
    guard token.dependency.isSubject else {
      // "made it clear that …", but not "expect it to fall"
      return token.dependency == .obj && tree.child(of: predicate, .xcomp).map { !isRaised(from: $0) } ?? false
    }
    if cues.lists(tree.lemmas[predicate], in: .emptySubjectVerbs) { return true }
    // "It is not the case over land."
    if tree.lemmas[predicate] == "case", tree.has(.cop, below: predicate) { return true }
    // "It's fun": in spoken language, what was just said.
    if word + 1 < tree.count, Self.contractions.contains(tree.tokens[word + 1].form) { return true }
    if tree.has(.cop, below: predicate), tree.tokens[predicate].tag != .noun { return true }
    return introduces && (tree.has(.cop, below: predicate) || tree.has(.auxPass, below: predicate))
  }

  private func isRaised(from complement: Int) -> Bool {
    tree.tokens[complement].tag == .verb && tree.isInfinitive(complement)
  }

  private static let contractions: Set<String> = ["'s", "’s"]
}
