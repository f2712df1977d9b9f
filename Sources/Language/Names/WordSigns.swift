/// What a word looks like, as numbers that features are made of.
struct WordSigns {
  /// Hashes of the word as written, and in lower case.
  var form: UInt32 = 0
  var lower: UInt32 = 0
  /// Hashes of its first two to four bytes in lower case, then of its last one to four; 0 where it is too short.
  var prefixes: SIMD4<UInt32> = .zero
  var suffixes: SIMD4<UInt32> = .zero
  /// A hash of its signs by class, runs cut to two: `Xx` for "Kabul", `X.X.` for "U.S.".
  var shape: UInt32 = 0
  /// Whether it starts with a capital letter.
  var isCapital = false
  /// Whether all its letters are capitals, and it has two at least.
  var isAllCapitals = false
  /// Whether it has a small letter.
  var hasSmall = false
  /// The sections of `NameWords` that list it, as bits.
  var sections: UInt32 = 0

  /// The signs of a word; letters beyond ASCII count as small, but for capitals of Latin, Greek and Cyrillic at its start.
  init(_ word: String, words: NameWords) {
    var capitals = 0
    var last: UInt32 = 0
    var run = 0
    var endings: SIMD4<UInt8> = .zero
    form = Self.seed
    lower = Self.seed
    shape = Self.seed
    var count = 0
    for byte in word.utf8 {
      let folded = NormalForm.asciiLowercased(byte)
      form = Self.step(form, byte)
      lower = Self.step(lower, folded)
      if count < 4 { prefixes[count] = lower }
      count += 1
      endings = SIMD4(folded, endings[0], endings[1], endings[2])
      let kind = Self.kind(of: byte)
      run = kind == last ? run + 1 : 0
      if run < 2 { shape = Self.step(shape, UInt8(truncatingIfNeeded: kind)) }
      last = kind
      if kind == Self.capital { capitals += 1 }
      if kind == Self.small { hasSmall = true }
    }
    if let first = word.utf8.first {
      isCapital =
        Self.kind(of: first) == Self.capital
        || first >= 0xC3 && (word.unicodeScalars.first?.properties.isUppercase ?? false)
    }
    isAllCapitals = capitals > 1 && !hasSmall
    var ending = Self.seed
    for index in 0..<min(4, count) {
      ending = Self.step(ending, endings[index])
      suffixes[index] = ending
    }
    sections = words.sections(ofHash: lower)
  }

  /// Takes the word for one of which it is not known how it is written, as in a headline in capitals.
  mutating func hideCapitals() {
    form = lower
    shape = Self.seed
    isAllCapitals = false
  }

  /// The hash of a word's bytes in lower case.
  static func lowerHash(of word: String) -> UInt32 {
    word.utf8.reduce(seed) { step($0, NormalForm.asciiLowercased($1)) }
  }

  /// FNV-1a, 32 bits (Fowler, Noll and Vo).
  private static let seed: UInt32 = 2_166_136_261

  private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  private static let capital: UInt32 = 1
  private static let small: UInt32 = 2

  private static func kind(of byte: UInt8) -> UInt32 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): capital
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF: small
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
    default: UInt32(byte)
    }
  }
}
