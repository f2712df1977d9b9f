import ClaimModel

/// The arguments that stand in one place of the claims: what they are, and the words of the article that name them.
package struct ArgumentColumn: Sendable {
  /// What each one is; 0 where it is missing.
  package internal(set) var terms: Column<TermID> = []
  /// The words that were resolved to it; 0 where it stands by name.
  package internal(set) var resolvedFrom: Column<TermID> = []
  /// Where its words start, counted from 1; 0 where that is not known.
  var starts: Column<UInt32> = []
  /// The byte after its words, counted from 1.
  var ends: Column<UInt32> = []

  /// Adds an argument that has been encoded, or a missing one.
  mutating func append(_ term: TermID, resolvedFrom words: TermID, span: TextRange?) {
    terms.append(term)
    resolvedFrom.append(words)
    starts.append(span.map { UInt32($0.start + 1) } ?? 0)
    ends.append(span.map { UInt32($0.end + 1) } ?? 0)
  }

  /// The bytes of a row's words.
  func span(_ row: Int) -> TextRange? {
    starts[row] == 0 ? nil : TextRange(Int(starts[row]) - 1, Int(ends[row]) - 1)
  }
}
