import ClaimModel
public import Language

/// Reads names off the mentions of entities: those that a proper noun heads, without their articles, titles and what
/// follows them, as Universal NER has them.
public struct NamedMentions {
  private let tokens: [Token]

  /// The names of `sentence`, none within another; of names within each other the outer one counts.
  public static func names(of mentions: [EntityMentions.Mention], in sentence: Sentence) -> [NameSpan] {
    let reader = NamedMentions(tokens: sentence.tokens)
    let names = mentions.filter { $0.words.upperBound <= sentence.tokens.count }.compactMap(reader.name)
    var taken: [NameSpan] = []
    let longestFirst = names.sorted {
      ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound)
    }
    for name in longestFirst where !taken.contains(where: { $0.words.overlaps(name.words) }) { taken.append(name) }
    return taken.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static let kinds: [String: EntityKind] = [
    "person": .person, "organization": .organisation, "place": .place,
  ]

  private func name(of mention: EntityMentions.Mention) -> NameSpan? {
    guard let kind = Self.kinds[mention.type], let head = head(of: mention.words) else { return nil }
    var words = head..<(head + 1)
    while words.lowerBound > mention.words.lowerBound, goesOn(before: words.lowerBound, kind) {
      words = (words.lowerBound - 1)..<words.upperBound
    }
    while let end = end(after: words, within: mention.words, kind) { words = words.lowerBound..<end }
    while words.count > 1, isHyphen(words.lowerBound) || isTitle(words.lowerBound) && kind == .person {
      words = (words.lowerBound + 1)..<words.upperBound
    }
    if kind == .person, words.count == 1, isTitle(head) || tokens[head].fineTag == "NNPS" { return nil }
    return NameSpan(words, kind)
  }

  /// The proper noun that heads the words; of "spokesman Qani" the name, whichever of the two is the head.
  private func head(of words: Range<Int>) -> Int? {
    guard let top = words.first(where: { tokens[$0].head.map { !words.contains($0) } ?? true }) else { return nil }
    if isProper(top) { return top }
    return words.first { tokens[$0].head == top && tokens[$0].dependency == .flat && isProper($0) }
  }

  private func goesOn(before start: Int, _ kind: EntityKind) -> Bool {
    let word = start - 1
    if isHyphen(word) { return word > 0 && tokens[word].range.end == tokens[start].range.start && isWord(word - 1) }
    if isHyphen(start) { return true }
    if isTitle(word), kind == .person { return false }
    if isProper(word) { return tokens[word].dependency != .nmodDesc || kind != .person }
    if ["&", "'s"].contains(tokens[word].form) { return word > 0 && isProper(word - 1) && kind == .organisation }
    return isCapital(word) && [.amod, .compound].contains(tokens[word].dependency)
  }

  /// Where the name ends if it goes on after `words`.
  private func end(after words: Range<Int>, within mention: Range<Int>, _ kind: EntityKind) -> Int? {
    var next = words.upperBound
    guard mention.contains(next) else { return nil }
    if isProper(next) {
      return [.appos, .list, .parataxis, .conj].contains(tokens[next].dependency) && kind != .organisation
        ? nil : next + 1
    }
    if isHyphen(next), mention.contains(next + 1), tokens[next].range.end == tokens[next + 1].range.start {
      return isWord(next + 1) ? next + 2 : nil
    }
    if tokens[next].tag == .num, tokens[next].dependency == .nummod, kind != .person { return next + 1 }
    guard kind != .person, ["of", "for", "and", "&", "on", "in"].contains(tokens[next].form) else { return nil }
    if ["on", "in"].contains(tokens[next].form), kind != .organisation { return nil }
    let joiner = tokens[next].form
    next += 1
    if mention.contains(next), tokens[next].form == "the", joiner != "and" { next += 1 }
    guard mention.contains(next), isCapital(next), tokens[next].tag != .det, tokens[next].tag != .pron else {
      return nil
    }
    return next + 1
  }

  private func isProper(_ word: Int) -> Bool { tokens[word].fineTag.hasPrefix("NNP") || tokens[word].tag == .propn }

  private func isWord(_ word: Int) -> Bool { isProper(word) || isCapital(word) || tokens[word].fineTag == "FW" }

  private func isHyphen(_ word: Int) -> Bool { tokens[word].form == "-" || tokens[word].form == "–" }

  private func isTitle(_ word: Int) -> Bool { NameTagger.isTitle(tokens[word].form) }

  private func isCapital(_ word: Int) -> Bool { tokens[word].form.first?.isUppercase ?? false }
}
