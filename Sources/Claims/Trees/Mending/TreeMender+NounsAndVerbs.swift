import Language

/// Nouns that were taken for verbs, and verbs that were taken for nouns, where what stands beside them tells.
extension TreeMender {
  /// Gives `word` the part of speech that its neighbours ask for.
  mutating func mendNounOrVerb(at word: Int) {
    makeGerundNoun(word)
    makeDenial(word)
    makePlural(word)
  }

  /// "an inquiry into money laundering": behind a noun without an article, a gerund that has nothing below it is the noun
  /// of what is done.
  private mutating func makeGerundNoun(_ gerund: Int) {
    guard tokens[gerund].dependency == .acl, tokens[gerund].fineTag == "VBG", gerund > 0,
      let noun = tokens[gerund].head, noun == gerund - 1 || tokens[gerund - 1].head == noun,
      tokens[gerund - 1].fineTag == "NN", children(of: gerund).isEmpty, isTiedWithoutArticle(gerund - 1),
      gerund + 1 == tokens.count || [.punct, .adp, .cconj, .sconj, .aux].contains(tokens[gerund + 1].tag)
    else { return }
    let modifier = gerund - 1
    tokens[gerund].tag = .noun
    tokens[gerund].fineTag = "NN"
    setLemma(tokens[gerund].form.lowercased(), of: gerund)
    guard tokens[modifier].dependency == .nmod || tokens[modifier].dependency == .obl, let above = tokens[modifier].head
    else {
      return
    }
    tokens[gerund].head = above
    tokens[gerund].dependency = tokens[modifier].dependency
    for child in children(of: modifier) { tokens[child].head = gerund }
    tokens[modifier].head = gerund
    tokens[modifier].dependency = .compound
  }

  private func isTiedWithoutArticle(_ noun: Int) -> Bool {
    hasPreposition(noun) && !has(.det, .nmodPoss, .nummod, .acl, .aclRelcl, below: noun, except: noun + 1)
  }

  private func has(_ wanted: Dependency..., below word: Int, except other: Int) -> Bool {
    children(of: word).contains { $0 != other && wanted.contains(tokens[$0].dependency) }
  }

  /// "Brightwater denies that it was told": a sentence without a verb before "that" has the verb of saying that its noun
  /// looks like.
  private mutating func makeDenial(_ verb: Int) {
    guard tokens[verb].head == nil, tokens[verb].fineTag == "NNS", verb > 0, verb + 1 < tokens.count,
      lemmas[verb + 1] == "that", tokens[verb].form.hasSuffix("s"),
      [CueTable.Section.reportingVerbs, .denialVerbs, .opinionVerbs].contains(where: {
        cues.lists(lemmas[verb], in: $0)
      }),
      let subject = children(of: verb).last(where: { $0 < verb }), subject == verb - 1,
      [.amod, .compound].contains(tokens[subject].dependency),
      tokens[subject].form.first.map({ $0.isUppercase }) ?? false,
      let content = children(of: verb).first(where: { $0 > verb && [.acl, .aclRelcl].contains(tokens[$0].dependency) })
    else { return }
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBZ"
    if tokens[subject].tag == .adj {
      tokens[subject].tag = .propn
      tokens[subject].fineTag = "NNP"
    }
    for child in children(of: verb) where child < subject { attach(child, to: subject, as: tokens[child].dependency) }
    tokens[subject].dependency = .nsubj
    tokens[content].dependency = .ccomp
  }

  /// "most of them children": no verb in the third person ends otherwise than in "s".
  private mutating func makePlural(_ word: Int) {
    guard tokens[word].tag == .verb, tokens[word].fineTag == "VBZ", let last = tokens[word].form.last,
      last.isLetter, !"sS".contains(last)
    else { return }
    tokens[word].tag = .noun
    tokens[word].fineTag = "NNS"
    setLemma(Self.singulars[tokens[word].form.lowercased()] ?? tokens[word].form.lowercased(), of: word)
    for child in children(of: word) where tokens[child].dependency == .obl { tokens[child].dependency = .nmod }
  }

  private static let singulars = [
    "children": "child", "men": "man", "women": "woman", "people": "person", "police": "police", "feet": "foot",
  ]
}
