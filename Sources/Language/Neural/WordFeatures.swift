/// What the network sees of a word: numbers of its spelling in lower case, its ends, its shape and its letter sequences.
///
/// Typographic quotes count as the ASCII ones, and every digit as 0.
package struct WordFeatures: Hashable, Sendable {
  /// A property of a word that has an embedding.
  package enum Kind: Int, CaseIterable, Sendable {
    case word, suffix4, suffix3, suffix2, prefix3, prefix2, shape

    /// How many numbers its embedding has.
    package var dimension: Int {
      switch self {
      case .word: 100
      case .suffix4, .suffix3: 32
      case .prefix3: 24
      case .suffix2, .prefix2, .shape: 16
      }
    }

    /// Where its embedding begins in the network's input.
    package var offset: Int { Self.allCases[..<rawValue].reduce(0) { $0 + $1.dimension } }
  }

  /// How many embeddings the letter sequences share (hashing trick, Weinberger et al. 2009).
  package static let sequenceRows = 8192
  /// How many numbers the embedding of letter sequences has.
  package static let sequenceDimension = 48
  /// Where the mean of the letter sequences begins in the network's input.
  package static let sequenceOffset = Kind.allCases.reduce(0) { $0 + $1.dimension }
  /// How many numbers a word is to the network.
  package static let dimension = sequenceOffset + sequenceDimension

  private static let longestRead = 20
  private static let mostSequences = 40

  /// A hash of each kind's property, in the order of the kinds.
  package private(set) var hashes: [UInt32]
  /// The rows of the word's sequences of three to five letters; never empty.
  package private(set) var sequences: [UInt16]

  /// The features of a word.
  ///
  /// - Complexity: O(bytes).
  package init(_ form: String) {
    let bytes = Self.folded(form)
    hashes = Kind.allCases.map { kind in
      switch kind {
      case .word: Self.hash(bytes[...], kind)
      case .suffix4: Self.hash(bytes.suffix(4), kind)
      case .suffix3: Self.hash(bytes.suffix(3), kind)
      case .suffix2: Self.hash(bytes.suffix(2), kind)
      case .prefix3: Self.hash(bytes.prefix(3), kind)
      case .prefix2: Self.hash(bytes.prefix(2), kind)
      case .shape: Self.hash(Self.shape(of: form)[...], kind)
      }
    }
    sequences = Self.sequences(of: bytes)
  }

  /// The bytes in lower case with ASCII quotes, digits as 0.
  private static func folded(_ form: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(form.utf8.count)
    for scalar in form.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: bytes.append(UInt8(ascii: "0"))
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
      case 0..<0x80: bytes.append(UInt8(scalar.value))
      default: bytes += Array(asciiQuote(scalar).map { String($0) }?.utf8 ?? scalar.properties.lowercaseMapping.utf8)
      }
    }
    return bytes
  }

  /// The ASCII quote or dash that a typographic one stands for.
  private static func asciiQuote(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2010, 0x2011: "-"
    default: nil
    }
  }

  /// The kinds of its letters, at most two of a kind in a row and eight in all: `Xxx` of "Peshawar".
  private static func shape(of form: String) -> [UInt8] {
    var shape: [UInt8] = []
    for scalar in form.unicodeScalars {
      let kind = kind(of: asciiQuote(scalar) ?? scalar)
      if shape.count >= 2 && shape[shape.count - 1] == kind && shape[shape.count - 2] == kind { continue }
      shape.append(kind)
      if shape.count == 8 { break }
    }
    return shape
  }

  private static func kind(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x30...0x39: UInt8(ascii: "d")
    case 0x41...0x5A: UInt8(ascii: "X")
    case 0x61...0x7A: UInt8(ascii: "x")
    case 0..<0x80: UInt8(scalar.value)
    default:
      scalar.properties.isUppercase
        ? UInt8(ascii: "X") : scalar.properties.isLowercase ? UInt8(ascii: "x") : UInt8(ascii: "u")
    }
  }

  private static func sequences(of bytes: [UInt8]) -> [UInt16] {
    let marked = [UInt8(ascii: "<")] + bytes.prefix(longestRead) + [UInt8(ascii: ">")]
    var rows: [UInt16] = []
    for length in 3...5 where length <= marked.count {
      for start in 0...(marked.count - length) where rows.count < mostSequences {
        rows.append(UInt16(hash(marked[start..<start + length], seed: 0x5EED) & UInt32(sequenceRows - 1)))
      }
    }
    return rows.isEmpty ? [0] : rows
  }

  private static func hash(_ bytes: ArraySlice<UInt8>, _ kind: Kind) -> UInt32 {
    hash(bytes, seed: UInt64(kind.rawValue + 1))
  }

  /// The hash FNV-1a of 64 bits, its halves mixed into one.
  private static func hash(_ bytes: ArraySlice<UInt8>, seed: UInt64) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
