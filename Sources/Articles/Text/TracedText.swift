import ClaimModel

/// Text put together out of pieces of a source, each byte with the place in the source that it came from.
struct TracedText: Hashable, Sendable {
  /// The text, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where its bytes stand in the source.
  private(set) var origins = OffsetMap()

  /// No text.
  init() {}

  /// The text that stands at `range` of `source`, its white space made single spaces and none left at its ends.
  init(_ source: [UInt8], _ range: Range<Int>) {
    append(source, range)
    trimEnd()
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds one byte that stands at `original`.
  mutating func append(_ byte: UInt8, from original: Int) {
    origins.append(clean: bytes.count, original: original)
    bytes.append(byte)
  }

  /// Adds a space for what stands at `original`, unless one ends the text already or nothing stands before it.
  mutating func appendSpace(from original: Int) {
    guard let last = bytes.last, last != 0x20 else { return }
    append(0x20, from: original)
  }

  /// Adds a character that is written otherwise in the source, as an entity or an escape, at `original`.
  ///
  /// Its last byte is said to stand at the last byte of how it is written, so that a range that ends with it covers all.
  mutating func append(_ scalar: Unicode.Scalar, from original: Range<Int>) {
    guard let encoded = UTF8.encode(scalar) else { return }
    for (index, byte) in encoded.enumerated() {
      let isLast = index == encoded.count - 1 && index > 0
      append(byte, from: isLast ? original.upperBound - 1 : original.lowerBound + index)
    }
  }

  /// Adds the character of a reference that stands at `original`, white space as one space.
  mutating func append(_ reference: CharacterReference, at original: Int) {
    if reference.scalar.properties.isWhitespace { return appendSpace(from: original) }
    if reference.scalar == "\u{AD}" || reference.scalar == "\u{200B}" || reference.scalar == "\u{FEFF}" { return }
    append(reference.scalar, from: original..<(original + reference.length))
  }

  /// Adds `other`, whose places are told in the same source: runs of white space as one space.
  mutating func append(_ other: TracedText) {
    append(other.bytes, 0..<other.bytes.count, through: other.origins)
  }

  /// Adds what stands at `range` of `source` as it is.
  mutating func appendExactly(_ source: [UInt8], _ range: Range<Int>) {
    copy(source, range, through: nil)
  }

  /// Adds what stands at `range` of `source`: runs of white space as one space, invisible characters left out.
  /// Where `source` is not what the places are told in, `outer` says where its bytes stand in that.
  mutating func append(_ source: [UInt8], _ range: Range<Int>, through outer: OffsetMap? = nil) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      // Most bytes are letters: what follows looks at the few that can begin something odd.
      if source[at] > 0x20, source[at] < 0xC2 {
        at += 1
        continue
      }
      guard let oddity = TextOddity(source, at, before: range.upperBound) else {
        at += 1
        continue
      }
      let previous = at > start ? source[at - 1] : bytes.last
      if source[at] == 0x20, let previous, previous != 0x20 {
        at += 1
        continue
      }
      copy(source, start..<at, through: outer)
      if oddity.isSpace { appendSpace(from: outer?.original(of: at) ?? at) }
      at += oddity.length
      start = at
    }
    copy(source, start..<range.upperBound, through: outer)
  }

  /// Takes the white space off its end.
  mutating func trimEnd() {
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  /// The same text with its places told in the text that its source was made of; `outer` says where the source's
  /// bytes stand there.
  func traced(through outer: OffsetMap) -> TracedText {
    var traced = self
    traced.origins = OffsetMap()
    traced.origins.append(origins, count: bytes.count, at: 0, through: outer)
    return traced
  }

  private mutating func copy(_ source: [UInt8], _ range: Range<Int>, through outer: OffsetMap?) {
    guard !range.isEmpty else { return }
    if let outer {
      let run = OffsetMap(startingAt: range.lowerBound)
      origins.append(run, count: range.count, at: bytes.count, through: outer)
    } else {
      origins.append(clean: bytes.count, original: range.lowerBound)
    }
    bytes.append(contentsOf: source[range])
  }
}

/// A character that clean text does not hold as it is: white space of any kind, or one that has no width.
private struct TextOddity {
  /// How many bytes it takes.
  var length: Int
  /// Whether a space stands for it; otherwise nothing does.
  var isSpace: Bool

  /// The odd character at byte `at`, or nil for any other.
  init?(_ source: [UInt8], _ at: Int, before end: Int) {
    switch source[at] {
    case 0x09...0x0D, 0x20: (length, isSpace) = (1, true)
    case 0xC2 where at + 1 < end && Self.wideSpaces.contains(source[at + 1]): (length, isSpace) = (2, true)
    case 0xC2 where at + 1 < end && source[at + 1] == 0xAD: (length, isSpace) = (2, false)
    case 0xE2 where at + 2 < end && source[at + 1] == 0x80:
      switch source[at + 2] {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: (length, isSpace) = (3, true)
      case 0x8B: (length, isSpace) = (3, false)
      default: return nil
      }
    case 0xEF where at + 2 < end && source[at + 1] == 0xBB && source[at + 2] == 0xBF: (length, isSpace) = (3, false)
    default: return nil
    }
  }

  /// What follows 0xC2 in U+0085 and U+00A0.
  private static let wideSpaces: [UInt8] = [0x85, 0xA0]
}
