// The columns, group by group, as they stand in `KnowledgeBase.Content`.
extension SnapshotTable {
  mutating func addTerms() {
    let rows = "terms.keys"
    addTexts("terms.texts", \.terms.texts, "text of each term, the first of which is none", rowsOf: rows)
    add("terms.kinds", \.terms.kindCodes, "kind: 1 entity, 2 phrase, 3 number, 4 claim, 5 topic, 6 text", rowsOf: rows)
    add(rows, \.terms.keys, "key", .row(of: "terms.firstOfKey"))
    addTerms("terms.broader", \.terms.broader, "term that it is a part of", rowsOf: rows)
    addTexts("terms.keyTexts", \.terms.keyTexts, "folded text of each key", rowsOf: "terms.firstOfKey")
    addHashes("terms.ids", \.terms.ids, "terms by text, kind and what they are a part of", rows: rows)
    addHashes("terms.keyIDs", \.terms.keyIDs, "keys by text", rows: "terms.firstOfKey")
    addTerms("terms.firstOfKey", \.terms.firstOfKey, "newest term with each key")
    add("terms.nextOfKey", \.terms.nextOfKey, "next older term with the same key", .earlierRow, rowsOf: rows)
    let aliases = "terms.aliases.name"
    addTerms(aliases, \.terms.aliases.name, "other name, as a term")
    addTerms("terms.aliases.owner", \.terms.aliases.owner, "term that it is a name of", rowsOf: aliases)
    add(
      "terms.aliases.nextOfOwner", \.terms.aliases.nextOfOwner, "next older name of the same term", .earlierEntry,
      rowsOf: aliases)
    add(
      "terms.aliases.nextOfKey", \.terms.aliases.nextOfKey, "next older name with the same key", .earlierEntry,
      rowsOf: aliases)
    add(
      "terms.aliases.firstOfOwner", \.terms.aliases.firstOfOwner, "newest other name of each term, from 1",
      .entry(of: aliases))
    add(
      "terms.aliases.firstOfKey", \.terms.aliases.firstOfKey, "newest other name with each key, from 1",
      .entry(of: aliases))
    agree(rows) { !$0.terms.keys.isEmpty && $0.terms.texts.isEmpty(0) }
    addTellings()
    addTerms("entities.terms", \.entities.terms, "term of each entity")
    add("entities.kind", \.entities.kind, "kind", rowsOf: "entities.terms")
    add("entities.rows", \.entities.rows, "entity of each term, from 1", .entry(of: "entities.terms"))
  }

  private mutating func addTellings() {
    let rows = "tellings.entity"
    addTerms(rows, \.tellings.entity, "entity of which something is told")
    add(
      "tellings.article", \.tellings.article, "article that tells it, 0 for a file of claims",
      .entry(of: "articles.source"), rowsOf: rows)
    add("tellings.kind", \.tellings.kind, "kind", rowsOf: rows)
    addTerms("tellings.broader", \.tellings.broader, "what it is a part of", rowsOf: rows)
    addLists("tellings.aliases", \.tellings.aliases, "other names, as terms", .row(of: "terms.keys"), rowsOf: rows)
  }

  mutating func addWords() {
    addTexts("words.stems", \.words.dictionary.stems, "stem; the first is none")
    addHashes("words.ids", \.words.dictionary.ids, "stems", rows: "words.stems.ends.low")
    addPostings("words.places", \.words.places, "places of each stem", members: "words.next")
    addOffsets("words.starts", \.words.starts, "place of each sentence's first word", rowsOf: "sentences.number")
    add(
      "words.blocks", \.words.blocks, "sentence in which each 128 places begin", .row(of: "sentences.number"))
    addCount("words.next", \.words.next, "place of the next word")
    agree("words.blocks") { $0.words.next >= 0 && $0.words.blocks.count * 128 >= $0.words.next }
  }

  mutating func addClaims() {
    let rows = "claims.ids"
    add(rows, \.claims.ids, "id of each claim")
    addArguments("claims.subject", \.claims.subject, "subject", rowsOf: rows)
    addTerms("claims.relation", \.claims.relation, "relation", rowsOf: rows)
    addArguments("claims.object", \.claims.object, "object", rowsOf: rows)
    addLists("claims.obliques", \.claims.obliques, "obliques", .row(of: "obliques.markers"), rowsOf: rows)
    addTerms("claims.location", \.claims.location, "location", rowsOf: rows)
    addTerms(
      "claims.locationResolvedFrom", \.claims.locationResolvedFrom, "words that were resolved to it", rowsOf: rows)
    addTerms("claims.from", \.claims.from, "where the movement started", rowsOf: rows)
    addTerms("claims.to", \.claims.to, "where the movement goes", rowsOf: rows)
    addTerms(
      "claims.dateResolvedFrom", \.claims.dateResolvedFrom, "words that were resolved to the date", rowsOf: rows)
    addDates("claims.date", \.claims.date, "when", rowsOf: rows)
    addNumbers("claims.quantity", \.claims.quantity, "quantity", rowsOf: rows)
    addTerms("claims.unit", \.claims.unit, "its unit", rowsOf: rows)
    add("claims.bound", \.claims.bound, "exactly, at least …: a case of `Quantity.Bound` from 1", rowsOf: rows)
    add("claims.polarity", \.claims.polarity, "a case of `Polarity` from 1", rowsOf: rows)
    add("claims.certainty", \.claims.certainty, "a case of `Certainty` from 1", rowsOf: rows)
    addArguments("claims.speaker", \.claims.speaker, "speaker", rowsOf: rows)
    add("claims.speakerIsAuthor", \.claims.speakerIsAuthor, "1 for the article's own voice", rowsOf: rows)
    addLists("claims.via", \.claims.via, "through whom", .row(of: "terms.keys"), rowsOf: rows)
    addTerms("claims.cue", \.claims.cue, "cue of the attribution", rowsOf: rows)
    add("claims.stance", \.claims.stance, "a case of `Stance` from 1", rowsOf: rows)
    addTerms("claims.topic", \.claims.topic, "topic", rowsOf: rows)
    addLists("claims.about", \.claims.about, "entities that it mentions", .row(of: "terms.keys"), rowsOf: rows)
    add("claims.rank", \.claims.rank, "number in which it was read out of its article, from 1", rowsOf: rows)
    add("claims.sentence", \.claims.sentence, "sentence", .row(of: "sentences.number"), rowsOf: rows)
    add(
      "claims.nextOfSentence", \.claims.nextOfSentence, "next claim of the sentence", .laterEntry(of: rows),
      rowsOf: rows)
    add("claims.article", \.claims.article, "article", .row(of: "articles.source"), rowsOf: rows)
    add("claims.wordsStart", \.claims.wordsStart, "first byte of its words", rowsOf: rows)
    add("claims.wordsEnd", \.claims.wordsEnd, "byte after them", rowsOf: rows)
    addNumbers("claims.confidence", \.claims.confidence, "confidence", rowsOf: rows)
    addTerms("claims.extractor", \.claims.extractor, "who made it", rowsOf: rows)
    addIndex("claims.byID", \.claimIDs, "claims by id", rows: rows)
    addTerms("obliques.markers", \.obliques.markers, "marker of each oblique")
    addArguments("obliques.arguments", \.obliques.arguments, "argument", rowsOf: "obliques.markers")
  }

  mutating func addArticles() {
    let sentences = "sentences.number"
    addTexts("sentences.texts", \.sentences.texts, "text of each sentence", rowsOf: sentences)
    add("sentences.article", \.sentences.article, "article", .row(of: "articles.source"), rowsOf: sentences)
    add(sentences, \.sentences.number, "number in the article, from 1; 0 where not known")
    add("sentences.start", \.sentences.start, "first byte in the article", rowsOf: sentences)
    add("sentences.end", \.sentences.end, "byte after it", rowsOf: sentences)
    add("sentences.firstClaim", \.sentences.firstClaim, "first claim", .rowOrMax(of: "claims.ids"), rowsOf: sentences)
    let rows = "articles.source"
    addTerms(rows, \.articleColumns.source, "what each article is called")
    addTerms("articles.file", \.articleColumns.file, "file", rowsOf: rows)
    addTerms("articles.label", \.articleColumns.label, "label", rowsOf: rows)
    addTerms("articles.title", \.articleColumns.title, "title", rowsOf: rows)
    addTerms("articles.author", \.articleColumns.author, "author", rowsOf: rows)
    addTerms("articles.outlet", \.articleColumns.outlet, "outlet", rowsOf: rows)
    addTerms("articles.url", \.articleColumns.url, "address", rowsOf: rows)
    addDates("articles.published", \.articleColumns.published, "when it was published", rowsOf: rows)
    addTexts("articles.digest", \.articleColumns.digest, "digest of the file", rowsOf: rows)
    add("articles.place", \.articleColumns.place, "XXH64 of the path of the file, 0 for none", rowsOf: rows)
    add("articles.body", \.articleColumns.body, "its text", .row(of: "bodies.text.ends.low"), rowsOf: rows)
    add("articles.isOutline", \.articleColumns.isOutline, "1 where its text has not been read", rowsOf: rows)
    add("articles.order", \.articleColumns.order, "articles by file, then digest", .row(of: rows), rowsOf: rows)
    addHashes("articles.byKey", \.articleKeys, "articles by file and digest", rows: rows)
    let bodies = "bodies.text.ends.low"
    addTexts("bodies.text", \.bodies.text, "text of an article")
    addLists("bodies.blocks", \.bodies.blocks, "kind, start and end of each block", rowsOf: bodies)
    addLists("bodies.origins", \.bodies.origins, "byte of the text and of the file for each run", rowsOf: bodies)
    addLists("bodies.sentences", \.bodies.sentences, "start and end of each sentence", rowsOf: bodies)
  }

  mutating func addPostings() {
    let rows = "claims.ids"
    addPostings("postings.subject", \.postings.subject, "claims with each subject", members: rows)
    addPostings("postings.relation", \.postings.relation, "claims with each relation", members: rows)
    addPostings("postings.object", \.postings.object, "claims with each object", members: rows)
    addPostings("postings.location", \.postings.location, "claims at each location", members: rows)
    addPostings("postings.speaker", \.postings.speaker, "claims by each speaker", members: rows)
    addPostings("postings.topic", \.postings.topic, "claims of each topic", members: rows)
    addPostings("postings.about", \.postings.about, "claims about each entity", members: rows)
    addPostings("postings.article", \.postings.article, "claims of each article", members: rows)
    addCount("declared", \.declaredDigest, "digest of the vocabulary that was declared")
  }
}
