package import ClaimModel

/// The labels of words by which names are told apart (IOB2): 0 is outside of all names, then each kind has a label for its
/// first word and one for its other words.
package enum NameLabels {
  /// The kinds that are told apart.
  package static let kinds: [EntityKind] = [.person, .organisation, .place]

  /// How many labels there are; rows of weights are padded to eight.
  package static let count = 1 + 2 * kinds.count

  /// The labels of a sentence of `count` words with these names, none of which overlap.
  package static func labels(of names: [NameSpan], count: Int) -> [Int] {
    var labels = [Int](repeating: 0, count: count)
    for name in names {
      guard let kind = kinds.firstIndex(of: name.kind) else { continue }
      for word in name.words { labels[word] = 2 * kind + (word == name.words.lowerBound ? 1 : 2) }
    }
    return labels
  }

  /// The names that `labels` tell of, in order.
  package static func names(of labels: [Int]) -> [NameSpan] {
    var names: [NameSpan] = []
    for (word, label) in labels.enumerated() where label > 0 {
      if isInside(label), let last = names.last, last.words.upperBound == word {
        names[names.count - 1].words = last.words.lowerBound..<(word + 1)
      } else {
        names.append(NameSpan(word..<(word + 1), kinds[(label - 1) / 2]))
      }
    }
    return names
  }

  /// Whether the label is that of a name's second or later word.
  package static func isInside(_ label: Int) -> Bool { label > 0 && label & 1 == 0 }

  /// Whether a word of `label` may follow one of `previous`, nil at the start of a sentence.
  package static func allows(_ label: Int, after previous: Int?) -> Bool {
    !isInside(label) || previous == label || previous == label - 1
  }
}
