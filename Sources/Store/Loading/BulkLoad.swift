package import ClaimModel

/// Loads a knowledge base with claims, batch by batch, or one by one.
///
/// What comes of it depends on the order of the batches alone, not on the threads that made them.
package struct BulkLoad {
  /// What is known by now.
  package private(set) var base: KnowledgeBase
  private var finder = SentenceFinder()
  /// The last claims of sentences to which one was added that does not follow the others.
  private var lastClaims: [UInt32: UInt32] = [:]
  /// What has been told of entities.
  private var tellings: Set<Telling> = []

  /// What an article tells of an entity.
  private struct Telling: Hashable {
    /// The article's row.
    var article: Int
    var entity: Entity
  }

  /// Goes on from what is known.
  package init(_ base: consuming KnowledgeBase) {
    self.base = base
    self.base.derived = DerivedIndexes()
  }

  /// Makes room for so many more claims, each in a sentence of its own, whose texts have so many bytes in all. Room that is
  /// not used takes no memory.
  package mutating func reserveCapacity(_ count: Int, textBytes: Int) {
    finder.reserveCapacity(count)
    let (claims, sentences) = (base.claims.count + count, base.sentences.count + count)
    base.content.claims.reserveCapacity(claims)
    base.content.sentences.reserveCapacity(sentences, textBytes: textBytes)
    base.content.words.reserveCapacity(sentences, textBytes: textBytes)
    let ids = base.claims.ids
    base.claimIDs.reserveCapacity(claims, in: ids)
  }

  /// The row of an article, which is added without its text where it is not there; what is new of one whose text is not
  /// known is added to it.
  package mutating func row(of article: Article) -> Int {
    guard let row = base.articleRow(of: article) else { return base.append(article, isOutline: true) }
    if base.articleColumns.isOutline[row] != 0 { base.mergeOutline(row, with: article) }
    return row
  }

  /// Adds claims that others have made of articles; those whose id is there are left out.
  ///
  /// - Returns: how many claims are new.
  package mutating func attach(_ readings: [(article: Article, extraction: Extraction)]) -> Int {
    let before = base.claims.count
    for (article, extraction) in readings {
      let row = row(of: article)
      for entity in extraction.entities { add(Telling(article: row, entity: entity)) }
      for claim in extraction.claims where base.row(of: claim.id) == nil {
        base.append(claim, toArticle: row, &finder)
      }
    }
    return base.claims.count - before
  }

  /// Adds the claims of a batch; those whose id is there are left out.
  ///
  /// - Parameters:
  ///   - batch: The claims.
  ///   - words: The words of all its sentences.
  ///   - thread: What the thread has met that made the batch.
  ///   - article: Tells the row of an article that the thread has met; it is asked once for each that has a claim.
  /// - Returns: how many claims are new.
  package mutating func append(
    _ batch: ClaimBatch, _ words: WordGroups, from thread: inout LoadingThread,
    article: (Int, inout BulkLoad) -> Int
  ) -> Int {
    let isNew = base.content.addIDs(of: batch)
    var batch = batch
    if isNew.contains(false) { batch.keep(isNew) }
    addTellings(of: batch, &thread, article)
    addTerms(of: batch, &thread, article)
    addStems(of: &thread)
    let first = base.claims.relation.count
    let sentences = addSentences(of: batch, words, thread)
    base.content.append(batch, thread)
    base.content.addPlaces(of: batch, in: sentences, &lastClaims)
    base.content.postings.append(base.claims, from: first)
    return batch.count
  }

  // MARK: What the thread has met.

  private mutating func addTellings(
    of batch: ClaimBatch, _ thread: inout LoadingThread, _ article: (Int, inout BulkLoad) -> Int
  ) {
    for (number, entities) in batch.told {
      add(number, of: &thread, article)
      let row = Int(thread.articles[Int(number)])
      for entity in entities { add(Telling(article: row, entity: entity)) }
    }
  }

  /// Adds what an article tells of an entity, once.
  private mutating func add(_ telling: Telling) {
    if tellings.insert(telling).inserted { base.encode(telling.entity, toldBy: telling.article) }
  }

  /// Gives all terms and articles that the claims of a batch name their ids and rows, in the order of the claims.
  private mutating func addTerms(
    of batch: ClaimBatch, _ thread: inout LoadingThread, _ article: (Int, inout BulkLoad) -> Int
  ) {
    let missing = thread.dictionary.end - thread.terms.count
    thread.terms.append(contentsOf: repeatElement(0, count: missing))
    for (place, row) in batch.rows.enumerated() {
      add(row.article, of: &thread, article)
      add(row.subject, of: &thread)
      add(row.relation, of: &thread)
      add(row.object, of: &thread)
      add(row.location, of: &thread)
      add(row.locationResolvedFrom, of: &thread)
      add(row.unit, of: &thread)
      add(row.speaker, of: &thread)
      add(row.cue, of: &thread)
      add(row.topic, of: &thread)
      add(row.extractor, of: &thread)
      for entry in batch.about(place) { add(entry, of: &thread) }
    }
  }

  @inline(__always)
  private mutating func add(_ entry: UInt32, of thread: inout LoadingThread) {
    if entry != 0, thread.terms[Int(entry)] == 0 { thread.terms[Int(entry)] = encode(entry, of: thread) }
  }

  private mutating func encode(_ entry: UInt32, of thread: LoadingThread) -> TermID {
    let dictionary = thread.dictionary
    let kind = TermKind(rawValue: dictionary.space(Int(entry))) ?? .none
    guard kind == .entity else { return unsafe base.terms.encode(dictionary.text(Int(entry)).span, kind) }
    if let entity = thread.entities[entry] { base.encode(entity, toldBy: nil) }
    return base.encodeEntity(named: dictionary.string(Int(entry)))
  }

  @inline(__always)
  private mutating func add(
    _ article: UInt32, of thread: inout LoadingThread, _ tell: (Int, inout BulkLoad) -> Int
  ) {
    if article >= thread.articles.count {
      let missing = Int(article) + 1 - thread.articles.count
      thread.articles.append(contentsOf: repeatElement(.max, count: missing))
    }
    if thread.articles[Int(article)] == .max { thread.articles[Int(article)] = UInt32(tell(Int(article), &self)) }
  }

  private mutating func addStems(of thread: inout LoadingThread) {
    for stem in thread.words.table.stems[thread.stems.count...] {
      thread.stems.append(base.words.dictionary.encode(stem: stem))
    }
  }

  /// How many look-ups ahead memory is fetched.
  static let ahead = 12

  // MARK: Sentences.

  /// Adds the sentences of a batch that are not there and have a claim.
  ///
  /// - Returns: the row of each.
  private mutating func addSentences(
    of batch: ClaimBatch, _ words: WordGroups, _ thread: LoadingThread
  ) -> [UInt32] {
    var isAdded = [Bool](repeating: false, count: batch.sentences.count)
    for row in batch.rows { isAdded[Int(row.sentence)] = true }
    // The others may be of articles that have no row.
    let keys = batch.sentences.indices.map { place in
      let sentence = batch.sentences[place]
      let article = isAdded[place] ? Int(thread.articles[Int(sentence.article)]) : 0
      return SentenceFinder.Key(article: article, number: sentence.number, text: sentence.hash)
    }
    let (rows, added) = Self.find(keys, of: batch, where: isAdded, &finder, in: base)
    let areAll = added.count == batch.sentences.count
    base.content.sentences.append(batch, added, areAll: areAll, articles: keys.map { UInt32($0.article) })
    var isNew = isAdded
    if !areAll {
      isNew = [Bool](repeating: false, count: isAdded.count)
      for place in added { isNew[place] = true }
    }
    let groups = areAll ? words : WordGroups(batch, of: thread) { isNew[$0] }
    base.content.words.append(groups, stems: thread.stems, lengths: added.lazy.map { batch.stemRange($0).count })
    return rows
  }

  /// Finds the sentences of a batch that have a claim.
  ///
  /// - Returns: the row of each, and the places of those that are new, whose rows follow those that are there.
  private static func find(
    _ keys: [SentenceFinder.Key], of batch: ClaimBatch, where isNeeded: [Bool], _ finder: inout SentenceFinder,
    in base: KnowledgeBase
  ) -> (rows: [UInt32], added: [Int]) {
    let first = base.sentences.count
    let hashes = keys.map(\.hash)
    let texts = batch.text.span
    var rows = [UInt32](repeating: 0, count: keys.count)
    var added: [Int] = []
    added.reserveCapacity(keys.count)
    for place in keys.indices where isNeeded[place] {
      if place + ahead < hashes.count { finder.prefetch(hashes[place + ahead]) }
      let key = keys[place]
      let text = texts.extracting(batch.textRange(place))
      let known = finder.row(key, in: base) { row in
        if row < first { return base.sentences.holds(key, text, at: row) }
        let other = added[row - first]
        return keys[other] == key && batch.holds(text, asSentence: other)
      }
      if let known {
        rows[place] = known
      } else {
        rows[place] = UInt32(first + added.count)
        finder.add(key, rows[place])
        added.append(place)
      }
    }
    return (rows, added)
  }
}
