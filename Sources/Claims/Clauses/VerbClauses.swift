import Language

extension ClauseFinder {
  /// The clause that the verb `verb` states, the verbs that only begin or try it included; a passive is turned round.
  mutating func clause(ofVerb verb: Int) -> Clause {
    let chain = controllers(above: verb)
    var clause = Clause(kind: .verb, predicate: verb, head: chain.first ?? verb, chain: chain)
    clause.surfaceSubject = surfaceSubject(of: clause.head)
    clause.isPassive = isPassive(verb) && !isSought(verb, chain)
    clause.tied = tiedArguments(of: verb) + chain.flatMap { tiedArguments(of: $0) }
    clause.tied.sort { $0.head < $1.head }
    clause.complement = nominalComplement(of: verb)
    let object = directObject(of: verb)
    let recipient = tree.child(of: verb, .iobj).map { RelativeClauses(tree: tree).antecedent(of: $0) ?? $0 }
    if clause.isPassive {
      clause.subject = tree.child(of: verb, .oblAgent)
      if let agent = clause.subject {
        let agents = tree.conjoinedNouns(of: agent)
        clause.tied.removeAll { agents.contains($0.head) }
      }
      // "was awarded a medal": who was awarded it is the one who receives it.
      clause.object = object ?? clause.surfaceSubject
      clause.recipient = object == nil ? nil : clause.surfaceSubject
      // "energy called latent heat": the second object is its name.
      if object != nil, clause.complement == nil, TreeMender.naming.contains(tree.lemmas[verb]) {
        (clause.object, clause.complement, clause.recipient) = (clause.surfaceSubject, object, nil)
      }
    } else {
      clause.subject = clause.surfaceSubject
      // "allowed the team into the country": the only argument is what it is done to.
      // So it is in "considered him insane".
      let isOnly = object == nil && tree.child(of: verb, .ccomp) == nil
      clause.object = isOnly ? recipient : object
      clause.recipient = isOnly ? nil : recipient
      if clause.object == nil, let complement = clause.complement, recipient == nil {
        clause.object = complement
        clause.complement = nil
      }
    }
    return clause
  }

  /// "wants to be elected": whoever wants it is who the statement is about.
  private func isSought(_ verb: Int, _ chain: [Int]) -> Bool {
    chain.contains { word in
      kinds[word] == .verb && !isPassive(word) && cues.lists(tree.lemmas[word], in: .intentionVerbs)
        && !["need", "be"].contains(tree.lemmas[word])
    }
  }

  /// Whether the subject of the grammar of `verb` is the one it is done to.
  func isPassive(_ verb: Int) -> Bool {
    let token = tree.tokens[verb]
    if tree.child(of: verb, .auxPass, .nsubjPass, .csubjPass) != nil { return true }
    if isElliptic(verb) { return true }
    // "there's salt added to it"
    if ["VBN", "VBD"].contains(token.fineTag), token.tag == .verb,
      let there = tree.child(of: verb, .expl), tree.lemmas[there] == "there",
      tree.children(of: verb).contains(where: { tree.lemmas[$0] == "be" && tree.tokens[$0].dependency == .aux })
    {
      return true
    }
    guard token.fineTag == "VBN", tree.child(of: verb, .aux) == nil else { return false }
    switch token.dependency {
    case .acl: return true
    case .advcl, .xcomp: return tree.child(of: verb, .obj) == nil && token.tag == .verb
    case .conj:
      guard let head = tree.head(of: verb), tree.child(of: verb, .nsubj) == nil else { return false }
      // "was born in Jaipur and entered politics"
      let object = tree.child(of: verb, .obj)
      if let object, object > verb, tree.tokens[verb].tag == .verb, !cues.lists(tree.lemmas[verb], in: .givingVerbs),
        !TreeMender.naming.contains(tree.lemmas[verb])
      {
        return false
      }
      // "wearing a shirt and handcuffed by the police"
      return tree.tokens[head].fineTag != "VBN" || tree.tokens[head].tag == .verb && isPassive(head)
    default: return false
    }
  }

  /// "Eleven killed in raid": what always has an object and here has none is a passive without its auxiliary.
  private func isElliptic(_ verb: Int) -> Bool {
    let token = tree.tokens[verb]
    guard token.tag == .verb, token.fineTag == "VBD" || token.fineTag == "VBN",
      cues.lists(tree.lemmas[verb], in: .transitiveVerbs), token.dependency != .conj,
      tree.child(of: verb, .aux, .obj, .iobj, .ccomp, .xcomp, .conj) == nil,
      let subject = tree.child(of: verb, .nsubj), RelativeClauses(tree: tree).antecedent(of: subject) == nil
    else { return false }
    return RelativeClauses(tree: tree).enclosingClause(of: verb) == nil
  }

  /// The words above `verb` that only say that it begins, is tried or is likely, the highest first.
  private func controllers(above verb: Int) -> [Int] {
    var chain: [Int] = []
    var current = verb
    while let head = tree.head(of: current) {
      if tree.tokens[current].dependency == .conj, sharesForm(current, head) {
        // "began relocating and hiding": what a conjunct shares with the first verb.
        current = head
        continue
      }
      guard tree.tokens[current].dependency == .xcomp, controlledVerb(below: head) == current else { break }
      chain.insert(head, at: 0)
      current = head
    }
    return chain
  }

  /// Whether a conjunct stands in the same form as the first verb and so shares its auxiliaries and its governor.
  func sharesForm(_ conjunct: Int, _ first: Int) -> Bool {
    let tag = tree.tokens[conjunct].fineTag
    guard tag == tree.tokens[first].fineTag, ["VB", "VBG", "VBN"].contains(tag) else { return false }
    return !tree.children(of: conjunct).contains {
      let dependency = tree.tokens[$0].dependency
      return dependency.isSubject || dependency == .aux || dependency == .auxPass
    }
  }

  private func directObject(of verb: Int) -> Int? {
    if let object = tree.child(of: verb, .obj) { return RelativeClauses(tree: tree).antecedent(of: object) ?? object }
    if strandedPreposition(of: verb) != nil { return nil }
    if isPassive(verb) {
      // "the weapons they had been given"
      return cues.lists(tree.lemmas[verb], in: .givingVerbs) ? RelativeClauses(tree: tree).missingObject(of: verb) : nil
    }
    if let shared = sharedObject(of: verb) { return shared }
    return tree.child(of: verb, .ccomp) == nil && tree.tokens[verb].dependency != .conj
      ? missingObject(of: verb) : nil
  }

  /// The noun that `verb` lacks as object in a relative clause: in "concerns they would stay" nothing is missing, but it
  /// is in "the claims they made".
  private func missingObject(of verb: Int) -> Int? {
    guard let noun = RelativeClauses(tree: tree).missingObject(of: verb) else { return nil }
    let isContent = cues.lists(tree.lemmas[noun], in: .contentNouns)
    let verbs: [CueTable.Section] = [.statingVerbs, .lightVerbs, .denialVerbs, .objectVerbs, .knowledgeVerbs]
    return !isContent || verbs.contains { cues.lists(tree.lemmas[verb], in: $0) } ? noun : nil
  }

  /// "arrested and questioned the student": an object behind both verbs is of both.
  private func sharedObject(of verb: Int) -> Int? {
    guard tree.tokens[verb].dependency == .conj, let first = tree.head(of: verb), tree.tokens[first].tag == .verb,
      tree.child(of: verb, .ccomp, .xcomp, .nsubj) == nil, let object = tree.child(of: first, .obj)
    else { return nil }
    // "which we did not seek but accepted": so is the relative pronoun before both.
    if object < first { return RelativeClauses(tree: tree).antecedent(of: object) }
    return object > verb && tree.child(of: verb, .obl) == nil ? object : nil
  }

  /// What the verb says its subject or object becomes, is called or stays: a complement that is no verb.
  private func nominalComplement(of verb: Int) -> Int? {
    tree.children(of: verb).first { child in
      tree.tokens[child].dependency == .xcomp && kinds[child] == nil
        && (tree.tokens[child].tag.isNominal || tree.tokens[child].tag == .adj)
    }
  }

  /// "comment on how it was done", "keeps us from working": a clause that a preposition ties as it would a noun.
  private func isMatter(_ clause: Int, of word: Int) -> Bool {
    guard tree.tokens[clause].dependency == .advcl, let mark = tyingWords(of: clause).first else { return false }
    let marker = tree.markerText(of: clause, tree.tokens[mark].dependency)
    if marker == "from", tree.tokens[clause].fineTag == "VBG" {
      return cues.lists(tree.lemmas[word], in: .preventingVerbs)
    }
    // "cautioned against reading too much into it"
    if marker == "against" || marker == "about", tree.isGerund(clause) { return tree.tokens[word].tag == .verb }
    guard Self.tying.contains(marker), mark + 1 < tree.count else { return false }
    return tree.tokens[mark + 1].fineTag.hasPrefix("W") && tree.isWord(mark + 1, within: clause)
  }

  private func tyingWords(of clause: Int) -> [Int] {
    let marks = tree.markers(of: clause, .mark)
    return marks.isEmpty ? tree.markers(of: clause) : marks
  }

  private static let tying: Set<String> = [
    "on", "upon", "about", "of", "over", "at", "by", "from", "in", "into", "with", "for", "to", "regarding", "as to",
  ]

  /// The prepositional and adverbial noun phrases of `word`, and clauses that are tied as those are, in the order of the
  /// text.
  func tiedArguments(of word: Int) -> [Clause.Tied] {
    var found: [Clause.Tied] = []
    for child in tree.children(of: word) where tree.tokens[child].dependency.isOblique {
      guard tree.tokens[child].tag.isNominal || tree.tokens[child].tag == .adj || tree.tokens[child].tag == .det else {
        continue
      }
      // "iodine deficient" is one phrase.
      let isMeasure = tree.tokens[word].tag == .adj && child == word - 1 && tree.tokens[child].tag == .noun
      if isMeasure, tree.markers(of: child).isEmpty { continue }
      // "treated her himself" names nobody else.
      if tree.lemmas[child].hasSuffix("self"), tree.markers(of: child).isEmpty { continue }
      let head = RelativeClauses(tree: tree).antecedent(of: child) ?? child
      found.append(Clause.Tied(markers: tree.markers(of: child), marker: tree.markerText(of: child), head: head))
      for next in tree.children(of: child)
      where tree.tokens[next].dependency == .conj && tree.tokens[next].tag.isNominal {
        let own = tree.markers(of: next)
        found.append(
          Clause.Tied(
            markers: own.isEmpty ? tree.markers(of: child) : own,
            marker: own.isEmpty ? tree.markerText(of: child) : tree.markerText(of: next), head: next))
      }
    }
    found += tree.children(of: word).filter { isMatter($0, of: word) }.map {
      let markers = tyingWords(of: $0)
      return Clause.Tied(
        markers: markers, marker: tree.markerText(of: $0, tree.tokens[markers[0]].dependency), head: $0)
    }
    if let adverb = RelativeClauses(tree: tree).relativeAdverb(of: word), let noun = tree.head(of: word) {
      found.insert(Clause.Tied(markers: [adverb], marker: tree.lemmas[adverb], head: noun), at: 0)
    }
    if let preposition = strandedPreposition(of: word), let noun = RelativeClauses(tree: tree).missingObject(of: word) {
      found.append(Clause.Tied(markers: [preposition], marker: tree.lemmas[preposition], head: noun))
    }
    return found
  }

  /// The preposition of "the spaces they rely upon", whose noun stands before the clause.
  private func strandedPreposition(of verb: Int) -> Int? {
    tree.children(of: verb).last { child in
      tree.tokens[child].tag == .adp && child > verb
        && [.obl, .advmod, .caseMarker].contains(tree.tokens[child].dependency)
    }
  }
}
