import Language

/// The words of a clause's relation and arguments, whole, as they stand in the sentence.
struct ArgumentWords {
  let reading: SentenceReading
  let clause: Clause

  private var tree: SyntaxTree { reading.tree }

  /// The predicate with its auxiliaries, negation, adverbs before it and particles, in order.
  var relation: [Int] {
    var words = clause.kind == .copula ? [] : [clause.predicate]
    for word in clause.chain + [clause.predicate] {
      if word != clause.predicate { words.append(word) }
      words += tree.children(of: word).filter { isOfRelation($0, of: word) }
    }
    return words.isEmpty ? sharedCopula : words.sorted()
  }

  /// The copula of the conjunct before: "was a lawyer and politician".
  private var sharedCopula: [Int] {
    var word = clause.predicate
    while tree.tokens[word].dependency == .conj, let first = tree.head(of: word) {
      let words = tree.children(of: first).filter { isOfRelation($0, of: first) }
      if !words.isEmpty { return words }
      word = first
    }
    return []
  }

  /// Adverbs behind the predicate, each with its phrase: "yesterday", "several years later".
  var adverbs: [[Int]] {
    let relation = Set(relation)
    return tree.children(of: clause.predicate).filter {
      tree.tokens[$0].dependency == .advmod && !relation.contains($0) && clause.kind == .verb
        && tree.tokens[$0].fineTag != "WRB"
    }.map { trimmed(tree.subtree(of: $0)) }
  }

  private func isOfRelation(_ child: Int, of word: Int) -> Bool {
    switch tree.tokens[child].dependency {
    case .aux, .auxPass, .cop, .compoundPrt: true
    case .mark: tree.lemmas[child] == "to" && !clause.chain.isEmpty && word == clause.predicate
    case .advmod:
      child < clause.predicate && clause.predicate - child < 4 && tree.tokens[child].tag != .sconj
        && child > (clause.surfaceSubject ?? -1)
    default: false
    }
  }

  /// The phrase of `head`, its preposition and what is not of it left out; other conjuncts, too, where they have tuples
  /// of their own.
  func argument(at head: Int) -> [Int] {
    trimmed(tree.subtree(of: head) { isLeftOut($0, of: head) })
  }

  private func isLeftOut(_ child: Int, of head: Int) -> Bool {
    let isOwn = tree.head(of: child) == head
    switch tree.tokens[child].dependency {
    case .aclRelcl, .parataxis, .discourse: return true
    case .caseMarker, .ccPreconj: return isOwn
    case .conj, .cc:
      if clause.kind == .copula && head == clause.predicate {
        return isOwn && reading.kinds[child] != nil || isLeading(child)
      }
      return isOwn && splits(head)
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .cop, .aux, .advcl, .mark, .expl, .obl, .oblUnmarked, .ccomp, .advmod:
      return clause.kind == .copula && head == clause.predicate && isOwn
    case .punct: return isOwn && splits(head) && child > head && isBeforeConjunct(child, of: head)
    case .appos: return clause.kind == .apposition
    default: return false
    }
  }

  private func isLeading(_ word: Int) -> Bool {
    tree.tokens[word].dependency == .cc && word < clause.predicate && tree.head(of: word) == clause.predicate
  }

  /// Whether the conjuncts of `head` have tuples of their own.
  private func splits(_ head: Int) -> Bool {
    let arguments = [clause.surfaceSubject, clause.object, clause.recipient, clause.complement]
    return arguments.contains(head) && reading.kinds[head] == nil
      || tree.tokens[head].dependency == .conj && arguments.contains(tree.head(of: head))
  }

  private func isBeforeConjunct(_ punctuation: Int, of head: Int) -> Bool {
    tree.children(of: head).contains { tree.tokens[$0].dependency == .conj && $0 > punctuation }
  }

  /// Complement clauses, whole.
  var clauses: [[Int]] {
    guard clause.kind == .verb else { return [] }
    return tree.children(of: clause.predicate).filter {
      [.ccomp, .xcomp].contains(tree.tokens[$0].dependency) && reading.kinds[$0] != nil && !clause.chain.contains($0)
    }.map { trimmed(tree.subtree(of: $0)) }
  }

  private func trimmed(_ words: [Int]) -> [Int] {
    var kept = words[...]
    while let first = kept.first, Self.edges.contains(tree.tokens[first].form) { kept = kept.dropFirst() }
    while let last = kept.last, Self.edges.contains(tree.tokens[last].form) { kept = kept.dropLast() }
    return Array(kept)
  }

  private static let edges: Set<String> = [",", ".", ";", ":", "--", "-", "—", "–", "!", "?"]
}
