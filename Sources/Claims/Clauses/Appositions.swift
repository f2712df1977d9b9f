import Language

extension ClauseFinder {
  /// What appositions and titles say of the noun `word`: "Mullah Qari, ISIS-K's operations chief", "TTP leader Noor".
  ///
  /// A name in brackets or an acronym is another name of the same and states nothing; so do numbers.
  func appositions(at word: Int) -> [Clause] {
    guard tree.tokens[word].tag.isNominal, tree.tokens[word].tag != .pron else { return [] }
    return tree.children(of: word).compactMap { child in
      switch tree.tokens[child].dependency {
      case .appos: apposition(of: word, child)
      case .nmodDesc where child < word && tree.tokens[child].tag == .noun:
        clause(saying: child, of: word)
      default: nil
      }
    }
  }

  private func apposition(of noun: Int, _ other: Int) -> Clause? {
    let token = tree.tokens[other]
    guard token.tag == .noun || token.tag == .propn, !isBracketed(other) else { return nil }
    // "Image: R Saravanan" with a part of the name as apposition
    if [token, tree.tokens[noun]].contains(where: { $0.form.count == 1 && $0.tag == .propn }) { return nil }
    if other > noun, tree.tokens[noun..<other].contains(where: { $0.form == ";" }) { return nil }
    if kinds[other] != nil { return nil }
    // "the border regions, particularly Nangarhar" are more than Nangarhar; "Mark Tedeschi, QC" is not called so.
    let lead = tree.children(of: other).filter { $0 < other }
    if lead.contains(where: { Self.examples.contains(tree.lemmas[$0]) }) { return nil }
    if isHonour(other, of: noun) || sumsUp(other, noun) || isRemark(other, on: noun) { return nil }
    // "members of Congress, the president and governors": a list, for several are not one.
    let isOne = token.fineTag == "NN" && cues.lists(tree.lemmas[other], in: .roleNouns)
    let areSeveral = tree.children(of: other).contains {
      tree.tokens[$0].dependency == .conj && tree.tokens[$0].fineTag == "NNS"
    }
    if tree.tokens[noun].fineTag == "NNS" ? isOne : areSeveral { return nil }
    // "its leader, Noor Wali": the name is the one of whom it is said.
    let namesLast = token.tag == .propn && tree.tokens[noun].tag == .noun
    if token.tag == .propn && !namesLast { return nil }
    // "One of the prisoners, Kasim Hilas,": he is one of them, not they.
    if namesLast, let one = tree.head(of: noun), tree.lemmas[one] == "one", tree.markerText(of: noun) == "of" {
      return clause(saying: one, of: other)
    }
    return namesLast ? clause(saying: noun, of: other) : clause(saying: other, of: noun)
  }

  /// "accused the army of firing, a charge that it rejects": the noun stands for what the clause says, not for the army.
  private func sumsUp(_ word: Int, _ noun: Int) -> Bool {
    // "608,000 people, 95 percent of them in Africa"
    let isPart = tree.children(of: word).contains {
      tree.tokens[$0].dependency == .nmod
        && ["they", "them", "which", "whom", "these", "those"].contains(tree.lemmas[$0])
    }
    if isPart { return true }
    let isIndefinite = tree.children(of: word).contains { ["a", "an"].contains(tree.lemmas[$0]) }
    guard word > noun, isIndefinite, tree.tokens[word].fineTag == "NN" else { return false }
    let isOfClause = { (word: Int) in
      Self.summaries.contains(tree.lemmas[word]) || cues.lists(tree.lemmas[word], in: .reportingNouns)
    }
    return isOfClause(word) && !isOfClause(noun)
  }

  /// Nouns that, behind a clause, stand for what it says.
  private static let summaries: Set<String> = [
    "charge", "move", "step", "decision", "feat", "development", "sign", "change", "trend", "result", "rise",
    "increase",
    "fall", "drop", "decline", "reversal", "setback", "blow", "milestone", "turnaround", "shift", "practice", "process",
    "situation", "fact", "act", "gesture", "jump", "surge", "improvement", "reduction",
  ]

  /// Letters behind a name that tell a rank or a degree.
  private func isHonour(_ word: Int, of noun: Int) -> Bool {
    let form = tree.tokens[word].form
    guard form.utf8.count <= 4, form == form.uppercased(), tree.tokens[word].tag == .propn else { return false }
    return tree.children(of: noun).contains {
      $0 < word && $0 > noun && tree.tokens[$0].tag == .propn
        && [.appos, .conj, .flat].contains(tree.tokens[$0].dependency)
    }
  }

  /// "fell on Monday, its second decline", "fined the firm for it, the largest penalty so far": behind a day, or behind
  /// more than the noun's own phrase, it is said of what happened.
  private func isRemark(_ other: Int, on noun: Int) -> Bool {
    guard other > noun, let first = tree.subtree(of: other).first(where: { tree.tokens[$0].form != "," }), first > 1,
      tree.tokens[first - 1].form == ","
    else { return false }
    let form = tree.tokens[noun].form
    if Calendar.weekday(named: form.lowercased()) != nil || Calendar.month(named: form) != nil { return true }
    return !tree.isWord(first - 2, within: noun)
  }

  private static let examples: Set<String> = [
    "particularly", "especially", "notably", "mainly", "mostly", "chiefly", "primarily", "including", "namely", "like",
    "specifically", "largely",
  ]

  private func isBracketed(_ word: Int) -> Bool {
    tree.children(of: word).contains {
      tree.tokens[$0].dependency == .punct && ["(", "[", "-LRB-", "-LSB-"].contains(tree.tokens[$0].form)
    }
  }

  private func clause(saying what: Int, of whom: Int) -> Clause {
    var clause = Clause(kind: .apposition, predicate: what, head: what)
    clause.surfaceSubject = whom
    clause.subject = whom
    clause.object = what
    return clause
  }
}
