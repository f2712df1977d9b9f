import ClaimModel

/// Cuts a block of text into words as UD English does: signs apart from words, hyphenated compounds into their parts,
/// clitics ("do|n't", "ISIS|'s") off their words.
struct Tokenizer {
  /// A word's bytes, and whether it is written together with the one before as one multiword token.
  struct Piece: Hashable {
    var start: Int
    var end: Int
    var continuesWord = false
  }

  private let bytes: [UInt8]
  private let table: TokenTable
  private var pieces: [Piece] = []
  /// Single quotation marks that are open.
  private var openQuotes = 0

  private init(_ bytes: [UInt8], table: TokenTable) {
    self.bytes = bytes
    self.table = table
  }

  /// The words of `range` of a text's bytes.
  ///
  /// - Complexity: O(bytes).
  static func pieces(of range: Range<Int>, in bytes: [UInt8], table: TokenTable = .english) -> [Piece] {
    var tokenizer = Tokenizer(bytes, table: table)
    var index = range.lowerBound
    while index < range.upperBound {
      let space = Letters.space(at: index, in: bytes)
      if space > 0 {
        index += space
        continue
      }
      let start = index
      while index < range.upperBound, Letters.space(at: index, in: bytes) == 0 { index += 1 }
      tokenizer.split(start, min(index, range.upperBound), limit: range.upperBound)
    }
    return tokenizer.pieces
  }

  private mutating func emit(_ start: Int, _ end: Int, continuesWord: Bool = false) {
    if end > start { pieces.append(Piece(start: start, end: end, continuesWord: continuesWord)) }
  }

  /// Cuts what stands between two spaces.
  private mutating func split(_ start: Int, _ end: Int, limit: Int) {
    if table.contains(normal(start, end), .sign) { return emit(start, end) }
    var first = start
    while first < end, let length = leadingSign(first, end) {
      if bytes[first] == UInt8(ascii: "'") || bytes[first] == 0xE2 { noteQuote(first, opens: true) }
      emit(first, first + length)
      first += length
    }
    let last = WordEnd.find(first, end, in: bytes, table: table, followedBy: nextWord(after: end, limit))
    splitCore(first, last)
    splitTrailing(last, end)
  }

  /// The bytes of the sign at `start` that is a word of its own, or nil if a word starts there.
  private func leadingSign(_ start: Int, _ end: Int) -> Int? {
    guard let sign = Letters.sign(at: start, in: bytes) else { return nil }
    let next = start + sign.length
    switch sign.ascii {
    case UInt8(ascii: "'"):
      if next < end, isElided(start, end, next) { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "@"):
      if next < end, Letters.isAlphanumeric(bytes[next]), sign.length == 1, !follows(start) { return nil }
    case UInt8(ascii: "#"):
      if next < end, sign.length == 1, Letters.isLetter(bytes[next]) { return nil }
    default: break
    }
    return runLength(start, end, sign)
  }

  /// Whether a word stands right before `index`.
  private func follows(_ index: Int) -> Bool { pieces.last?.end == index }

  /// `'em`, `'90s`.
  private func isElided(_ start: Int, _ end: Int, _ next: Int) -> Bool {
    var last = end
    while last > next, end - last < 8, let sign = WordEnd.signEnding(at: last, in: bytes),
      sign.ascii != UInt8(ascii: "'")
    {
      last -= sign.length
    }
    if table.contains(normal(start, last), .elided) { return true }
    return last - next >= 2 && Letters.isDigit(bytes[next]) && Letters.isDigit(bytes[next + 1])
      && last - next <= 3
  }

  /// Signs of one kind that stand together make one word: `...`, `--`, `!!`, `''`.
  private func runLength(_ start: Int, _ end: Int, _ sign: Letters.Sign) -> Int {
    var index = start + sign.length
    guard Self.runs.contains(sign.ascii), sign.length == 1 || Self.wideRuns.contains(sign.ascii) else {
      return sign.length
    }
    let isMark = Self.marks.contains(sign.ascii)
    while index < end, let next = Letters.sign(at: index, in: bytes),
      next.ascii == sign.ascii || (isMark && Self.marks.contains(next.ascii)), next.length == sign.length
    {
      index += next.length
    }
    return index - start
  }

  private static let runs = Set(".!?-=*_~<>+|`'".utf8)
  private static let wideRuns = Set(".'".utf8)
  private static let marks = Set("!?".utf8)

  private mutating func noteQuote(_ start: Int, opens: Bool) {
    guard Letters.sign(at: start, in: bytes)?.ascii == UInt8(ascii: "'") else { return }
    openQuotes = max(0, openQuotes + (opens ? 1 : -1))
  }

  /// Cuts the signs after a word.
  private mutating func splitTrailing(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      guard let sign = Letters.sign(at: index, in: bytes) else { return splitCore(index, end) }
      let length = runLength(index, end, sign)
      let isPossessive = sign.ascii == UInt8(ascii: "'") && length == sign.length && index == start && isPlural(start)
      emit(index, index + length, continuesWord: isPossessive)
      if sign.ascii == UInt8(ascii: "'") && !isPossessive { noteQuote(index, opens: false) }
      index += length
    }
  }

  /// Whether an apostrophe at `index` makes a possessive of the word before: "the states' role".
  private func isPlural(_ index: Int) -> Bool {
    guard openQuotes == 0, index > 0, follows(index) else { return false }
    return bytes[index - 1] == UInt8(ascii: "s") || bytes[index - 1] == UInt8(ascii: "S")
  }

  /// Cuts a word without signs around it.
  private mutating func splitCore(_ start: Int, _ end: Int) {
    guard end > start else { return }
    if WordEnd.isAddress(start, end, in: bytes) { return emit(start, end) }
    var first = start
    var index = start
    while index < end {
      guard let sign = Letters.sign(at: index, in: bytes) else {
        index += 1
        continue
      }
      let length = runLength(index, end, sign)
      if index > first || first > start, splits(sign, start: first, at: index, length: length, end: end) {
        splitClitics(first, index)
        emit(index, index + length)
        first = index + length
      }
      index += length
    }
    splitClitics(first, end)
  }

  /// Whether a sign inside a word, whose last cut was at `start`, is a word of its own.
  private func splits(_ sign: Letters.Sign, start: Int, at index: Int, length: Int, end: Int) -> Bool {
    let next = index + length
    guard next < end else { return false }
    let before = index > 0 ? bytes[index - 1] : 0
    let after = bytes[next]
    let digits = Letters.isDigit(before) && Letters.isDigit(after)
    switch sign.ascii {
    case UInt8(ascii: "-") where length == 1 || sign.length == 3:
      return splitsHyphen(start, index, next, end)
    case UInt8(ascii: "_"): return sign.length == 3
    case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "~"): return false
    case UInt8(ascii: ","): return !digits
    case UInt8(ascii: ":"): return !digits
    case UInt8(ascii: "/"): return index - start > 1 && Letters.isLetter(before) && Letters.isLetter(after)
    case UInt8(ascii: "."): return length > 1 || sign.length == 3 || startsSentence(start, index, next, end)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return !isShortParenthesis(index, end)
    case UInt8(ascii: "$"): return Letters.isDigit(after)
    case UInt8(ascii: "%"), UInt8(ascii: "#"): return sign.length > 1
    default: return true
    }
  }

  /// "argument(s)" is one word.
  private func isShortParenthesis(_ index: Int, _ end: Int) -> Bool {
    bytes[index] == UInt8(ascii: "(") && index + 3 >= end || bytes[index] == UInt8(ascii: ")")
  }

  /// A full stop without a space after it: "soil.The".
  private func startsSentence(_ start: Int, _ index: Int, _ next: Int, _ end: Int) -> Bool {
    index - start > 2 && Letters.isLowercase(bytes[index - 1]) && next + 1 < end && Letters.isUppercase(bytes[next])
      && Letters.isLowercase(bytes[next + 1])
  }

  /// A hyphen cuts compounds, not what has a prefix ("counter-terrorism"), a number of three parts or a stutter.
  private func splitsHyphen(_ start: Int, _ index: Int, _ next: Int, _ end: Int) -> Bool {
    let isFirstPart = start == 0 || bytes[start - 1] != UInt8(ascii: "-")
    if isFirstPart, table.contains(normal(start, index), .prefix) { return false }
    guard Letters.isDigit(bytes[start]), Letters.isDigit(bytes[next]) else { return true }
    let hyphen = UInt8(ascii: "-")
    if bytes[next..<end].contains(hyphen) || bytes[start..<index].contains(hyphen) { return false }
    // A telephone number: three digits, then four.
    return !(end - next == 4 && index - start == 3 && bytes[next..<end].allSatisfy(Letters.isDigit))
  }

  private mutating func splitClitics(_ start: Int, _ end: Int) {
    guard end > start else { return }
    let word = normal(start, end)
    if let lengths = table.parts(of: word) {
      var index = start
      for length in lengths {
        emit(index, min(end, index + length), continuesWord: index > start)
        index += length
      }
      return
    }
    if let unit = unitStart(start, end) {
      emit(start, unit)
      return emit(unit, end)
    }
    let clitic = cliticLength(start, end)
    guard clitic > 0 else { return emit(start, end) }
    emit(start, end - clitic)
    emit(end - clitic, end, continuesWord: true)
  }

  /// Where the unit starts in "5pm".
  private func unitStart(_ start: Int, _ end: Int) -> Int? {
    guard Letters.isDigit(bytes[start]) else { return nil }
    guard let unit = bytes[start..<end].firstIndex(where: Letters.isLetter), Letters.isDigit(bytes[unit - 1]) else {
      return nil
    }
    return table.contains(Array(bytes[unit..<end]), .unit) ? unit : nil
  }

  /// The bytes of the clitic at the end of a word, 0 if there is none.
  private func cliticLength(_ start: Int, _ end: Int) -> Int {
    guard let mark = (start..<end).last(where: { Letters.sign(at: $0, in: bytes)?.ascii == UInt8(ascii: "'") }),
      mark > start, let sign = Letters.sign(at: mark, in: bytes)
    else { return 0 }
    let letters = bytes[(mark + sign.length)..<end].map(NormalForm.asciiLowercased)
    if letters == Array("t".utf8), mark - start > 1, bytes[mark - 1] | 0x20 == UInt8(ascii: "n") {
      return end - mark + 1
    }
    guard Self.clitics.contains(letters), Letters.isLetter(bytes[mark - 1]) || letters != [UInt8(ascii: "s")] else {
      return 0
    }
    return end - mark
  }

  private static let clitics = Set(["s", "m", "re", "ve", "ll", "d"].map { Array($0.utf8) })

  private func normal(_ start: Int, _ end: Int) -> [UInt8] {
    guard end - start <= 32 else { return [] }
    return NormalForm.bytes(of: String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The first byte of the next word after the space at `end`, 0 if there is none.
  private func nextWord(after end: Int, _ limit: Int) -> UInt8 {
    var index = end
    while index < limit {
      let space = Letters.space(at: index, in: bytes)
      if space == 0 { return bytes[index] }
      index += space
    }
    return 0
  }
}
