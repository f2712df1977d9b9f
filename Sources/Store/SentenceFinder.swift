import ClaimModel

/// Finds the sentences of the articles to which claims are being added, so that claims of one sentence share it.
struct SentenceFinder {
  private var rows: [Int: [Key: UInt32]] = [:]

  /// What tells sentences of an article apart.
  private struct Key: Hashable {
    var number: Int
    var start: Int
    var end: Int
    var text: String
  }

  /// The row of a claim's sentence; nil where it is new. The first call for an article looks at its claims.
  mutating func row(of claim: Claim, article: Int, in base: KnowledgeBase) -> UInt32? {
    if rows[article] == nil { rows[article] = Self.known(article, base) }
    return rows[article]?[Self.key(claim)]
  }

  /// Says which sentence a claim has got.
  mutating func add(_ claim: Claim, article: Int, sentence: UInt32) {
    rows[article]?[Self.key(claim)] = sentence
  }

  private static func key(_ claim: Claim) -> Key {
    Key(number: claim.sentence, start: claim.span.start, end: claim.span.end, text: claim.text)
  }

  private static func known(_ article: Int, _ base: KnowledgeBase) -> [Key: UInt32] {
    var known: [Key: UInt32] = [:]
    base.postings.article.forEach(article) { claim in
      let row = Int(base.claims.sentence[claim])
      let sentences = base.sentences
      let key = Key(
        number: Int(sentences.number[row]), start: Int(sentences.start[row]), end: Int(sentences.end[row]),
        text: sentences.texts[row])
      known[key] = min(known[key] ?? .max, UInt32(row))
    }
    return known
  }
}
