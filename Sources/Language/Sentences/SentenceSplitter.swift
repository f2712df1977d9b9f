import ClaimModel

/// Finds where sentences end among the words of a block.
///
/// A sentence ends after `.`, `!`, `?` and what closes with them, if the next word can start one; never inside
/// quotation marks or brackets, nor after an abbreviation that stands before a name.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let table: TokenTable

  /// Over how many signs around a place the splitter looks.
  private static let reach = 8
  /// A quotation of more words is cut like other text.
  private static let quotationLimit = 120

  init(_ bytes: [UInt8], table: TokenTable = .english) {
    self.bytes = bytes
    self.table = table
  }

  /// A sentence's pieces.
  struct Sentence: Hashable {
    var pieces: Range<Int>
    /// Whether it ends only because it had grown too long.
    var isCut = false
  }

  /// The sentences among `pieces`, in order, without gaps.
  ///
  /// - Complexity: O(words).
  func sentences(of pieces: [Tokenizer.Piece]) -> [Sentence] {
    let closers = closingMarks(of: pieces)
    var sentences: [Sentence] = []
    var start = 0
    var closedAt = -1
    for index in pieces.indices {
      if let closer = closers[index] { closedAt = max(closedAt, closer) }
      let isFull = index + 1 - start >= Language.Sentence.wordLimit
      guard index + 1 < pieces.count, !pieces[index + 1].continuesWord || isFull else { continue }
      let hasEnded = index >= closedAt && ends(index, pieces)
      if isFull || hasEnded {
        sentences.append(Sentence(pieces: start..<(index + 1), isCut: !hasEnded))
        start = index + 1
      }
    }
    if start < pieces.count { sentences.append(Sentence(pieces: start..<pieces.count)) }
    return sentences
  }

  /// For each opening quotation mark or bracket, where it is closed.
  private func closingMarks(of pieces: [Tokenizer.Piece]) -> [Int: Int] {
    var closers: [Int: Int] = [:]
    var open: [Mark.Kind: Int] = [:]
    for index in pieces.indices {
      guard let mark = Mark(bytes, pieces[index], isOpen: open[.straight] != nil) else { continue }
      if mark.opens {
        open[mark.kind] = index
      } else if let start = open.removeValue(forKey: mark.kind), index - start <= Self.quotationLimit {
        closers[start] = index
      }
    }
    return closers
  }

  /// Whether a sentence can end after the word at `index`.
  private func ends(_ index: Int, _ pieces: [Tokenizer.Piece]) -> Bool {
    guard hasSpace(after: index, pieces) else { return false }
    if isAddress(pieces[index]), isAddress(pieces[index + 1]) { return true }
    var last = index
    while last > 0, index - last < Self.reach, isCloser(pieces[last]) { last -= 1 }
    let word = pieces[last]
    let final = bytes[word.end - 1]
    let next = nextStart(after: index, pieces)
    if word.end - word.start == 1 || isRun(word) {
      guard isTerminal(word) else { return false }
      return isRun(word) && final == UInt8(ascii: ".")
        ? Letters.isUppercase(next) || next == UInt8(ascii: "\"") : canStart(next)
    }
    if bytes[word.start] == 0xE2, word.end - word.start == 3, bytes[word.end - 1] == 0xA6 {
      return Letters.isUppercase(next)
    }
    guard final == UInt8(ascii: "."), last == index else { return false }
    return endsAfterAbbreviation(word, index, pieces)
  }

  /// Addresses that stand one after the other are a list.
  private func isAddress(_ word: Tokenizer.Piece) -> Bool { WordEnd.isAddress(word.start, word.end, in: bytes) }

  private func isTerminal(_ word: Tokenizer.Piece) -> Bool {
    bytes[word.start..<word.end].allSatisfy { Self.terminals.contains($0) }
  }

  private static let terminals = Set(".!?".utf8)

  /// `...`, `?!`
  private func isRun(_ word: Tokenizer.Piece) -> Bool { word.end - word.start > 1 && isTerminal(word) }

  private func isCloser(_ word: Tokenizer.Piece) -> Bool {
    if Self.openingMarks.contains(where: { bytes[word.start..<word.end].elementsEqual($0.utf8) }) { return false }
    guard let sign = Letters.sign(at: word.start, in: bytes), word.start + sign.length == word.end else {
      return bytes[word.start..<word.end].elementsEqual("''".utf8)
    }
    return Self.closers.contains(sign.ascii)
  }

  /// The marks that only open.
  private static let openingMarks = ["‘", "“"]
  private static let closers = Set("\"')]}".utf8)

  private func hasSpace(after index: Int, _ pieces: [Tokenizer.Piece]) -> Bool {
    pieces[index].end < pieces[index + 1].start || Letters.isUppercase(bytes[pieces[index + 1].start])
  }

  /// The first letter of the next sentence, past what opens it.
  private func nextStart(after index: Int, _ pieces: [Tokenizer.Piece]) -> UInt8 {
    var next = index + 1
    while next + 1 < pieces.count, next - index < Self.reach,
      let sign = Letters.sign(at: pieces[next].start, in: bytes),
      "\"'([-#*".utf8.contains(sign.ascii)
    {
      next += 1
    }
    return bytes[pieces[next].start]
  }

  private func canStart(_ byte: UInt8) -> Bool { !Letters.isLowercase(byte) && !",;:).?!".utf8.contains(byte) }

  /// After "Inc." or "U.S." a sentence ends if a word follows that would not be a name there.
  private func endsAfterAbbreviation(_ word: Tokenizer.Piece, _ index: Int, _ pieces: [Tokenizer.Piece]) -> Bool {
    let form = Array(bytes[word.start..<word.end])
    guard !table.contains(form, .title), !table.contains(form, .numbered), form.count > 2 else { return false }
    let next = pieces[index + 1]
    guard Letters.isUppercase(bytes[next.start]) else { return false }
    return table.contains(Array(bytes[next.start..<next.end]), .starter)
  }
}

/// A quotation mark or a bracket.
private struct Mark: Hashable {
  enum Kind: Hashable { case straight, curly, angle, round, square }

  var kind: Kind
  var opens: Bool

  init?(_ bytes: [UInt8], _ piece: Tokenizer.Piece, isOpen: Bool) {
    switch bytes[piece.start..<piece.end].map({ $0 }) {
    case Array("\"".utf8): (kind, opens) = (.straight, !isOpen)
    case Array("``".utf8): (kind, opens) = (.straight, true)
    case Array("''".utf8): (kind, opens) = (.straight, false)
    case Array("“".utf8): (kind, opens) = (.curly, true)
    case Array("”".utf8): (kind, opens) = (.curly, false)
    case Array("«".utf8): (kind, opens) = (.angle, true)
    case Array("»".utf8): (kind, opens) = (.angle, false)
    case Array("(".utf8): (kind, opens) = (.round, true)
    case Array(")".utf8): (kind, opens) = (.round, false)
    case Array("[".utf8): (kind, opens) = (.square, true)
    case Array("]".utf8): (kind, opens) = (.square, false)
    default: return nil
    }
  }
}
