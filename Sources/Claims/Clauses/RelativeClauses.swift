import Language

/// Resolves who, which, that and where to the noun that their clause describes.
struct RelativeClauses {
  let tree: SyntaxTree

  /// The noun for which the relative pronoun `word` stands; nil where it is none.
  func antecedent(of word: Int) -> Int? {
    guard Self.pronouns.contains(tree.lemmas[word]), tree.tokens[word].tag == .pron || tree.tokens[word].tag == .det
    else { return nil }
    guard let clause = enclosingClause(of: word), let noun = describedNoun(of: clause) else { return nil }
    guard tree.lemmas[word] == "who", tree.tokens[noun].tag == .noun else { return noun }
    if let named = personDescribed(by: noun) { return named }
    // "statements by the minister, who …": whoever made them.
    return tree.children(of: noun).last {
      tree.markerText(of: $0) == "by" && $0 < clause
    } ?? noun
  }

  /// "Ann Lee was an engineer and politician who fought it": whom the predicate describes.
  private func personDescribed(by noun: Int) -> Int? {
    let predicate = tree.tokens[noun].dependency == .conj ? tree.head(of: noun) ?? noun : noun
    guard tree.has(.cop, below: predicate),
      tree.children(of: predicate).contains(where: { ["a", "an"].contains(tree.lemmas[$0]) }),
      let subject = tree.child(of: predicate, .nsubj),
      tree.tokens[subject].tag == .propn || ["he", "she"].contains(tree.lemmas[subject])
    else { return nil }
    return subject
  }

  /// The noun that the relative clause `clause` describes: in "Ann Lee, a student who left," the name.
  func describedNoun(of clause: Int) -> Int? {
    guard let noun = tree.head(of: clause) else { return nil }
    guard tree.tokens[noun].dependency == .appos, tree.tokens[noun].tag == .noun, let name = tree.head(of: noun),
      name < noun, tree.tokens[name].tag == .propn
    else { return noun }
    return name
  }

  /// The head of the relative clause in which `word` stands, without another clause between.
  func enclosingClause(of word: Int) -> Int? {
    var current = word
    while let head = tree.head(of: current) {
      if tree.tokens[current].dependency == .aclRelcl { return current }
      if Self.barriers.contains(tree.tokens[current].dependency) { return nil }
      current = head
    }
    return nil
  }

  /// The noun that is the missing object of `verb`: "the spaces" of "the spaces they rely upon".
  ///
  /// There is one where the relative clause has a subject of its own and no relative word has another part in it.
  func missingObject(of verb: Int) -> Int? {
    guard let clause = enclosingClause(of: verb), let noun = describedNoun(of: clause),
      tree.tokens[noun].tag.isNominal || tree.tokens[noun].fineTag == "JJS"
    else { return nil }
    // "the reason he refused": nothing is missing.
    if Self.circumstances.contains(tree.lemmas[noun]) { return nil }
    guard let subject = tree.child(of: clause, .nsubj, .nsubjPass), antecedent(of: subject) == nil else { return nil }
    // Only the lowest verb of the clause lacks it: "the forces they sought to control".
    if tree.child(of: verb, .xcomp, .ccomp) != nil { return nil }
    let taken = tree.subtree(of: clause).contains { word in
      Self.adverbs.contains(tree.lemmas[word]) && tree.tokens[word].dependency == .advmod
        || antecedent(of: word) != nil || tree.lemmas[word] == "whose"
    }
    return taken ? nil : noun
  }

  /// The word "where" or "when" of the relative clause that `verb` heads.
  func relativeAdverb(of verb: Int) -> Int? {
    guard tree.tokens[verb].dependency == .aclRelcl else { return nil }
    return tree.children(of: verb).first {
      tree.tokens[$0].dependency == .advmod && Self.adverbs.contains(tree.lemmas[$0])
    }
  }

  /// Whether `word` is a pronoun that stands for what its clause describes: "what he did".
  static func isFree(_ word: Int, in tree: SyntaxTree) -> Bool {
    ["what", "whatever", "whoever", "whichever"].contains(tree.lemmas[word]) && tree.has(.aclRelcl, below: word)
  }

  private static let circumstances: Set<String> = [
    "reason", "way", "time", "moment", "extent", "manner", "day", "year", "night", "morning", "week", "month", "degree",
  ]
  private static let pronouns: Set<String> = ["who", "whom", "which", "that"]
  private static let adverbs: Set<String> = ["where", "when", "why"]
  private static let barriers: Set<Dependency> = [.advcl, .csubj, .parataxis, .acl, .root]
}
