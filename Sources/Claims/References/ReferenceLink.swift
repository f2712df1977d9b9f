/// A pronoun or description of an article with the name that it was taken to stand for.
package struct ReferenceLink: Sendable {
  /// The number of its sentence, from 0.
  package var sentence: Int
  /// The number of the word in the sentence, from 0; of a description, its noun.
  package var word: Int
  /// The last mention of the entity by name: the number of its sentence, and its words.
  package var name: (sentence: Int, words: Range<Int>)
}
