import ClaimModel

/// Who is credited with what stands below a word, and by which words (PARC's source and cue).
struct Attribution: Sendable {
  /// The head of the phrase that names the source; nil where nobody is named: "it is said that".
  var source: Int?
  /// The words that attribute.
  var cue: String
  /// The word among them that heads the statement.
  var cueWord: Int
  /// How the article carries it.
  var stance: Stance
}
