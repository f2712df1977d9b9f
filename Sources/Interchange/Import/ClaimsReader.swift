public import ClaimModel

/// Claims that others have made, as a file has them.
public struct ImportedClaims {
  /// The claims by article, those of an article in the order of the file.
  public var readings: [(article: Article, extraction: Extraction)] = []
  /// What is wrong with the file, line by line.
  public var diagnostics: [Diagnostic] = []
  /// How many lines are no claims, which are left out.
  public var badLines = 0
}

/// What a reader of claims has to know of the rest of the world.
public struct ImportContext: Sendable {
  /// The entity that has this name, whatever its case.
  public var entity: @Sendable (_ name: String) -> Entity?
  /// The entity that words of a running text name, as they are written there.
  public var entityWritten: @Sendable (_ words: String) -> Entity?
  /// Who speaks where an article credits nobody.
  public var author: @Sendable (Article) -> Entity
  /// The content address of a claim in the article with an identity.
  public var contentAddress: @Sendable (_ claim: Claim, _ identity: String) -> ClaimID
  /// The content address of what a claim says, where that has been written as `contentAddress` does: the identity, then the
  /// fields of the claim, each after a unit separator (U+001F).
  public var addressOfContent: @Sendable (_ content: Span<UInt8>) -> ClaimID
  /// The articles that are known, with the ranges of their sentences in their text.
  public var articles: [(article: Article, sentences: [TextRange])]
  /// Which of some words one may have meant that is none of them.
  public var nearest: @Sendable (_ word: String, _ words: [String]) -> String?

  /// What a reader has to know.
  public init(
    entity: @escaping @Sendable (String) -> Entity?, entityWritten: @escaping @Sendable (String) -> Entity?,
    author: @escaping @Sendable (Article) -> Entity,
    contentAddress: @escaping @Sendable (Claim, String) -> ClaimID,
    addressOfContent: @escaping @Sendable (Span<UInt8>) -> ClaimID,
    articles: [(article: Article, sentences: [TextRange])],
    nearest: @escaping @Sendable (String, [String]) -> String?
  ) {
    self.entity = entity
    self.entityWritten = entityWritten
    self.author = author
    self.contentAddress = contentAddress
    self.addressOfContent = addressOfContent
    self.articles = articles
    self.nearest = nearest
  }
}

/// Reads `*.claims.jsonl`: what `ClaimsJSONL` writes, and what a language model or a person writes like it.
///
/// Of each line the form is checked first, attribute by attribute. Then the claims of the file are tied to the articles
/// that they were made of, to the entities that they name and to one another; each gets its content address, by which
/// one that Hearsay wrote has the id that it had. A line that is wrong is reported and left out.
public struct ClaimsReader {
  private let context: ImportContext

  /// A reader that ties claims to what `context` knows.
  public init(_ context: ImportContext) {
    self.context = context
  }

  /// The claims of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - path: What messages call the file.
  ///   - extractor: Who made the claims whose lines do not say so.
  ///   - isStrict: Whether the first line that is wrong stops the reading, with no claim read.
  /// - Returns: The claims and all that is wrong. Linear in the length of the file, and for each line that quotes a part
  ///   of a sentence in the length of its article.
  public func read(_ bytes: [UInt8], path: String, extractor: String, isStrict: Bool) -> ImportedClaims {
    var sheet = FaultSheet(path: path)
    var claims: [ClaimLine] = []
    let reader = JSONReader()
    let padded = bytes + [UInt8](repeating: 0, count: JSONReader.padding)
    for line in Self.lines(of: padded, length: bytes.count) {
      let checked = CheckedLine(
        line, line.bytes.startIndex..<line.bytes.endIndex, of: padded, with: reader, nearest: context.nearest)
      sheet.add(checked.faults, at: line)
      if let claim = checked.claim { claims.append(claim) }
      if isStrict, sheet.badLines > 0 { return sheet.imported(nothing: true) }
    }
    if claims.isEmpty, sheet.badLines == 0 { sheet.addEmptyFile() }
    var linker = ClaimLinker(context, path: path, extractor: extractor)
    let readings = linker.link(claims) { sheet.add([$0], at: $1) }
    if isStrict, sheet.badLines > 0 { return sheet.imported(nothing: true) }
    var imported = sheet.imported(nothing: false)
    imported.readings = readings
    return imported
  }

  /// The lines that are not blank, without a byte order mark and the ends of lines.
  static func lines(of bytes: [UInt8], length: Int) -> [LineText] {
    var lines: [LineText] = []
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < length {
      number += 1
      let next = bytes[start..<length].firstIndex(of: 0x0A) ?? length
      let end = next > start && bytes[next - 1] == 0x0D ? next - 1 : next
      if !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        lines.append(LineText(number: number, bytes: bytes[start..<end]))
      }
      start = next + 1
    }
    return lines
  }
}
