import Language

extension TreeMender {
  /// Finds the subjects of finite verbs that have none where they must have one.
  mutating func mendSubjects() {
    for word in tokens.indices where tokens[word].tag != .punct {
      splitOuterSubject(of: word)
      lowerPrepositionalRoot(above: word)
      takeSubjectFromParticiple(word)
      raiseParticiple(word)
      joinVerbs(word)
      guard tokens[word].tag == .verb, isFinite(word), !hasSubject(word) else { continue }
      if !takeObjectAsSubject(word), !takeHeadAsSubject(word) { takePrecedingNoun(word) }
    }
  }

  /// "The question is why X has allowed Y": the first subject and the copula are of the outer clause.
  private mutating func splitOuterSubject(of word: Int) {
    let subjects = children(of: word).filter { [.nsubj, .nsubjPass].contains(tokens[$0].dependency) }
    guard subjects.count > 1, let first = subjects.first, let second = subjects.last,
      let copula = children(of: word).first(where: { $0 > first && $0 < second && lemmas[$0] == "be" })
    else { return }
    for subject in subjects where subject < copula { tokens[subject].dependency = .nsubjOuter }
    tokens[copula].dependency = .dep
  }

  /// "In the border regions, its footprint is …": a prepositional phrase is not the root of what it introduces.
  private mutating func lowerPrepositionalRoot(above word: Int) {
    guard let root = tokens[word].head, tokens[root].head == nil, root < word, tokens[root].tag.isNominal,
      hasPreposition(root), !hasSubject(root), isFinite(word),
      [.conj, .parataxis, .appos, .acl, .aclRelcl, .advcl].contains(tokens[word].dependency)
    else { return }
    if tokens[word].dependency == .aclRelcl, !isBetween(",", root, word) { return }
    swap(word, above: root, as: .obl)
  }

  /// "was repeated over time and echoed by others": a verb is conjoined with a verb, not with a noun between.
  private mutating func joinVerbs(_ verb: Int) {
    guard tokens[verb].dependency == .conj, tokens[verb].tag == .verb, tokens[verb].fineTag != "VBG",
      has(.cc, below: verb), let noun = tokens[verb].head, noun < verb, tokens[noun].tag == .noun,
      !hasSubject(noun), !has(.cop, below: noun), !hasSubject(verb)
    else { return }
    var current = tokens[noun].head
    while let head = current, tokens[head].tag != .verb { current = tokens[head].head }
    guard let first = current, first < verb else { return }
    attach(verb, to: first, as: .conj)
    // "convicted of fraud and given short sentences": what stands right behind the verb is its object.
    let object = children(of: noun).first {
      $0 > verb && tokens[$0].dependency == .conj && !has(.cc, below: $0) && !hasPreposition($0)
        && isWithin(verb + 1, $0)
    }
    if let object { attach(object, to: verb, as: .obj) }
  }

  /// "The report confirmed that …" with the verb taken for a participle: one with an object is the main verb of a
  /// sentence that has no other.
  private mutating func raiseParticiple(_ verb: Int) {
    guard tokens[verb].dependency == .acl, tokens[verb].fineTag == "VBN" || tokens[verb].fineTag == "VBD",
      let noun = tokens[verb].head, tokens[noun].head == nil, tokens[noun].tag.isNominal, noun < verb,
      has(.obj, .ccomp, below: verb), !hasSubject(noun), !has(.cop, below: noun), !hasPreposition(noun)
    else { return }
    tokens[verb].fineTag = "VBD"
    swap(verb, above: noun, as: .nsubj)
  }

  /// "Pakistan, seeking leverage, may have tolerated it": a subject before the comma is of the main verb.
  private mutating func takeSubjectFromParticiple(_ word: Int) {
    guard tokens[word].dependency == .advcl, ["VBG", "VBN"].contains(tokens[word].fineTag), !isFinite(word),
      let main = tokens[word].head, main > word, !hasSubject(main), tokens[main].tag == .verb
    else { return }
    let subject = children(of: word).first { tokens[$0].dependency == .nsubj && isBetween(",", $0, word) }
    if let subject { attach(subject, to: main, as: .nsubj) }
  }

  /// "The leadership, seeking survival, began to move" with the verb hung under its subject.
  private mutating func takeHeadAsSubject(_ verb: Int) -> Bool {
    guard let noun = tokens[verb].head, noun < verb, tokens[noun].tag.isNominal, !hasPreposition(noun),
      [.conj, .appos, .parataxis, .advcl].contains(tokens[verb].dependency), !hasSubject(noun),
      !has(.cc, .mark, below: verb), !has(.cop, below: noun)
    else { return false }
    guard [.root, .appos, .dep, .parataxis].contains(tokens[noun].dependency) else { return false }
    swap(verb, above: noun, as: .nsubj)
    liftOut(verb)
    return true
  }

  /// "claiming ISIS no longer exists": what is claimed is the clause, of which the object is the subject.
  private mutating func takeObjectAsSubject(_ verb: Int) -> Bool {
    guard var matrix = tokens[verb].head, [.advcl, .acl, .aclRelcl, .obj].contains(tokens[verb].dependency),
      !has(.mark, below: verb)
    else { return false }
    if tokens[matrix].dependency == .obj, let above = tokens[matrix].head { matrix = above }
    guard matrix < verb, tokens[matrix].tag == .verb, cues.lists(lemmas[matrix], in: .reportingVerbs),
      let object = children(of: matrix).first(where: { tokens[$0].dependency == .obj && $0 != verb }), object < verb,
      !isBetween(",", object, verb)
    else { return false }
    tokens[verb].head = matrix
    tokens[verb].dependency = .ccomp
    tokens[object].head = verb
    tokens[object].dependency = .nsubj
    return true
  }

  /// A clause that has become whole hangs under no prepositional phrase before it.
  private mutating func liftOut(_ verb: Int) {
    guard let root = tokens[verb].head, tokens[root].head == nil, hasPreposition(root), tokens[root].tag.isNominal,
      !hasSubject(root)
    else { return }
    swap(verb, above: root, as: .obl)
  }

  /// "Unlike in Kabul, ISKP within Pakistan is reduced": the noun phrase between comma and verb.
  private mutating func takePrecedingNoun(_ verb: Int) {
    guard ![.conj, .aclRelcl, .xcomp].contains(tokens[verb].dependency) else { return }
    let group = children(of: verb).filter { [.aux, .auxPass, .advmod].contains(tokens[$0].dependency) && $0 < verb }
    var start = verb
    while start > 0, group.contains(start - 1) { start -= 1 }
    var noun = start - 1
    // "the reports, including one from August, have …": what stands between two commas is passed over.
    if noun > 0, tokens[noun].form == ",", let open = tokens[..<noun].lastIndex(where: { $0.form == "," }), open > 0,
      Self.asides.contains(lemmas[open + 1])
    {
      noun = open - 1
    }
    // From the word before the verb up to the head of its phrase.
    while noun >= 0, let head = tokens[noun].head, head < start, isPartOfPhrase(noun) { noun = head }
    guard noun >= 0, tokens[noun].tag.isNominal, !hasPreposition(noun), isMisplaced(noun),
      !(tokens[noun].head.map { $0 > verb } ?? true)
    else { return }
    attach(noun, to: verb, as: has(.auxPass, below: verb) ? .nsubjPass : .nsubj)
  }

  private static let asides: Set<String> = [
    "include", "including", "such", "especially", "particularly", "not", "like",
  ]

  private func isPartOfPhrase(_ word: Int) -> Bool {
    if tokens[word].dependency == .appos { return word > 0 && tokens[word - 1].form == "(" }
    return [.nmod, .flat, .compound, .amod, .nmodPoss, .caseMarker, .punct, .nummod, .det].contains(
      tokens[word].dependency)
      && !(tokens[word].dependency == .nmod && !hasPreposition(word))
  }

  /// Hung without a preposition under a phrase before the comma.
  private func isMisplaced(_ noun: Int) -> Bool {
    guard let head = tokens[noun].head, head < noun,
      [.appos, .conj, .nmod, .dep, .obl].contains(tokens[noun].dependency)
    else { return false }
    return isBetween(",", head, noun) && !has(.cc, below: noun)
  }
}
