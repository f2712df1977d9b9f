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
    var extraction = Extraction()
    var entities: [String: Entity] = [:]
    let author = author(of: article)
    entities[author.name] = author
    for (index, reading) in readings(of: sentences).enumerated() {
      let range = sentences[index].range
      let rules = SentenceRules(
        reading, of: article, isHeading: isHeading(range, in: article), vocabulary: vocabulary, cues: cues)
      var builder = ClaimBuilder(
        rules: rules, article: article, vocabulary: vocabulary, author: Argument(.entity(author.name)),
        sentence: (index + 1, article.text[range], article.origins.original(of: range)))
      builder.build()
      extraction.claims.append(contentsOf: builder.claims)
      entities.merge(builder.entities) { known, _ in known }
    }
    extraction.entities = closure(of: entities)
    return extraction
  }

  /// The pronouns and descriptions that are taken to stand for a name, in the order of an article's parsed sentences.
  package func links(in sentences: [Sentence]) -> [ReferenceLink] {
    var links: [ReferenceLink] = []
    var names: [String: (sentence: Int, words: Range<Int>)] = [:]
    for (index, reading) in readings(of: sentences).enumerated() {
      let tree = reading.tree
      for word in 0..<tree.count {
        if let mention = reading.mention(at: word), !mention.isDemonym {
          // "the US president" names the US in passing.
          let isInPassing = tree.tokens[mention.head].dependency == .compound
          if !isInPassing || names[mention.entity.name] == nil { names[mention.entity.name] = (index, mention.words) }
        }
        guard let entity = reading.referents[word] else { continue }
        let later = reading.mentions.first { $0.entity.name == entity.name }.map { (index, $0.words) }
        if let name = names[entity.name] ?? later {
          links.append(ReferenceLink(sentence: index, word: word, name: name))
        }
      }
    }
    return links
  }

  /// An article's parsed sentences, read in order, with their names found and their references resolved.
  private func readings(of sentences: [Sentence]) -> [SentenceReading] {
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
    for reading in names {
      let mentions = finder.mentions(in: reading.tree, tagged: reading.tagged)
      AliasDefinitions(tree: reading.tree, mentions: mentions, vocabulary: vocabulary).collect(into: &local)
    }
    finder.local = local
    return finder
  }

  private func author(of article: Article) -> Entity {
    if let author = article.author { return vocabulary.entity(named: author) ?? Entity(name: author, kind: .person) }
    if let outlet = article.outlet {
      return vocabulary.entity(named: outlet) ?? Entity(name: outlet, kind: .organisation)
    }
    return Entity(name: article.source, kind: .other)
  }

  private func isHeading(_ range: TextRange, in article: Article) -> Bool {
    var low = 0
    var high = article.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if article.blocks[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < article.blocks.count && article.blocks[low].kind == .heading
      && article.blocks[low].range.overlaps(range)
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
