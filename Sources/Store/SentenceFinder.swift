import ClaimModel

/// Finds the sentences of the articles to which claims are being added, so that claims of one sentence share it.
struct SentenceFinder {
  /// The hashes of the keys of those that are known, and the rows of their sentences.
  private var hashes: Column<UInt64> = []
  private var rows: Column<UInt32> = []
  private var index = IDIndex()
  /// The articles whose sentences are in it, by row.
  private var isKnown: [Bool] = []

  /// What tells sentences of an article apart besides their text.
  struct Key: Hashable {
    var article: Int
    var number: UInt32
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// The hash of the text, seeded with the number.
    var text: UInt64

    /// The key of a sentence of an article.
    init(article: Int, number: UInt32, text: UInt64) {
      self.article = article
      self.number = number
      self.text = text
    }

    /// The key of a claim's sentence.
    init(_ claim: Claim, article: Int) {
      self.init(article: article, number: UInt32(claim.sentence), text: Self.hash(claim.text, claim.sentence))
      start = UInt32(claim.span.start)
      end = UInt32(claim.span.end)
    }

    fileprivate static func hash(_ text: String, _ number: Int) -> UInt64 {
      var padded = Array(text.utf8)
      let count = padded.count
      padded.append(contentsOf: repeatElement(0, count: 8))
      return unsafe padded.withUnsafeBufferPointer {
        unsafe ByteHash.of($0.baseAddress.unsafelyUnwrapped, count, seed: UInt64(number))
      }
    }

    var hash: UInt64 { text ^ UInt64(article) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(start) << 32 ^ UInt64(end) }
  }

  /// Makes room for so many sentences.
  mutating func reserveCapacity(_ count: Int) { index.reserveCapacity(count, in: hashes) }

  /// Has the processor fetch what is looked up for a key with this hash.
  func prefetch(_ hash: UInt64) { index.prefetch(TextHash.of(hash)) }

  /// The row of a sentence; nil where it is new. The first call for an article looks at its claims.
  mutating func row(_ key: Key, _ text: Span<UInt8>, in base: KnowledgeBase) -> UInt32? {
    row(key, in: base) { base.sentences.holds(key, text, at: $0) }
  }

  /// The same where `isSame` tells whether a row is the sentence.
  @inline(__always)
  mutating func row(_ key: Key, in base: KnowledgeBase, isSame: (Int) -> Bool) -> UInt32? {
    if key.article >= isKnown.count {
      isKnown.append(contentsOf: repeatElement(false, count: key.article + 1 - isKnown.count))
    }
    if !isKnown[key.article] {
      isKnown[key.article] = true
      addKnown(key.article, base)
    }
    return find(key, isSame).map { UInt32($0) }
  }

  /// Says where a sentence is that was not there.
  mutating func add(_ key: Key, _ row: UInt32) {
    let hash = key.hash
    hashes.append(hash)
    rows.append(row)
    index.insert(TextHash.of(hash), in: hashes)
  }

  @inline(__always)
  private func find(_ key: Key, _ isSame: (Int) -> Bool) -> Int? {
    let hash = key.hash
    let found = index.find(TextHash.of(hash)) { entry in hashes[entry] == hash && isSame(Int(rows[entry])) }
    return found.map { Int(rows[$0]) }
  }

  private mutating func addKnown(_ article: Int, _ base: KnowledgeBase) {
    var last: UInt32?
    for claim in base.postings.article.rows(article) {
      let row = base.claims.sentence[Int(claim)]
      if row == last { continue }
      last = row
      let sentence = Int(row)
      let text = base.sentences.texts[sentence]
      let number = base.sentences.number[sentence]
      var key = Key(article: article, number: number, text: Key.hash(text, Int(number)))
      key.start = base.sentences.start[sentence]
      key.end = base.sentences.end[sentence]
      let isThere = find(key) { base.sentences.holds(key, text.utf8.span, at: $0) } != nil
      if !isThere { add(key, row) }
    }
  }
}
