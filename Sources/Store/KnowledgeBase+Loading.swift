public import ClaimModel

extension KnowledgeBase {
  /// Makes entities known by name and alias, before a claim names them or after. They win over what articles say.
  ///
  /// Costs a look-up for each entity; they are encoded when a claim first names them.
  public mutating func declare(_ entities: [Entity]) {
    declared.append(DeclaredEntities(entities))
    derived = DerivedIndexes()
    guard self.entities.count > 0 else { return }
    for entity in entities {
      guard let term = terms.id(of: entity.name, .entity), let row = self.entities.row(of: term) else { continue }
      self.entities.kind[row] = entity.kind.code
      addAliases(entity.aliases, of: term)
      if let broader = entity.broader { terms.setBroader(of: term, to: encodeEntity(named: broader)) }
    }
  }

  /// Makes the tree of topics known.
  public mutating func declare(topics: [Entity]) {
    derived = DerivedIndexes()
    declaredTopics.append(topics)
    for topic in topics {
      let term = terms.encode(topic.name, .topic)
      for alias in topic.aliases { terms.addAlias(alias, of: term) }
      if let broader = topic.broader { terms.setBroader(of: term, to: terms.encode(broader, .topic)) }
    }
  }

  /// Makes known which relations say the same, and which cannot both hold; they take the place of those before.
  public mutating func declare(senses: Senses) {
    derived = DerivedIndexes()
    self.senses = DeclaredSenses(senses)
  }

  /// Adds an article and what was read out of it; an article that is there already (same file, same digest) is left out.
  ///
  /// Where only claims are known of it that others have made, it takes their article's place, and claims that are among
  /// them are left out. `sentences` are where its sentences stand in its text.
  /// - Returns: whether the article is new.
  @discardableResult
  public mutating func append(
    _ extraction: Extraction, of article: Article, sentences: [TextRange] = []
  ) -> Bool {
    let known = articleRow(of: article)
    if let known, articleColumns.isOutline[known] == 0 { return false }
    earlier = (entities.count, false)
    var finder = SentenceFinder()
    let row = known ?? append(article, sentences: sentences, isOutline: false)
    if known != nil { fillOutline(row, with: article, sentences: sentences) }
    for entity in extraction.entities { encode(entity, toldBy: row) }
    for (place, claim) in extraction.claims.enumerated() {
      let rank = UInt32(place + 1)
      if known != nil, let row = self.row(of: claim.id) {
        claims.rank[row] = rank
      } else {
        append(claim, toArticle: row, rank: rank, &finder)
      }
    }
    // What is known of an entity that earlier claims name decides what they were compared with; so does what is known of
    // their article.
    derived = DerivedIndexes(after: earlier.haveChanged || known != nil ? nil : derived)
    return true
  }

  /// Adds claims that others have made of articles. An article that is not there is added without its text, which may
  /// come later; a claim whose id is there is left out.
  ///
  /// - Returns: how many claims are new.
  public mutating func attach(_ readings: [(article: Article, extraction: Extraction)]) -> Int {
    var load = BulkLoad(self)
    self = KnowledgeBase()
    let count = load.attach(readings)
    self = load.base
    return count
  }

  /// Adds a claim to an article.
  mutating func append(_ claim: Claim, toArticle row: Int, rank: UInt32 = 0, _ finder: inout SentenceFinder) {
    if rank == 0 { claims.rank.append(zeros: 1) } else { claims.rank.append(rank) }
    let key = SentenceFinder.Key(claim, article: row)
    if let sentence = finder.row(key, claim.text.utf8.span, in: self) {
      return append(claim, article: row, sentence: sentence)
    }
    let sentence = appendSentence(of: claim, article: row)
    finder.add(key, sentence)
    append(claim, article: row, sentence: sentence)
  }

  private mutating func appendSentence(of claim: Claim, article row: Int) -> UInt32 {
    sentences.texts.append(claim.text)
    sentences.article.append(UInt32(row))
    sentences.number.append(UInt32(claim.sentence))
    sentences.start.append(UInt32(claim.span.start))
    sentences.end.append(UInt32(claim.span.end))
    sentences.firstClaim.append(.max)
    words.append(claim.text.utf8.span)
    return UInt32(sentences.count - 1)
  }

  private mutating func append(_ claim: Claim, article row: Int, sentence: UInt32) {
    claims.ids.append(claim.id.value)
    content.claimIDs.insert(TextHash.of(claim.id.value), in: content.claims.ids)
    let subject = encoded(claim.subject)
    claims.subject.append(subject.term, resolvedFrom: subject.words, span: subject.span)
    claims.relation.append(text(claim.relation))
    let object = encoded(claim.object)
    claims.object.append(object.term, resolvedFrom: object.words, span: object.span)
    appendObliques(claim.obliques)
    claims.location.append(entity(claim.location))
    claims.locationResolvedFrom.append(text(claim.locationResolvedFrom))
    claims.from.append(entity(claim.from))
    claims.to.append(entity(claim.to))
    claims.date.append(claim.date)
    claims.dateResolvedFrom.append(text(claim.dateResolvedFrom))
    claims.quantity.append(claim.quantity?.value ?? .nan)
    claims.unit.append(text(claim.quantity?.unit))
    claims.bound.append(claim.quantity?.bound.code ?? 0)
    claims.polarity.append(claim.polarity.code)
    claims.certainty.append(claim.certainty.code)
    let speaker = encoded(claim.speaker)
    claims.speaker.append(speaker.term, resolvedFrom: speaker.words, span: speaker.span)
    claims.speakerIsAuthor.append(claim.speakerIsAuthor ? 1 : 0)
    claims.via.append(claim.via.map { encodeEntity(named: $0) })
    claims.cue.append(text(claim.cue))
    claims.stance.append(claim.stance?.code ?? 0)
    claims.topic.append(claim.topic.map { terms.encode($0, .topic) } ?? 0)
    claims.about.append(claim.about.map { encodeEntity(named: $0) })
    appendToSentence(sentence)
    claims.article.append(UInt32(row))
    claims.wordsStart.append(UInt32(claim.words.start))
    claims.wordsEnd.append(UInt32(claim.words.end))
    claims.confidence.append(claim.confidence)
    claims.extractor.append(text(claim.extractor))
    postings.append(claims, from: claims.count - 1)
  }

  /// Puts the claim that is being added at the end of its sentence's.
  private mutating func appendToSentence(_ sentence: UInt32) {
    let row = UInt32(claims.sentence.count)
    claims.sentence.append(sentence)
    claims.nextOfSentence.append(0)
    guard sentences.firstClaim[Int(sentence)] != .max else { return sentences.firstClaim[Int(sentence)] = row }
    var last = Int(row) - 1
    if claims.sentence[last] != sentence {
      last = Int(sentences.firstClaim[Int(sentence)])
      while claims.nextOfSentence[last] != 0 { last = Int(claims.nextOfSentence[last]) - 1 }
    }
    claims.nextOfSentence[last] = row + 1
  }

  private mutating func appendObliques(_ list: [Oblique]) {
    let first = UInt32(obliques.markers.count)
    for oblique in list {
      obliques.markers.append(text(oblique.marker))
      let argument = encoded(oblique.argument)
      obliques.arguments.append(argument.term, resolvedFrom: argument.words, span: argument.span)
    }
    claims.obliques.append(first..<UInt32(obliques.markers.count))
  }

  private mutating func encoded(_ argument: Argument?) -> (term: TermID, words: TermID, span: TextRange?) {
    (argument.map { encode($0) } ?? 0, text(argument?.resolvedFrom), argument?.span)
  }

  private mutating func encode(_ argument: Argument) -> TermID {
    switch argument.value {
    case .entity(let name): encodeEntity(named: name)
    case .phrase(let words): terms.encode(words, .phrase, partOf: entity(argument.partOf))
    case .number(let number): terms.encode(Quantity.text(of: number), .number)
    case .claim(let id): terms.encode(id.description, .claim)
    }
  }

  private mutating func entity(_ name: String?) -> TermID { name.map { encodeEntity(named: $0) } ?? 0 }

  private mutating func text(_ text: String?) -> TermID { text.map { terms.encode($0, .text) } ?? 0 }
}
