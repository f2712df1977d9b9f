import ClaimModel
import Store

extension Nouns {
  static let claims = Noun(
    name: "claims", singular: "claim", summary: "who is said to do what, where, when, and who says so",
    example: "claims where subject = ISKP and location = Pakistan", attributes: claimFrame + claimOrigin,
    shown: ["subject", "relation", "object", "location", "date", "status", "speaker", "source", "id"],
    rows: { NounTable($0, count: $0.claimCount, order: .claims, claims: nil) })

  /// What a claim says.
  private static let claimFrame = [
    Attribute("subject", .entity, "who does it or is it", index: .terms(\.subject)) {
      Vector(.terms($0.knowledgeBase.claims.subject.terms), counts: $0.knowledgeBase.postings.subject.counts)
    },
    Attribute(
      "relation", or: ["predicate", "verb"], .label, "what is done, as a verb: kill, carry out",
      index: .terms(\.relation)
    ) {
      Vector(.terms($0.knowledgeBase.claims.relation), counts: $0.knowledgeBase.postings.relation.counts)
    },
    Attribute("object", .entity, "what it is done to, or what the subject is said to be", index: .terms(\.object)) {
      Vector(.terms($0.knowledgeBase.claims.object.terms), counts: $0.knowledgeBase.postings.object.counts)
    },
    Attribute(
      "location", or: ["place", "within", "where"], .entity, "where it is said to hold", index: .terms(\.location)
    ) {
      Vector(.terms($0.knowledgeBase.claims.location), counts: $0.knowledgeBase.postings.location.counts)
    },
    Attribute("from", or: ["origin"], .entity, "the place from which a movement starts") {
      Vector(.terms($0.knowledgeBase.claims.from))
    },
    Attribute("to", or: ["destination"], .entity, "the place to which a movement goes") {
      Vector(.terms($0.knowledgeBase.claims.to))
    },
    Attribute("date", or: ["when", "time"], .date, "when it is said to have happened") {
      Vector(.dates(Dates($0.knowledgeBase.claims.date)))
    },
    Attribute("quantity", or: ["number", "amount"], .number, "the number that it turns on") {
      Vector(.numbers($0.knowledgeBase.claims.quantity, isWhole: true))
    },
    Attribute("bound", .choice(Quantity.Bound.words), "whether the quantity is exact, a bound, or about right") {
      Vector(.choices(ChoiceColumn($0.knowledgeBase.claims.bound), Quantity.Bound.words))
    },
    Attribute("unit", .label, "what the quantity counts") { Vector(.terms($0.knowledgeBase.claims.unit)) },
    Attribute("polarity", .choice(Polarity.words), "whether it is affirmed or denied") {
      Vector(.choices(ChoiceColumn($0.knowledgeBase.claims.polarity), Polarity.words))
    },
    Attribute("certainty", .choice(Standing.certainties), "how sure the speaker is, the least sure first") {
      Vector(.choices(Standing.certainty($0.knowledgeBase.claims.certainty), Standing.certainties))
    },
    Attribute("status", .choice(Standing.words), "how it is put, where it is not plainly affirmed") {
      let claims = $0.knowledgeBase.claims
      return Vector(.choices(Standing.codes(claims.polarity, claims.certainty), Standing.words))
    },
    Attribute("topic", .topic, "what it is about: killing, sanctuary, denial", index: .terms(\.topic)) {
      Vector(.terms($0.knowledgeBase.claims.topic), counts: $0.knowledgeBase.postings.topic.counts)
    },
    Attribute("about", .entities, "every entity that it mentions", index: .terms(\.about)) {
      Vector(.termLists($0.knowledgeBase.claims.about))
    },
  ]

  /// On whose authority a claim stands, and where.
  private static let claimOrigin = [
    Attribute("speaker", or: ["claimer"], .entity, "whom the article credits with it", index: .terms(\.speaker)) {
      Vector(.terms($0.knowledgeBase.claims.speaker.terms), counts: $0.knowledgeBase.postings.speaker.counts)
    },
    Attribute("via", .entities, "who passed it on, from the article inwards") {
      Vector(.termLists($0.knowledgeBase.claims.via))
    },
    Attribute("cue", .label, "the words that attribute it: insist, according to") {
      Vector(.terms($0.knowledgeBase.claims.cue))
    },
    Attribute("stance", .choice(Stance.words), "how the article carries another's claim") {
      Vector(.choices(ChoiceColumn($0.knowledgeBase.claims.stance), Stance.words))
    },
    articleAttribute("source", .label, "the article, by its label", \.source),
    articleAttribute("author", .label, "who wrote the article", \.author),
    articleAttribute("outlet", .label, "who published the article", \.outlet),
    articleAttribute("title", .label, "the article's headline", \.title),
    Attribute("published", .date, "when the article was published") {
      Vector(.dates(Dates($0.knowledgeBase.articleColumns.published)), through: $0.knowledgeBase.claims.article)
    },
    articleAttribute("url", .label, "where the article was published", \.url),
    articleAttribute("file", .label, "the article's file", \.file),
    Attribute("text", .text, "the sentence, as it stands in the article", index: .words) {
      let base = $0.knowledgeBase
      return Vector(.texts(base.sentences.texts, words: base.words), through: base.claims.sentence)
    },
    Attribute("sentence", .number, "the number of the sentence in the article") {
      let base = $0.knowledgeBase
      return Vector(.numbers(Spans.numbers(base.sentences), isWhole: true), through: base.claims.sentence)
    },
    Attribute("span", .text, "the bytes of the file in which the sentence stands") {
      Vector(.texts(Spans.texts($0.knowledgeBase.sentences), words: nil), through: $0.knowledgeBase.claims.sentence)
    },
    Attribute("confidence", .number, "how likely it is that the text says so, 0 to 1") {
      Vector(.numbers($0.knowledgeBase.claims.confidence, isWhole: false))
    },
    Attribute("extractor", .label, "who made the claim of the text: Hearsay, a model, a person") {
      Vector(.terms($0.knowledgeBase.claims.extractor))
    },
    Attribute("mentions", .number, "how often the article says the same") {
      Vector(.numbers(NumberColumn($0.knowledgeBase.mentionGroups.counts.map { Double($0) }), isWhole: true))
    },
    Attribute("repeats", .claim, "the claim that says the same further up in the article") { table in
      let claims = table.knowledgeBase.claims
      let first = table.knowledgeBase.mentionGroups.first
      return Vector(.claims(Column(first.enumerated().map { $1 == UInt32($0) ? 0 : claims.ids[Int($1)] })))
    },
    pairCount("contradictions", "how many claims cannot hold beside it") { $0.contradictions },
    pairCount("corroborations", "how many claims of other articles say the same") { $0.corroborations },
    copies { $0.claims.sentence },
    passage { $0.claims.sentence },
    Attribute("id", .claim, "the claim's address; its first digits will do", index: .id) {
      Vector(.claims($0.knowledgeBase.claims.ids))
    },
  ]

  private static func articleAttribute(
    _ name: String, _ type: ValueType, _ summary: String,
    _ column: any KeyPath<ArticleColumns, Column<TermID>> & Sendable
  ) -> Attribute {
    Attribute(name, type, summary, index: .articles(column)) {
      let base = $0.knowledgeBase
      return Vector(
        .terms(base.articleColumns[keyPath: column]), through: base.claims.article, counts: base.postings.article.counts
      )
    }
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The words of all cases, in order.
  static var words: [String] { allCases.map(\.rawValue) }
}

/// How a claim is put: FactBank's polarity and certainty in one word or two.
enum Standing {
  /// The least sure first, so that `certainty >= probable` reads as it should.
  static let certainties = Array(Certainty.words.reversed())

  /// What differs from affirmed and certain.
  static let words =
    Certainty.words.dropFirst().map { $0 } + ["denied"] + Certainty.words.dropFirst().map { "denied, \($0)" }

  /// The codes of the store, turned round.
  static func certainty(_ codes: Column<UInt8>) -> ChoiceColumn {
    let count = UInt8(certainties.count)
    return ChoiceColumn(codes, codes) { code, _ in code == 0 || code > count ? 0 : count + 1 - code }
  }

  /// For each claim its place in `words`, from 1; 0 for one that is affirmed and certain.
  static func codes(_ polarities: Column<UInt8>, _ certainties: Column<UInt8>) -> ChoiceColumn {
    let unsure = UInt8(Certainty.allCases.count - 1)
    return ChoiceColumn(polarities, certainties) { polarity, certainty in
      polarity == 2 ? unsure + max(certainty, 1) : max(certainty, 1) - 1
    }
  }
}

/// Where sentences stand, as it is shown.
enum Spans {
  /// `start-end` of each sentence; empty where that is not known.
  static func texts(_ sentences: SentenceColumns) -> TextColumn {
    TextColumn(zip(sentences.start, sentences.end).lazy.map { $0 == $1 ? "" : "\($0)-\($1)" })
  }

  /// The number of each sentence; not a number where that is not known.
  static func numbers(_ sentences: SentenceColumns) -> NumberColumn {
    NumberColumn(sentences.number.lazy.map { $0 == 0 ? .nan : Double($0) })
  }
}
