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
      for entity in extraction.entities { base.encode(entity, toldBy: row) }
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
    addTerms(of: batch, &thread, article)
    addStems(of: &thread)
    let first = base.claims.relation.count
    let sentences = addSentences(of: batch, words, thread)
    base.content.append(batch, thread)
    addPlaces(of: batch, in: sentences)
    base.content.postings.append(base.claims, from: first)
    return batch.count
  }

  // MARK: What the thread has met.

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
  fileprivate static let ahead = 12

  // MARK: Sentences.

  /// Adds the sentences of a batch that are not there and have a claim.
  ///
  /// - Returns: the row of each.
  private mutating func addSentences(
    of batch: ClaimBatch, _ words: WordGroups, _ thread: LoadingThread
  ) -> [UInt32] {
    var isAdded = [Bool](repeating: false, count: batch.sentences.count)
    for row in batch.rows { isAdded[Int(row.sentence)] = true }
    var rows = [UInt32](repeating: 0, count: batch.sentences.count)
    // The others may be of articles that have no row.
    let keys = batch.sentences.indices.map { place in
      let sentence = batch.sentences[place]
      let article = isAdded[place] ? Int(thread.articles[Int(sentence.article)]) : 0
      return SentenceFinder.Key(article: article, number: sentence.number, text: sentence.hash)
    }
    let hashes = keys.map(\.hash)
    let texts = batch.text.span
    for place in batch.sentences.indices where isAdded[place] {
      if place + Self.ahead < hashes.count { finder.prefetch(hashes[place + Self.ahead]) }
      let text = texts.extracting(batch.textRange(place))
      if let known = finder.row(keys[place], text, in: base) {
        rows[place] = known
        isAdded[place] = false
        continue
      }
      let sentence = batch.sentences[place]
      rows[place] = base.content.append(sentence, text, article: UInt32(keys[place].article))
      finder.add(keys[place], rows[place])
    }
    let areAll = !isAdded.contains(false)
    let groups = areAll ? words : WordGroups(batch, of: thread) { isAdded[$0] }
    let lengths = batch.sentences.indices.lazy.filter { isAdded[$0] }.map { batch.stemRange($0).count }
    base.content.words.append(groups, stems: thread.stems, lengths: lengths)
    return rows
  }

  /// Puts the claims of a batch, the last ones of the columns, at the ends of their sentences' lists.
  private mutating func addPlaces(of batch: ClaimBatch, in sentences: [UInt32]) {
    let first = base.claims.sentence.count
    base.content.claims.sentence.append(batch.rows) { sentences[Int($0.sentence)] }
    base.content.claims.nextOfSentence.append(zeros: batch.rows.count)
    for (place, row) in batch.rows.enumerated() {
      let (claim, sentence) = (UInt32(first + place), sentences[Int(row.sentence)])
      if base.content.sentences.firstClaim[Int(sentence)] == .max {
        base.content.sentences.firstClaim[Int(sentence)] = claim
      } else {
        let last = lastClaims[sentence] ?? base.content.lastClaim(ofSentence: sentence)
        base.content.claims.nextOfSentence[Int(last)] = claim + 1
        lastClaims[sentence] = claim
      }
    }
  }
}

extension KnowledgeBase.Content {
  /// The last claim of a sentence that has one.
  fileprivate func lastClaim(ofSentence sentence: UInt32) -> UInt32 {
    var last = sentences.firstClaim[Int(sentence)]
    while claims.nextOfSentence[Int(last)] != 0 { last = claims.nextOfSentence[Int(last)] - 1 }
    return last
  }

  /// Adds the ids of those claims of a batch that are new.
  ///
  /// - Returns: which these are.
  fileprivate mutating func addIDs(of batch: ClaimBatch) -> [Bool] {
    let hashes = batch.rows.map { TextHash.of($0.id) }
    return batch.rows.indices.map { place in
      if place + BulkLoad.ahead < hashes.count { claimIDs.prefetch(hashes[place + BulkLoad.ahead]) }
      let (id, hash) = (batch.rows[place].id, hashes[place])
      if claimIDs.find(hash, where: { claims.ids[$0] == id }) != nil { return false }
      claims.ids.append(id)
      claimIDs.insert(hash, in: claims.ids)
      return true
    }
  }

  /// Adds a sentence without its words.
  ///
  /// - Returns: its row.
  fileprivate mutating func append(_ sentence: ClaimBatch.Sentence, _ text: Span<UInt8>, article: UInt32) -> UInt32 {
    sentences.texts.append(text)
    sentences.article.append(article)
    if sentence.number == 0 { sentences.number.append(zeros: 1) } else { sentences.number.append(sentence.number) }
    sentences.start.append(zeros: 1)
    sentences.end.append(zeros: 1)
    sentences.firstClaim.append(.max)
    return UInt32(sentences.count - 1)
  }

  /// Adds what the rows of a batch say of claims whose ids have been added, but for their sentences.
  fileprivate mutating func append(_ batch: ClaimBatch, _ thread: LoadingThread) {
    let rows = batch.rows
    let terms = thread.terms
    claims.subject.append(rows) { terms[Int($0.subject)] }
    claims.relation.append(rows) { terms[Int($0.relation)] }
    claims.object.append(rows) { terms[Int($0.object)] }
    claims.obliques.append(empty: rows.count)
    claims.location.append(rows) { terms[Int($0.location)] }
    claims.locationResolvedFrom.append(rows) { terms[Int($0.locationResolvedFrom)] }
    claims.from.append(zeros: rows.count)
    claims.to.append(zeros: rows.count)
    claims.date.append(rows) { $0.date }
    claims.dateResolvedFrom.append(zeros: rows.count)
    claims.quantity.append(rows) { $0.quantity }
    claims.unit.append(rows) { terms[Int($0.unit)] }
    claims.bound.append(rows) { $0.bound }
    claims.polarity.append(rows) { $0.polarity }
    claims.certainty.append(rows) { $0.certainty }
    claims.speaker.append(rows) { terms[Int($0.speaker)] }
    claims.speakerIsAuthor.append(rows) { $0.speakerIsAuthor }
    claims.via.append(empty: rows.count)
    claims.cue.append(rows) { terms[Int($0.cue)] }
    claims.stance.append(rows) { $0.stance }
    claims.topic.append(rows) { terms[Int($0.topic)] }
    claims.about.append(batch.about, ends: rows) { terms[Int($0)] }
    claims.article.append(rows) { thread.articles[Int($0.article)] }
    claims.rank.append(zeros: rows.count)
    claims.wordsStart.append(zeros: rows.count)
    claims.wordsEnd.append(zeros: rows.count)
    claims.confidence.append(rows) { $0.confidence }
    claims.extractor.append(rows) { terms[Int($0.extractor)] }
  }
}

// Values that are missing throughout, zero that is, are not written.
extension Column where Element: FixedWidthInteger {
  /// Adds a row for each claim.
  @inline(__always)
  fileprivate mutating func append(_ rows: [ClaimBatch.Row], _ value: (ClaimBatch.Row) -> Element) {
    guard rows.contains(where: { value($0) != 0 }) else { return append(zeros: rows.count) }
    let start = unsafe extend(by: rows.count)
    for place in rows.indices { unsafe start[place] = value(rows[place]) }
  }
}

extension ArgumentColumn {
  @inline(__always)
  fileprivate mutating func append(_ rows: [ClaimBatch.Row], _ value: (ClaimBatch.Row) -> TermID) {
    terms.append(rows, value)
    resolvedFrom.append(zeros: rows.count)
    starts.append(zeros: rows.count)
    ends.append(zeros: rows.count)
  }
}

extension ListColumn {
  /// Adds a row for each claim, the elements of all of them one after another.
  @inline(__always)
  fileprivate mutating func append(
    _ all: [UInt32], ends rows: [ClaimBatch.Row], _ value: (UInt32) -> UInt32
  ) {
    let before = elements.count
    let start = unsafe elements.extend(by: all.count)
    for place in all.indices { unsafe start[place] = value(all[place]) }
    for row in rows { ends.append(before + Int(row.aboutEnd)) }
  }
}

extension NumberColumn {
  @inline(__always)
  fileprivate mutating func append(_ rows: [ClaimBatch.Row], _ value: (ClaimBatch.Row) -> Double) {
    guard rows.contains(where: { !value($0).isNaN }) else { return append(missing: rows.count) }
    for row in rows { append(value(row)) }
  }
}

extension DateColumn {
  @inline(__always)
  fileprivate mutating func append(_ rows: [ClaimBatch.Row], _ value: (ClaimBatch.Row) -> Code) {
    firsts.append(rows) { value($0).first }
    lengths.append(rows) { value($0).length }
  }
}
