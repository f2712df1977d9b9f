import Language

extension TreeMender {
  /// "in Iraq, not Iran", "in Iraq and not in Iran": what is set apart is set beside what it is set apart from, where it is
  /// taken for another name of it or hangs on the verb.
  mutating func mendContrasts() {
    for noun in tokens.indices where tokens[noun].tag.isNominal && isSetApart(noun) {
      guard let head = tokens[noun].head, head < noun, !has(.cop, .nsubj, below: noun) else { continue }
      if tokens[head].tag.isNominal {
        if tokens[noun].dependency == .appos { tokens[noun].dependency = .conj }
      } else if tokens[head].tag == .verb, let phrase = phrase(before: noun, under: head) {
        attach(noun, to: phrase, as: .conj)
      }
    }
  }

  private func isSetApart(_ noun: Int) -> Bool {
    guard [.appos, .conj, .parataxis, .oblUnmarked].contains(tokens[noun].dependency) else { return false }
    return children(of: noun).contains { $0 < noun && lemmas[$0] == "not" && tokens[$0].dependency == .advmod }
  }

  /// The argument of `verb` from which `noun` is set apart: the last with a preposition where it has one itself, else the
  /// last.
  private func phrase(before noun: Int, under verb: Int) -> Int? {
    let needsPreposition = hasPreposition(noun)
    return children(of: verb).last {
      $0 > verb && $0 < noun && [.obl, .obj].contains(tokens[$0].dependency) && tokens[$0].tag.isNominal
        && (!needsPreposition || hasPreposition($0))
    }
  }
}
