import Language

extension TreeMender {
  /// Mends what is controlled by a verb and its object.
  mutating func mendComplements() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .acl where isMeaning(word): tokens[word].dependency = .xcomp
      case .acl where isControlled(word):
        if let noun = tokens[word].head, let verb = tokens[noun].head { attach(word, to: verb, as: .xcomp) }
      case .acl where isWish(word), .acl where isPurpose(word):
        if let noun = tokens[word].head, let verb = tokens[noun].head {
          attach(word, to: verb, as: isWish(word) ? .xcomp : .advcl)
        }
      case .acl where isPastime(word): hangUnderSpending(word)
      case .advcl where objectBehindComma(word) != nil:
        if let object = objectBehindComma(word) { attach(word, to: object, as: .aclRelcl) }
      case .advcl where isOrdered(word), .advcl where isIntended(word): tokens[word].dependency = .xcomp
      case .advcl where nounOfInfinitive(word) != nil, .xcomp where nounOfInfinitive(word) != nil:
        if let noun = nounOfInfinitive(word) { attach(word, to: noun, as: .acl) }
      case .csubj where isBehindAdjective(word): tokens[word].dependency = .xcomp
      case .acl where nounBehindPronoun(word) != nil:
        if let noun = nounBehindPronoun(word) { attach(word, to: noun, as: .acl) }
      case .xcomp where isParted(word), .advcl where isParted(word):
        if let aside = tokens[word].head, let verb = tokens[aside].head { attach(word, to: verb, as: .xcomp) }
      case .obj where isGivenName(word): makeComplement(ofNamed: word)
      case .advcl where isGerundComplement(word): tokens[word].dependency = .xcomp
      case .acl where tokens[word].fineTag == "VBG", .advcl where tokens[word].fineTag == "VBG": hangUnderAbsolute(word)
      default: break
      }
    }
  }

  /// "Raising taxes means hurting the poor"
  private func isMeaning(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", let verb = tokens[word].head, verb == word - 1 else { return false }
    return tokens[verb].tag == .verb && ["mean", "involve", "risk", "entail"].contains(lemmas[verb])
  }

  /// "allowed the group to remain": the infinitive is what is allowed.
  private func isControlled(_ word: Int) -> Bool {
    guard let noun = tokens[word].head, [.obj, .iobj].contains(tokens[noun].dependency), let verb = tokens[noun].head,
      noun < word,
      children(of: word).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" })
    else { return false }
    return (controls(verb) || expects(verb, noun) || appoints(verb, noun)) && !has(.xcomp, below: verb)
  }

  /// "ordered the company to pay": whoever stands between the verb and the infinitive is to do it.
  private func isOrdered(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, tokens[verb].tag == .verb, !has(.xcomp, below: verb),
      let to = children(of: word).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" }), to > 0,
      let object = children(of: verb).first(where: { [.obj, .iobj].contains(tokens[$0].dependency) && $0 > verb })
    else { return false }
    // "ordered the owner, a company in Bern, to pay"
    let last = tokens[to - 1].form == "," && has(.appos, below: object) ? to - 2 : to - 1
    guard isWithin(last, object) else { return false }
    return controls(verb) && (!Self.ofThings.contains(lemmas[verb]) || isPerson(object)) || appoints(verb, object)
  }

  /// "expects the damage to last", but not "expects a decision to leave".
  private func expects(_ verb: Int, _ noun: Int) -> Bool {
    ["expect", "want", "believe", "consider", "prefer"].contains(lemmas[verb])
      && !cues.lists(lemmas[noun], in: .spelledOutNouns) && !cues.lists(lemmas[noun], in: .effortNouns)
      && !Self.abilities.contains(lemmas[noun])
  }

  /// "want the shifts to be limited": a passive infinitive is what is wished for.
  private func isWish(_ word: Int) -> Bool {
    guard let noun = tokens[word].head, noun < word, tokens[noun].dependency == .obj, let verb = tokens[noun].head,
      ["want", "need", "expect", "like", "prefer"].contains(lemmas[verb]), !has(.xcomp, below: verb)
    else { return false }
    return has(.mark, below: word) && has(.auxPass, below: word)
  }

  /// "invented the story to save herself": behind a thing that is known an infinitive with an object of its own tells what
  /// it is done for.
  private func isPurpose(_ word: Int) -> Bool {
    guard let noun = tokens[word].head, noun < word, tokens[noun].dependency == .obj, tokens[noun].tag == .noun,
      has(.obj, below: word),
      children(of: word).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" }),
      children(of: noun).contains(where: { ["the", "this", "that", "these", "those"].contains(lemmas[$0]) }),
      let verb = tokens[noun].head, verb < noun, tokens[verb].tag == .verb, !hasSubject(word),
      !Self.light.contains(lemmas[verb]), !cues.lists(lemmas[verb], in: .givingVerbs),
      !cues.lists(lemmas[verb], in: .lightVerbs), !Self.keeping.contains(lemmas[verb]),
      ![CueTable.Section.opinionVerbs, .demandVerbs, .causingVerbs, .raisingVerbs, .reportingVerbs, .intentionVerbs]
        .contains(where: { cues.lists(lemmas[verb], in: $0) })
    else { return false }
    let ofInfinitive: [CueTable.Section] = [
      .contentNouns, .effortNouns, .demandNouns, .aimNouns, .failingNouns, .spelledOutNouns, .roleNouns, .personNouns,
      .memberNouns,
    ]
    return !Self.abilities.contains(lemmas[noun]) && !Self.means.contains(lemmas[noun])
      && !ofInfinitive.contains { cues.lists(lemmas[noun], in: $0) }
  }

  /// "ordered a review, to be led by a judge": behind a comma a passive infinitive tells of the object before it.
  private func objectBehindComma(_ word: Int) -> Int? {
    guard has(.auxPass, below: word), let to = children(of: word).first(where: { lemmas[$0] == "to" }), to > 1,
      tokens[to - 1].form == ",", let verb = tokens[word].head, verb < to,
      let object = children(of: verb).last(where: { [.obj, .nsubjPass].contains(tokens[$0].dependency) && $0 < to }),
      isWithin(to - 2, object)
    else { return nil }
    return object
  }

  /// "agreed on Monday to decide it"
  private func isIntended(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word,
      ["agree", "vow", "decide", "refuse", "decline", "promise", "pledge", "threaten", "hope", "fail", "plan"]
        .contains(lemmas[verb]), !has(.obj, .xcomp, .ccomp, .auxPass, below: verb), tokens[word].fineTag == "VB"
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .mark && lemmas[$0] == "to" } && !hasSubject(word)
  }

  private func controls(_ verb: Int) -> Bool {
    Self.controlling.contains { cues.lists(lemmas[verb], in: $0) } && !Self.light.contains(lemmas[verb])
  }

  /// "sent troops to guard it", but not "chose the road to reach it".
  private func appoints(_ verb: Int, _ object: Int) -> Bool {
    cues.lists(lemmas[verb], in: .appointingVerbs)
      && (tokens[object].tag == .propn || isPerson(object)
        || [.memberNouns, .governmentNouns, .groupNouns].contains { cues.lists(lemmas[object], in: $0) })
  }

  /// "calls senators to try the case", but not "called a meeting to discuss it".
  func isPerson(_ noun: Int) -> Bool {
    tokens[noun].tag == .pron || cues.lists(lemmas[noun], in: .roleNouns)
      || cues.lists(lemmas[noun], in: .personNouns)
  }

  /// "over the courage to act": a noun of ability right before the infinitive.
  private func nounOfInfinitive(_ word: Int) -> Int? {
    guard let to = children(of: word).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" }), to > 0,
      tokens[to - 1].tag == .noun, to - 1 != tokens[word].head, !has(.mark, below: to - 1)
    else { return nil }
    if Self.abilities.contains(lemmas[to - 1]), tokens[to - 1].fineTag == "NN" {
      // "urged the authority to act"
      let isAsked = tokens[word].dependency == .xcomp && tokens[to - 1].dependency == .iobj
      let verb = tokens[to - 1].head ?? to
      return isAsked || Self.controlling.contains { cues.lists(lemmas[verb], in: $0) } ? nil : to - 1
    }
    // "calls for the salt to be treated"
    var noun = to - 1
    while let head = tokens[noun].head, head < to, tokens[head].tag == .noun, tokens[noun].dependency != .nmod {
      noun = head
    }
    guard tokens[word].dependency == .advcl, tokens[noun].dependency == .nmod, let call = tokens[noun].head,
      tokens[call].tag == .noun, tokens[call].dependency == .obj,
      ["call", "appeal", "plea"].contains(lemmas[call]) || cues.lists(lemmas[call], in: .demandNouns)
    else { return nil }
    return children(of: noun).contains { tokens[$0].dependency == .caseMarker && lemmas[$0] == "for" } ? call : nil
  }

  /// "The storm is certain to lose strength": the adjective has its subject already.
  private func isBehindAdjective(_ word: Int) -> Bool {
    guard let adjective = tokens[word].head, adjective < word, tokens[adjective].tag == .adj,
      has(.nsubj, below: adjective), !has(.expl, below: adjective), !hasSubject(word)
    else { return false }
    return children(of: word).contains { tokens[$0].dependency == .mark && lemmas[$0] == "to" }
  }

  /// "I attended a school [...] sponsored by the state": far behind a pronoun a participle speaks of a noun between.
  private func nounBehindPronoun(_ word: Int) -> Int? {
    guard tokens[word].fineTag == "VBN", let pronoun = tokens[word].head, tokens[pronoun].fineTag == "PRP",
      pronoun < word - 3, let noun = tokens[(pronoun + 1)..<word].lastIndex(where: { $0.tag == .noun })
    else { return nil }
    return noun
  }

  /// "They are required, as the law states, to act": what they are required to do is not of the clause set in between.
  private func isParted(_ word: Int) -> Bool {
    guard let aside = tokens[word].head, aside < word, tokens[aside].dependency == .advcl,
      let verb = tokens[aside].head, verb < aside, has(.auxPass, below: verb), !has(.xcomp, .ccomp, below: verb),
      children(of: aside).contains(where: { tokens[$0].dependency == .mark && lemmas[$0] == "as" }),
      let to = children(of: word).first(where: { tokens[$0].dependency == .mark && lemmas[$0] == "to" }), to > 0
    else { return false }
    return tokens[to - 1].form == ","
  }

  /// "spent the last months of her life crying": a time does nothing.
  private func isPastime(_ word: Int) -> Bool {
    tokens[word].fineTag == "VBG" && word > 0 && tokens[word - 1].form != "," && spendingVerb(above: word) != nil
  }

  private func spendingVerb(above word: Int) -> Int? {
    var current = tokens[word].head
    while let noun = current, tokens[noun].tag.isNominal {
      current = tokens[noun].head
      if tokens[noun].dependency == .obj { break }
      guard tokens[noun].dependency == .nmod else { return nil }
    }
    return current.flatMap { ["spend", "waste"].contains(lemmas[$0]) && $0 < word ? $0 : nil }
  }

  private mutating func hangUnderSpending(_ word: Int) {
    if let verb = spendingVerb(above: word) { attach(word, to: verb, as: .advcl) }
  }

  /// "named her chairwoman", "called it a victory": two objects of a verb of naming are a thing and its name.
  private func isGivenName(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, !has(.xcomp, below: verb) else { return false }
    // "making it the worst outbreak"
    let first = children(of: verb).first { tokens[$0].dependency == .obj }
    if let first, first < word, first > verb, tokens[first].tag == .pron, !isBetween(",", first, word) {
      return Self.naming.contains(lemmas[verb]) || ["make", "consider", "find", "think"].contains(lemmas[verb])
    }
    guard has(.iobj, below: verb) else { return false }
    let isRole = cues.lists(lemmas[word], in: .roleNouns)
    return Self.naming.contains(lemmas[verb]) || isRole && ["make", "find"].contains(lemmas[verb])
  }

  private mutating func makeComplement(ofNamed name: Int) {
    guard let verb = tokens[name].head else { return }
    for child in children(of: verb) where tokens[child].dependency == .iobj { tokens[child].dependency = .obj }
    tokens[name].dependency = .xcomp
  }

  /// "risks maturing", "stopped paying": the gerund is what is risked.
  private func isGerundComplement(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", let verb = tokens[word].head, verb < word, tokens[verb].tag == .verb,
      !has(.obj, .xcomp, below: verb)
    else { return false }
    // "ended up leaving", "kept on asking"
    let particles = children(of: verb).filter { tokens[$0].dependency == .compoundPrt }
    let marks = children(of: word).filter { tokens[$0].dependency == .mark }
    let phrase = ([verb] + particles + marks).map { lemmas[$0] }.joined(separator: " ")
    guard cues.lists(phrase, in: .gerundVerbs) else { return false }
    return !isBetween(",", verb, word)
  }

  /// "…, with the minister, during his visit, demanding …": who demands is the minister, and during his visit.
  private mutating func hangUnderAbsolute(_ participle: Int) {
    guard participle > 0, tokens[participle - 1].form == ",",
      let with = tokens[..<participle].lastIndex(where: { $0.form == "with" && $0.dependency == .caseMarker }),
      with > 0, tokens[with - 1].form == ",", let noun = tokens[with].head, noun > with, noun < participle
    else { return }
    let between = (noun + 1)..<participle
    guard !between.contains(where: { tokens[$0].tag == .verb }) else { return }
    attach(participle, to: noun, as: .acl)
    for word in between where tokens[word].tag.isNominal && hasPreposition(word) {
      guard let head = tokens[word].head, head < with || head == noun else { continue }
      attach(word, to: participle, as: .obl)
    }
  }

  private static let controlling: [CueTable.Section] = [.causingVerbs, .demandVerbs, .preventingVerbs]
  /// Verbs of asking whose object is mostly what is asked for: "called a meeting to discuss it".
  private static let ofThings: Set<String> = [
    "call", "demand", "plead", "suggest", "propose", "recommend", "appeal", "petition", "request", "require",
  ]
  private static let abilities: Set<String> = [
    "ability", "inability", "courage", "willingness", "unwillingness", "right", "failure", "refusal", "capacity",
    "tendency", "reluctance", "readiness", "permission", "decision", "attempt", "effort", "promise", "agreement",
    "freedom", "determination", "authority", "obligation", "duty",
  ]
  private static let keeping: Set<String> = [
    "lack", "be", "find", "seek", "lose", "miss", "deserve", "require", "raise",
  ]
  /// Nouns that an infinitive spells out or that serve to do something.
  private static let means: Set<String> = [
    "power", "chance", "opportunity", "time", "need", "reason", "money", "fund", "resource", "information", "evidence",
    "bid", "pressure", "step", "measure", "tool", "skill", "strength", "will", "desire", "ambition", "threat",
    "temptation",
    "incentive", "mandate", "option", "choice", "space", "room", "energy", "capability", "potential", "technology",
    "campaign", "fight", "battle", "push", "drive", "vote", "bill", "law", "deal", "pact", "motion", "move", "order",
    "instruction", "licence", "license", "permit", "operation", "mission", "programme", "program", "project", "system",
    "process", "scheme", "initiative", "conspiracy", "plot", "race", "struggle", "deadline", "urge", "guts", "patience",
    "nerve", "confidence", "capital", "staff", "data",
  ]
  /// Verbs of naming.
  static let naming: Set<String> = [
    "name", "appoint", "elect", "call", "declare", "dub", "crown", "label", "nickname", "proclaim", "designate",
  ]
  private static let light: Set<String> = ["have", "get", "make", "take", "need", "want", "leave", "help"]
}
