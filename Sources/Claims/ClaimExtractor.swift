public import ClaimModel
public import Language
import TextForms
public import Vocabulary

/// Reads claims out of the dependency trees of an article's sentences.
///
/// Clauses come from grammar (`ClauseFinder`); each rule then adds one attribute. Linear in the text, but for sentences
/// whose clauses lie deep within each other.
public struct ClaimExtractor: Sendable {
  private let vocabulary: Vocabulary
  private let cues = CueTable.shipped

  /// An extractor that knows the names of `vocabulary`.
  public init(vocabulary: Vocabulary = .shipped) {
    self.vocabulary = vocabulary
  }

  /// The claims of `article`, whose parsed sentences are given in order, and the entities that they name.
  public func extract(from article: Article, sentences: [Sentence]) -> Extraction {
    let trees = mendedTrees(of: sentences)
    let finder = nameFinder(for: trees)
    var resolver = ReferenceResolver(cues: cues, vocabulary: vocabulary)
    var extraction = Extraction()
    var entities: [String: Entity] = [:]
    let author = author(of: article)
    entities[author.name] = author
    for (index, tree) in trees.enumerated() {
      var reading = SentenceReading(tree, mentions: finder.mentions(in: tree), cues: cues)
      resolver.resolve(&reading)
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

  /// The tuples of a sentence in its own words, as open information extraction has them.
  public func openTuples(of sentence: Sentence) -> [OpenTuple] {
    let tree = SyntaxTree(TreeMender.mended(sentence, names: [], cues: cues))
    let reading = SentenceReading(tree, mentions: [], cues: cues)
    return OpenTuples(reading: reading).tuples()
  }

  /// The sentences' trees, mended with the help of the names that the vocabulary knows.
  private func mendedTrees(of sentences: [Sentence]) -> [SyntaxTree] {
    let finder = NameFinder(vocabulary: vocabulary, cues: cues)
    return sentences.map { sentence in
      let names = finder.mentions(in: SyntaxTree(sentence)).filter(\.isKnown).map(\.words)
      return SyntaxTree(TreeMender.mended(sentence, names: names, cues: cues))
    }
  }

  /// The finder of names that knows what the article itself defines.
  private func nameFinder(for trees: [SyntaxTree]) -> NameFinder {
    var finder = NameFinder(vocabulary: vocabulary, cues: cues)
    var local = LocalNames()
    for tree in trees {
      let mentions = finder.mentions(in: tree)
      AliasDefinitions(tree: tree, mentions: mentions, vocabulary: vocabulary).collect(into: &local)
    }
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
