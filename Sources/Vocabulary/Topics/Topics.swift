public import ClaimModel
import TextForms

/// The tree of topics that a claim may have, over the lemmas of relations and nouns.
public struct Topics: Sendable {
  /// The topics as entities of kind `other`, in the order of the file; `broader` is the topic above.
  public let tree: [Entity]
  private let topicsOfLemmas: [String: Int]

  /// The topics of a file's bytes.
  init(parsing bytes: [UInt8], file: String) throws(VocabularyErrors) {
    var parser = TopicsParser(bytes: bytes, file: file)
    try parser.parse()
    tree = parser.tree
    topicsOfLemmas = parser.topicsOfLemmas
  }

  /// The name of the topic of a verb's or noun's lemma, with its particle or preposition where it has one: `violence`
  /// of `clash`, `killing` of `kill`, `attack` of `carry out`. Where `lemma` has several words and is not listed, that
  /// of its first word. Case does not matter. Cost: a hash or two.
  public func topic(of lemma: String) -> String? {
    let key = lemma.foldedKey
    if let topic = topicsOfLemmas[key] { return tree[topic].name }
    guard let space = key.firstIndex(of: " ") else { return nil }
    return topicsOfLemmas[String(key[..<space])].map { tree[$0].name }
  }
}
