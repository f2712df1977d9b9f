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
    let blocks = sentences.map { block(of: $0.range, in: article) }
    var rules = rules(for: sentences, of: article, blocks: blocks)
    let quoted = quotedWords(in: &rules, of: article, blocks: blocks)
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

  /// The attributions of `article`, whose parsed sentences are given in order, by the place of their cues.
  public func attributions(in article: Article, sentences: [Sentence]) -> [AttributionRelation] {
    let blocks = sentences.map { block(of: $0.range, in: article) }
    var rules = rules(for: sentences, of: article, blocks: blocks)
    let quoted = quotedWords(in: &rules, of: article, blocks: blocks)
    var relations = rules.enumerated().map { AttributionSpans(rule: $1.attribution).relations(in: $0) }
    for (sentence, quotation) in quoted.enumerated().flatMap({ index, all in all.map { (index, $0) } }) {
      let voice = quotation.voice
      let spans = AttributionSpans(rule: rules[voice.sentence].attribution)
      relations[voice.sentence][voice.attribution.cueWord, default: spans.words(of: voice.attribution)]
        .content[sentence, default: []].formUnion(quotation.words)
    }
    return relations.enumerated().flatMap { sentence, found in
      found.sorted { $0.key < $1.key }.map { _, words in
        AttributionRelation(
          source: runs(of: words.source, in: sentences[sentence], article),
          cue: runs(of: words.cue, in: sentences[sentence], article),
          content: words.content.sorted { $0.key < $1.key }.flatMap { runs(of: $1, in: sentences[$0], article) })
      }
    }
  }

  /// The bytes of the original file in which the runs of neighbouring words of a sentence stand.
  private func runs(of words: Set<Int>, in sentence: Sentence, _ article: Article) -> [TextRange] {
    var runs: [Range<Int>] = []
    for word in words.sorted() {
      if let last = runs.last, last.upperBound == word {
        runs[runs.count - 1] = last.lowerBound..<(word + 1)
      } else {
        runs.append(word..<(word + 1))
      }
    }
    return runs.map { run in
      article.origins.original(
        of: TextRange(
          sentence.tokens[run.lowerBound].range.start, sentence.tokens[run.upperBound - 1].range.end))
    }
  }

  /// The rules for each sentence, what its words refer to resolved.
  private func rules(for sentences: [Sentence], of article: Article, blocks: [Int?]) -> [SentenceRules] {
    let trees = mendedTrees(of: sentences)
    let finder = nameFinder(for: trees)
    var resolver = ReferenceResolver(cues: cues, vocabulary: vocabulary)
    return zip(trees, blocks).map { tree, block in
      var reading = SentenceReading(tree, mentions: finder.mentions(in: tree), cues: cues)
      resolver.resolve(&reading)
      let isHeading = block.map { article.blocks[$0].kind == .heading } ?? false
      return SentenceRules(reading, of: article, isHeading: isHeading, vocabulary: vocabulary, cues: cues)
    }
  }

  /// What each sentence quotes, and who says it; pronouns of those who speak are resolved on the way.
  private func quotedWords(in rules: inout [SentenceRules], of article: Article, blocks: [Int?]) -> [[QuotedWords]] {
    let paragraphs = blocks.map { $0 ?? -1 }
    let isQuoted = blocks.map { block in block.map { article.blocks[$0].kind == .quotation } ?? false }
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

  private func author(of article: Article) -> Entity {
    if let author = article.author { return vocabulary.entity(named: author) ?? Entity(name: author, kind: .person) }
    if let outlet = article.outlet {
      return vocabulary.entity(named: outlet) ?? Entity(name: outlet, kind: .organisation)
    }
    return Entity(name: article.source, kind: .other)
  }

  /// The number of the block in which `range` of the article's text stands.
  private func block(of range: TextRange, in article: Article) -> Int? {
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
