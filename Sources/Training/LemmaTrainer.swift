public import Language

/// Learns the lemma rules of a treebank.
public struct LemmaTrainer {
  /// The rules, numbered from 1 in the order in which they were met.
  private var rules: [LemmaRule] = []
  private var numbers: [LemmaRule: Int] = [:]
  /// For each key, how often each rule was right.
  private var counts: [UInt32: [Int: Int]] = [:]
  /// Each word with its tags, once as it is written, and once in any case.
  private var spellings: [Sample] = []
  private var words: [Sample] = []

  private struct Sample {
    var form: String
    var keys: LemmaKeys
  }

  /// What the words of `sentences` teach, and the forms of verbs, which win where a treebank has another lemma.
  ///
  /// - Complexity: O(words), a second or two for 300,000.
  public init(_ sentences: [Sentence], verbForms: VerbForms? = nil) {
    for token in sentences.lazy.flatMap(\.tokens) where !token.lemma.contains("\n") { count(token, weight: 1) }
    for token in verbForms?.sentence.tokens ?? [] { count(token, weight: Self.listedWeight) }
  }

  /// How many words of a treebank a listed form outweighs.
  private static let listedWeight = 1000

  /// Counts a word; for its endings it is always one.
  private mutating func count(_ token: Token, weight: Int) {
    let rule = number(of: LemmaRule(from: token.form, to: token.lemma, isName: token.tag == .propn))
    let keys = LemmaKeys(token.form, tag: token.tag, fineTag: token.fineTag)
    let sample = Sample(form: token.form, keys: keys)
    if counts[keys.written] == nil { spellings.append(sample) }
    if counts[keys.word] == nil { words.append(sample) }
    for key in [keys.written, keys.word] { counts[key, default: [:]][rule, default: 0] += weight }
    for length in 0...keys.longest { counts[keys.ending(length), default: [:]][rule, default: 0] += 1 }
  }

  private mutating func number(of rule: LemmaRule) -> Int {
    if let known = numbers[rule] { return known }
    rules.append(rule)
    numbers[rule] = rules.count
    return rules.count
  }

  /// The bytes of the lemma file; the same each time.
  public var file: [UInt8] {
    var choices = Choices()
    for length in 0...LemmaKeys.longestEnding {
      for keys in words.map(\.keys) where keys.longest >= length { choose(ending: length, of: keys, &choices) }
    }
    for keys in words.map(\.keys) {
      guard let (rule, _) = best(keys.word) else { continue }
      if rule != choices.rule(for: keys, endingBelow: keys.longest + 1) { choices.add(keys.word, rule) }
    }
    for word in spellings {
      guard let (rule, _) = best(word.keys.written), let other = choices.rule(for: word.keys) else { continue }
      if lemma(of: word.form, rule) != lemma(of: word.form, other) { choices.add(word.keys.written, rule) }
    }
    return Lemmatizer.file(rules: rules, choices: choices.entries)
  }

  /// Chooses a rule for an ending if shorter ones have another, and it was right more than once.
  private func choose(ending length: Int, of keys: LemmaKeys, _ choices: inout Choices) {
    let key = keys.ending(length)
    guard !choices.contains(key), let (rule, total) = best(key) else { return }
    let isOther = rule != choices.rule(for: keys, endingBelow: length)
    if isOther && (total > 1 || length == 0) { choices.add(key, rule) }
  }

  private func lemma(of form: String, _ rule: Int) -> String { rules[rule - 1].lemma(of: form) }

  /// The most frequent rule, the earlier one of two, with how often it was right.
  private func best(_ key: UInt32) -> (rule: Int, total: Int)? {
    counts[key]?.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

/// The rules that were chosen for keys so far.
private struct Choices {
  private(set) var entries: [(key: UInt32, number: UInt32)] = []
  private var rules: [UInt32: Int] = [:]

  func contains(_ key: UInt32) -> Bool { rules[key] != nil }

  mutating func add(_ key: UInt32, _ rule: Int) {
    guard rules.updateValue(rule, forKey: key) == nil else { return }
    entries.append((key, UInt32(rule)))
  }

  /// The rule for a word in any case.
  func rule(for keys: LemmaKeys) -> Int? { rules[keys.word] ?? rule(for: keys, endingBelow: keys.longest + 1) }

  /// The rule for the longest ending of fewer than `limit` bytes that has one.
  func rule(for keys: LemmaKeys, endingBelow limit: Int) -> Int? {
    (0..<limit).reversed().lazy.compactMap { rules[keys.ending($0)] }.first
  }
}
