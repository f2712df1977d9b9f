import ClaimModel

/// Who says the words of a quotation, by a cue that may stand in another sentence.
struct Voice: Sendable {
  /// Those who are credited, the outermost first, the one who speaks last; never empty.
  var speakers: [Argument]
  /// The words that attribute.
  var cue: String
  /// How the article carries it.
  var stance: Stance
  /// The sentence with the cue.
  var sentence: Int
  /// The word among the cue's that heads the statement.
  var cueWord: Int
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
