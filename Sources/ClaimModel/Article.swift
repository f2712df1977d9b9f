/// An article, cleaned: what it says, where each byte of that stands in the file, and what is known of it.
public struct Article: Hashable, Sendable {
  /// The file's name without its folder, or a name for what has no file (`-` for standard input); with `#` and the line
  /// where one file holds several articles.
  public var file: String
  /// Where its file stands, from the root of the file system, by which a changed file is known again; nil for what has no
  /// file. A knowledge base keeps no more than a hash of it, so that it never tells where it was made.
  public var path: String?
  /// What the catalogue calls it.
  public var label: String?
  /// Its headline.
  public var title: String?
  /// Who wrote it.
  public var author: String?
  /// Who published it.
  public var outlet: String?
  /// Where it was published.
  public var url: String?
  /// When it was published.
  public var published: DateRange?
  /// The digest of the file's bytes, or of its line's where one file holds several articles (SHA-256, 64 hexadecimal
  /// digits).
  public var digest: String
  /// What it says: the blocks that are kept, an empty line between two.
  public var text: String
  /// The parts of `text`, in order, without overlap.
  public var blocks: [Block]
  /// Where the bytes of `text` stand in the file.
  public var origins: OffsetMap

  /// An article of which nothing is known but its text.
  public init(file: String, digest: String, text: String, blocks: [Block], origins: OffsetMap) {
    self.file = file
    self.digest = digest
    self.text = text
    self.blocks = blocks
    self.origins = origins
  }

  /// How it is shown: the catalogue's label, else author, outlet, title, or the file's name.
  public var source: String { label ?? author ?? outlet ?? title ?? file }

  /// What tells it apart in the content addresses of its claims: the digest of its file, or else the file's name.
  public var identity: String { digest.isEmpty ? "file " + file : digest }

  /// Takes in what somebody else knows of the same article, without its text. Where they differ the lesser text wins, so
  /// that it makes no difference who was asked first.
  public mutating func merge(facts other: Article) {
    for fact in [\Article.label, \.title, \.author, \.outlet, \.url] {
      self[keyPath: fact] = [self[keyPath: fact], other[keyPath: fact]].compactMap(\.self).min()
    }
    published = [published, other.published].compactMap(\.self).min { $0.description < $1.description }
  }

  /// A paragraph, a heading …: a part of an article's text that no sentence crosses.
  public struct Block: Hashable, Sendable {
    /// What part an article's block plays.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case heading, paragraph, listItem, caption, quotation
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands in the article's text.
    public var range: TextRange

    /// A block of `kind` at `range` of the article's text.
    public init(_ kind: Kind, _ range: TextRange) {
      self.kind = kind
      self.range = range
    }
  }
}
