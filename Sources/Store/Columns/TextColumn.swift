#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Texts, one after another in one run of bytes.
package struct TextColumn: Sendable {
  /// The bytes of all texts (UTF-8).
  package internal(set) var bytes: Column<UInt8> = []
  /// The byte after each text.
  package internal(set) var ends = OffsetColumn()

  package init() {}

  /// A row for each text.
  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// How many rows there are.
  package var count: Int { ends.count }

  /// The bytes of a row.
  package func range(_ row: Int) -> Range<Int> { ends.range(row, upTo: bytes.count) }

  /// The text of a row.
  package subscript(row: Int) -> String {
    let range = range(row)
    bytes.check(range)
    return unsafe bytes.withUncheckedValues { all in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: all[range]), as: UTF8.self)
    }
  }

  /// Whether a row's text is empty.
  package func isEmpty(_ row: Int) -> Bool { range(row).isEmpty }

  /// Whether a row's text is this one.
  package func holds(_ text: Span<UInt8>, at row: Int) -> Bool {
    let range = range(row)
    guard range.count == text.count else { return false }
    bytes.check(range)
    return unsafe bytes.withUncheckedValues { all in
      unsafe text.withUnsafeBufferPointer { own in
        unsafe range.isEmpty || memcmp(all.baseAddress! + range.lowerBound, own.baseAddress!, range.count) == 0
      }
    }
  }

  /// The order of two rows' texts: below, at or above zero as the first comes before, with or after the second.
  package func compare(_ one: Int, _ other: Int) -> Int {
    let (left, right) = (range(one), range(other))
    let shared = min(left.count, right.count)
    if shared > 0 {
      bytes.check(left)
      bytes.check(right)
      let order = unsafe bytes.withUncheckedValues { all in
        unsafe memcmp(all.baseAddress! + left.lowerBound, all.baseAddress! + right.lowerBound, shared)
      }
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  /// The first bytes of a row as a number: of two texts the one with the lesser number comes first, as in `compare`.
  package func start(_ row: Int) -> UInt64 {
    let range = range(row)
    bytes.check(range)
    return unsafe bytes.withUncheckedValues { all in
      if range.count >= 8 {
        let start = unsafe UnsafeRawPointer(all.baseAddress!).loadUnaligned(
          fromByteOffset: range.lowerBound, as: UInt64.self)
        return UInt64(bigEndian: start)
      }
      var start: UInt64 = 0
      for place in range { start = start << 8 | UInt64(unsafe all[place]) }
      return start << UInt64(8 * (8 - range.count))
    }
  }

  /// Adds a row.
  package mutating func append(_ text: String) { append(text.utf8.span) }

  /// Adds a row of bytes, which are UTF-8.
  package mutating func append(_ text: Span<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds `count` rows whose bytes, which are UTF-8, follow one another; each ends at `end` of them.
  @inline(__always)
  mutating func append(_ texts: Span<UInt8>, _ count: Int, end: (Int) -> Int) {
    let before = bytes.count
    bytes.append(contentsOf: texts)
    ends.append(count, upTo: bytes.count) { before + end($0) }
  }
}
