public import ClaimModel
import Dispatch
import Synchronization

/// Turns text into sentences of tagged words in trees.
public struct Analyzer: Sendable {
  private let model: LanguageModel

  /// The analyzer that uses `model`.
  public init(model: LanguageModel = .english) {
    self.model = model
  }

  /// The sentences of an article, each inside one of its blocks.
  ///
  /// - Complexity: O(bytes).
  public func sentences(of article: Article) -> [Sentence] {
    let bytes = Array(article.text.utf8)
    return annotate(
      article.blocks.flatMap { Self.split($0.range.start..<min($0.range.end, bytes.count), of: bytes) })
  }

  /// The sentences of a text; an empty line ends a block, which no sentence crosses.
  ///
  /// - Complexity: O(bytes).
  public func sentences(of text: String) -> [Sentence] {
    let bytes = Array(text.utf8)
    return annotate(Self.blocks(of: bytes).flatMap { Self.split($0, of: bytes) })
  }

  /// The sentences of a text, their words without tags and trees.
  package static func tokenize(_ text: String) -> [Sentence] {
    let bytes = Array(text.utf8)
    return blocks(of: bytes).flatMap { split($0, of: bytes) }
  }

  private static func split(_ block: Range<Int>, of bytes: [UInt8]) -> [Sentence] {
    let pieces = Tokenizer.pieces(of: block, in: bytes)
    return SentenceSplitter(bytes).sentences(of: pieces).map { sentence in
      let pieces = pieces[sentence.pieces]
      let tokens = pieces.map { piece in
        Token(
          form: String(decoding: bytes[piece.start..<piece.end], as: UTF8.self),
          range: TextRange(piece.start, piece.end), continuesWord: piece.continuesWord)
      }
      return Sentence(
        tokens: tokens, range: TextRange(pieces[pieces.startIndex].start, pieces[pieces.endIndex - 1].end),
        isCut: sentence.isCut)
    }
  }

  /// The parts of a text between its empty lines.
  private static func blocks(of bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    var lineStart = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      if bytes[lineStart..<index].allSatisfy({
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
      }) {
        if lineStart > start { blocks.append(start..<lineStart) }
        start = index + 1
      }
      lineStart = index + 1
    }
    if start < bytes.count { blocks.append(start..<bytes.count) }
    return blocks
  }

  /// The sentences with tag, lemma, head and dependency filled in; their words are kept as they are.
  ///
  /// Parts of a long text are worked on by several cores at the same time; the result does not depend on it.
  /// - Complexity: O(words).
  public func annotate(_ sentences: [Sentence]) -> [Sentence] {
    let parts = stride(from: 0, to: sentences.count, by: Self.partSize)
      .map { sentences[$0..<min($0 + Self.partSize, sentences.count)] }
    let annotated = Mutex([[Sentence]](repeating: [], count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let part = annotatedPart(parts[index])
      annotated.withLock { $0[index] = part }
    }
    return annotated.withLock { Array($0.joined()) }
  }

  /// How many sentences are worked on by one core.
  private static let partSize = 240

  private func annotatedPart(_ sentences: ArraySlice<Sentence>) -> [Sentence] {
    var annotated = Array(sentences)
    let analyses = model.annotator.analyses(of: sentences.map { $0.tokens.map { Self.spelling(of: $0.form) } })
    for (index, analysis) in analyses.enumerated() where analysis.heads.count == annotated[index].tokens.count {
      fill(&annotated[index].tokens, with: analysis)
    }
    return annotated
  }

  /// The word as the treebanks spell it: the quotation marks of the Penn Treebank are plain ones there.
  private static func spelling(of form: String) -> String { form == "``" || form == "''" ? "\"" : form }

  private func fill(_ tokens: inout [Token], with analysis: TreeAnalysis) {
    let tags = model.annotator.tags
    for index in tokens.indices {
      let tag = analysis.tags[index]
      tokens[index].tag = tags.universal[tag]
      tokens[index].fineTag = tags.fine[tag]
      tokens[index].lemma = model.lemmatizer.lemma(
        of: tokens[index].form, tag: tags.universal[tag], fineTag: tags.fine[tag])
      let head = analysis.heads[index]
      tokens[index].head = head > 0 ? head - 1 : nil
      tokens[index].dependency = analysis.labels[index]
    }
  }
}
