import ClaimModel

/// An article in the making: its blocks, each still with its own offsets, and what the file says of it.
struct Draft: Hashable, Sendable {
  /// The file's name, as `Article.file` has it.
  var file: String
  /// SHA-256 of the file.
  var digest: String
  /// What the file says of the article.
  var metadata = Metadata()
  /// Whether its format marks headings, so that none has to be found by its looks.
  var marksHeadings = false
  /// Its parts, in order.
  var blocks: [Block] = []
  /// Where the bytes that the blocks' offsets count stand in the file.
  var source: OffsetMap

  /// A part of an article.
  struct Block: Hashable, Sendable {
    var kind: Article.Block.Kind
    var text: TracedText
  }

  /// The article: the blocks put together, an empty line between two.
  var article: Article {
    var bytes: [UInt8] = []
    var origins = OffsetMap()
    var ranges: [Article.Block] = []
    for block in blocks where !block.text.isEmpty {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      origins.append(block.text.origins, count: block.text.bytes.count, at: bytes.count, through: source)
      ranges.append(Article.Block(block.kind, TextRange(bytes.count, bytes.count + block.text.bytes.count)))
      bytes += block.text.bytes
    }
    var article = Article(
      file: file, digest: digest, text: String(decoding: bytes, as: UTF8.self), blocks: ranges, origins: origins)
    metadata.fill(&article)
    return article
  }
}
