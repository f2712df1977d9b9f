import Language

extension TreeMender {
  /// Gives what is said to the verb that says it.
  mutating func mendAttribution() {
    for word in tokens.indices {
      giveContent(word)
      widenAccording(word)
    }
  }

  /// "said in a statement that it failed": what is said belongs to "said", not to the statement.
  private mutating func giveContent(_ content: Int) {
    guard [.acl, .aclRelcl].contains(tokens[content].dependency), let noun = tokens[content].head,
      [.obl, .oblUnmarked].contains(tokens[noun].dependency), let verb = tokens[noun].head, tokens[verb].tag == .verb, cues.lists(lemmas[verb], in: .reportingVerbs),
      hasSubject(content), !has(.ccomp, .obj, below: verb),
      children(of: content).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "that" })
    else { return }
    attach(content, to: verb, as: .ccomp)
  }

  /// "Two died when it fell, according to the police": at the end of the sentence, behind a comma, all of it is meant.
  private mutating func widenAccording(_ source: Int) {
    guard tokens[source].dependency == .obl, let root = tokens.indices.first(where: { tokens[$0].head == nil }),
      let clause = tokens[source].head, clause != root, tokens[clause].dependency == .advcl, source > root,
      tokens[clause].head == root,
      let marker = children(of: source).first(where: { lemmas[$0] == "accord" || lemmas[$0] == "according" }),
      marker > 0, tokens[marker - 1].form == ",",
      !tokens[source...].contains(where: { $0.tag == .verb && $0.head.map { $0 <= root } ?? false })
    else { return }
    attach(source, to: root, as: .obl)
  }
}
