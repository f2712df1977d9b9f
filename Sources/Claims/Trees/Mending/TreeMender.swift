import Language

/// Mends what a parser often gets wrong, where grammar leaves no doubt, before the rules read the tree.
///
/// A sentence in its trees may still be wrong afterwards; it is never made to have a circle, for a word is only hung under
/// one that does not stand below it.
struct TreeMender {
  /// The words, with heads and dependencies as far as they are mended.
  var tokens: [Token]
  /// The words' dictionary forms in lower case.
  var lemmas: [String]
  let cues: CueTable

  /// A mender of the tree of `sentence`.
  init(_ sentence: Sentence, cues: CueTable) {
    let tree = SyntaxTree(sentence)
    tokens = sentence.tokens
    // Heads outside the sentence and circles are gone from here on.
    for word in tokens.indices { tokens[word].head = tree.head(of: word) }
    lemmas = tree.lemmas
    self.cues = cues
  }

  /// The sentence with its tree mended; `names` are the runs of words that are one name each.
  static func mended(_ sentence: Sentence, names: [Range<Int>], cues: CueTable) -> Sentence {
    var mender = TreeMender(sentence, cues: cues)
    mender.freeDateline()
    mender.freeFunctionWords()
    mender.raiseNames()
    mender.joinNames(names)
    mender.mendHeadline()
    mender.mendWords()
    mender.mendVerblessClause()
    mender.mendAgreement()
    mender.mendTimes()
    mender.mendObjects()
    mender.mendFinite()
    mender.keepListItemsTogether()
    mender.mendAppositions()
    mender.mendQuantities()
    mender.mendFarFrom()
    mender.mendContrasts()
    mender.mendCopulas()
    mender.mendParticiples()
    mender.mendArguments()
    mender.mendPredicates()
    mender.mendSubjects()
    mender.hangRelatives()
    mender.freeThings()
    mender.mendAccording()
    mender.mendAttribution()
    mender.mendMainClause()
    mender.lowerFirstParticiple()
    mender.mendComplements()
    mender.mendResults()
    return Sentence(tokens: mender.tokens, range: sentence.range)
  }

  /// Hangs `word` under `head`, unless that stands below it.
  mutating func attach(_ word: Int, to head: Int, as dependency: Dependency) {
    var above: Int? = head
    var steps = 0
    while let current = above, steps <= tokens.count {
      if current == word { return }
      above = tokens[current].head
      steps += 1
    }
    tokens[word].head = head
    tokens[word].dependency = dependency
  }

  /// Gives `word` the place that `other` has, and hangs `other` under it.
  mutating func swap(_ word: Int, above other: Int, as dependency: Dependency) {
    tokens[word].head = tokens[other].head
    tokens[word].dependency = tokens[other].head == nil ? .root : .parataxis
    tokens[other].head = word
    tokens[other].dependency = dependency
  }

  /// The words that hang directly under `word`.
  func children(of word: Int) -> [Int] { tokens.indices.filter { tokens[$0].head == word } }

  /// Whether `word` has a child that is one of `wanted` to it.
  func has(_ wanted: Dependency..., below word: Int) -> Bool {
    children(of: word).contains { wanted.contains(tokens[$0].dependency) }
  }

  /// Whether `word` is a verb that takes a subject: in a finite form or with a finite auxiliary.
  func isFinite(_ word: Int) -> Bool {
    if ["VBD", "VBZ", "VBP"].contains(tokens[word].fineTag), tokens[word].tag == .verb { return true }
    return children(of: word).contains { child in
      [.aux, .auxPass, .cop].contains(tokens[child].dependency)
        && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[child].fineTag)
    }
  }

  /// Whether `word` has a subject of its own.
  func hasSubject(_ word: Int) -> Bool {
    children(of: word).contains { tokens[$0].dependency.isSubject || tokens[$0].dependency == .expl }
  }

  /// Whether a preposition hangs under the noun `word`.
  func hasPreposition(_ word: Int) -> Bool {
    children(of: word).contains {
      tokens[$0].dependency == .caseMarker && ![.part, .propn, .noun].contains(tokens[$0].tag)
    }
  }

  /// Whether `word` stands in the subtree of `ancestor`, or is it.
  func isWithin(_ word: Int, _ ancestor: Int) -> Bool {
    var current: Int? = word
    var steps = 0
    while let here = current, steps <= tokens.count {
      if here == ancestor { return true }
      current = tokens[here].head
      steps += 1
    }
    return false
  }

  /// Whether `form` stands among the words between the two.
  func isBetween(_ form: String, _ first: Int, _ second: Int) -> Bool {
    first < second && tokens[(first + 1)..<second].contains { $0.form == form }
  }
}
