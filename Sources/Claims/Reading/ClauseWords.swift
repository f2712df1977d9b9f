import Language

/// Tells which words of a sentence belong to a claim: its clause with its arguments, other statements left out.
struct ClauseWords {
  let tree: SyntaxTree
  let kinds: [Clause.Kind?]

  /// The words of `clause` with these conjuncts as subject and object, in order.
  func words(of clause: Clause, subject: Int?, object: Int?) -> [Int] {
    let chosen = Set([subject, object].compactMap { $0 })
    let own = [clause.subject, clause.surfaceSubject, clause.object].compactMap { $0 }
    var words = Set(tree.subtree(of: clause.head) { isOtherStatement($0, than: clause) || isArgument($0, own) })
    words.formUnion(clause.chain)
    words.insert(clause.predicate)
    for head in chosen.union(clause.tied.map(\.head)).union([clause.recipient, clause.complement].compactMap { $0 }) {
      words.formUnion(tree.subtree(of: head) { isAside($0, of: head) || $0 == clause.head && head != clause.head })
    }
    return words.sorted()
  }

  private func isArgument(_ word: Int, _ arguments: [Int]) -> Bool { arguments.contains(word) }

  private func isOtherStatement(_ word: Int, than clause: Clause) -> Bool {
    if clause.predicate == word || clause.chain.contains(word) { return false }
    switch tree.tokens[word].dependency {
    case .advcl, .parataxis, .advclRelcl, .aclRelcl, .appos: return true
    case .conj: return kinds[word] != nil || clause.kind != .verb
    default: return false
    }
  }

  private func isAside(_ word: Int, of argument: Int) -> Bool {
    switch tree.tokens[word].dependency {
    case .aclRelcl, .parataxis, .appos: true
    case .conj: kinds[word] != nil && word != argument
    default: false
    }
  }
}
