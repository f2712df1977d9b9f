public import ClaimModel

/// A syntactic word in its sentence, with its place in the sentence's tree (Universal Dependencies).
public struct Token: Hashable, Sendable {
  /// The word as it stands in the text.
  public var form: String
  /// Its dictionary form.
  public var lemma: String
  /// Its universal part of speech.
  public var tag: PartOfSpeech
  /// Its Penn Treebank tag: `VBD`, `NNP`.
  public var fineTag: String
  /// The index in the sentence's tokens of the word that it depends on; nil for the root.
  public var head: Int?
  /// What it is to its head.
  public var dependency: Dependency
  /// The bytes of the article's text that it covers.
  public var range: TextRange
  /// Whether it is written together with the token before it as one multiword token: `n't` in "don't".
  public var continuesWord: Bool

  /// A word of which only the form and its place are known.
  public init(form: String, range: TextRange, continuesWord: Bool = false) {
    self.form = form
    self.range = range
    self.continuesWord = continuesWord
    lemma = form
    tag = .x
    fineTag = "_"
    head = nil
    dependency = .dep
  }
}

/// A sentence: tokens that form one tree.
public struct Sentence: Hashable, Sendable {
  /// The words, in order.
  public var tokens: [Token]
  /// The bytes of the article's text from its first word to its last.
  public var range: TextRange
  /// Whether it ends only because it had grown too long, and the text goes on as if it had not ended.
  public var isCut: Bool

  /// A sentence of running text that has so many words ends wherever it is: time and memory stay linear for any text.
  public static let wordLimit = 400

  /// A sentence of `tokens` at `range` of the article's text.
  public init(tokens: [Token], range: TextRange, isCut: Bool = false) {
    self.tokens = tokens
    self.range = range
    self.isCut = isCut
  }
}
