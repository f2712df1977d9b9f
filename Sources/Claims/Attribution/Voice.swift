import ClaimModel

/// Who says the words of a quotation, by a cue that may stand in another sentence.
struct Voice: Sendable {
  /// Those who are credited, the outermost first, the one who speaks last; never empty.
  var speakers: [Argument]
  /// The innermost attribution.
  var attribution: Attribution
  /// The sentence with its cue.
  var sentence: Int
  /// The entities that the speakers are.
  var entities: [Entity]
}

/// The quoted words of one sentence, and who says them.
struct QuotedWords: Sendable {
  /// The words, their marks included.
  var words: Range<Int>
  /// Who says them.
  var voice: Voice
}
