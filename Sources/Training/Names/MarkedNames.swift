import ClaimModel
public import Language

/// Names that a reader marked in a treebank's sentences, without the sentences: `web-names.tsv`.
public struct MarkedNames: Sendable {
  private var names: [UInt32: [NameSpan]] = [:]

  /// Lines with the hash of a sentence, then for each name its words, counted from 1, and its kind, parted by tabs; what
  /// starts with `#` is passed over.
  public init(parsing text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard let hash = UInt32(cells[0], radix: 16) else { continue }
      names[hash] = cells.dropFirst().compactMap(Self.name)
    }
  }

  /// `3-5 person`
  private static func name(_ cell: Substring) -> NameSpan? {
    let parts = cell.split(separator: " ")
    let ends = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[1])), let first = ends.first, first > 0,
      let last = ends.last, first <= last
    else { return nil }
    return NameSpan((first - 1)..<last, kind)
  }

  /// The names of a sentence; none where its words are not those that were marked.
  public func names(in sentence: Sentence) -> [NameSpan] {
    let hash = SentenceHash.hash(sentence.tokens.map(\.form).joined(separator: " "))
    return (names[hash] ?? []).filter { $0.words.upperBound <= sentence.tokens.count }
  }
}
