/// Which hashes occur: three bits for each (Bloom 1970), all in one word, so that a look is one read (Putze, Sanders and
/// Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
struct BitFilter: Sendable {
  private var words: [UInt64]

  /// A filter of no hashes for a table of so many slots, a power of two from 16 on.
  init(slots: Int) {
    words = [UInt64](repeating: 0, count: slots / 16)
  }

  mutating func insert(_ hash: UInt64) { words[place(hash)] |= Self.bits(hash) }

  @inline(__always)
  func admits(_ hash: UInt64) -> Bool { Self.bits(hash) & ~words[place(hash)] == 0 }

  @inline(__always)
  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (words.count - 1) }

  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 58) | 1 &<< (hash &>> 52) | 1 &<< (hash &>> 46)
  }
}
