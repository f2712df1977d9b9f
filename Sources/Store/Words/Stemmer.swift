/// Takes the endings of English words off, so that `attacked`, `attacks` and `attacking` are one.
///
/// Method: M. F. Porter, “An algorithm for suffix stripping” (1980), over bytes of lower-case ASCII. A word with any
/// other byte stays as it is.
enum Stemmer {
  /// The stem of a word.
  static func stem(_ word: [UInt8]) -> String {
    guard word.count > 2, word.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return String(decoding: word, as: UTF8.self)
    }
    var stem = Stem(letters: word)
    stem.dropPlural()
    stem.dropPastAndParticiple()
    stem.turnFinalY()
    stem.replaceFirst(of: Stem.doubleSuffixes, measure: 1)
    stem.replaceFirst(of: Stem.icSuffixes, measure: 1)
    stem.dropSuffix()
    stem.tidy()
    return String(decoding: stem.letters, as: UTF8.self)
  }
}

/// A word that loses its endings step by step; the steps are those of Porter's paper.
private struct Stem {
  var letters: [UInt8]

  /// Step 2: suffixes made of two become one.
  static let doubleSuffixes: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"),
  ]

  /// Step 3: -ic-, -full, -ness and their like.
  static let icSuffixes: [(StaticString, StaticString)] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
  ]

  /// Step 4: what goes where enough of a stem is left.
  static let lastSuffixes: [StaticString] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al", "er", "ic", "ou",
  ]

  /// Step 1a.
  mutating func dropPlural() {
    if ends("sses") || ends("ies") {
      letters.removeLast(2)
    } else if ends("s"), !ends("ss") {
      letters.removeLast()
    }
  }

  /// Step 1b.
  mutating func dropPastAndParticiple() {
    if ends("eed") {
      if measure(before: 3) > 0 { letters.removeLast() }
      return
    }
    let ending = ends("ed") ? 2 : ends("ing") ? 3 : 0
    guard ending > 0, hasVowel(before: ending) else { return }
    letters.removeLast(ending)
    if ends("at") || ends("bl") || ends("iz") {
      letters.append(0x65)
    } else if endsInDoubleConsonant, !ends("l"), !ends("s"), !ends("z") {
      letters.removeLast()
    } else if measure(before: 0) == 1, endsInShortSyllable(before: 0) {
      letters.append(0x65)
    }
  }

  /// Step 1c.
  mutating func turnFinalY() {
    if ends("y"), hasVowel(before: 1) { letters[letters.count - 1] = 0x69 }
  }

  /// Steps 2 and 3: the first suffix that the word ends in is replaced.
  mutating func replaceFirst(of suffixes: [(StaticString, StaticString)], measure least: Int) {
    guard let (suffix, other) = suffixes.first(where: { ends($0.0) }) else { return }
    guard measure(before: suffix.utf8CodeUnitCount) >= least else { return }
    letters.removeLast(suffix.utf8CodeUnitCount)
    other.withUTF8Buffer { unsafe letters.append(contentsOf: $0) }
  }

  /// Step 4.
  mutating func dropSuffix() {
    guard let suffix = Stem.lastSuffixes.first(where: { ends($0) })?.utf8CodeUnitCount else { return }
    guard measure(before: suffix) > 1 else { return }
    if ends("ion") {
      guard letters.count > 3, [0x73, 0x74].contains(letters[letters.count - 4]) else { return }
    }
    letters.removeLast(suffix)
  }

  /// Step 5: a final e goes, and one of two l.
  mutating func tidy() {
    if ends("e") {
      let measure = measure(before: 1)
      if measure > 1 || (measure == 1 && !endsInShortSyllable(before: 1)) { letters.removeLast() }
    }
    if ends("ll"), measure(before: 1) > 1 { letters.removeLast() }
  }

  func ends(_ suffix: StaticString) -> Bool {
    let start = letters.count - suffix.utf8CodeUnitCount
    guard start > 0 else { return false }
    return suffix.withUTF8Buffer { suffix in
      suffix.indices.allSatisfy { unsafe suffix[$0] == letters[start + $0] }
    }
  }

  /// Whether the letter is a consonant; y is one at the start and after a vowel.
  func isConsonant(_ place: Int) -> Bool {
    switch letters[place] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: false
    case 0x79: place == 0 || !isConsonant(place - 1)
    default: true
    }
  }

  /// How often a run of vowels is followed by one of consonants, the last `count` letters left out.
  func measure(before count: Int) -> Int {
    var runs = 0
    var afterVowel = false
    for place in 0..<(letters.count - count) {
      let consonant = isConsonant(place)
      if consonant, afterVowel { runs += 1 }
      afterVowel = !consonant
    }
    return runs
  }

  func hasVowel(before count: Int) -> Bool {
    (0..<(letters.count - count)).contains { !isConsonant($0) }
  }

  var endsInDoubleConsonant: Bool {
    let count = letters.count
    return count > 1 && letters[count - 1] == letters[count - 2] && isConsonant(count - 1)
  }

  /// Whether what is left ends in consonant, vowel, consonant, the last one not w, x or y.
  func endsInShortSyllable(before count: Int) -> Bool {
    let last = letters.count - count - 1
    guard last >= 2, isConsonant(last), !isConsonant(last - 1), isConsonant(last - 2) else { return false }
    return ![0x77, 0x78, 0x79].contains(letters[last])
  }
}
