import ClaimModel

/// The sentences of an article whose text is known, where claims that others have made find their places.
struct ArticleSentences: Sendable {
  private let article: Article
  private let sentences: [TextRange]
  private let text: [UInt8]
  /// The sentences with a text, by their index.
  private let byText: [String: [Int]]

  init(of article: Article, _ sentences: [TextRange]) {
    self.article = article
    self.sentences = sentences
    text = Array(article.text.utf8)
    byText = Dictionary(grouping: sentences.indices) { article.text[sentences[$0]] }
  }

  /// Gives a claim the sentence in which it stands, by its text, or else by the number or place that it states.
  ///
  /// - Returns: whether it stands in the article; where it does not, its place is taken away.
  func place(_ claim: inout Claim) -> Bool {
    guard !claim.text.isEmpty else {
      guard let index = index(of: claim) else { return false }
      settle(&claim, index, quoted: nil)
      return true
    }
    if let indices = byText[claim.text] {
      settle(&claim, indices.first { $0 == claim.sentence - 1 } ?? indices[0], quoted: nil)
      return true
    }
    if let quoted = range(of: claim.text), let index = sentences.firstIndex(where: { $0.overlaps(quoted) }) {
      settle(&claim, index, quoted: quoted)
      return true
    }
    claim.sentence = 0
    claim.span = TextRange(0, 0)
    claim.words = TextRange(0, 0)
    return false
  }

  /// The sentence whose number or place a claim states.
  private func index(of claim: Claim) -> Int? {
    if sentences.indices.contains(claim.sentence - 1) { return claim.sentence - 1 }
    guard claim.span.count > 0 else { return nil }
    return sentences.firstIndex { article.origins.original(of: $0).overlaps(claim.span) }
  }

  private func settle(_ claim: inout Claim, _ index: Int, quoted: TextRange?) {
    let sentence = sentences[index]
    let isWhole = quoted.map { sentence.contains($0) } ?? true
    // A quotation of several sentences stays whole.
    let range = isWhole ? sentence : quoted ?? sentence
    claim.sentence = index + 1
    claim.text = article.text[range]
    claim.span = article.origins.original(of: range)
    if claim.words.count == 0 || !claim.span.contains(claim.words) {
      claim.words = article.origins.original(of: quoted ?? range)
    }
  }

  /// Where `words` first stand in the article's text.
  ///
  /// Method: Knuth, Morris and Pratt, “Fast Pattern Matching in Strings” (1977), linear in the length of both.
  private func range(of words: String) -> TextRange? {
    let wanted = Array(words.utf8)
    // For each byte of `wanted`, how many bytes up to it are its first bytes too.
    var borders = [0]
    for index in wanted.indices.dropFirst() {
      borders.append(Self.matched(borders[index - 1], next: wanted[index], wanted, borders))
    }
    var matched = 0
    for (index, byte) in text.enumerated() {
      matched = Self.matched(matched, next: byte, wanted, borders)
      if matched == wanted.count { return TextRange(index + 1 - matched, index + 1) }
    }
    return nil
  }

  /// How many bytes of `wanted` match up to `byte`, where `count` of them did before it.
  private static func matched(_ count: Int, next byte: UInt8, _ wanted: [UInt8], _ borders: [Int]) -> Int {
    var count = count
    while count > 0, wanted[count] != byte { count = borders[count - 1] }
    return wanted[count] == byte ? count + 1 : 0
  }
}
