/// The entities that a treebank marks in its last column (`Entity=(3-place-new-…-coref-Kabul` … `Entity=3)`), as GUM does.
public enum EntityMentions {
  /// Words that speak of an entity, with its type: `person`, `place`, `organization`, `abstract` …
  public struct Mention: Hashable, Sendable {
    /// The words, as indexes of the sentence's tokens.
    public var words: Range<Int>
    /// The type, as the treebank writes it.
    public var type: String
  }

  /// The mentions of each sentence of a CoNLL-U text, inner ones before those around them. Linear in the text.
  public static func mentions(inTreebank text: String) -> [[Mention]] {
    var sentences: [[Mention]] = []
    var reader = Reader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if reader.words > 0 { sentences.append(reader.mentions) }
        reader = Reader()
      } else if let first = line.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) {
        reader.read(line)
      }
    }
    if reader.words > 0 { sentences.append(reader.mentions) }
    return sentences
  }

  private struct Reader {
    var words = 0
    var mentions: [Mention] = []
    private var open: [(number: Substring, start: Int, type: String)] = []

    mutating func read(_ line: Substring) {
      let columns = line.split(separator: "\t")
      guard columns.count == 10, Int(columns[0]) != nil else { return }
      words += 1
      for part in columns[9].split(separator: "|") where part.hasPrefix("Entity=") { read(brackets: part.dropFirst(7)) }
    }

    /// `(4-abstract-…(5-object-…)`: opens 4, opens and closes 5; `4)3)` closes 4 and 3.
    private mutating func read(brackets: Substring) {
      var rest = brackets
      while let sign = rest.first {
        if sign == "(" {
          let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
          let fields = body.split(separator: "-", maxSplits: 2)
          if fields.count > 1 { open.append((fields[0], words - 1, String(fields[1]))) }
          rest = rest[body.endIndex...]
          if rest.first == ")" {
            close(fields.first ?? "")
            rest = rest.dropFirst()
          }
        } else {
          let number = rest.prefix { $0 != ")" && $0 != "(" }
          close(number)
          rest = rest[number.endIndex...]
          if rest.first == ")" { rest = rest.dropFirst() }
        }
      }
    }

    private mutating func close(_ number: Substring) {
      guard let index = open.lastIndex(where: { $0.number == number }) else { return }
      let mention = open.remove(at: index)
      mentions.append(Mention(words: mention.start..<words, type: mention.type))
    }
  }
}
