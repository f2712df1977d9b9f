import Language

/// Tells which clauses lack what a claim cannot do without: who does it, or what it is done to.
///
/// "a permit to enter the country" says of nobody that they enter it, "was sent away" without a subject says it of nobody,
/// and "people get" is cut short. The rules look for what is missing first (`ClauseFinder`); this one refuses the rest.
struct Incompleteness {
  let reading: SentenceReading
  let cues: CueTable

  private var tree: SyntaxTree { reading.tree }

  /// Whether `clause` lacks a part.
  func isIncomplete(_ clause: Clause) -> Bool {
    switch clause.kind {
    // "where you are at"
    case .copula where tree.tokens[clause.predicate].tag == .adp: true
    case .copula: clause.subject == nil || clause.object.map { isNegator($0) } ?? false
    case .event: isOwnEvent(clause)
    case .apposition: false
    case .verb: lacksActor(clause) || lacksObject(clause)
    }
  }

  /// "They are not, as we are not, impartial": what they are not stands elsewhere.
  private func isNegator(_ word: Int) -> Bool { ["not", "n't", "n’t", "so"].contains(tree.lemmas[word]) }

  /// "your help": an event of which nothing else is said.
  private func isOwnEvent(_ clause: Clause) -> Bool {
    guard clause.object == nil, let subject = clause.subject else { return false }
    return tree.tokens[subject].tag == .pron
  }

  /// "Adding the mineral is simple", "visas to enter the country": nobody is said to do it.
  private func lacksActor(_ clause: Clause) -> Bool {
    guard clause.subject == nil else { return false }
    if clause.isPassive { return clause.object == nil && clause.recipient == nil }
    if hasContent(clause) { return false }
    if clause.object == nil { return true }
    return !isImperative(clause.head)
  }

  /// "Stop the war": a bare verb that depends on no other clause but one like it.
  private func isImperative(_ verb: Int) -> Bool {
    var word = verb
    while true {
      guard tree.tokens[word].fineTag == "VB", !tree.isInfinitive(word),
        !tree.children(of: word).contains(where: { tree.tokens[$0].dependency.isSubject || isAuxiliary($0) })
      else { return false }
      switch tree.tokens[word].dependency {
      case .conj, .parataxis, .ccomp, .xcomp:
        guard let head = tree.head(of: word) else { return true }
        if tree.tokens[word].dependency == .ccomp { return true }
        word = head
      default: return tree.head(of: word) == nil
      }
    }
  }

  private func isAuxiliary(_ word: Int) -> Bool {
    tree.tokens[word].dependency == .aux && !["do", "let", "please"].contains(tree.lemmas[word])
  }

  private func hasContent(_ clause: Clause) -> Bool {
    tree.child(of: clause.predicate, .ccomp, .parataxis) != nil
  }

  /// "people get", "as we have had in the past", "I was": a verb that says nothing by itself.
  private func lacksObject(_ clause: Clause) -> Bool {
    let lemma = tree.lemmas[clause.predicate]
    guard clause.object == nil, clause.complement == nil, clause.recipient == nil, !clause.isPassive,
      !hasContent(clause), tree.child(of: clause.predicate, .xcomp, .csubj, .compoundPrt, .expl) == nil
    else { return false }
    let hasAdverb = tree.children(of: clause.predicate).contains {
      tree.tokens[$0].dependency == .advmod && $0 > clause.predicate
    }
    if lemma == "be" { return clause.tied.isEmpty && !hasAdverb }
    if cues.lists(lemma, in: .transitiveVerbs) { return true }
    guard cues.lists(lemma, in: .objectVerbs) else { return false }
    let hasArgument = clause.tied.contains {
      lemma == "get" ? !$0.marker.isEmpty : $0.marker == "for" && ["provide", "allow"].contains(lemma)
    }
    return !hasArgument && !(hasAdverb && lemma == "do")
  }
}
