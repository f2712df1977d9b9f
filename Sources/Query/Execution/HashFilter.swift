/// Says by the hash of its values whether a row is to be looked at further.
protocol HashFilter {
  func admits(_ hash: UInt64) -> Bool
}

/// Admits every row.
struct NoFilter: HashFilter {
  @inline(__always)
  func admits(_ hash: UInt64) -> Bool { true }
}

/// Which hashes occur: a few bits for each slot of a table (Bloom 1970).
struct BitFilter: HashFilter, Sendable {
  private var set: BitSet
  private let mask: UInt32

  /// A filter of no hashes for a table of so many slots, a power of two up to 2²⁴.
  init(slots: Int) {
    mask = UInt32(slots * 4 - 1)
    set = BitSet(below: slots * 4)
  }

  mutating func insert(_ hash: UInt64) { set.insert(bit(hash)) }

  @inline(__always)
  func admits(_ hash: UInt64) -> Bool { set.contains(bit(hash)) }

  @inline(__always)
  private func bit(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 16) & mask }
}
