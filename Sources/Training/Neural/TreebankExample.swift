import Language

/// A word as rows of the network's embeddings.
struct EncodedWord: Hashable, Sendable {
  /// A row for each kind of feature; row 0 stands for all that are unknown.
  var rows: [Int32]
  var sequences: [UInt16]
  /// How often the word occurs in what is trained on.
  var frequency: Float
}

/// A sentence with the numbers of its words' tags, heads and labels.
struct TreebankExample: Sendable {
  var words: [EncodedWord]
  var tags: [Int]
  /// The position of each word's head, counted from 1; 0 is the root.
  var heads: [Int]
  var labels: [Int]

  var count: Int { words.count }
}
