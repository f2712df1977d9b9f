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
  /// - Returns: whether the article is new.
  @discardableResult
  public mutating func append(_ extraction: Extraction, of article: Article) -> Bool {
    guard loaded.insert(ArticleKey(file: article.file, digest: article.digest)).inserted else { return false }
    articles.append(article)
    appendColumns(of: article)
    earlier = (entities.count, false)
    for entity in extraction.entities { encode(entity) }
    var sentenceRows: [SentenceKey: UInt32] = [:]
    for claim in extraction.claims {
      let key = SentenceKey(number: claim.sentence, span: claim.span)
      let sentence = sentenceRows[key] ?? appendSentence(of: claim)
      sentenceRows[key] = sentence
      append(claim, sentence: sentence)
    }
    // What is known of an entity that earlier claims name decides what they were compared with.
    derived = DerivedIndexes(after: earlier.haveChanged ? nil : derived)
    return true
  }

  private struct SentenceKey: Hashable {
    var number: Int
    var span: TextRange
  }

  private mutating func appendColumns(of article: Article) {
    articleColumns.source.append(text(article.source))
    articleColumns.file.append(text(article.file))
    articleColumns.title.append(text(article.title))
    articleColumns.author.append(text(article.author))
    articleColumns.outlet.append(text(article.outlet))
    articleColumns.url.append(text(article.url))
    articleColumns.published.append(article.published)
  }

  private mutating func appendSentence(of claim: Claim) -> UInt32 {
    sentences.texts.append(claim.text)
    sentences.article.append(UInt32(articles.count - 1))
    sentences.number.append(Int32(claim.sentence))
    sentences.start.append(Int32(claim.span.start))
    sentences.end.append(Int32(claim.span.end))
    sentences.stems.append(words.encode(claim.text))
    return UInt32(sentences.count - 1)
  }

  private mutating func append(_ claim: Claim, sentence: UInt32) {
    claims.ids.append(claim.id.value)
    append(claim.subject, to: \.claims.subject)
    claims.relation.append(text(claim.relation))
    append(claim.object, to: \.claims.object)
    appendObliques(claim.obliques)
    claims.location.append(entity(claim.location))
    claims.locationResolvedFrom.append(text(claim.locationResolvedFrom))
    claims.date.append(claim.date)
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
    claims.article.append(UInt32(articles.count - 1))
    claims.wordsStart.append(Int32(claim.words.start))
    claims.wordsEnd.append(Int32(claim.words.end))
    claims.confidence.append(claim.confidence)
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
