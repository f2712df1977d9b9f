public import ClaimModel
public import Language

extension ClaimExtractor {
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
}
