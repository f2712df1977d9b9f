import Language

/// Turns sentences of a treebank into the numbers that a network is trained with.
struct TreebankEncoder {
  let vocabulary: FeatureVocabulary
  /// Universal and Penn tag of each number, joined by a bar.
  let tags: [String]
  let labels: [Dependency]
  private let tagNumbers: [String: Int]
  private let labelNumbers: [Dependency: Int]
  private var words: [String: EncodedWord] = [:]

  init(_ sentences: [Sentence]) {
    let tokens = sentences.flatMap(\.tokens)
    vocabulary = FeatureVocabulary(tokens.lazy.map(\.form))
    tags = Set(tokens.map(Self.tag)).sorted()
    let used = Set(tokens.map(\.dependency))
    labels = Dependency.allCases.filter(used.contains)
    tagNumbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, $0) })
    labelNumbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
  }

  private static func tag(_ token: Token) -> String { token.tag.rawValue + "|" + token.fineTag }

  /// The sentence in numbers; tags and labels that training has not seen become the first.
  mutating func encode(_ sentence: Sentence) -> TreebankExample {
    TreebankExample(
      words: sentence.tokens.map { encode($0.form) },
      tags: sentence.tokens.map { tagNumbers[Self.tag($0)] ?? 0 },
      heads: sentence.tokens.map { ($0.head ?? -1) + 1 },
      labels: sentence.tokens.map { labelNumbers[$0.dependency] ?? 0 })
  }

  private mutating func encode(_ form: String) -> EncodedWord {
    if let known = words[form] { return known }
    let word = vocabulary.encode(form)
    words[form] = word
    return word
  }
}
