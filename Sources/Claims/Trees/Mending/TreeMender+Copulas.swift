import Language

/// Predicates whose words were taken for several, and verbs that were taken to describe their object.
extension TreeMender {
  /// Joins what stands between a copula and the adjective that completes it, and finds verbs without which a noun would be
  /// one.
  mutating func mendCopulas() {
    for word in tokens.indices {
      if tokens[word].dependency == .advmod, isGradedNoun(word) { makePredicateAdjective(of: word) }
      if isAllBut(word) { joinAllBut(word) }
      if [.parataxis, .aux].contains(tokens[word].dependency), isLinkTakenForAside(word) { makeLink(word) }
    }
    for word in tokens.indices where tokens[word].dependency == .amod {
      if let noun = objectDescribed(by: word) { makePredicate(word, of: noun) }
    }
    for first in tokens.indices.dropLast(3) where lemmas[first + 1] == "to" { joinDegrees(from: first) }
    for copula in tokens.indices.dropLast() where tokens[copula].dependency == .cop {
      if let last = lastAdjective(from: copula + 1) { joinPredicate(from: copula + 1, to: last) }
    }
  }

  /// "are moderately to severely obese": two degrees of one adjective.
  private mutating func joinDegrees(from first: Int) {
    let second = first + 2
    guard has(.cop, below: first), [.adv, .adj].contains(tokens[first].tag), tokens[second].tag == .adv,
      tokens[second].form.hasSuffix("ly"),
      let adjective = tokens[(second + 1)...].prefix(2).firstIndex(where: { $0.tag == .adj }),
      isWithin(adjective, first)
    else { return }
    swap(adjective, above: first, as: .advmod)
    tokens[adjective].dependency = tokens[adjective].head == nil ? .root : tokens[first].dependency
    for child in children(of: first) { tokens[child].head = adjective }
    for word in [first, first + 1] { tokens[word].head = second }
    tokens[first].dependency = .advmod
    tokens[first].tag = .adv
    tokens[first + 1].dependency = .caseMarker
    tokens[second].head = adjective
    tokens[second].dependency = .advmod
    for noun in (second + 1)..<adjective {
      tokens[noun].head = adjective
      tokens[noun].dependency = .obl
    }
  }

  /// "are borderline iodine deficient": of a run of adjectives and nouns behind a copula the last adjective is the
  /// predicate.
  private func lastAdjective(from first: Int) -> Int? {
    guard [.adj, .noun].contains(tokens[first].tag) else { return nil }
    var last = first
    while last + 1 < tokens.count, [.adj, .noun].contains(tokens[last + 1].tag), last < first + 3 { last += 1 }
    let isParted = [.parataxis, .vocative, .list, .dep, .appos, .xcomp].contains(tokens[last].dependency)
    return last > first && tokens[last].tag == .adj && isParted && tokens[last].head == first ? last : nil
  }

  private mutating func joinPredicate(from first: Int, to last: Int) {
    tokens[last].head = tokens[first].head
    tokens[last].dependency = tokens[first].dependency
    for child in tokens.indices where tokens[child].head == first && child != last { tokens[child].head = last }
    for word in first..<last {
      tokens[word].head = last
      tokens[word].dependency = tokens[word].tag == .noun ? .compound : .amod
    }
  }

  /// "a clash further exposed its presence": a participle describes no noun across the noun's article or possessor; the
  /// noun that has a subject and no copula is its object.
  private func objectDescribed(by word: Int) -> Int? {
    guard let noun = tokens[word].head, word < noun, tokens[word].fineTag == "VBN", tokens[noun].tag == .noun else {
      return nil
    }
    let children = children(of: noun)
    let hasSubject = children.contains { [.nsubj, .nsubjPass].contains(tokens[$0].dependency) && $0 < word }
    let isDetermined = children.contains { [.det, .nmodPoss].contains(tokens[$0].dependency) && $0 > word }
    return hasSubject && isDetermined && !has(.cop, .aux, .auxPass, below: noun) ? noun : nil
  }

  private mutating func makePredicate(_ verb: Int, of noun: Int) {
    tokens[verb].head = tokens[noun].head
    tokens[verb].dependency = tokens[noun].dependency
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBD"
    for child in children(of: noun) where child != verb {
      let isOfClause = [.punct, .advcl, .parataxis, .ccomp, .conj, .cc].contains(tokens[child].dependency)
      if child < verb || isOfClause { tokens[child].head = verb }
      if child < verb, tokens[child].dependency == .nmod { tokens[child].dependency = .obl }
    }
    tokens[noun].head = verb
    tokens[noun].dependency = .obj
  }

  /// "were less understanding": what has a degree is an adjective.
  private func isGradedNoun(_ degree: Int) -> Bool {
    guard ["less", "more", "very", "too", "so", "rather", "quite"].contains(lemmas[degree]),
      let noun = tokens[degree].head, noun == degree + 1, tokens[noun].form.hasSuffix("ing"), tokens[noun].tag == .noun
    else { return false }
    return has(.cop, below: noun) && !has(.det, .nummod, .compound, below: noun)
  }

  private mutating func makePredicateAdjective(of degree: Int) {
    tokens[degree + 1].tag = .adj
    tokens[degree + 1].fineTag = "JJ"
    setLemma(tokens[degree + 1].form.lowercased(), of: degree + 1)
  }

  /// "Many appeared resigned": behind the subject, the verb that links is the predicate.
  private func isLinkTakenForAside(_ link: Int) -> Bool {
    guard let state = tokens[link].head, state == link + 1,
      ["appear", "seem", "look", "remain"].contains(lemmas[link]),
      ["VBD", "VBZ", "VBP"].contains(tokens[link].fineTag), !hasSubject(link), !has(.aux, .auxPass, below: state)
    else { return false }
    return ["VBD", "VBN", "JJ"].contains(tokens[state].fineTag) && hasSubject(state)
  }

  private mutating func makeLink(_ link: Int) {
    let state = link + 1
    tokens[link].head = tokens[state].head
    tokens[link].dependency = tokens[state].dependency
    tokens[link].tag = .verb
    for child in children(of: state) where child != link { tokens[child].head = link }
    tokens[state].head = link
    tokens[state].dependency = .xcomp
    tokens[state].tag = .adj
    tokens[state].fineTag = "JJ"
    setLemma(tokens[state].form.lowercased(), of: state)
  }

  /// "all but impossible"
  private func isAllBut(_ word: Int) -> Bool {
    word + 2 < tokens.count && lemmas[word] == "all" && lemmas[word + 1] == "but" && tokens[word + 2].tag == .adj
      && tokens[word + 2].head == word
  }

  private mutating func joinAllBut(_ word: Int) {
    let adjective = word + 2
    let isOfVerb = tokens[word].dependency == .advmod && (tokens[word].head.map { tokens[$0].tag == .verb } ?? false)
    tokens[adjective].head = tokens[word].head
    tokens[adjective].dependency = isOfVerb ? .xcomp : tokens[word].dependency
    for child in children(of: word) where child != adjective { tokens[child].head = adjective }
    tokens[word].head = adjective
    tokens[word].dependency = .advmod
    tokens[word].tag = .adv
    tokens[word + 1].head = word
    tokens[word + 1].dependency = .fixed
  }
}
