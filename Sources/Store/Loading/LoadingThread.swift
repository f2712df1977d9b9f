package import ClaimModel

/// What one thread that reads claims has met, and what that has become in the knowledge base.
package struct LoadingThread {
  /// The texts that it has met.
  package let dictionary = LocalDictionary()
  /// The words that it has met.
  package let words = LocalWordTable()
  /// What is known of those entries that are entities of which more than the name is known.
  package var entities: [UInt32: Entity] = [:]

  /// The rows of the articles that claims name; `max` for those of which no claim has been added.
  var articles: [UInt32] = []
  /// The terms that claims name; 0 for entries that none has named.
  var terms: [TermID] = []
  /// The ids of the stems.
  var stems: [UInt32] = [0]

  package init() {}
}
