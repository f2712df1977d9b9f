import CEmbedded

/// Finds the names of persons, organisations and places in parsed sentences: a linear model over hashed features of the
/// words, the tree and lists of names, whose best sequence of labels is found by Viterbi's algorithm.
///
/// It is trained as a conditional random field (Lafferty, McCallum and Pereira 2001) and knows names that it never saw by
/// how they are written and by the words that they stand with.
public struct NameTagger: Sendable {
  private let weights: NameWeights
  private let words = NameWords.english

  /// The tagger that the program carries, trained on the treebanks.
  ///
  /// - Complexity: O(1); the weights are not copied.
  public static let english: NameTagger = {
    let weights = unsafe NameWeights(ModelBytes(embedded: embedded_english_names()))
    guard let weights else { preconditionFailure("The program was built with damaged models.") }
    return NameTagger(weights)
  }()

  /// The tagger in the bytes of a file that `train-models` wrote; nil if they are none, or damaged.
  public init?(file: [UInt8]) {
    guard let weights = NameWeights(ModelBytes(copying: file)) else { return nil }
    self.init(weights)
  }

  private init(_ weights: NameWeights) { self.weights = weights }

  /// The names in a sentence with tags and tree, in order, none within another; where no word is tagged as a proper noun,
  /// and none is known, there are none. `known` are the names in it that a list has, of any kind, those of nationalities
  /// and the like as `other`.
  ///
  /// - Complexity: O(words).
  public func names(in sentence: Sentence, known: [NameSpan] = []) -> [NameSpan] {
    guard !known.isEmpty || sentence.tokens.contains(where: { $0.tag == .propn }) else { return [] }
    let features = NameFeatures(sentence.tokens, known: known, words: words)
    var rows: [UInt32] = []
    let scores = sentence.tokens.indices.map { word in
      features.rows(of: word, bits: weights.bits, into: &rows)
      return weights.sum(of: rows)
    }
    let names = NameLabels.names(of: LabelSequence.best(scores, transitions: weights.transitions))
    return NameCorrections(sentence.tokens, known: known, words: words).corrected(names)
  }

  /// Whether `word` is a title that stands before names and is no part of them: "Mr.", "President".
  package static func isTitle(_ word: String) -> Bool {
    NameWords.english.sections(ofHash: WordSigns.lowerHash(of: word)) & NameWords.Section.titles.bit != 0
  }

  /// For each word of a sentence its features, as rows of a table of 2^`bits`.
  package static func features(of sentence: Sentence, known: [NameSpan], bits: UInt32) -> [[UInt32]] {
    let features = NameFeatures(sentence.tokens, known: known, words: .english)
    return sentence.tokens.indices.map { word in
      var rows: [UInt32] = []
      features.rows(of: word, bits: bits, into: &rows)
      return rows
    }
  }
}

/// The best labels of a sequence (Viterbi 1967).
package enum LabelSequence {
  /// The labels whose scores and transitions have the highest sum, the lower label of two that are equal.
  ///
  /// - Complexity: O(words).
  package static func best(_ scores: [SIMD8<Int32>], transitions: [SIMD8<Int32>]) -> [Int] {
    guard var sums = scores.first else { return [] }
    for label in 0..<8 where label >= NameLabels.count || !NameLabels.allows(label, after: nil) {
      sums[label] = impossible
    }
    var steps: [SIMD8<Int32>] = []
    steps.reserveCapacity(scores.count)
    for word in scores.indices.dropFirst() {
      var best = transitions[0] &+ sums[0]
      var from = SIMD8<Int32>.zero
      for previous in 1..<NameLabels.count {
        let sum = transitions[previous] &+ sums[previous]
        let isBetter = sum .> best
        best.replace(with: sum, where: isBetter)
        from.replace(with: Int32(previous), where: isBetter)
      }
      sums = best &+ scores[word]
      // Sums of long sentences stay in range.
      sums &-= sums[0]
      sums.clamp(lowerBound: SIMD8(repeating: impossible), upperBound: SIMD8(repeating: -impossible))
      steps.append(from)
    }
    var labels = [Int](repeating: 0, count: scores.count)
    for label in 1..<NameLabels.count where sums[label] > sums[labels[scores.count - 1]] {
      labels[scores.count - 1] = label
    }
    for word in stride(from: scores.count - 1, to: 0, by: -1) { labels[word - 1] = Int(steps[word - 1][labels[word]]) }
    return labels
  }

  /// A sum that no sequence reaches; twice it is still a number.
  private static let impossible: Int32 = -500_000_000

  /// The transitions with those that are not allowed made impossible.
  package static func allowed(_ transitions: [SIMD8<Int32>]) -> [SIMD8<Int32>] {
    transitions.enumerated().map { previous, row in
      var row = row
      for label in 0..<8 where label >= NameLabels.count || !NameLabels.allows(label, after: previous) {
        row[label] = impossible / 100
      }
      return row
    }
  }
}
