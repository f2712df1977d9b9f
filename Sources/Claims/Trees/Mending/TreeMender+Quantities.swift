import Language

/// Numbers and shares that were parted from what they count.
extension TreeMender {
  /// Mends quantities of several words.
  mutating func mendQuantities() {
    for word in tokens.indices {
      if tokens[word].tag == .num { joinRange(from: word) }
      if isComparison(word) { joinShare(after: word) }
      boundNumber(by: word)
      if isTimes(word) { joinTimes(word) }
      if isProportion(word) { joinProportion(word) }
      if isBound(word) {
        tokens[word].dependency = .advmod
        tokens[word].tag = .adv
      }
      if isDoubled(word) { makeDoubling(word) }
      if let noun = subjectOfGrowth(at: word) { makeGrowth(of: noun, at: word) }
    }
  }

  /// "pay no more than 60 million": the number is what is paid, and "no more than" its bound.
  private mutating func boundNumber(by more: Int) {
    guard more > 0, ["no", "not"].contains(lemmas[more - 1]), ["more", "less", "few", "fewer"].contains(lemmas[more]),
      more + 2 < tokens.count, lemmas[more + 1] == "than", tokens[more + 1].dependency == .caseMarker,
      let number = tokens[more + 1].head, number > more + 1, tokens[more].head == tokens[number].head,
      tokens[number].tag == .num || has(.nummod, below: number), tokens[number].dependency == .obl,
      let verb = tokens[number].head, tokens[verb].tag == .verb, !has(.obj, below: verb)
    else { return }
    tokens[number].dependency = .obj
    attach(more, to: number, as: .advmod)
    tokens[more + 1].head = more
    tokens[more + 1].dependency = .fixed
    attach(more - 1, to: more, as: .advmod)
  }

  /// "said profit more than doubled": the noun before "more than" and such a verb is its subject.
  private func subjectOfGrowth(at more: Int) -> Int? {
    guard more > 0, more + 2 < tokens.count, lemmas[more + 1] == "than",
      Self.growths.contains(tokens[more + 2].form.lowercased()), let noun = tokens[more].head, noun < more,
      tokens[noun].tag.isNominal, tokens[more + 2].head.map({ $0 <= more }) ?? false
    else { return nil }
    return noun
  }

  private mutating func makeGrowth(of noun: Int, at more: Int) {
    let verb = more + 2
    let isSaid = tokens[noun].dependency == .obj
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBD"
    setLemma(String(tokens[verb].form.lowercased().dropLast()), of: verb)
    for child in children(of: more) where child > verb { tokens[child].head = verb }
    tokens[verb].head = tokens[noun].head
    tokens[verb].dependency = isSaid ? .ccomp : tokens[noun].dependency
    tokens[noun].head = verb
    tokens[noun].dependency = .nsubj
    tokens[more].head = verb
    tokens[more].dependency = .advmod
    tokens[more + 1].head = more
    tokens[more + 1].dependency = .fixed
  }

  private static let growths: Set<String> = ["doubled", "tripled", "trebled", "quadrupled", "halved"]

  /// "have more than doubled"
  private func isDoubled(_ have: Int) -> Bool {
    guard lemmas[have] == "have", tokens[have].tag == .verb, have + 3 < tokens.count, lemmas[have + 1] == "more",
      lemmas[have + 2] == "than", tokens[have + 1].head == have
    else { return false }
    return Self.growths.contains(tokens[have + 3].form.lowercased()) && tokens[have + 3].head == have + 1
  }

  private mutating func makeDoubling(_ have: Int) {
    let (more, verb) = (have + 1, have + 3)
    tokens[verb].head = tokens[have].head
    tokens[verb].dependency = tokens[have].dependency
    tokens[verb].tag = .verb
    tokens[verb].fineTag = "VBN"
    setLemma(String(tokens[verb].form.lowercased().dropLast()), of: verb)
    for child in children(of: have) + children(of: more) where child != verb { tokens[child].head = verb }
    tokens[have].head = verb
    tokens[have].dependency = .aux
    tokens[have].tag = .aux
    tokens[more].head = verb
    tokens[more].dependency = .advmod
    tokens[more + 1].head = more
    tokens[more + 1].dependency = .fixed
  }

  /// "nine out of ten colonies"
  private func isProportion(_ word: Int) -> Bool {
    guard tokens[word].tag == .num, word + 4 < tokens.count, lemmas[word + 1] == "out", lemmas[word + 2] == "of",
      tokens[word + 3].tag == .num
    else { return false }
    return tokens[word].head == word + 4 && tokens[word].dependency == .nummod && tokens[word + 4].tag == .noun
  }

  private mutating func joinProportion(_ share: Int) {
    let whole = share + 4
    tokens[share].head = tokens[whole].head
    tokens[share].dependency = tokens[whole].dependency
    for child in children(of: whole) where tokens[child].dependency != .nummod && child < share {
      tokens[child].head = share
    }
    tokens[whole].head = share
    tokens[whole].dependency = .nmod
    tokens[share + 1].head = whole
    tokens[share + 1].dependency = .caseMarker
    tokens[share + 2].head = share + 1
    tokens[share + 2].dependency = .fixed
    tokens[share + 3].head = whole
    tokens[share + 3].dependency = .nummod
  }

  /// "about half of those are dead": before a share that is the subject it only says that it is not exact.
  private func isBound(_ word: Int) -> Bool {
    guard ["about", "around", "over", "under", "nearly"].contains(lemmas[word]), tokens[word].dependency == .caseMarker,
      let share = tokens[word].head, share == word + 1 || share == word + 2, tokens[share].dependency.isNominalSubject
    else { return false }
    return Self.shares.contains(lemmas[share]) || tokens[share].tag == .num
  }

  /// "half as much rain as they need", "twice as many as last year"
  private func isTimes(_ word: Int) -> Bool {
    word + 2 < tokens.count && ["half", "twice", "double", "thrice"].contains(lemmas[word]) && lemmas[word + 1] == "as"
      && ["much", "many"].contains(lemmas[word + 2])
      && (tokens[word].head != word + 2 || tokens[word + 2].dependency == .advmod)
  }

  private mutating func joinTimes(_ word: Int) {
    let measure = word + 2
    if tokens[measure].head == word {
      // "getting half as much as they require": the measure is the argument.
      tokens[measure].head = tokens[word].head
      tokens[measure].dependency = tokens[word].dependency
      for child in children(of: word) where child != measure { tokens[child].head = measure }
    } else if let noun = tokens[measure].head, noun > measure, noun < measure + 3,
      tokens[word].head == tokens[noun].head
    {
      if tokens[word].dependency == .obj { tokens[noun].dependency = .obj }
    } else if tokens[measure].dependency == .advmod, let verb = tokens[measure].head, verb < word,
      cues.lists(lemmas[verb], in: .objectVerbs), !has(.obj, below: verb)
    {
      tokens[measure].dependency = .obj
    } else {
      return
    }
    attach(word, to: measure, as: .nummod)
  }

  /// "between 30 and 40 people", "30 to 40 people": two numbers right before a noun count it.
  private mutating func joinRange(from first: Int) {
    let (tie, second) = (first + 1, first + 2)
    guard second + 1 < tokens.count, tokens[second].tag == .num, ["and", "to", "-", "–", "or"].contains(lemmas[tie]),
      let noun = counted(behind: second), !isYear(first),
      // "twenty-two"
      lemmas[tie] != "-" || tokens[first].form.contains(where: \.isNumber)
    else { return }
    let isBetween = first > 0 && lemmas[first - 1] == "between"
    guard isBetween || ["to", "-", "–", "or"].contains(lemmas[tie]) else { return }
    let group = first...second
    let outer = ([first, second] + [noun]).first { word in
      tokens[word].head.map { !group.contains($0) && $0 != noun } ?? true
    }
    guard let outer else { return }
    if outer != noun { place(noun, where: outer, isOf: [first, second]) }
    attach(first, to: noun, as: .nummod)
    attach(second, to: first, as: .conj)
    attach(tie, to: second, as: tokens[tie].tag == .punct ? .punct : .cc)
    if isBetween { attach(first - 1, to: first, as: .advmod) }
  }

  /// The noun that stands behind a number, with nothing but adjectives and other nouns between.
  private func counted(behind number: Int) -> Int? {
    var noun: Int?
    for word in (number + 1)..<min(tokens.count, number + 5) {
      guard [.adj, .noun, .propn].contains(tokens[word].tag) else { break }
      if tokens[word].tag == .noun { noun = word }
    }
    return noun
  }

  private func isYear(_ word: Int) -> Bool {
    tokens[word].form.utf8.count == 4 && Int(tokens[word].form).map { (1500...2100).contains($0) } ?? false
  }

  /// "more than half of the voters stayed", "fewer than 500 of its members": the share is the argument, which "more than"
  /// bounds.
  private mutating func joinShare(after more: Int) {
    let than = more + 1
    var share = more + 2
    if share < tokens.count, ["a", "one", "two", "three"].contains(lemmas[share]) { share += 1 }
    guard share + 1 < tokens.count, lemmas[share + 1] == "of",
      tokens[share].head == more || isObliqueBeside(more, share),
      Self.shares.contains(lemmas[share]) || tokens[share].tag == .num
    else { return }
    if isObliqueBeside(more, share) {
      tokens[share].dependency = .obj
      for child in children(of: share) where child == than { tokens[child].head = more }
    } else {
      place(share, where: more, isOf: [])
    }
    attach(more, to: share, as: .advmod)
    attach(than, to: more, as: .fixed)
    for child in tokens.indices where tokens[child].head == more && child > share {
      attach(child, to: share, as: .nmod)
    }
    guard let of = tokens.indices.first(where: { $0 == share + 1 }), let whole = tokens[of].head, whole > of else {
      return
    }
    attach(whole, to: share, as: .nmod)
  }

  /// "make up less than a tenth of them", where "less" was taken for an adverb.
  private func isObliqueBeside(_ more: Int, _ share: Int) -> Bool {
    guard let verb = tokens[more].head, verb < more, tokens[share].head == verb, tokens[verb].tag == .verb else {
      return false
    }
    return [.advmod, .obj].contains(tokens[more].dependency) && tokens[share].dependency == .obl
      && children(of: verb).allSatisfy { tokens[$0].dependency != .obj || $0 == more }
  }

  private func isComparison(_ word: Int) -> Bool {
    word + 3 < tokens.count && ["more", "less", "few", "much", "many"].contains(lemmas[word])
      && ["than", "as"].contains(lemmas[word + 1])
  }

  /// Gives `noun` the place of `other`, which counts it: that of the subject before a verb that has none, of the object
  /// behind one.
  private mutating func place(_ noun: Int, where other: Int, isOf numbers: [Int]) {
    guard let verb = tokens[other].head else { return }
    let isFree = !children(of: verb).contains {
      tokens[$0].dependency.isSubject && $0 != other && $0 != noun && !numbers.contains($0)
    }
    var dependency = tokens[other].dependency
    if tokens[verb].tag == .verb, noun < verb, isFree {
      dependency = has(.auxPass, below: verb) ? .nsubjPass : .nsubj
    } else if tokens[verb].tag == .verb, noun > verb, [.obl, .oblUnmarked, .obj, .nummod].contains(dependency) {
      dependency = .obj
    }
    attach(noun, to: verb, as: dependency)
  }

  private static let shares: Set<String> = ["half", "third", "quarter", "fifth", "tenth", "majority"]
}
