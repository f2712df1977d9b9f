import Language

/// Tells which clauses of a sentence that ends with a question mark are asked: "The road is closed, so where do we go?"
/// says that the road is closed.
///
/// A clause is asked where it has the form of a question. One that stands beside a clause of that form and has none itself
/// is said; "You know them?", alone in its sentence, is asked.
struct QuestionScope {
  let tree: SyntaxTree

  /// Whether the clause of `word` has the form of a question: an auxiliary before its subject, a question word before it.
  func asks(_ word: Int) -> Bool {
    let subject = tree.children(of: word).first { tree.tokens[$0].dependency.isSubject }
    return tree.children(of: word).contains { child in
      if tree.tokens[child].fineTag.hasPrefix("W") || hasQuestionWord(child) { return child < word || child == subject }
      let isAuxiliary = [.aux, .auxPass, .cop].contains(tree.tokens[child].dependency)
      return isAuxiliary && (subject.map { child < $0 } ?? false)
    } || tree.tokens[word].fineTag.hasPrefix("W")
  }

  /// Whether `root`, the first clause of a sentence that asks, is only said beside what is asked.
  func isBesideQuestion(_ root: Int) -> Bool {
    let hasSubject = tree.children(of: root).contains { tree.tokens[$0].dependency.isSubject }
    return hasSubject && !asks(root)
      && tree.children(of: root).contains { child in
        child > root && [.parataxis, .conj, .advcl].contains(tree.tokens[child].dependency)
          && !tree.has(.mark, below: child) && asks(child)
      }
  }

  /// "which of these", "in what year".
  private func hasQuestionWord(_ word: Int) -> Bool {
    !tree.tokens[word].tag.isVerbal && tree.children(of: word).contains { tree.tokens[$0].fineTag.hasPrefix("W") }
  }
}
