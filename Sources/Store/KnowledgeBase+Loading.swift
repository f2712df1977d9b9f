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
      guard let term = terms.id(of: entity.name, .entity), let row = self.entities.rows[term] else { continue }
      self.entities.kind[row] = entity.kind.code
      addAliases(entity.aliases, toRow: row)
      if let broader = entity.broader { terms.setBroader(of: term, to: encodeEntity(named: broader)) }
    }
  }

  /// Makes the tree of topics known.
  public mutating func declare(topics: [Entity]) {
    derived = DerivedIndexes()
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
  /// them are left out.
  /// - Returns: whether the article is new.
  @discardableResult
  public mutating func append(_ extraction: Extraction, of article: Article) -> Bool {
    let key = ArticleKey(article)
    let outline = outlines.removeValue(forKey: key)
    guard loaded.insert(key).inserted || outline != nil else { return false }
    earlier = (entities.count, false)
    var sentenceRows = sentenceRows(outline?.sentences ?? [])
    var known = outline?.ids ?? []
    if let outline { replaceArticle(outline.row, with: article) } else { append(article) }
    let row = outline?.row ?? articles.count - 1
    for entity in extraction.entities { encode(entity) }
    for claim in extraction.claims where outline == nil || known.insert(claim.id.value).inserted {
      append(claim, toArticle: row, &sentenceRows)
    }
    // What is known of an entity that earlier claims name decides what they were compared with; so does what is known of
    // their article.
    derived = DerivedIndexes(after: earlier.haveChanged || outline != nil ? nil : derived)
    return true
  }

  /// Adds claims that others have made of articles. An article that is not there is added without its text, which may
  /// come later; a claim whose id is there is left out.
  ///
  /// Costs a pass over the ids and sentences that are there.
  /// - Returns: how many claims are new.
  public mutating func attach(_ readings: [(article: Article, extraction: Extraction)]) -> Int {
    derived = DerivedIndexes()
    var known = Set(claims.ids)
    let before = claims.count
    var rows = Dictionary(articles.enumerated().map { (ArticleKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    var sentenceRows = sentenceRows(0..<UInt32(sentences.count))
    for (article, extraction) in readings {
      let key = ArticleKey(article)
      let row = rows[key] ?? articles.count
      if loaded.insert(key).inserted {
        rows[key] = row
        outlines[key] = Outline(row: row)
        append(article)
      }
      for entity in extraction.entities { encode(entity) }
      for claim in extraction.claims where known.insert(claim.id.value).inserted {
        let sentence = append(claim, toArticle: row, &sentenceRows)
        outlines[key]?.ids.insert(claim.id.value)
        outlines[key]?.sentences.insert(sentence)
      }
    }
    return claims.count - before
  }

  /// What tells sentences apart.
  private struct SentenceKey: Hashable {
    var article: UInt32
    var number: Int32
    var start: Int32
    var end: Int32
    var text: String

    init(_ claim: Claim, article row: Int) {
      article = UInt32(row)
      number = Int32(claim.sentence)
      start = Int32(claim.span.start)
      end = Int32(claim.span.end)
      text = claim.text
    }

    init(_ sentences: SentenceColumns, row: Int) {
      article = sentences.article[row]
      number = sentences.number[row]
      start = sentences.start[row]
      end = sentences.end[row]
      text = sentences.texts[row]
    }
  }

  /// Some rows of sentences by what tells them apart.
  private func sentenceRows(_ rows: some Sequence<UInt32>) -> [SentenceKey: UInt32] {
    Dictionary(rows.map { (SentenceKey(sentences, row: Int($0)), $0) }, uniquingKeysWith: min)
  }

  private mutating func append(_ article: Article) {
    articles.append(article)
    articleColumns.published.append(article.published)
    for (column, value) in Self.columns(of: article) { articleColumns[keyPath: column].append(text(value)) }
  }

  private mutating func replaceArticle(_ row: Int, with article: Article) {
    articles[row] = article
    articleColumns.published.replace(row, with: article.published)
    for (column, value) in Self.columns(of: article) { articleColumns[keyPath: column][row] = text(value) }
  }

  private static func columns(of article: Article) -> [(WritableKeyPath<ArticleColumns, [TermID]>, String?)] {
    [
      (\.source, article.source), (\.file, article.file), (\.title, article.title), (\.author, article.author),
      (\.outlet, article.outlet), (\.url, article.url),
    ]
  }

  /// Adds a claim to an article.
  ///
  /// - Returns: the row of its sentence.
  @discardableResult
  private mutating func append(
    _ claim: Claim, toArticle row: Int, _ sentenceRows: inout [SentenceKey: UInt32]
  ) -> UInt32 {
    let key = SentenceKey(claim, article: row)
    let sentence = sentenceRows[key] ?? appendSentence(of: claim, article: row)
    sentenceRows[key] = sentence
    append(claim, article: row, sentence: sentence)
    return sentence
  }

  private mutating func appendSentence(of claim: Claim, article row: Int) -> UInt32 {
    sentences.texts.append(claim.text)
    sentences.article.append(UInt32(row))
    sentences.number.append(Int32(claim.sentence))
    sentences.start.append(Int32(claim.span.start))
    sentences.end.append(Int32(claim.span.end))
    sentences.stems.append(words.encode(claim.text))
    return UInt32(sentences.count - 1)
  }

  private mutating func append(_ claim: Claim, article row: Int, sentence: UInt32) {
    claims.ids.append(claim.id.value)
    append(claim.subject, to: \.claims.subject)
    claims.relation.append(text(claim.relation))
    append(claim.object, to: \.claims.object)
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
    append(claim.speaker, to: \.claims.speaker)
    claims.speakerIsAuthor.append(claim.speakerIsAuthor)
    claims.via.append(claim.via.map { encodeEntity(named: $0) })
    claims.cue.append(text(claim.cue))
    claims.stance.append(claim.stance?.code ?? 0)
    claims.topic.append(claim.topic.map { terms.encode($0, .topic) } ?? 0)
    claims.about.append(claim.about.map { encodeEntity(named: $0) })
    claims.sentence.append(sentence)
    claims.article.append(UInt32(row))
    claims.wordsStart.append(Int32(claim.words.start))
    claims.wordsEnd.append(Int32(claim.words.end))
    claims.confidence.append(claim.confidence)
    claims.extractor.append(text(claim.extractor))
  }

  private mutating func appendObliques(_ list: [Oblique]) {
    let first = UInt32(obliques.markers.count)
    for oblique in list {
      obliques.markers.append(text(oblique.marker))
      append(oblique.argument, to: \.obliques.arguments)
    }
    claims.obliques.append(first..<UInt32(obliques.markers.count))
  }

  private mutating func append(_ argument: Argument?, to column: WritableKeyPath<KnowledgeBase, ArgumentColumn>) {
    let term = argument.map { encode($0) } ?? 0
    let words = text(argument?.resolvedFrom)
    self[keyPath: column].append(term, resolvedFrom: words, span: argument?.span)
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
