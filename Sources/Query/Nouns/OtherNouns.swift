import ClaimModel
import Store

extension Nouns {
  static let sources = Noun(
    name: "sources", singular: "source", summary: "the articles, with what is known of each",
    example: "sources show label, author, claims",
    attributes: [
      Attribute("label", or: ["source", "name"], .label, "how it is shown") {
        Vector(.terms($0.knowledgeBase.articleColumns.source))
      },
      Attribute("author", .label, "who wrote it") { Vector(.terms($0.knowledgeBase.articleColumns.author)) },
      Attribute("outlet", .label, "who published it") { Vector(.terms($0.knowledgeBase.articleColumns.outlet)) },
      Attribute("title", .label, "its headline") { Vector(.terms($0.knowledgeBase.articleColumns.title)) },
      Attribute("published", or: ["date"], .date, "when it was published") {
        Vector(.dates(Dates($0.knowledgeBase.articleColumns.published)))
      },
      Attribute("url", .label, "where it was published") { Vector(.terms($0.knowledgeBase.articleColumns.url)) },
      Attribute("file", .label, "its file") { Vector(.terms($0.knowledgeBase.articleColumns.file)) },
      claimCount("how many claims it makes or carries"),
    ],
    shown: ["label", "author", "outlet", "published", "claims", "file"],
    rows: { base in
      let labels = base.articleColumns.source
      let order = base.articleOrder.enumerated().sorted { left, right in
        let (one, other) = (labels[Int(left.element)], labels[Int(right.element)])
        return one == other ? left.offset < right.offset : base.terms.precedes(one, other)
      }
      return NounTable(
        base, count: base.articleColumns.count, order: .given(order.map(\.element)),
        claims: {
          let pairs = base.claimOrder.map { (row: base.claims.article[Int($0)], element: $0) }
          return ListColumn(rows: base.articleColumns.count, pairs: pairs)
        })
    })

  static let entities = Noun(
    name: "entities", singular: "entity", summary: "whom and what the claims name, the most mentioned first",
    example: "entities where kind = person and mentions > 2",
    attributes: nameAttributes("how many claims mention it, whatever its role"),
    shown: ["name", "kind", "broader", "aliases", "claims"],
    rows: { NounTable(names: Array($0.entities.terms), claims: $0.mentions, of: $0) })

  static let places = Noun(
    name: "places", singular: "place", summary: "where claims are said to hold, and what these places lie within",
    example: "places where within = Balochistan",
    attributes: nameAttributes("how many claims are said to hold right there"),
    shown: ["name", "broader", "aliases", "claims"],
    rows: { base in
      let known = base.entities.terms.filter { base.entities.kind(of: $0) == .place }
      return NounTable(namesIn: base.claims.location, of: base).adding(known)
    })

  static let speakers = Noun(
    name: "speakers", singular: "speaker", summary: "whom the articles credit with claims",
    example: "speakers where claims > 3", attributes: nameAttributes("how many claims it is credited with"),
    shown: ["name", "kind", "claims"], rows: { NounTable(namesIn: $0.claims.speaker.terms, of: $0) })

  static let relations = Noun(
    name: "relations", singular: "relation", summary: "what the claims say is done or is so",
    example: "relations where topic = violence",
    attributes: [
      Attribute("name", or: ["relation"], .label, "the verb") { Vector(.terms(Column($0.names))) },
      Attribute("topic", or: ["topics"], .topics, "the topics of its claims") { table in
        var topics = ListColumn()
        for row in 0..<table.count { topics.append(table.topics(ofRow: row)) }
        return Vector(.termLists(topics))
      },
      claimCount("how many claims have it"),
    ], shown: ["name", "topic", "claims"], rows: { NounTable(namesIn: $0.claims.relation, of: $0) })

  static let topics = Noun(
    name: "topics", singular: "topic", summary: "what the claims are about, as a tree",
    example: "topics where broader = violence",
    attributes: [
      Attribute("name", or: ["topic"], .topic, "the topic") { Vector(.terms(Column($0.names))) },
      Attribute("broader", or: ["within", "part of"], .topic, "the topic that it is a kind of") { $0.broader },
      claimCount("how many claims have it, kinds of it left out"),
    ], shown: ["name", "broader", "claims"],
    rows: { base in
      let used = NounTable(namesIn: base.claims.topic, of: base)
      return used.adding(used.names.flatMap { base.terms.chain(above: $0) })
    })

  static let sentences = Noun(
    name: "sentences", singular: "sentence", summary: "the sentences of which claims were made",
    example: "sentences where text has \"safe haven\"",
    attributes: [
      Attribute("text", .text, "the sentence, as it stands in the article") {
        Vector(.texts($0.knowledgeBase.sentences.texts, words: $0.knowledgeBase.words))
      },
      Attribute("source", .label, "the article, by its label") {
        Vector(.terms($0.knowledgeBase.articleColumns.source), through: $0.knowledgeBase.sentences.article)
      },
      Attribute("file", .label, "the article's file") {
        Vector(.terms($0.knowledgeBase.articleColumns.file), through: $0.knowledgeBase.sentences.article)
      },
      Attribute("number", or: ["sentence"], .number, "its number in the article") {
        Vector(.numbers(Spans.numbers($0.knowledgeBase.sentences), isWhole: true))
      },
      Attribute("span", .text, "the bytes of the file in which it stands") {
        Vector(.texts(Spans.texts($0.knowledgeBase.sentences), words: nil))
      },
      copies { Column(0..<UInt32($0.sentenceCount)) },
      passage { Column(0..<UInt32($0.sentenceCount)) },
      claimCount("how many claims were made of it"),
    ], shown: ["text", "source", "number", "claims"],
    rows: { base in
      NounTable(
        base, count: base.sentenceCount, order: .sentences,
        claims: {
          let pairs = base.claimOrder.map { (row: base.claims.sentence[Int($0)], element: $0) }
          return ListColumn(rows: base.sentenceCount, pairs: pairs)
        })
    })

  static let triples = Noun(
    name: "triples", singular: "triple", summary: "all that is known, as subject, predicate and object",
    example: "triples where predicate = within and object = Balochistan",
    attributes: [
      Attribute("subject", .entity, "a claim, by its id, or an entity") { Vector(.terms($0.triples?.subject ?? [])) },
      Attribute("predicate", or: ["relation"], .label, "an attribute, or alias, within, part of, kind") {
        Vector(.terms($0.triples?.predicate ?? []))
      },
      Attribute("object", .entity, "its value") { Vector(.terms($0.triples?.object ?? [])) },
    ], shown: ["subject", "predicate", "object"], rows: { NounTable($0, TripleColumns($0)) })

  /// What is known of each row where the rows are names.
  private static func nameAttributes(_ claims: String) -> [Attribute] {
    [
      Attribute("name", or: ["label", "entity", "place", "speaker"], .entity, "its name") {
        Vector(.terms(Column($0.names)))
      },
      Attribute("kind", or: ["type"], .choice(EntityKind.words), "what it is") { table in
        let entities = table.knowledgeBase.entities
        return Vector(
          .choices(
            ChoiceColumn(Column(table.names.map { name in entities.row(of: name).map { entities.kind[$0] } ?? 0 })),
            EntityKind.words)
        )
      },
      Attribute("broader", or: ["within", "part"], .entity, "what it lies within or is part of, at any depth") {
        $0.broader
      },
      Attribute("aliases", or: ["alias"], .texts, "its other names") { table in
        let base = table.knowledgeBase
        return Vector(
          .textLists(table.names.map { base.entities.row(of: $0) == nil ? [] : base.terms.aliases(of: $0) }))
      },
      claimCount(claims),
    ]
  }

  private static func claimCount(_ summary: String) -> Attribute {
    Attribute("claims", or: ["mentions", "count"], .number, summary) { $0.claimCounts }
  }
}

extension NounTable {
  /// What each row's name is a part of.
  fileprivate var broader: Vector { Vector(.terms(Column(names.map { terms.broader[Int($0)] }))) }

  /// The topics of the claims of a row, each once, in order.
  fileprivate func topics(ofRow row: Int) -> [TermID] {
    let topics = Set((claims.map { Array($0[row]) } ?? []).map { knowledgeBase.claims.topic[Int($0)] }).subtracting([0])
    return topics.sorted { terms.precedes($0, $1) }
  }
}
