import ClaimModel
public import Language

/// Sentences with names in the columns of IOB2: number, word, label (`B-PER`, `I-PER`, `O`), as Universal NER has them.
public enum TaggedNames {
  /// The sentences, of which nothing but the words is known, and their names of persons, organisations and places.
  public static func read(_ text: String) -> [(sentence: Sentence, names: [NameSpan])] {
    var sentences: [(sentence: Sentence, names: [NameSpan])] = []
    var current = (sentence: Sentence(tokens: [], range: TextRange(0, 0)), names: [NameSpan]())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("# ") {
      let columns = line.split(separator: "\t")
      if columns.count > 2 {
        append(columns[1], columns[2], to: &current)
      } else if !current.sentence.tokens.isEmpty {
        sentences.append(current)
        current = (Sentence(tokens: [], range: TextRange(0, 0)), [])
      }
    }
    if !current.sentence.tokens.isEmpty { sentences.append(current) }
    return sentences
  }

  private static func append(
    _ word: Substring, _ label: Substring, to current: inout (sentence: Sentence, names: [NameSpan])
  ) {
    let index = current.sentence.tokens.count
    let start = index == 0 ? 0 : current.sentence.range.end + 1
    let range = TextRange(start, start + word.utf8.count)
    current.sentence.tokens.append(Token(form: String(word), range: range))
    current.sentence.range = TextRange(0, range.end)
    guard let kind = kinds[label.dropFirst(2)] else { return }
    if label.hasPrefix("I-"), let last = current.names.last, last.words.upperBound == index {
      current.names[current.names.count - 1].words = last.words.lowerBound..<(index + 1)
    } else {
      current.names.append(NameSpan(index..<(index + 1), kind))
    }
  }

  private static let kinds: [Substring: EntityKind] = ["PER": .person, "ORG": .organisation, "LOC": .place]
}
