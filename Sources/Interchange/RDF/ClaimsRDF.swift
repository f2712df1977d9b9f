import ClaimModel

/// Writes claims as statements of RDF: each with its article, its entities and its words, all by names of their own, so that
/// what is written twice says the same. `Docs/vocabulary.md` has the vocabulary.
struct ClaimsRDF {
  private let writer: RDFWriter
  private let entities: [String: Entity]
  private var toldEntities: Set<String> = []
  private var toldArticle = ""

  /// A writer that tells of `entities`, by name, where a claim names them.
  init(_ syntax: RDFSyntax, entities: [String: Entity]) {
    writer = RDFWriter(syntax)
    self.entities = entities
  }

  /// The statements about a claim, which was read out of `article`, and about what it is the first to name.
  mutating func text(for claim: Claim, of article: Article) -> [UInt8] {
    let node = RDFNames.iri(of: article)
    if node != toldArticle { tell(article, node) }
    toldArticle = node
    for entity in ClaimsJSONL.namedEntities(of: claim, among: entities) where toldEntities.insert(entity.name).inserted
    {
      tell(entity)
    }
    tellParts(of: claim)
    let claimNode = RDFNames.iri(of: claim.id)
    write(claimNode, .claim)
    tellStatement(claim, claimNode)
    tellCircumstances(claim, claimNode)
    tellAttribution(claim, claimNode)
    write(claimNode, "article", .iri(node))
    return writer.take()
  }

  /// What is still to be written at the end.
  func end() -> [UInt8] {
    writer.finish()
    return writer.take()
  }

  // MARK: What a claim names.

  private func tell(_ article: Article, _ node: String) {
    write(node, .article)
    write(node, "source", article.source)
    write(node, "file", article.file)
    write(node, "digest", article.digest)
    write(node, "label", article.label)
    write(node, "author", article.author)
    write(node, "outlet", article.outlet)
    write(node, "title", article.title)
    write(node, article.published, "publishedFirst", "publishedLast")
    write(node, "url", article.url)
  }

  private func tell(_ entity: Entity) {
    let node = RDFNames.iri(ofEntity: entity.name)
    write(node, .entity)
    write(node, "name", entity.name)
    write(node, "kind", entity.kind.rawValue)
    for alias in entity.aliases { write(node, "alias", alias) }
    write(node, "broader", entity: entity.broader)
  }

  /// Tells of all that has a name within a claim.
  private func tellParts(of claim: Claim) {
    for (name, argument) in arguments(of: claim) where Self.hasWords(argument) {
      let node = RDFNames.iri(of: name, in: claim.id)
      write(node, .mention)
      tellWords(argument, node)
    }
    for (place, oblique) in claim.obliques.enumerated() {
      let node = RDFNames.iri(of: "oblique\(place + 1)", in: claim.id)
      write(node, .oblique)
      write(node, "position", .typed(String(place + 1), "integer"))
      write(node, "marker", .text(oblique.marker))
      write(node, "argument", Self.value(oblique.argument))
      tellWords(oblique.argument, node)
    }
    for (place, name) in claim.via.enumerated() {
      let node = RDFNames.iri(of: "via\(place + 1)", in: claim.id)
      write(node, .link)
      write(node, "position", .typed(String(place + 1), "integer"))
      write(node, "name", .text(name))
    }
  }

  private func arguments(of claim: Claim) -> [(String, Argument)] {
    [("subject", claim.subject), ("object", claim.object), ("speaker", claim.speaker)].compactMap { name, argument in
      argument.map { (name, $0) }
    }
  }

  private static func hasWords(_ argument: Argument) -> Bool {
    argument.partOf != nil || argument.resolvedFrom != nil || argument.span != nil
  }

  private func tellWords(_ argument: Argument, _ node: String) {
    write(node, "partOf", entity: argument.partOf)
    write(node, "resolvedFrom", argument.resolvedFrom)
    if let span = argument.span { write(node, span, "spanStart", "spanEnd") }
  }

  // MARK: The claim.

  private func tellStatement(_ claim: Claim, _ node: String) {
    write(node, "relation", claim.relation)
    for (name, argument) in arguments(of: claim) {
      write(node, name, Self.value(argument))
      if Self.hasWords(argument) { write(node, name + "Mention", .iri(RDFNames.iri(of: name, in: claim.id))) }
    }
    for place in claim.obliques.indices {
      write(node, "oblique", .iri(RDFNames.iri(of: "oblique\(place + 1)", in: claim.id)))
    }
  }

  private func tellCircumstances(_ claim: Claim, _ node: String) {
    write(node, "location", entity: claim.location)
    write(node, "locationResolvedFrom", claim.locationResolvedFrom)
    write(node, "from", entity: claim.from)
    write(node, "to", entity: claim.to)
    write(node, claim.date, "firstDay", "lastDay")
    write(node, "dateResolvedFrom", claim.dateResolvedFrom)
    if let quantity = claim.quantity {
      write(node, "quantity", number: quantity.value)
      write(node, "unit", quantity.unit)
      write(node, "bound", quantity.bound.rawValue)
    }
    write(node, "polarity", claim.polarity.rawValue)
    write(node, "certainty", claim.certainty.rawValue)
    write(node, "topic", claim.topic)
    for name in claim.about { write(node, "about", entity: name) }
  }

  private func tellAttribution(_ claim: Claim, _ node: String) {
    write(node, "speakerIsAuthor", .typed(String(claim.speakerIsAuthor), "boolean"))
    for place in claim.via.indices { write(node, "via", .iri(RDFNames.iri(of: "via\(place + 1)", in: claim.id))) }
    write(node, "cue", claim.cue)
    write(node, "stance", claim.stance?.rawValue)
    write(node, "text", claim.text)
    if claim.sentence != 0 { write(node, "sentence", .typed(String(claim.sentence), "integer")) }
    if claim.span.count != 0 { write(node, claim.span, "spanStart", "spanEnd") }
    if claim.words.count != 0 { write(node, claim.words, "wordsStart", "wordsEnd") }
    write(node, "confidence", number: claim.confidence)
    write(node, "extractor", claim.extractor)
  }

  private static func value(_ argument: Argument) -> RDFValue {
    switch argument.value {
    case .entity(let name): .iri(RDFNames.iri(ofEntity: name))
    case .claim(let id): .iri(RDFNames.iri(of: id))
    case .number(let number): .typed(Quantity.text(of: number), "double")
    case .phrase(let words): .text(words)
    }
  }

  // MARK: Statements.

  private func write(_ node: String, _ property: String, _ value: RDFValue) {
    writer.write(node, RDFVocabulary.iri(ofProperty: property), value)
  }

  private func write(_ node: String, _ type: RDFClass) { writer.write(node, RDFVocabulary.type, .iri(type.iri)) }

  private func write(_ node: String, _ property: String, _ text: String?) {
    if let text, !text.isEmpty { write(node, property, .text(text)) }
  }

  private func write(_ node: String, _ property: String, entity name: String?) {
    if let name { write(node, property, .iri(RDFNames.iri(ofEntity: name))) }
  }

  /// RDF knows numbers that are none; a line of claims does not.
  private func write(_ node: String, _ property: String, number: Double) {
    if number.isFinite { write(node, property, .typed(Quantity.text(of: number), "double")) }
  }

  private func write(_ node: String, _ range: TextRange, _ start: String, _ end: String) {
    write(node, start, .typed(String(range.start), "integer"))
    write(node, end, .typed(String(range.end), "integer"))
  }

  private func write(_ node: String, _ days: DateRange?, _ first: String, _ last: String) {
    if let day = days?.first { write(node, first, .typed(day.description, "date")) }
    if let day = days?.last { write(node, last, .typed(day.description, "date")) }
  }
}
