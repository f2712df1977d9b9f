import ClaimModel
import Language

extension Dependency {
  /// Whether it is a subject of any kind, clauses included.
  var isSubject: Bool {
    switch self {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter: true
    default: false
    }
  }

  /// Whether it is the subject that a noun is.
  var isNominalSubject: Bool { self == .nsubj || self == .nsubjPass || self == .nsubjOuter }

  /// Whether it ties an argument to a predicate by a preposition or as an adverb.
  var isOblique: Bool {
    switch self {
    case .obl, .oblAgent, .oblUnmarked: true
    default: false
    }
  }

  /// Whether a verb in this place only describes a noun or is part of a function word.
  var isInsideWordGroup: Bool {
    switch self {
    case .amod, .compound, .caseMarker, .mark, .fixed, .flat, .cc, .det, .aux, .auxPass, .cop, .nmodDesc, .goeswith,
      .punct, .discourse, .reparandum, .compoundPrt, .nummod:
      true
    default: false
    }
  }
}

extension PartOfSpeech {
  /// Whether it can head a noun phrase.
  var isNominal: Bool {
    switch self {
    case .noun, .propn, .pron, .num, .sym, .x: true
    default: false
    }
  }
}

extension PartOfSpeech {
  /// Whether it is a verb, an auxiliary or an adjective: what can have a clause's arguments.
  var isVerbal: Bool { self == .verb || self == .aux || self == .adj }
}

extension SyntaxTree {
  /// Whether the word stands in a form that takes no subject of its own: participle or infinitive, without an auxiliary
  /// that would make it finite.
  func isNonFinite(_ word: Int) -> Bool {
    let finite = children(of: word).contains { child in
      let token = tokens[child]
      guard token.dependency == .aux || token.dependency == .auxPass || token.dependency == .cop else { return false }
      return ["VBD", "VBZ", "VBP", "MD"].contains(token.fineTag)
    }
    if finite { return false }
    return ["VBG", "VBN", "VB"].contains(tokens[word].fineTag) || tokens[word].tag != .verb
  }

  /// Whether the word is a gerund or a present participle, a perfect one ("having left") included.
  func isGerund(_ word: Int) -> Bool {
    if tokens[word].fineTag == "VBG" { return true }
    return tokens[word].fineTag == "VBN"
      && children(of: word).contains { tokens[$0].dependency == .aux && tokens[$0].fineTag == "VBG" }
  }

  /// Whether the word is an infinitive with `to`.
  func isInfinitive(_ word: Int) -> Bool {
    children(of: word).contains { tokens[$0].dependency == .mark && lemmas[$0] == "to" }
  }

  /// The words that mark how `word` is tied to what it depends on: prepositions, or conjunctions of a clause.
  func markers(of word: Int, _ dependency: Dependency = .caseMarker) -> [Int] {
    var words: [Int] = []
    for child in children(of: word) where tokens[child].dependency == dependency {
      let form = lemmas[child]
      guard form != "'s", form != "’s", form != "'", form != "’" else { continue }
      words.append(child)
      words.append(contentsOf: children(of: child).filter { tokens[$0].dependency == .fixed })
    }
    return words
  }

  /// The marking words in lower case, as one text: `because of`.
  func markerText(of word: Int, _ dependency: Dependency = .caseMarker) -> String {
    let words = markers(of: word, dependency)
    return words.isEmpty ? "" : words.map { tokens[$0].form.lowercased() }.joined(separator: " ")
  }

  /// The word and those conjoined with it, nouns only, in order.
  func conjoinedNouns(of word: Int) -> [Int] {
    let others = children(of: word).filter { child in
      tokens[child].dependency == .conj && (tokens[child].tag.isNominal || tokens[child].tag == .adj)
        && !has(.nsubj, below: child) && !has(.cop, below: child)
    }
    // "two or three of the tasks" are one number.
    if tokens[word].tag == .num, others.contains(where: { tokens[$0].tag == .num }) { return [word] }
    // "the longest and one of the worst inflations": the first has no noun of its own.
    if tokens[word].fineTag == "JJS", let other = others.first, lemmas[other] == "one" { return Array(others) }
    return [word] + others
  }

  /// Whether the noun phrase of `word` is a day, a month or a weekday: "8 March", "Monday".
  func isDay(_ word: Int) -> Bool {
    // "Monday night"
    let isPart = ["night", "morning", "evening", "afternoon"].contains(lemmas[word])
    let names = [word] + (tokens[word].tag == .num || isPart ? children(of: word) : [])
    return names.contains { name in
      let form = tokens[name].form
      return tokens[name].tag == .propn && (Calendar.month(named: form) ?? Calendar.weekday(named: form)) != nil
    }
  }

  /// The words of the text from the first to the last of `words`, those between left out, spaced as in the article.
  func text(of words: [Int]) -> String {
    var text = ""
    var previous: Int?
    for word in words {
      if let previous, tokens[word].range.start > tokens[previous].range.end || word > previous + 1 { text += " " }
      text += tokens[word].form
      previous = word
    }
    return text
  }
}
