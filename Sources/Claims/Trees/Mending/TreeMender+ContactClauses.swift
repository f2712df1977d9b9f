import Language

/// Relative clauses without a relative pronoun, whose verb was taken for a participle.
extension TreeMender {
  /// "the promise ministers made", "the reforms the government proposed", "the deal rebels signed": `verb` has the noun
  /// before it as its subject and describes the noun before that.
  mutating func mendContactClause(at verb: Int) {
    guard tokens[verb].dependency == .acl, ["VBN", "VBD"].contains(tokens[verb].fineTag), tokens[verb].tag == .verb,
      !has(.aux, .auxPass, .obj, .oblAgent, .mark, below: verb), let subject = tokens[verb].head, subject == verb - 1
    else { return }
    if let noun = nounBeforeSecondSubject(subject) {
      makeContactClause(verb, subject, of: noun)
    } else if let noun = nounBeforePlural(subject) {
      tokens[noun].head = tokens[subject].head
      tokens[noun].dependency = tokens[subject].dependency
      for child in children(of: subject) where child != verb { tokens[child].head = noun }
      makeContactClause(verb, subject, of: noun)
    }
  }

  private mutating func makeContactClause(_ verb: Int, _ subject: Int, of noun: Int) {
    tokens[verb].head = noun
    tokens[verb].dependency = .aclRelcl
    tokens[verb].fineTag = "VBD"
    tokens[subject].head = verb
    tokens[subject].dependency = .nsubj
  }

  /// The noun right before a phrase that is the second subject of its predicate.
  private func nounBeforeSecondSubject(_ subject: Int) -> Int? {
    guard [.nsubj, .nsubjPass].contains(tokens[subject].dependency), let predicate = tokens[subject].head,
      children(of: predicate).contains(where: { tokens[$0].dependency.isSubject && $0 < subject })
    else { return nil }
    let start = tokens.indices.first { isWithin($0, subject) } ?? subject
    let noun = start - 1
    guard noun >= 0, [.noun, .propn].contains(tokens[noun].tag), noun == predicate || tokens[noun].head == predicate
    else { return nil }
    return noun == predicate || [.obj, .obl].contains(tokens[noun].dependency) ? noun : nil
  }

  /// "This is the deal rebels signed": a plural is not what "this is"; the noun before it is.
  private func nounBeforePlural(_ plural: Int) -> Int? {
    guard ["NNS", "NNPS"].contains(tokens[plural].fineTag), plural > 0, tokens[plural - 1].dependency == .compound,
      tokens[plural - 1].head == plural, ["NN", "NNP"].contains(tokens[plural - 1].fineTag),
      children(of: plural).contains(where: {
        tokens[$0].dependency == .nsubj && ["this", "that", "it"].contains(lemmas[$0])
      }),
      children(of: plural).contains(where: {
        tokens[$0].dependency == .cop && ["is", "was", "'s", "’s"].contains(tokens[$0].form.lowercased())
      })
    else { return nil }
    return plural - 1
  }
}
