/// What a model makes of a sentence: for each word numbers of a tag and of a label, and its head.
package struct TreeAnalysis: Hashable, Sendable {
  /// Each word's tag, as a number of the model's tags.
  package var tags: [Int]
  /// The position of each word's head, counted from 1; 0 is the root.
  package var heads: [Int]
  /// What each word is to its head.
  package var labels: [Dependency]

  package init(tags: [Int], heads: [Int], labels: [Dependency]) {
    (self.tags, self.heads, self.labels) = (tags, heads, labels)
  }
}
