import Language

extension TreeMender {
  /// Hangs nothing under punctuation or a conjunction: what is there belongs to what that belongs to.
  mutating func freeFunctionWords() {
    for word in tokens.indices {
      nameTense(of: word)
      nameCapital(word)
      makeConcession(word)
      guard let head = tokens[word].head, let above = tokens[head].head else { continue }
      if tokens[head].dependency == .aux, tokens[word].dependency != .fixed, tokens[above].tag == .verb {
        // "They did not, as …, find it" with all hung under "did".
        attach(word, to: above, as: tokens[word].dependency)
      } else if tokens[head].tag == .punct {
        attach(word, to: above, as: tokens[word].dependency)
      } else if tokens[head].dependency == .mark, tokens[word].tag == .verb, word > head {
        // "warned that …" with the clause hung under "that".
        tokens[head].head = word
        tokens[word].head = above
        tokens[word].dependency = tokens[above].tag == .verb ? .ccomp : .acl
      }
    }
  }

  /// "the rebels crossed the border": with a subject and without an auxiliary it is the past, not a participle.
  private mutating func nameTense(of word: Int) {
    guard tokens[word].fineTag == "VBN", tokens[word].tag == .verb, tokens[word].dependency != .advcl,
      has(.nsubj, below: word), !has(.aux, .auxPass, .cop, below: word)
    else { return }
    tokens[word].fineTag = "VBD"
  }

  /// "…, though in a letter she complained": what "though" leads is a clause beside, not who says the rest.
  private mutating func makeConcession(_ word: Int) {
    guard ["though", "although"].contains(lemmas[word]), tokens[word].dependency == .advmod, word > 0,
      tokens[word - 1].form == ",", let clause = tokens[word].head, clause > word,
      tokens[clause].dependency == .parataxis, hasSubject(clause)
    else { return }
    tokens[word].dependency = .mark
    tokens[word].tag = .sconj
    tokens[word].fineTag = "IN"
    tokens[clause].dependency = .advcl
  }

  /// "Graham Tully", "Lowell said": what stands where a name does, with a capital, is a name, whatever it looks like.
  private mutating func nameCapital(_ word: Int) {
    guard [.adv, .adj, .intj, .verb].contains(tokens[word].tag), tokens[word].form.first?.isUppercase ?? false else {
      return
    }
    switch tokens[word].dependency {
    case .flat:
      guard word > 0, tokens[word - 1].tag == .propn else { return }
    case .nsubj:
      guard tokens[word].tag == .adv, tokens[word].fineTag == "RB", tokens[word].head.map({ $0 > word }) ?? false,
        children(of: word).allSatisfy({ [.flat, .punct, .appos].contains(tokens[$0].dependency) }),
        ![
          "here", "there", "now", "today", "then", "yesterday", "tomorrow", "tonight", "everywhere", "once",
          "elsewhere",
        ]
        .contains(lemmas[word])
      else { return }
    default: return
    }
    tokens[word].tag = .propn
    tokens[word].fineTag = "NNP"
    setLemma(tokens[word].form, of: word)
  }

  /// "said Alan Price, 67, whose operation was cancelled": a clause behind a comma that a relative pronoun leads describes
  /// the noun before it.
  mutating func hangRelatives() {
    for pronoun in tokens.indices.dropFirst(2) where ["who", "whose"].contains(tokens[pronoun].form.lowercased()) {
      guard tokens[pronoun - 1].form == ",", let clause = clause(ledBy: pronoun), let verb = tokens[clause].head,
        [.ccomp, .conj, .parataxis, .advcl].contains(tokens[clause].dependency), tokens[verb].tag == .verb,
        let noun = describedNoun(before: pronoun - 1), isWithin(noun, verb), noun != verb,
        verb < pronoun || tokens[noun].dependency.isSubject
      else { continue }
      attach(clause, to: noun, as: .aclRelcl)
      // "the minister, who for years insisted on it"
      for child in children(of: noun) where child > pronoun && child < clause { attach(child, to: clause, as: .obl) }
    }
  }

  /// "a review led by judge Ann Lee, which is to report": what "which" speaks of is no person.
  mutating func freeThings() {
    for clause in tokens.indices where tokens[clause].dependency == .aclRelcl {
      guard let name = tokens[clause].head, tokens[name].tag == .propn,
        children(of: name).contains(where: {
          tokens[$0].dependency == .nmodDesc && cues.lists(lemmas[$0], in: .roleNouns)
        }),
        let pronoun = children(of: clause).first(where: { lemmas[$0] == "which" }),
        tokens[pronoun].dependency.isSubject,
        let thing = tokens[..<name].lastIndex(where: { $0.tag == .noun && $0.dependency != .nmodDesc }),
        !isPerson(thing),
        [.obj, .nsubj, .nsubjPass, .obl].contains(tokens[thing].dependency)
      else { continue }
      attach(clause, to: thing, as: .aclRelcl)
    }
  }

  /// The clause whose subject the relative pronoun is, or to whose subject it belongs.
  private func clause(ledBy pronoun: Int) -> Int? {
    var word = pronoun
    if tokens[word].dependency == .nmodPoss, let owned = tokens[word].head { word = owned }
    guard tokens[word].dependency.isSubject, let clause = tokens[word].head, clause > pronoun else { return nil }
    return isFinite(clause) || has(.cop, below: clause) ? clause : nil
  }

  /// The noun whose phrase ends at the comma: in "Alan Price, 67, whose …" the name.
  private func describedNoun(before comma: Int) -> Int? {
    var word = comma - 1
    while let head = tokens[word].head, head < comma,
      [.flat, .compound, .nummod, .appos, .punct, .nmodPoss].contains(tokens[word].dependency)
        || tokens[word].tag == .num
    {
      word = head
    }
    return tokens[word].tag.isNominal && tokens[word].tag != .num ? word : nil
  }

  /// "According to the office, it failed" where "according" was taken for the verb.
  mutating func mendAccording() {
    guard let root = tokens.indices.first(where: { tokens[$0].head == nil }),
      tokens[root].form.lowercased() == "according",
      let source = children(of: root).first(where: { tokens[$0].dependency == .obl }),
      let main = tokens.indices.first(where: { $0 > source && isFinite($0) && hasSubject($0) && isWithin($0, root) })
    else { return }
    tokens[main].head = nil
    tokens[main].dependency = .root
    tokens[source].head = main
    tokens[root].head = source
    tokens[root].dependency = .caseMarker
    for child in children(of: root) where tokens[child].dependency != .fixed {
      attach(child, to: main, as: tokens[child].dependency)
    }
  }

  /// "The forces of the country neither confirmed nor denied it": a noun that no verb has, with a verb in the past that has
  /// an object and neither subject nor pronoun, is that verb's subject.
  mutating func mendVerblessClause() {
    guard let noun = tokens.indices.first(where: { tokens[$0].head == nil }), tokens[noun].tag.isNominal,
      !has(.cop, .nsubj, .aux, below: noun),
      let verb = children(of: noun).first(where: {
        [.acl, .aclRelcl].contains(tokens[$0].dependency) && tokens[$0].fineTag == "VBD" && tokens[$0].tag == .verb
      }), !hasSubject(verb), isActive(verb, of: noun), !has(.mark, .aux, .auxPass, below: verb),
      tokens[verb - 1].form != ",",
      !children(of: verb).contains(where: { ["WDT", "WP", "WRB"].contains(tokens[$0].fineTag) || $0 < noun })
    else { return }
    tokens[verb].head = nil
    tokens[verb].dependency = .root
    tokens[noun].head = verb
    tokens[noun].dependency = .nsubj
    for child in children(of: noun) where child > verb { attach(child, to: verb, as: tokens[child].dependency) }
    for other in children(of: verb) where tokens[other].dependency == .conj && tokens[other].fineTag == "VBN" {
      if !has(.auxPass, .aux, below: other) { tokens[other].fineTag = "VBD" }
    }
  }

  /// "confirmed the death", and for a name "sat on the board", but not "accused of fraud".
  private func isActive(_ verb: Int, of noun: Int) -> Bool {
    has(.obj, .ccomp, below: verb)
      || tokens[noun].tag == .propn && has(.obl, below: verb) && !has(.oblAgent, below: verb)
        && !cues.lists(lemmas[verb], in: .transitiveVerbs) && !cues.lists(lemmas[verb], in: .accusingVerbs)
  }

  /// "Asked about the delay, a spokesman blamed the weather": the participle before the comma is not the main verb.
  mutating func lowerFirstParticiple() {
    guard let root = tokens.indices.first(where: { tokens[$0].head == nil }), tokens[root].tag == .verb,
      ["VBN", "VBD", "VBG"].contains(tokens[root].fineTag), !hasSubject(root), !has(.aux, .auxPass, .cop, below: root),
      !tokens[..<root].contains(where: { $0.tag != .punct && $0.tag != .adv }),
      let main = children(of: root).first(where: {
        [.ccomp, .parataxis, .conj, .advcl].contains(tokens[$0].dependency) && $0 > root && hasSubject($0)
          && !has(.mark, .cc, below: $0) && (isFinite($0) || has(.cop, below: $0))
      }),
      let subject = children(of: main).first(where: { tokens[$0].dependency.isSubject }),
      subject < main, isBetween(",", root, subject)
    else { return }
    swap(main, above: root, as: .advcl)
    if tokens[root].fineTag == "VBD" { tokens[root].fineTag = "VBN" }
    for child in children(of: root) where child > main { tokens[child].head = main }
  }

  /// "If he regards it so, three steps are unavoidable": the clause with the conjunction is not the main one.
  mutating func mendMainClause() {
    guard let root = tokens.indices.first(where: { tokens[$0].head == nil }),
      let mark = children(of: root).first(where: { isSubordinator($0) && $0 < root }),
      !tokens[..<mark].contains(where: { $0.tag == .verb }),
      let comma = tokens[root...].firstIndex(where: { $0.form == "," })
    else { return }
    let main = tokens.indices.first { word in
      word > comma && isFinite(word) && hasSubject(word) && isWhole(word) && isWithin(word, root)
        && children(of: word).contains { tokens[$0].dependency.isSubject && $0 > comma }
    }
    guard let main else { return }
    tokens[main].head = nil
    tokens[main].dependency = .root
    tokens[root].head = main
    tokens[root].dependency = .advcl
  }

  private func isSubordinator(_ word: Int) -> Bool {
    [.mark, .advmod].contains(tokens[word].dependency) && Self.subordinators.contains(lemmas[word])
  }

  /// Whether a clause stands by itself: no conjunction and no relative pronoun leads it.
  private func isWhole(_ word: Int) -> Bool {
    !children(of: word).contains { child in
      tokens[child].dependency == .mark || tokens[child].dependency == .cc && child < word
        || tokens[child].dependency.isSubject && ["who", "which", "that", "what"].contains(lemmas[child])
    }
  }

  private static let subordinators: Set<String> = [
    "if", "unless", "until", "when", "while", "as", "because", "although", "though", "since", "before", "after",
    "wherever", "whenever", "once",
  ]
}
