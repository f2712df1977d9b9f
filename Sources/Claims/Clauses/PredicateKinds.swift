import ClaimModel
import Language

/// Tells which words of a tree state something.
enum PredicateKinds {
  /// The kind of predicate that each word is; nil for words that are none. Linear in the sentence.
  static func kinds(in tree: SyntaxTree) -> [Clause.Kind?] {
    var kinds: [Clause.Kind?] = []
    kinds.reserveCapacity(tree.count)
    for word in 0..<tree.count { kinds.append(kind(of: word, in: tree, before: kinds)) }
    return kinds
  }

  private static func kind(of word: Int, in tree: SyntaxTree, before: [Clause.Kind?]) -> Clause.Kind? {
    let token = tree.tokens[word]
    if token.dependency.isInsideWordGroup { return nil }
    // "children aged 8 to 10 years"
    if token.form.lowercased() == "aged", token.dependency == .acl { return nil }
    if tree.has(.cop, below: word) {
      if token.tag == .adv, ["why", "how", "when", "where"].contains(tree.lemmas[word]) { return nil }
      // "The question is why he left": the copula is the outer clause's.
      let isOuter = tree.has(.nsubjOuter, below: word) && tree.child(of: word, .nsubj, .nsubjPass) != nil
      return isOuter && token.tag == .verb ? .verb : .copula
    }
    if token.tag == .verb, isJoined(word, in: tree) { return nil }
    if token.tag == .verb { return isPredicate(word, in: tree) && !isPreposition(word, in: tree) ? .verb : nil }
    guard ![.punct, .intj, .aux, .part].contains(token.tag), !["not", "n't", "n’t"].contains(tree.lemmas[word]) else {
      return nil
    }
    // "is fractured, on the run, and incapable": conjuncts share the copula.
    if token.dependency == .conj, let head = tree.head(of: word), head < word,
      before[head] == .copula || token.tag == .adj && tree.has(.auxPass, below: head),
      token.tag.isNominal || token.tag == .adj || token.tag == .adv,
      // "when we're sick — professionals, clerks": behind a dash the list is of something else.
      !(token.tag.isNominal && tree.tokens[head].tag == .adj && isDash(word - 1, in: tree))
    {
      return .copula
    }
    // "R Saravanan": an initial is part of a name.
    if token.tag == .propn, token.form.count == 1 { return nil }
    return tree.child(of: word, .nsubj, .nsubjPass) == nil || token.tag == .adp ? nil : .copula
  }

  /// "take-off": the first word of a noun that a hyphen writes as one.
  private static func isJoined(_ word: Int, in tree: SyntaxTree) -> Bool {
    guard word + 2 < tree.count, tree.tokens[word + 1].form == "-" else { return false }
    return tree.tokens[word].range.end == tree.tokens[word + 1].range.start
      && tree.tokens[word + 1].range.end == tree.tokens[word + 2].range.start
      && [.adp, .adv, .part].contains(tree.tokens[word + 2].tag)
  }

  private static func isDash(_ word: Int, in tree: SyntaxTree) -> Bool {
    ["—", "–", "--"].contains(tree.tokens[word].form)
  }

  /// "Given the size of the storm", "regarding the plan", "starting today": a participle that has become a preposition.
  private static func isPreposition(_ word: Int, in tree: SyntaxTree) -> Bool {
    let token = tree.tokens[word]
    if token.dependency == .advcl, ["beginning", "starting"].contains(token.form.lowercased()),
      !tree.has(.obj, below: word), !tree.has(.mark, below: word), !tree.has(.xcomp, below: word)
    {
      return true
    }
    guard [.advcl, .acl].contains(token.dependency), prepositions.contains(token.form.lowercased()) else {
      return false
    }
    let isGiven = token.fineTag == "VBN"
    return tree.has(.obj, below: word) && !tree.has(.mark, below: word) && (!isGiven || token.dependency == .advcl)
      && !tree.children(of: word).contains { tree.tokens[$0].dependency.isSubject }
  }

  private static let prepositions: Set<String> = [
    "given", "regarding", "concerning", "including", "excluding", "barring", "pending",
  ]

  /// A verb that stands as a noun ("its hiding of …") states nothing by itself.
  private static func isPredicate(_ word: Int, in tree: SyntaxTree) -> Bool {
    switch tree.tokens[word].dependency {
    case .nsubj, .nsubjPass, .obj, .obl, .nmod, .nmodPoss, .oblUnmarked, .oblAgent, .iobj:
      tree.child(of: word, .obj, .nsubj) != nil
    case .advmod, .vocative, .dislocated, .expl, .list: false
    default: true
    }
  }
}
