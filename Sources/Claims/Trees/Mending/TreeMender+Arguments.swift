import Language

extension TreeMender {
  /// Mends which words are objects and which are not.
  mutating func mendArguments() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      // "is not loading at all"
      case .obl where lemmas[word] == "all" && isTied(word, by: "at"): tokens[word].dependency = .advmod
      case .obl where isBareObject(word), .oblUnmarked where isBareObject(word): tokens[word].dependency = .obj
      case .obl where isAgent(word): tokens[word].dependency = .oblAgent
      case .oblAgent where Self.hours.contains(lemmas[word]) || cues.lists(lemmas[word], in: .measureNouns):
        tokens[word].dependency = .obl
      case .nsubj where startsClause(word), .nsubjPass where startsClause(word): makeConjunction(ofSubject: word)
      case .nsubj where hasPreposition(word) && tokens[word].tag != .pron && !startsWithQuantity(word):
        tokens[word].dependency = .obl
      case .obj where hasPreposition(word) && tokens[word].tag != .pron && !startsWithQuantity(word):
        tokens[word].dependency = .obl
      case .nmod where isEndOfWay(word) || isEndOfChange(word) || isDayOfObject(word):
        liftToVerb(word, fromObliques: true)
      case .obj where startsTime(word): tieTime(word)
      case .caseMarker where isStranded(word): bindPreposition(word)
      case .advmod where isParticle(word): tokens[word].dependency = .compoundPrt
      case .nmod where isTimeOfName(word): liftToVerb(word, fromObliques: true)
      case .nmod where isMovement(word): liftToVerb(word)
      case .nmod where comparison(around: word) != nil:
        if let adjective = comparison(around: word) { attach(word, to: adjective, as: .obl) }
      case .nmod where verbOfSecondArgument(word) != nil:
        makeSecondArgument(word)
      case .nmod where tokens[word].head.map({ tokens[$0].tag == .verb && isFinite($0) }) ?? false:
        tokens[word].dependency = .obl
      case .advcl where basis(of: word) != nil, .acl where basis(of: word) != nil: makeBasis(word)
      case .amod where isGerundAfterAspect(word), .acl where isGerundAfterAspect(word):
        makeComplement(ofAspectVerb: word)
      default: break
      }
    }
  }

  /// "walked out on Tuesday": right behind the verb, and before no noun of its own.
  private func isParticle(_ word: Int) -> Bool {
    guard word > 0, tokens[word].head == word - 1, tokens[word - 1].tag == .verb, children(of: word).isEmpty,
      !has(.compoundPrt, .obj, .xcomp, below: word - 1)
    else { return false }
    return ["out", "off", "away", "down", "up", "back", "aside", "apart"].contains(lemmas[word])
  }

  /// A preposition stands before its noun; one that is said to be a verb's before it belongs to the noun that follows.
  private func isStranded(_ preposition: Int) -> Bool {
    guard let head = tokens[preposition].head, head < preposition, tokens[head].tag == .verb,
      preposition + 1 < tokens.count
    else { return false }
    return [.propn, .noun, .det, .adj, .num].contains(tokens[preposition + 1].tag)
  }

  private mutating func bindPreposition(_ preposition: Int) {
    guard let verb = tokens[preposition].head else { return }
    var noun = preposition + 1
    while let head = tokens[noun].head, head > noun,
      [.det, .amod, .compound, .nummod].contains(tokens[noun].dependency)
    {
      noun = head
    }
    guard tokens[noun].tag.isNominal, !hasPreposition(noun) else { return }
    attach(noun, to: verb, as: .obl)
    attach(preposition, to: noun, as: .caseMarker)
  }

  /// "were killed by the police", but not "by Thursday", "by 1990", "by ten percent".
  private func isAgent(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, tokens[verb].fineTag == "VBN", tokens[word].tag != .num, word > verb,
      has(.auxPass, below: verb) || [.acl, .conj].contains(tokens[verb].dependency), !has(.nummod, below: word),
      Calendar.weekday(named: tokens[word].form) == nil, Calendar.month(named: tokens[word].form) == nil
    else { return false }
    let markers = children(of: word).filter { tokens[$0].dependency == .caseMarker }
    return markers.count == 1 && lemmas[markers[0]] == "by" && !has(.oblAgent, below: verb)
  }

  /// "established its province": a noun right behind its verb without a preposition that names no time.
  private func isBareObject(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, tokens[verb].tag == .verb, verb < word, tokens[word].tag != .num,
      !hasPreposition(word), !has(.obj, below: verb), !has(.auxPass, .ccomp, .xcomp, below: verb)
    else { return false }
    guard tokens[word].tag.isNominal, Calendar.month(named: tokens[word].form) == nil,
      Calendar.weekday(named: tokens[word].form) == nil
    else { return false }
    return isWithin(verb + 1, word) && !Self.times.contains(lemmas[word])
  }

  /// "until those measures are taken": a conjunction that was taken for the subject's preposition.
  private func startsClause(_ subject: Int) -> Bool {
    guard let verb = tokens[subject].head, isFinite(verb) else { return false }
    return children(of: subject).contains { tokens[$0].dependency == .caseMarker && isConjunction($0) }
      && children(of: verb).filter { tokens[$0].dependency.isSubject }.count == 1
  }

  private func isConjunction(_ word: Int) -> Bool {
    ["until", "before", "after", "since", "as", "while", "once", "till"].contains(lemmas[word])
  }

  private mutating func makeConjunction(ofSubject subject: Int) {
    guard let verb = tokens[subject].head else { return }
    for child in children(of: subject) where tokens[child].dependency == .caseMarker && isConjunction(child) {
      attach(child, to: verb, as: .mark)
    }
  }

  /// "over 100 people", "between five and ten men": the preposition belongs to the number.
  private func startsWithQuantity(_ word: Int) -> Bool { has(.nummod, below: word) }

  /// "fighters into Pakistan": what is moved into a place is moved by the verb.
  private func isMovement(_ word: Int) -> Bool {
    children(of: word).contains { tokens[$0].dependency == .caseMarker && ["into", "onto"].contains(lemmas[$0]) }
  }

  /// "blamed the error on the young", "list the work as a cause": some verbs have a second argument with a preposition of
  /// its own, which is not of their object.
  private func verbOfSecondArgument(_ word: Int) -> Int? {
    guard let preposition = children(of: word).first(where: { tokens[$0].dependency == .caseMarker }),
      preposition < word
    else { return nil }
    var noun = tokens[word].head
    while let current = noun, tokens[current].dependency == .nmod { noun = tokens[current].head }
    guard let object = noun, tokens[object].dependency == .obj, object < word, let verb = tokens[object].head,
      verb < object, let wanted = cues.value(of: lemmas[verb], in: .secondArguments)
    else { return nil }
    let isWanted = wanted.split(separator: " ").contains { $0 == lemmas[preposition] }
    let isTaken = children(of: verb).contains { tokens[$0].dependency == .obl && isTied($0, by: lemmas[preposition]) }
    return isWanted && !isTaken ? verb : nil
  }

  private mutating func makeSecondArgument(_ word: Int) {
    guard let verb = verbOfSecondArgument(word), let object = children(of: verb).first(where: { isWithin(word, $0) })
    else { return }
    attach(word, to: verb, as: .obl)
    // "blamed it on the weather and a lack of parts"
    for other in children(of: object) where other > word && tokens[other].dependency == .conj {
      attach(other, to: word, as: .conj)
    }
  }

  /// "more likely to fall ill than others": what "than" ties is compared by the adjective, not described by a noun.
  private func comparison(around word: Int) -> Int? {
    guard isTied(word, by: "than"), let noun = tokens[word].head, noun < word,
      !children(of: noun).contains(where: { $0 < noun && ["JJR", "RBR"].contains(tokens[$0].fineTag) })
    else { return nil }
    var above = tokens[noun].head
    while let current = above {
      if tokens[current].tag == .adj, children(of: current).contains(where: { tokens[$0].fineTag == "RBR" }) {
        return current
      }
      guard tokens[current].tag == .verb else { return nil }
      above = tokens[current].head
    }
    return nil
  }

  /// "spread from bats to humans"
  private func isEndOfWay(_ word: Int) -> Bool {
    guard let start = tokens[word].head, start < word, tokens[start].dependency == .obl,
      let verb = tokens[start].head, tokens[verb].tag == .verb
    else { return false }
    return isTied(word, by: "to") && isTied(start, by: "from")
  }

  /// "rose 3% to their highest level"
  private func isEndOfChange(_ word: Int) -> Bool {
    guard let measure = tokens[word].head, measure < word,
      [.obj, .obl, .oblUnmarked].contains(tokens[measure].dependency),
      ["%", "percent", "$", "€", "£"].contains(tokens[measure].form)
    else { return false }
    return isTied(word, by: "to") || isTied(word, by: "from")
  }

  /// "cancelled 300 flights on Friday", "killed people across Lebanon on Wednesday": what happens on a day is what the verb
  /// tells, unless the noun is something that happens itself.
  private func isDayOfObject(_ word: Int) -> Bool {
    let isDay = Calendar.weekday(named: tokens[word].form) != nil && isTied(word, by: "on")
    let isMonth = Calendar.month(named: tokens[word].form) != nil && isTied(word, by: "in")
    guard isDay || isMonth, let noun = tokens[word].head, noun < word, isDay || !isMeasured(noun) else { return false }
    var current = noun
    while tokens[current].dependency == .nmod, let above = tokens[current].head { current = above }
    guard [.obj, .obl, .nsubjPass].contains(tokens[current].dependency), let verb = tokens[current].head,
      tokens[verb].tag == .verb, verb < current
    else { return false }
    return [noun, current].allSatisfy {
      EventFrame(of: lemmas[$0], cues: cues) == nil && !cues.lists(lemmas[$0], in: .sourceNouns)
        && !Self.occasions.contains(lemmas[$0])
    }
  }

  /// "reported sales in May": what is counted is counted over a time.
  private func isMeasured(_ noun: Int) -> Bool {
    tokens[noun].fineTag == "NNS" && !has(.nummod, below: noun) || Self.measured.contains(lemmas[noun])
      || cues.lists(lemmas[noun], in: .reportingNouns)
  }

  private static let measured: Set<String> = [
    "inflation", "output", "revenue", "turnover", "growth", "spending", "demand", "production", "consumption", "profit",
    "loss", "unemployment", "trade", "deficit", "surplus", "level", "rate", "price", "total", "income", "work", "life",
    "share", "number", "increase", "rise", "fall", "drop", "decline", "peak", "low", "high", "record", "victory", "win",
    "defeat", "visit", "tour", "role", "place", "coup", "launch", "start", "end", "day", "date", "place", "appearance",
  ]
  static let occasions: Set<String> = [
    "meeting", "election", "vote", "summit", "game", "match", "talk", "conference", "ceremony", "rally", "protest",
    "hearing", "trial", "event", "referendum", "concert", "funeral", "march", "session", "debate", "storm", "night",
  ]

  /// "said, hours after Hezbollah fired rockets": a time that is no object says when.
  private func startsTime(_ word: Int) -> Bool {
    guard word + 1 < tokens.count, Self.spans.contains(lemmas[word]), ["after", "before"].contains(lemmas[word + 1]),
      let verb = tokens[word].head, verb < word
    else { return false }
    return clauseBehind(word, of: verb) != nil
  }

  private func clauseBehind(_ time: Int, of verb: Int) -> Int? {
    let clause = tokens[time + 1].head
    guard let clause, clause > time, tokens[clause].head == verb || tokens[clause].head == time,
      [.advcl, .acl].contains(tokens[clause].dependency)
    else { return nil }
    return clause
  }

  private mutating func tieTime(_ time: Int) {
    guard let verb = tokens[time].head, let clause = clauseBehind(time, of: verb) else { return }
    tokens[clause].head = verb
    tokens[clause].dependency = .advcl
    attach(time, to: clause, as: .oblUnmarked)
  }

  static let spans: Set<String> = ["minute", "hour", "day", "week", "month", "year", "decade"]

  private func isTied(_ noun: Int, by preposition: String) -> Bool {
    children(of: noun).contains { tokens[$0].dependency == .caseMarker && lemmas[$0] == preposition }
  }

  /// "visited Kabul in May", "rose to 7% on Thursday": neither a name nor a number has a date.
  private func isTimeOfName(_ word: Int) -> Bool {
    guard let name = tokens[word].head, [.propn, .num, .sym].contains(tokens[name].tag) || tokens[name].form == "%",
      Calendar.month(named: tokens[name].form) == nil, hasPreposition(word)
    else { return false }
    let isYear = tokens[word].tag == .num && tokens[word].form.utf8.count == 4
    return isYear || Calendar.month(named: tokens[word].form) != nil
      || Calendar.weekday(named: tokens[word].form) != nil
  }

  private mutating func liftToVerb(_ word: Int, fromObliques: Bool = false) {
    var current = tokens[word].head
    while let noun = current, tokens[noun].tag != .verb {
      let isOblique = fromObliques && [.obl, .nmod].contains(tokens[noun].dependency)
      guard isOblique || [.obj, .conj, .nsubjPass].contains(tokens[noun].dependency) else { return }
      current = tokens[noun].head
    }
    if let verb = current { attach(word, to: verb, as: .obl) }
  }

  /// "convicted the man based upon the report": the noun that "based upon" ties to the verb. A film is based on a novel,
  /// a person is not.
  private func basis(of word: Int) -> Int? {
    guard word + 2 < tokens.count, tokens[word].form.lowercased() == "based",
      ["on", "upon"].contains(lemmas[word + 1]),
      let noun = tokens[word + 1].head, noun > word + 1, tokens[noun].tag.isNominal,
      tokens[noun].head == word || tokens[noun].head == tokens[word].head, !hasSubject(word),
      !has(.auxPass, below: word),
      let head = tokens[word].head
    else { return nil }
    let isOfPerson = tokens[head].tag == .propn || isPerson(head)
    return tokens[word].dependency == .advcl || isOfPerson && tokens[head].dependency == .obj ? noun : nil
  }

  private mutating func makeBasis(_ word: Int) {
    guard let noun = basis(of: word), let head = tokens[word].head else { return }
    let verb = tokens[word].dependency == .acl ? tokens[head].head ?? head : head
    attach(noun, to: verb, as: .obl)
    attach(word, to: noun, as: .caseMarker)
  }

  /// "began relocating fighters": the gerund is what began, not an adjective.
  private func isGerundAfterAspect(_ word: Int) -> Bool {
    guard tokens[word].fineTag == "VBG", word > 0, let noun = tokens[word].head, noun > word,
      tokens[noun].dependency == .obj, tokens[noun].head == word - 1
    else { return false }
    return Self.aspectVerbs.contains(lemmas[word - 1])
  }

  private mutating func makeComplement(ofAspectVerb gerund: Int) {
    guard let noun = tokens[gerund].head, let verb = tokens[noun].head else { return }
    tokens[gerund].head = verb
    tokens[gerund].dependency = .xcomp
    tokens[gerund].tag = .verb
    tokens[noun].head = gerund
    for child in children(of: verb) where child > noun && tokens[child].dependency == .obl {
      attach(child, to: gerund, as: .obl)
    }
  }

  /// By which something is over, and which do nothing: "was contained by dawn".
  private static let hours: Set<String> = [
    "dawn", "dusk", "noon", "midday", "midnight", "nightfall", "sunrise", "sunset", "daybreak", "morning", "evening",
    "end",
    "afternoon", "night", "today", "tomorrow", "yesterday", "now", "then", "time",
  ]
  private static let times: Set<String> = [
    "day", "week", "month", "year", "time", "today", "yesterday", "tomorrow", "tonight", "night", "morning", "evening",
    "afternoon", "hour", "minute", "weekend", "summer", "winter", "spring", "autumn", "fall", "decade", "home", "way",
  ]
  private static let aspectVerbs: Set<String> = [
    "begin", "start", "continue", "keep", "stop", "finish", "resume", "cease",
  ]
}
