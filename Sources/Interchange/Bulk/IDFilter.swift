import Store

/// Tells which texts may be ids of lines of a file, so that words that name another claim are found while the file is read.
///
/// Of texts that are none, fewer than one in ten million is taken for one where lines have 400 bytes, one in a thousand where
/// they have 100. Method: blocked Bloom filter (Putze,
/// Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007), twice.
struct IDFilter: Sendable {
  private var words: [UInt64]

  /// A filter without an id for a file of `size` bytes.
  init(fileSize size: Int) {
    var count = 1 << 10
    while count * 512 < size { count *= 2 }
    words = [UInt64](repeating: 0, count: count)
  }

  /// Another hash, as good as independent of this one.
  private static func other(_ hash: UInt64) -> UInt64 {
    let product = hash.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private static func bits(_ hash: UInt64) -> UInt64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63) | 1 << (hash >> 18 & 63)
  }

  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 24) & (words.count - 1) }

  /// The hash of an id, which eight more bytes follow.
  static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let start = id.baseAddress, id.count > 0 else { return 0 }
    return unsafe ByteHash.of(start, id.count, seed: 0)
  }

  /// Adds an id by its hash.
  mutating func insert(_ hash: UInt64) {
    words[place(hash)] |= Self.bits(hash)
    let other = Self.other(hash)
    words[place(other)] |= Self.bits(other)
  }

  /// Adds ids by their hashes. One at a time waits for memory each time; many at once do so together.
  mutating func insert(_ hashes: [UInt64]) {
    for hash in hashes { insert(hash) }
  }

  /// Adds a text.
  mutating func insert(_ id: String) { insert(Self.hash(id)) }

  /// Adds what another one has.
  mutating func formUnion(_ other: IDFilter) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  /// Whether a text may be an id.
  func mayHold(_ text: String) -> Bool {
    let hash = Self.hash(text)
    return [hash, Self.other(hash)].allSatisfy { words[place($0)] & Self.bits($0) == Self.bits($0) }
  }

  /// The hash of an id that is a text of its own.
  static func hash(_ text: String) -> UInt64 {
    var padded = Array(text.utf8)
    let count = padded.count
    padded.append(contentsOf: repeatElement(0, count: 8))
    return unsafe padded.withUnsafeBufferPointer { unsafe hash(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
