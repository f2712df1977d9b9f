/// An attribution in the words of an article (PARC): who is credited, by which words, with which ones.
///
/// Each part is a list of byte ranges of the original file, in order, for its words need not stand together: "“The road,”
/// he said, “is closed.”"
public struct AttributionRelation: Hashable, Sendable {
  /// The noun phrase that names who is credited, appositions included; empty where nobody is named.
  public var source: [TextRange]
  /// The words that attribute: a verb with its auxiliaries, a noun, "according to".
  public var cue: [TextRange]
  /// What is attributed: whole clauses, with their quotation marks.
  public var content: [TextRange]

  /// An attribution by its parts.
  public init(source: [TextRange], cue: [TextRange], content: [TextRange]) {
    self.source = source
    self.cue = cue
    self.content = content
  }
}
