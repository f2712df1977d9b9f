import ClaimModel

/// Cuts the text of a query into tokens, byte by byte.
///
/// White space, line breaks and comments (`--`, `#`) part tokens and are otherwise left out. Linear in the length.
struct Lexer {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var tokens: [Token] = []
  private(set) var faults: [Fault] = []

  /// The tokens of `text`, the last one `end`, and what is wrong with them.
  static func tokens(of text: String) -> (tokens: [Token], faults: [Fault]) {
    var lexer = Lexer(text)
    lexer.readAll()
    return (lexer.tokens, lexer.faults)
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  private mutating func readAll() {
    while skipSpace(), place < bytes.count { readToken() }
    tokens.append(Token(.end, "", TextRange(bytes.count, bytes.count)))
  }

  private mutating func readToken() {
    if let quote = Quote(at: place, in: bytes) {
      readQuoted(quote)
    } else if bytes[place] == UInt8(ascii: "/"), tokens.last?.keyword == Comparison.matches.rawValue {
      readPattern()
    } else if let (spelling, symbol) = Self.symbols.first(where: { matches($0.spelling) }) {
      add(.symbol, symbol, length: spelling.utf8CodeUnitCount)
    } else if startsWord {
      readWord()
    } else {
      let range = TextRange(place, place + 1)
      faults.append(Fault(.strangeCharacter(String(decoding: bytes[place..<place + 1], as: UTF8.self)), at: range))
      place += 1
    }
  }

  /// The symbols, longest first, with the plain spelling of each.
  private static let symbols: [(spelling: StaticString, symbol: String)] = [
    ("<=", "<="), (">=", ">="), ("!=", "!="), ("<>", "<>"), ("==", "=="), ("&&", "&&"), ("||", "||"), ("=~", "=~"),
    ("≠", "!="), ("≤", "<="), ("≥", ">="), ("=", "="), ("<", "<"), (">", ">"), ("(", "("), (")", ")"), ("[", "["),
    ("]", "]"), ("{", "{"), ("}", "}"), (",", ","), ("|", "|"), (";", ";"), ("!", "!"), ("~", "~"),
  ]

  private func matches(_ symbol: StaticString) -> Bool {
    bytes[place...].starts(with: symbol.description.utf8)
  }

  private mutating func add(_ kind: Token.Kind, _ text: String, length: Int) {
    tokens.append(Token(kind, text, TextRange(place, place + length)))
    place += length
  }

  /// Goes on to the next byte that is no white space and in no comment. Always true, so that it can stand in a condition.
  private mutating func skipSpace() -> Bool {
    while place < bytes.count {
      if let width = Bytes.spaceWidth(at: place, in: bytes) {
        place += width
      } else if bytes[place] == UInt8(ascii: "#") || matches("--") {
        place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else {
        break
      }
    }
    return true
  }

  // MARK: Words

  private var startsWord: Bool {
    let byte = bytes[place]
    if Bytes.isWord(byte) || Self.outer.contains(byte) { return true }
    return Self.sign.contains(byte) && place + 1 < bytes.count && Bytes.isDigit(bytes[place + 1])
  }

  /// What may begin, go on and end a word beside letters and digits: a pattern's signs, a parameter's, `U.S.`.
  private static let outer = Set("$*?_.%/".utf8)
  /// What may begin a number and stand within a word.
  private static let sign = Set("-+".utf8)
  /// What may stand within a word where another of its letters follows.
  private static let inner = Set("-+'&:@#~".utf8)

  private mutating func readWord() {
    let start = place
    place += 1
    while place < bytes.count, goesOn {
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    tokens.append(Token(.word, text, TextRange(start, place)))
  }

  /// Whether the byte at `place` belongs to the word that has been begun.
  private var goesOn: Bool {
    let byte = bytes[place]
    if Bytes.spaceWidth(at: place, in: bytes) != nil { return false }
    if let quote = Quote(at: place, in: bytes) { return quote.isApostrophe && followsWord(place + quote.width) }
    if byte == 0xE2, matches("≠") || matches("≤") || matches("≥") { return false }
    if byte == UInt8(ascii: "-"), matches("--") { return false }
    if Bytes.isWord(byte) || Self.outer.contains(byte) { return true }
    return Self.inner.contains(byte) && followsWord(place + 1)
  }

  private func followsWord(_ next: Int) -> Bool {
    next < bytes.count && Bytes.isWord(bytes[next]) && Quote(at: next, in: bytes) == nil
      && Bytes.spaceWidth(at: next, in: bytes) == nil
  }

  // MARK: Quotes and patterns

  /// Reads `/…/` or `/…/i`, within one line; `\/` stands for a slash in it.
  private mutating func readPattern() {
    let start = place
    var text: [UInt8] = []
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "/"), bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "\n") {
        if bytes[place + 1] != UInt8(ascii: "/") { text.append(bytes[place]) }
        place += 1
      }
      text.append(bytes[place])
      place += 1
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") {
      place += 1
    } else {
      faults.append(Fault(.unclosedPattern, at: TextRange(start, start + 1)))
    }
    var pattern = String(decoding: text, as: UTF8.self)
    if place < bytes.count, bytes[place] == UInt8(ascii: "i"), !followsWord(place + 1) {
      place += 1
      pattern = "(?i)" + pattern
    }
    tokens.append(Token(.pattern, pattern, TextRange(start, place)))
  }

  private mutating func readQuoted(_ open: Quote) {
    let start = place
    place += open.width
    var text: [UInt8] = []
    let contents = place
    for straightOnly in open.isTypographic ? [false] : [true, false] {
      place = contents
      text.removeAll()
      if readToClosing(open, straightOnly: straightOnly, into: &text) {
        let range = TextRange(start, place)
        tokens.append(Token(.quoted, String(decoding: text, as: UTF8.self), range))
        return
      }
    }
    faults.append(Fault(.unclosedQuote, at: TextRange(start, start + open.width)))
    tokens.append(Token(.quoted, String(decoding: text, as: UTF8.self), TextRange(start, bytes.count)))
  }

  /// Reads on to the quote that closes `open`; false where none does. A text that begins with a straight quote is closed
  /// by a typographic one only where no straight one follows.
  private mutating func readToClosing(_ open: Quote, straightOnly: Bool, into text: inout [UInt8]) -> Bool {
    while place < bytes.count {
      if let quote = Quote(at: place, in: bytes), closes(quote, open, straightOnly) {
        place += quote.width
        return true
      }
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count, Bytes.isEscapable(bytes[place + 1]) { place += 1 }
      text.append(bytes[place])
      place += 1
    }
    return false
  }

  private func closes(_ quote: Quote, _ open: Quote, _ straightOnly: Bool) -> Bool {
    guard quote.isDouble == open.isDouble, !(straightOnly && quote.isTypographic) else { return false }
    return quote.isDouble || !followsWord(place + quote.width)
  }
}

/// A quotation mark of any kind.
struct Quote {
  let isDouble: Bool
  let isTypographic: Bool
  /// Whether it can also be an apostrophe.
  let isApostrophe: Bool
  /// How many bytes it takes.
  let width: Int

  /// The quotation mark at `place`, if there is one.
  init?(at place: Int, in bytes: [UInt8]) {
    // Most bytes begin no quotation mark: these four do, or begin one beyond ASCII.
    guard place < bytes.count, [0x22, 0x27, 0xC2, 0xE2].contains(bytes[place]) else { return nil }
    guard let (mark, isDouble) = Self.marks.first(where: { bytes[place...].starts(with: $0.mark.utf8) }) else {
      return nil
    }
    self.isDouble = isDouble
    width = mark.utf8.count
    isTypographic = width > 1
    isApostrophe = mark == "'" || mark == "’"
  }

  private static let marks: [(mark: String, isDouble: Bool)] = [
    ("\"", true), ("'", false), ("“", true), ("”", true), ("„", true), ("‟", true), ("«", true), ("»", true),
    ("‘", false), ("’", false), ("‚", false), ("‛", false),
  ]
}

/// What bytes are in a query.
enum Bytes {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a byte is a letter or digit, or part of a character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  /// Whether a backslash before it is left out.
  static func isEscapable(_ byte: UInt8) -> Bool { [0x22, 0x27, 0x5C].contains(byte) }

  /// How many bytes the white space at `place` takes; nil where there is none.
  static func spaceWidth(at place: Int, in bytes: [UInt8]) -> Int? {
    let byte = bytes[place]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    guard byte >= 0xC2 else { return nil }
    let rest = bytes[place...]
    // No-break, en, em, thin and zero-width spaces, the ideographic space, and the byte order mark.
    if rest.starts(with: [0xC2, 0xA0]) { return 2 }
    if rest.starts(with: [0xE2, 0x80]), rest.count > 2, (0x80...0x8B).contains(bytes[place + 2]) { return 3 }
    if rest.starts(with: [0xE3, 0x80, 0x80]) || rest.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    return nil
  }
}
