/// A predicate with its arguments, as grammar gives them: one statement before it is read as a claim.
///
/// All members name words of the sentence; an argument is named by the head of its phrase. Both the claims and the
/// tuples in the sentence's own words are made from it.
struct Clause: Sendable {
  /// What kind of word states it.
  enum Kind: Sendable {
    /// A verb.
    case verb
    /// A noun, an adjective or a prepositional phrase, with or without a copula.
    case copula
    /// A noun that names an event: "the assassination of …".
    case event
    /// A noun phrase that says what the one before it is.
    case apposition
  }

  /// An argument that a preposition or conjunction ties to the predicate.
  struct Tied: Sendable {
    /// The words that tie it; empty where there are none.
    var markers: [Int]
    /// The words that tie it, in lower case, as one text.
    var marker: String
    /// The head of what is tied.
    var head: Int
  }

  /// What kind of word states it.
  var kind: Kind
  /// The word that names what happens: the lowest verb of "began to relocate".
  var predicate: Int
  /// The word by which it hangs in the tree: the highest one.
  var head: Int
  /// The words from `head` down to above `predicate`: "began" in "began to relocate".
  var chain: [Int] = []
  /// Whether the subject of the grammar is the one it is done to.
  var isPassive = false
  /// The subject of the grammar.
  var surfaceSubject: Int?
  /// Who does it or is it.
  var subject: Int?
  /// What it is done to, or what the subject is said to be.
  var object: Int?
  /// Who receives the object.
  var recipient: Int?
  /// What the object is called, made or thought to be: "a partner" in "called it a partner".
  var complement: Int?
  /// The other arguments, in the order of the text.
  var tied: [Tied] = []
}
