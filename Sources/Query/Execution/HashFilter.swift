/// Says whether rows are to be looked at further, by the hash of the first of their values, so many of them.
protocol HashFilter {
  func admits(_ hash: UInt64, of count: Int) -> Bool
}

/// Which hashes occur, for each number of values: a few bits for each slot of a table (Bloom 1970).
struct PrefixFilter: HashFilter, Sendable {
  private var set: BitSet
  private let mask: UInt32
  /// The hash of one value alone rules out little.
  private let first: Int

  /// A filter of no hashes for a table of so many slots, a power of two up to 2²⁴.
  init(slots: Int, keys: Int) {
    mask = UInt32(slots * 4 - 1)
    first = min(2, keys)
    set = BitSet(below: slots * 4 * keys)
  }

  mutating func insert(_ hash: UInt64, of count: Int) { set.insert(bit(hash, count)) }

  @inline(__always)
  func admits(_ hash: UInt64, of count: Int) -> Bool { count < first || set.contains(bit(hash, count)) }

  @inline(__always)
  private func bit(_ hash: UInt64, _ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: count - 1) &* (mask &+ 1) &+ (UInt32(truncatingIfNeeded: hash >> 16) & mask)
  }
}

/// Admits every row, and notes its hashes.
final class HashRecorder: HashFilter {
  private(set) var filter: PrefixFilter

  init(_ filter: PrefixFilter) {
    self.filter = filter
  }

  func admits(_ hash: UInt64, of count: Int) -> Bool {
    filter.insert(hash, of: count)
    return true
  }
}
