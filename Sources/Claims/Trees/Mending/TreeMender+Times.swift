import Language

/// Times and sums that were taken for parts of a noun, and arguments that were taken for times.
extension TreeMender {
  /// Ties times to the verb, and gives it what it is not done in.
  mutating func mendTimes() {
    for word in tokens.indices {
      switch tokens[word].dependency {
      case .compound where isTimeBeforeSubject(word): freeTime(word)
      case .compound where isFined(word): makeFined(word)
      case .oblUnmarked where isGivenTime(word), .obl where isGivenTime(word): tokens[word].dependency = .obj
      case .oblUnmarked where isTimeSpent(word): tokens[word].dependency = .obj
      case .xcomp where isThingRefused(word): tokens[word].dependency = .obj
      case .obj where isTimeOfSaying(word): parkTime(word)
      case .obj where isInterval(word): tokens[word].dependency = .oblUnmarked
      case .advmod where isAmount(word): makeAmount(word)
      case .advcl where isAskedAfter(word): tokens[word].dependency = .ccomp
      case .obj where isOwnHead(word): splitOwnHead(word)
      default: break
      }
    }
  }

  /// "Last spring doctors found a tumor": the doctors are of no spring.
  private func isTimeBeforeSubject(_ word: Int) -> Bool {
    guard word > 0, ["last", "this", "next"].contains(lemmas[word - 1]), Self.timeNouns.contains(lemmas[word]),
      let noun = tokens[word].head, noun == word + 1, tokens[noun].dependency.isNominalSubject,
      tokens[word - 1].head == noun || tokens[word - 1].head == word
    else { return false }
    return word == 1 || tokens[word - 2].tag == .punct
  }

  private mutating func freeTime(_ word: Int) {
    guard let verb = tokens[word].head.flatMap({ tokens[$0].head }) else { return }
    attach(word, to: verb, as: .oblUnmarked)
    attach(word - 1, to: word, as: .amod)
  }

  /// "said last month that it would close": a time is not said, and what follows is no description of it.
  private func isTimeOfSaying(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, isCue(verb) else { return false }
    if Calendar.weekday(named: tokens[word].form) != nil { return !hasPreposition(word) }
    return Self.spans.contains(lemmas[word])
      && children(of: word).contains { $0 < word && ["last", "this", "earlier", "next"].contains(lemmas[$0]) }
  }

  private mutating func parkTime(_ time: Int) {
    guard let verb = tokens[time].head else { return }
    tokens[time].dependency = .oblUnmarked
    guard let clause = children(of: time).first(where: { [.acl, .aclRelcl].contains(tokens[$0].dependency) }),
      hasSubject(clause), time + 1 < tokens.count, lemmas[time + 1] == "that"
    else { return }
    tokens[time + 1].tag = .sconj
    tokens[time + 1].fineTag = "IN"
    attach(time + 1, to: clause, as: .mark)
    attach(clause, to: verb, as: .ccomp)
  }

  /// "is given enough time"
  private func isGivenTime(_ word: Int) -> Bool {
    guard ["time", "year", "month", "week", "day", "hour", "minute"].contains(lemmas[word]), !hasPreposition(word),
      let verb = tokens[word].head, verb < word, cues.lists(lemmas[verb], in: .givingVerbs), !has(.obj, below: verb)
    else { return false }
    let before = tokens[(verb + 1)..<word]
    return !before.contains { ["last", "this", "next", "every", "each", "that"].contains($0.form.lowercased()) }
      && before.allSatisfy { [.adj, .num, .adv, .det, .adp].contains($0.tag) }
  }

  /// "spent two hours", "enjoy every minute": what is spent or enjoyed is the time.
  private func isTimeSpent(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, Self.timeNouns.contains(lemmas[word]) || lemmas[word] == "minute",
      ["spend", "waste", "take", "enjoy", "need", "devote"].contains(lemmas[verb]), !has(.obj, .auxPass, below: verb),
      !hasPreposition(word)
    else { return false }
    let words = tokens[(verb + 1)..<word]
    return words.allSatisfy { [.num, .det, .adj, .adv, .adp, .noun].contains($0.tag) }
      && !words.contains { ["last", "this", "next", "that"].contains($0.form.lowercased()) }
  }

  /// "was refused work"
  private func isThingRefused(_ word: Int) -> Bool {
    guard tokens[word].tag == .noun, let verb = tokens[word].head, verb < word, has(.auxPass, below: verb) else {
      return false
    }
    return cues.lists(lemmas[verb], in: .givingVerbs) && !has(.obj, below: verb) && !hasPreposition(word)
      && !has(.mark, .cop, below: word)
  }

  /// "come every five or six years"
  private func isInterval(_ word: Int) -> Bool {
    guard Self.timeNouns.contains(lemmas[word]), let verb = tokens[word].head, verb < word else { return false }
    return children(of: word).contains { ["every", "each"].contains(lemmas[$0]) }
      && !["spend", "take", "enjoy", "love", "hate", "use", "waste", "make", "mark"].contains(lemmas[verb])
  }

  /// "costs too much": what it costs, not how.
  private func isAmount(_ word: Int) -> Bool {
    guard ["much", "little", "more", "less"].contains(lemmas[word]), let verb = tokens[word].head,
      verb == word - 1
        || verb == word - 2 && tokens[word - 1].head == word
    else { return false }
    // "pay no more than a million": the million is the amount.
    if word + 1 < tokens.count, lemmas[word + 1] == "than" { return false }
    return tokens[verb].tag == .verb && Self.ofAmounts.contains(lemmas[verb]) && !has(.obj, .ccomp, .xcomp, below: verb)
  }

  private mutating func makeAmount(_ word: Int) {
    tokens[word].tag = .adj
    tokens[word].fineTag = "JJ"
    tokens[word].dependency = .obj
  }

  /// "will judge whether we kept it": what is judged.
  private func isAskedAfter(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb < word, tokens[verb].tag == .verb,
      let mark = children(of: word).first(where: { tokens[$0].dependency == .mark }), lemmas[mark] == "whether",
      mark == verb + 1
    else { return false }
    return !has(.obj, .ccomp, below: verb) && !tokens[mark..<word].contains { $0.form == "or" }
  }

  /// "appointed her head of the company": she became its head.
  private func isOwnHead(_ word: Int) -> Bool {
    guard let verb = tokens[word].head, verb == word - 2, Self.naming.contains(lemmas[verb]),
      tokens[word - 1].form == "her", tokens[word - 1].head == word, !has(.xcomp, below: verb)
    else { return false }
    return cues.lists(lemmas[word], in: .roleNouns)
  }

  private mutating func splitOwnHead(_ word: Int) {
    guard let verb = tokens[word].head else { return }
    tokens[word].dependency = .xcomp
    attach(word - 1, to: verb, as: .obj)
  }

  /// "fined the bank 2.5 billion euros": who pays stands before the sum.
  private func isFined(_ word: Int) -> Bool {
    guard let sum = tokens[word].head, sum > word + 1, [.noun, .sym].contains(tokens[sum].tag),
      tokens[sum].dependency == .obj, let verb = tokens[sum].head, verb < word,
      cues.lists(lemmas[verb], in: .givingVerbs) || ["save", "earn", "win"].contains(lemmas[verb]),
      tokens[word].tag.isNominal, tokens[word].tag != .num,
      cues.lists(lemmas[sum], in: .measureNouns) || tokens[sum].tag == .sym,
      tokens[(word + 1)..<sum].allSatisfy({ [.num, .sym, .adv, .adp].contains($0.tag) })
    else { return false }
    return !has(.iobj, below: verb)
  }

  private mutating func makeFined(_ word: Int) {
    guard let sum = tokens[word].head, let verb = tokens[sum].head else { return }
    for child in children(of: sum) where child < word { attach(child, to: word, as: tokens[child].dependency) }
    // Who is fined has it done to him; who is given a sum receives it.
    let isDoneTo = ["fine", "charge", "cost"].contains(lemmas[verb])
    attach(word, to: verb, as: isDoneTo ? .obj : .iobj)
    if isDoneTo { tokens[sum].dependency = .oblUnmarked }
    for child in children(of: word) where child > word && tokens[child].tag == .num {
      attach(child, to: sum, as: .nummod)
    }
  }

  private static let ofAmounts: Set<String> = [
    "cost", "pay", "charge", "eat", "drink", "know", "learn", "spend", "earn", "save", "produce", "owe", "lose", "gain",
    "achieve", "mean", "ask", "say",
  ]
  private static let timeNouns: Set<String> = [
    "hour", "day", "night", "morning", "week", "month", "quarter", "year", "decade", "spring", "summer", "autumn",
    "fall",
    "winter", "weekend", "season",
  ]
}
