import ClaimModel

/// Words of a sentence that name an entity.
struct Mention: Sendable {
  /// The words, as a half-open range of indexes.
  var words: Range<Int>
  /// The word among them that the others depend on.
  var head: Int
  /// The entity.
  var entity: Entity
  /// Whether the vocabulary knows the entity.
  var isKnown: Bool
  /// Whether it is a demonym ("Afghan") and so speaks of the country without naming it.
  var isDemonym = false
}
