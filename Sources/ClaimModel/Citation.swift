/// A claim with the words of the article that it rests on.
public struct Citation: Hashable, Sendable {
  /// The claim.
  public var claim: Claim
  /// The article's file, label, title and so on.
  public var article: Article
  /// The sentence before, where the article has one.
  public var before: String?
  /// The sentence, as it stands in the article.
  public var sentence: String
  /// The bytes of `sentence` that hold the claim's own words.
  public var words: TextRange
  /// The sentence after, where the article has one.
  public var after: String?
  /// The bytes of `sentence` that hold the words of the claim's subject, where they stand in it.
  public var subject: TextRange?
  /// The bytes of `sentence` that hold the words of the claim's object, where they stand in it.
  public var object: TextRange?

  /// The citation of `claim`, which was read out of `article`.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - article: The article.
  ///   - sentences: Where the article's sentences stand in its text, in order.
  public init(of claim: Claim, in article: Article, sentences: [TextRange]) {
    self.claim = claim
    self.article = article
    let number = claim.sentence - 1
    func text(_ index: Int) -> String? {
      sentences.indices.contains(index) ? article.text[sentences[index]] : nil
    }
    before = text(number - 1)
    after = number < 0 ? nil : text(number + 1)
    sentence = text(number) ?? claim.text
    if sentences.indices.contains(number) {
      let start = sentences[number].start
      let length = sentence.utf8.count
      func place(_ original: TextRange) -> TextRange {
        Self.cleaned(original, start: start, length: length, through: article.origins)
      }
      words = place(claim.words)
      subject = claim.subject?.span.map(place).flatMap { $0.count > 0 ? $0 : nil }
      object = claim.object?.span.map(place).flatMap { $0.count > 0 ? $0 : nil }
    } else {
      words = Self.words(of: claim, length: sentence.utf8.count)
    }
  }

  /// The bytes of a claim's text that are its words where the article's text is not known; all where they are not either.
  private static func words(of claim: Claim, length: Int) -> TextRange {
    let start = claim.words.start - claim.span.start
    let isInside = claim.words.count > 0 && start >= 0 && start + claim.words.count <= length
    return isInside ? TextRange(start, start + claim.words.count) : TextRange(0, length)
  }

  /// The bytes of a sentence, which starts at byte `start` of the text, that stand at `original` in the file.
  private static func cleaned(_ original: TextRange, start: Int, length: Int, through origins: OffsetMap) -> TextRange {
    func first(notBefore byte: Int) -> Int {
      (0..<length).first { origins.original(of: start + $0) >= byte } ?? length
    }
    return TextRange(first(notBefore: original.start), first(notBefore: original.end))
  }
}
