import ClaimModel

/// The arguments that stand in one place of the claims: what they are, and the words of the article that name them.
package struct ArgumentColumn: Sendable {
  /// What each one is; 0 where it is missing.
  package private(set) var terms: [TermID] = []
  /// The words that were resolved to it; 0 where it stands by name.
  package private(set) var resolvedFrom: [TermID] = []
  /// Where its words stand; -1 and -1 where that is not known.
  package private(set) var starts: [Int32] = []
  /// The byte after its words.
  package private(set) var ends: [Int32] = []

  /// Adds an argument that has been encoded, or a missing one.
  mutating func append(_ term: TermID, resolvedFrom words: TermID, span: TextRange?) {
    terms.append(term)
    resolvedFrom.append(words)
    starts.append(Int32(span?.start ?? -1))
    ends.append(Int32(span?.end ?? -1))
  }

  /// The bytes of a row's words.
  func span(_ row: Int) -> TextRange? {
    starts[row] < 0 ? nil : TextRange(Int(starts[row]), Int(ends[row]))
  }
}
