import Language

/// Which features of words have an embedding of their own: those that training has seen often enough.
struct FeatureVocabulary: Sendable {
  /// For each kind, the hashes of the known features in ascending order; the row of the n-th is n + 1.
  let hashes: [[UInt32]]
  private let rows: [[UInt32: Int32]]
  private let frequencies: [UInt32: Int]

  /// The vocabulary of these words.
  init(_ forms: some Sequence<String>) {
    var counts = [[UInt32: Int]](repeating: [:], count: WordFeatures.Kind.allCases.count)
    var features: [String: WordFeatures] = [:]
    for form in forms {
      let word = features[form] ?? WordFeatures(form)
      features[form] = word
      for (kind, hash) in word.hashes.enumerated() { counts[kind][hash, default: 0] += 1 }
    }
    hashes = zip(WordFeatures.Kind.allCases, counts).map { kind, counts in
      let fewest = kind == .word || kind == .shape ? 2 : 3
      return counts.filter { $0.value >= fewest }.keys.sorted()
    }
    rows = hashes.map { known in
      Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0 + 1)) })
    }
    frequencies = counts[WordFeatures.Kind.word.rawValue]
  }

  /// How many rows each kind's table has: one for what is unknown, one for each known feature.
  var rowCounts: [Int] { hashes.map { $0.count + 1 } }

  func encode(_ form: String) -> EncodedWord {
    let features = WordFeatures(form)
    let frequency = frequencies[features.hashes[WordFeatures.Kind.word.rawValue]] ?? 0
    return EncodedWord(
      rows: zip(rows, features.hashes).map { $0[$1] ?? 0 }, sequences: features.sequences, frequency: Float(frequency))
  }
}
