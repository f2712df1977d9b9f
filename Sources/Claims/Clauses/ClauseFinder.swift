import Language

/// Finds the clauses of a sentence: every predicate that states something, with its arguments.
///
/// A subject that the clause leaves out is looked for where grammar has it: at the conjoined verb, the controlling verb,
/// the main clause of a participle, the noun that a relative clause describes. Linear in the sentence, for every word's
/// subject is looked up once.
struct ClauseFinder {
  let tree: SyntaxTree
  let cues: CueTable
  /// What kind of predicate each word is; nil for words that are none.
  let kinds: [Clause.Kind?]
  private var subjects: [Int??]

  /// The finder of the clauses of `tree`.
  init(_ tree: SyntaxTree, cues: CueTable) {
    self.tree = tree
    self.cues = cues
    kinds = PredicateKinds.kinds(in: tree)
    subjects = Array(repeating: nil, count: tree.count)
  }

  /// The clauses, in the order of their predicates.
  mutating func clauses() -> [Clause] {
    var found: [Clause] = []
    for word in 0..<tree.count {
      switch kinds[word] {
      case .verb where controlledVerb(below: word) == nil: found.append(clause(ofVerb: word))
      case .copula where controlledVerb(below: word) == nil: found.append(clause(ofCopula: word))
      default: break
      }
      found.append(contentsOf: appositions(at: word))
      if let event = EventNouns(tree: tree, cues: cues).clause(at: word, finder: &self) { found.append(event) }
    }
    return found
  }

  /// The verb below `word` that states what happens where `word` only says that it begins, is tried or is likely: a
  /// complement without a subject of its own that `word`'s own subject controls.
  func controlledVerb(below word: Int) -> Int? {
    guard let verb = tree.child(of: word, .xcomp), kinds[verb] != nil, !tree.has(.nsubj, below: verb) else {
      return nil
    }
    if kinds[word] == .copula { return cues.lists(tree.lemmas[word], in: .raisingAdjectives) ? verb : nil }
    // "saw the plan fail", "wants it done": a participle after an object speaks of the object.
    guard kinds[word] != nil else { return nil }
    if askedPerson(by: word, infinitive: verb) != nil { return nil }
    let promises = cues.lists(tree.lemmas[word], in: .promisingVerbs)
    guard let object = tree.child(of: word, .obj, .iobj) else { return verb }
    // "cannot bring themselves to confront him"
    return promises || tree.lemmas[word] == "bring" && isReflexive(object) ? verb : nil
  }

  /// The subject of the grammar of the predicate `word`, a relative pronoun resolved to the noun that it stands for.
  mutating func surfaceSubject(of word: Int) -> Int? {
    if let known = subjects[word] { return known }
    // A tree without circles: the recursion goes up only.
    let found = ownSubject(of: word) ?? inheritedSubject(of: word)
    subjects[word] = .some(found)
    return found
  }

  private func ownSubject(of word: Int) -> Int? {
    let own = tree.children(of: word).filter { tree.tokens[$0].dependency.isSubject }
    // "The odds were slim that they would": the noun is what is slim.
    let nouns = own.filter { [.nsubj, .nsubjPass].contains(tree.tokens[$0].dependency) }
    guard let subject = nouns.last ?? own.last(where: { tree.tokens[$0].dependency != .nsubjOuter }) ?? own.last else {
      return nil
    }
    return RelativeClauses(tree: tree).antecedent(of: subject) ?? subject
  }

  private mutating func inheritedSubject(of word: Int) -> Int? {
    guard let head = tree.head(of: word) else { return nil }
    if let actor = actorBeforeInfinitive(word) ?? askedPerson(by: head, infinitive: word) { return actor }
    if isTough(head, for: word) || takesEffort(head, for: word) { return nil }
    if let described = describedByAdjective(above: word, head) { return described }
    if isTooMuch(head, for: word) { return nil }
    switch tree.tokens[word].dependency {
    case .conj:
      guard kinds[head] != nil, let shared = surfaceSubject(of: head) else { return nil }
      // "leading to floods and killing two": the event does the first only.
      return shared == tree.head(of: head) && kinds[shared] == .verb ? surfaceSubject(of: shared) : shared
    case .xcomp: return controller(under: head)
    case .advcl, .ccomp:
      guard kinds[head] != nil, tree.isNonFinite(word), tree.tokens[word].tag == .verb else { return nil }
      if tree.tokens[word].dependency == .advcl, tree.isGerund(word) {
        let mark = tree.markerText(of: word, .mark)
        // "accused them of lying", "blamed it for failing": the object did it.
        let ofObject = mark == "from" ? CueTable.Section.preventingVerbs : .accusingVerbs
        if mark == "in", let role = tree.child(of: head, .obj), cues.lists(tree.lemmas[role], in: .effortNouns) {
          return ownerOfEffort(role)
        }
        if cues.lists(tree.lemmas[head], in: ofObject), !isPassive(head) {
          return tree.child(of: head, .obj).map { RelativeClauses(tree: tree).antecedent(of: $0) ?? $0 }
        }
        // "quoted the mayor as saying": the object says it.
        if mark == "as", ["quote", "cite", "describe", "depict"].contains(tree.lemmas[head]), !isPassive(head) {
          return tree.child(of: head, .obj)
        }
        if isOutcome(word, of: head) { return head }
        if mark == "for" || mark == "of" { return isPassive(head) ? surfaceSubject(of: head) : nil }
        // "solved by adding salt", "the care required when moving it": whoever does it is not said.
        if mark == "by", isPassive(head) { return nil }
        if tree.tokens[head].dependency == .acl, isPassive(head) { return nil }
      }
      // "To advance this aim, the label was used": who uses it is not said.
      if tree.isInfinitive(word), isPassive(head) { return nil }
      return surfaceSubject(of: head)
    case .acl: return subject(ofModifierOf: head, word)
    case .aclRelcl: return head
    default: return nil
    }
  }

  /// "too early to declare victory", "too close to call": who would do it is not said.
  private func isTooMuch(_ adjective: Int, for infinitive: Int) -> Bool {
    guard tree.tokens[adjective].tag == .adj, tree.isInfinitive(infinitive), !tree.has(.auxPass, below: infinitive),
      tree.children(of: adjective).contains(where: { tree.lemmas[$0] == "too" })
    else { return false }
    let subject = tree.child(of: adjective, .nsubj, .expl)
    return tree.child(of: infinitive, .obj, .obl) == nil || subject.map { tree.lemmas[$0] == "it" } ?? false
  }

  /// "it takes years to build": whoever would build it is not said.
  private func takesEffort(_ verb: Int, for infinitive: Int) -> Bool {
    guard ["take", "cost"].contains(tree.lemmas[verb]), tree.isInfinitive(infinitive),
      let subject = tree.child(of: verb, .nsubj, .expl)
    else { return false }
    return tree.lemmas[subject] == "it"
  }

  /// "is hard to solve": whoever would solve it is not said.
  private func isTough(_ adjective: Int, for infinitive: Int) -> Bool {
    tree.tokens[adjective].tag == .adj && tree.isInfinitive(infinitive) && !tree.has(.auxPass, below: infinitive)
      && Self.toughness.contains(tree.lemmas[adjective]) && tree.child(of: infinitive, .obj, .ccomp, .xcomp) == nil
  }

  private static let toughness: Set<String> = [
    "hard", "difficult", "easy", "impossible", "tough", "simple", "expensive", "cheap", "dangerous", "safe", "fun",
  ]

  /// "The dam broke, leading to floods", "was shot, sparking protests": what brings it about is that the dam broke.
  private mutating func isOutcome(_ participle: Int, of verb: Int) -> Bool {
    guard kinds[verb] == .verb, participle > verb, participle > 0, tree.tokens[participle - 1].form == ",",
      !tree.has(.mark, below: participle)
    else { return false }
    let lemma = tree.lemmas[participle]
    let ties = tree.children(of: participle).map { tree.markerText(of: $0) }
    let isOutcome = lemma == "lead" && ties.contains("to") || lemma == "result" && ties.contains("in")
    if isPassive(verb) { return isOutcome || Self.outcomes.contains(lemma) }
    return isOutcome && (surfaceSubject(of: verb).map { isSomebody($0) } ?? true)
  }

  private func isSomebody(_ word: Int) -> Bool {
    switch tree.tokens[word].tag {
    case .propn: true
    case .pron: !["it", "this", "that", "which"].contains(tree.lemmas[word])
    default:
      [CueTable.Section.personNouns, .roleNouns, .personMembers].contains { cues.lists(tree.lemmas[word], in: $0) }
    }
  }

  /// Verbs by which an event brings another about.
  private static let outcomes: Set<String> = [
    "cause", "prompt", "spark", "trigger", "raise", "fuel", "bring", "provoke", "ignite", "unleash", "heighten",
    "deepen", "worsen", "increase", "reduce", "mean", "boost", "add", "disrupt", "anger", "alarm", "shock",
  ]

  /// "space for the group to operate": the noun phrase with "for" right before the infinitive.
  private func actorBeforeInfinitive(_ word: Int) -> Int? {
    guard [.acl, .advcl, .xcomp, .ccomp].contains(tree.tokens[word].dependency),
      let to = tree.children(of: word).first(where: { tree.tokens[$0].dependency == .mark && tree.lemmas[$0] == "to" }),
      to > 0
    else { return nil }
    var noun = to - 1
    while let head = tree.head(of: noun), head < to, tree.markerText(of: noun) != "for", !tree.tokens[head].tag.isVerbal
    {
      noun = head
    }
    return tree.tokens[noun].tag.isNominal && tree.markerText(of: noun) == "for" ? noun : nil
  }

  private func askedPerson(by verb: Int, infinitive: Int) -> Int? {
    isPassive(verb) ? nil : AskedPerson(tree: tree, cues: cues).asked(by: verb, infinitive: infinitive)
  }

  private func isReflexive(_ word: Int) -> Bool {
    tree.lemmas[word].hasSuffix("self") || tree.lemmas[word].hasSuffix("selves")
  }

  private mutating func controller(under verb: Int) -> Int? {
    if !isPassive(verb), !cues.lists(tree.lemmas[verb], in: .promisingVerbs) {
      if let object = tree.child(of: verb, .obj, .iobj) {
        // "cannot bring themselves to act": the object is the subject again.
        if isReflexive(object) { return surfaceSubject(of: verb) }
        return RelativeClauses(tree: tree).antecedent(of: object) ?? object
      }
    }
    return kinds[verb] == nil ? nil : surfaceSubject(of: verb)
  }

  /// "organizations operating from …", "shelters exposed by …": the noun itself; "the capacity to dismantle it": whoever
  /// has the capacity.
  private mutating func subject(ofModifierOf noun: Int, _ word: Int) -> Int? {
    guard tree.isInfinitive(word) else {
      // "the method of preventing it": the noun does not prevent.
      let isMarked = tree.has(.mark, below: word)
      let isEffort = tree.isGerund(word) && cues.lists(tree.lemmas[noun], in: .effortNouns)
      if isEffort { return ownerOfEffort(noun) }
      return tree.isNonFinite(word) && !isMarked ? noun : nil
    }
    if let owner = tree.child(of: noun, .nmodPoss) { return owner }
    guard let verb = tree.head(of: noun), kinds[verb] == .verb, tree.tokens[noun].dependency == .obj else { return nil }
    // "gave him the option to come", "were denied visas to enter": whoever gets it.
    if let recipient = tree.child(of: verb, .iobj) {
      return RelativeClauses(tree: tree).antecedent(of: recipient) ?? recipient
    }
    if isPassive(verb) { return cues.lists(tree.lemmas[verb], in: .givingVerbs) ? surfaceSubject(of: verb) : nil }
    return surfaceSubject(of: verb)
  }

  /// "had difficulties getting across", "their role in stopping it": whoever has the difficulties or the role.
  private mutating func ownerOfEffort(_ noun: Int) -> Int? {
    if let owner = tree.child(of: noun, .nmodPoss) { return owner }
    guard let verb = tree.head(of: noun), kinds[verb] == .verb, tree.tokens[noun].dependency == .obj, !isPassive(verb)
    else { return nil }
    return surfaceSubject(of: verb)
  }

  /// "became too complex to be managed": what is too complex is what would be managed.
  private mutating func describedByAdjective(above word: Int, _ adjective: Int) -> Int? {
    guard tree.tokens[adjective].tag == .adj, kinds[adjective] == nil, tree.tokens[adjective].dependency == .xcomp,
      tree.isInfinitive(word), let verb = tree.head(of: adjective), kinds[verb] == .verb,
      // "too expensive to repair it": whoever would do it is not said.
      isPassive(word) || cues.lists(tree.lemmas[adjective], in: .raisingAdjectives)
    else { return nil }
    return tree.child(of: verb, .obj) ?? surfaceSubject(of: verb)
  }
}
