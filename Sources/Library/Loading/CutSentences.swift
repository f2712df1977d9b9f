package import ClaimModel
package import Language

/// What is told of sentences that were cut because they had grown too long.
package enum CutSentences {
  /// The notice for the sentences of `file`, with the byte at which the first of them starts; nil where none was cut.
  /// `origins` tells where the bytes of the sentences' text stand in the file.
  package static func notice(of sentences: [Sentence], file: String, origins: OffsetMap = OffsetMap()) -> Diagnostic? {
    let cut = sentences.filter(\.isCut)
    guard let first = cut.first else { return nil }
    let place = "\(file), byte \(origins.original(of: first.range.start))"
    return Diagnostic(
      .notice, code: "S014", "a sentence has no end within \(Sentence.wordLimit) words and was cut: \(place)",
      suggestion: cut.count > 1 ? "\(cut.count - 1) more after it" : nil)
  }
}
