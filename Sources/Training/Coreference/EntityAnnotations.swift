/// The mentions of entities that a treebank marks in the last column of CoNLL-U, as GUM does.
///
/// `Entity=(7-place-new-…` opens a mention of entity 7 at this word, `7)` closes the last one that is open; several stand
/// one behind the other, and a number holds for its document.
public struct EntityAnnotations: Sendable {
  /// A mention: words of one sentence.
  struct Mention: Hashable, Sendable {
    /// The number of its entity, unique in the document.
    var entity: String
    /// Its words.
    var words: Range<Int>
  }

  /// The mentions of each sentence, in the order in which they end.
  private(set) var sentences: [[Mention]] = []

  /// Reads the mentions of a CoNLL-U text, whose sentences are those that `CoNLLU` reads. Linear in its length.
  public init(parsing text: String) {
    var mentions: [Mention] = []
    var open: [(entity: String, start: Int)] = []
    var words = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") { continue }
      if line.isEmpty {
        if words > 0 { sentences.append(mentions) }
        (mentions, open, words) = ([], [], 0)
        continue
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10, columns[0].utf8.allSatisfy({ $0 != 0x2D && $0 != 0x2E }) else { continue }
      let marks = columns[9].split(separator: "|").first { $0.hasPrefix("Entity=") }
      Self.read(marks?.dropFirst(7) ?? "", at: words, open: &open, mentions: &mentions)
      words += 1
    }
    if words > 0 { sentences.append(mentions) }
  }

  private static func read(
    _ marks: Substring, at word: Int, open: inout [(entity: String, start: Int)], mentions: inout [Mention]
  ) {
    var rest = marks[...]
    while let first = rest.first {
      let opens = first == "("
      if opens { rest = rest.dropFirst() }
      let mark = rest.prefix { $0 != "(" && $0 != ")" }
      let entity = String(mark.prefix { $0 != "-" && $0 != "[" })
      rest = rest[mark.endIndex...]
      let closes = rest.first == ")"
      if closes { rest = rest.dropFirst() }
      if opens { open.append((entity, word)) }
      if closes, let index = open.lastIndex(where: { $0.entity == entity }) {
        mentions.append(Mention(entity: entity, words: open[index].start..<(word + 1)))
        open.remove(at: index)
      }
      if mark.isEmpty && !closes { break }
    }
  }
}
