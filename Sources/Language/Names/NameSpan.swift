public import ClaimModel

/// Words of a sentence that name a person, an organisation or a place.
public struct NameSpan: Hashable, Sendable {
  /// The words, as a half-open range of indexes of the sentence's tokens.
  public var words: Range<Int>
  /// What they name.
  public var kind: EntityKind

  /// A name of `kind` at `words`.
  public init(_ words: Range<Int>, _ kind: EntityKind) {
    self.words = words
    self.kind = kind
  }
}
