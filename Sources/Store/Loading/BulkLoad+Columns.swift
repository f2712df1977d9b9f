// What a batch says, as rows of columns.
extension KnowledgeBase.Content {
  /// The last claim of a sentence that has one.
  private func lastClaim(ofSentence sentence: UInt32) -> UInt32 {
    var last = sentences.firstClaim[Int(sentence)]
    while claims.nextOfSentence[Int(last)] != 0 { last = claims.nextOfSentence[Int(last)] - 1 }
    return last
  }

  /// Adds the ids of those claims of a batch that are new.
  ///
  /// - Returns: which these are.
  mutating func addIDs(of batch: ClaimBatch) -> [Bool] {
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

  /// Puts the claims of a batch, the last ones of the columns, at the ends of their sentences' lists. `lastClaims` has the
  /// last claims of sentences to which one was added that does not follow the others.
  mutating func addPlaces(of batch: ClaimBatch, in sentences: [UInt32], _ lastClaims: inout [UInt32: UInt32]) {
    let first = claims.sentence.count
    claims.sentence.append(batch.rows) { sentences[Int($0.sentence)] }
    claims.nextOfSentence.append(zeros: batch.rows.count)
    for (place, row) in batch.rows.enumerated() {
      let (claim, sentence) = (UInt32(first + place), sentences[Int(row.sentence)])
      if self.sentences.firstClaim[Int(sentence)] == .max {
        self.sentences.firstClaim[Int(sentence)] = claim
      } else {
        let last = lastClaims[sentence] ?? lastClaim(ofSentence: sentence)
        claims.nextOfSentence[Int(last)] = claim + 1
        lastClaims[sentence] = claim
      }
    }
  }

  /// Adds what the rows of a batch say of claims whose ids have been added, but for their sentences.
  mutating func append(_ batch: ClaimBatch, _ thread: LoadingThread) {
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

extension SentenceColumns {
  /// Whether a sentence is the one that has this key and text.
  func holds(_ key: SentenceFinder.Key, _ text: Span<UInt8>, at row: Int) -> Bool {
    Int(article[row]) == key.article && number[row] == key.number && start[row] == key.start && end[row] == key.end
      && texts.holds(text, at: row)
  }

  /// Adds sentences of a batch, all of them or those at `added`, without their words and claims.
  mutating func append(
    _ batch: ClaimBatch, _ added: [Int], areAll: Bool, articles: [UInt32]
  ) {
    if areAll {
      texts.append(batch.text.span, added.count) { batch.sentences[$0].textEnd }
    } else {
      let all = batch.text.span
      for place in added { texts.append(all.extracting(batch.textRange(place))) }
    }
    article.append(added) { articles[$0] }
    number.append(added) { batch.sentences[$0].number }
    start.append(zeros: added.count)
    end.append(zeros: added.count)
    firstClaim.append(added) { _ in .max }
  }
}

// Values that are missing throughout, zero that is, are not written.
extension Column where Element: FixedWidthInteger {
  /// Adds a row for each claim or sentence.
  @inline(__always)
  fileprivate mutating func append<Row>(_ rows: [Row], _ value: (Row) -> Element) {
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
