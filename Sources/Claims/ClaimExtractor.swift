public import ClaimModel
public import Language
import TextForms
public import Vocabulary

/// Reads claims out of the dependency trees of an article's sentences.
///
/// Clauses come from grammar (`ClauseFinder`); each rule then adds one attribute. Linear in the text, but for sentences
/// whose clauses lie deep within each other.
public struct ClaimExtractor: Sendable {
  let vocabulary: Vocabulary
  let cues = CueTable.shipped

  /// An extractor that knows the names of `vocabulary`.
  public init(vocabulary: Vocabulary = .shipped) {
    self.vocabulary = vocabulary
  }

  /// The claims of `article`, whose parsed sentences are given in order, and the entities that they name.
  public func extract(from article: Article, sentences: [Sentence]) -> Extraction {
    let blocks = sentences.map { block(of: $0.range, in: article) }
    var rules = rules(for: sentences, of: article, blocks: blocks)
    let quoted = quotedWords(in: &rules, of: article, blocks: blocks)
    carryDates(&rules, blocks: blocks)
    var extraction = Extraction()
    var entities: [String: Entity] = [:]
    let author = author(of: article)
    entities[author.name] = author
    for (index, rules) in rules.enumerated() {
      let range = sentences[index].range
      var builder = ClaimBuilder(
        rules: rules, article: article, vocabulary: vocabulary, author: Argument(.entity(author.name)),
        quoted: quoted[index], sentence: (index + 1, article.text[range], article.origins.original(of: range)))
      builder.build()
      extraction.claims.append(contentsOf: builder.claims)
      entities.merge(builder.entities) { known, _ in known }
    }
    extraction.entities = closure(of: entities)
    return extraction
  }

  /// An article's parsed sentences, read in order, with their names found and their references resolved.
  func readings(of sentences: [Sentence]) -> [SentenceReading] {
    let names = sentences.map { NameReading(of: $0, vocabulary: vocabulary, cues: cues) }
    let finder = nameFinder(for: names)
    var resolver = ReferenceResolver(cues: cues, vocabulary: vocabulary)
    return names.map { name in
      let mentions = finder.mentions(in: name.tree, tagged: name.tagged)
      var reading = SentenceReading(name.tree, mentions: mentions, cues: cues)
      resolver.resolve(&reading)
      return reading
    }
  }

  /// The rules for each sentence, what its words refer to resolved.
  func rules(for sentences: [Sentence], of article: Article, blocks: [Int?]) -> [SentenceRules] {
    var told: NarrativeYear?
    return zip(readings(of: sentences), blocks).enumerated().map { index, sentence in
      let (reading, block) = sentence
      let isHeading = block.map { article.blocks[$0].kind == .heading } ?? false
      if told?.reaches(index, in: block) == false { told = nil }
      let rules = SentenceRules(
        reading, of: article, isHeading: isHeading, told: told, vocabulary: vocabulary, cues: cues)
      told = NarrativeYear.after(rules.times.dates, of: index, in: block, before: told)
      return rules
    }
  }

  /// Gives clauses the dates of events of which earlier sentences told.
  private func carryDates(_ rules: inout [SentenceRules], blocks: [Int?]) {
    var carrier = DateCarrier(topics: vocabulary.topics, cues: cues)
    for index in rules.indices { carrier.carry(into: &rules[index], sentence: index, paragraph: blocks[index]) }
  }

  /// What each sentence quotes, and who says it; pronouns of those who speak are resolved on the way.
  func quotedWords(in rules: inout [SentenceRules], of article: Article, blocks: [Int?]) -> [[QuotedWords]] {
    let paragraphs = blocks.map { $0 ?? -1 }
    let introduced = IntroducedParagraphs.areIn(rules, paragraphs: paragraphs)
    let isQuoted = zip(blocks, introduced).map { block, introduced in
      introduced || block.map { article.blocks[$0].kind == .quotation } ?? false
    }
    let quotations = QuotationFinder.quotations(
      in: rules.map(\.reading.tree), paragraphs: paragraphs, isQuoted: isQuoted)
    SpeakerReferences.resolve(&rules, quotations: quotations, cues: cues)
    return QuotationSpeakers.quotedWords(in: rules, paragraphs: paragraphs, quotations: quotations)
  }

  /// The tuples of a sentence in its own words, as open information extraction has them.
  public func openTuples(of sentence: Sentence) -> [OpenTuple] {
    let tree = SyntaxTree(TreeMender.mended(sentence, names: [], cues: cues))
    let reading = SentenceReading(tree, mentions: [], cues: cues)
    return OpenTuples(reading: reading).tuples()
  }

  /// The finder of names that knows what the article itself defines.
  private func nameFinder(for names: [NameReading]) -> NameFinder {
    var finder = NameFinder(vocabulary: vocabulary, cues: cues)
    var local = LocalNames()
    var evidence = PlaceEvidence(cues: cues)
    for reading in names {
      let mentions = finder.mentions(in: reading.tree, tagged: reading.tagged)
      evidence.add(mentions, in: reading.tree)
      AliasDefinitions(tree: reading.tree, mentions: mentions, vocabulary: vocabulary).collect(into: &local)
    }
    local.places = evidence.places
    finder.local = local
    return finder
  }

  /// Who speaks where an article credits nobody: its author, its outlet, or the article itself.
  public func author(of article: Article) -> Entity {
    if let author = article.author { return vocabulary.entity(named: author) ?? Entity(name: author, kind: .person) }
    if let outlet = article.outlet {
      return vocabulary.entity(named: outlet) ?? Entity(name: outlet, kind: .organisation)
    }
    return Entity(name: article.source, kind: .other)
  }

  /// The number of the block in which `range` of the article's text stands.
  func block(of range: TextRange, in article: Article) -> Int? {
    var low = 0
    var high = article.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if article.blocks[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < article.blocks.count && article.blocks[low].range.overlaps(range) ? low : nil
  }

  /// The entities with all that are above them, by name.
  private func closure(of entities: [String: Entity]) -> [Entity] {
    var all = entities
    for entity in entities.values {
      guard let broader = entity.broader else { continue }
      for above in [vocabulary.entity(named: broader)].compactMap({ $0 }) + vocabulary.chain(above: broader) {
        all[above.name] = all[above.name] ?? above
      }
    }
    return all.values.sorted { $0.name < $1.name }
  }
}
