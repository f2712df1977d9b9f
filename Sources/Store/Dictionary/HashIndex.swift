/// Finds rows by a hash of what they hold: open addressing with linear probing.
///
/// A slot is one number, the hash above the row, so that a probe that fails touches nothing but the table, and a table that
/// grows reads nothing else. Rows are never taken out.
package struct HashIndex: Sendable {
  /// Hash and row + 1 of each slot; 0 where it is free. As many as a power of two.
  package internal(set) var slots: Column<UInt64> = []
  /// How many rows there are.
  package internal(set) var count = 0

  package init() {}

  /// The row with this hash that `matches`; nil where there is none.
  @inline(__always)
  package func find(_ hash: UInt32, where matches: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    // No further than once round, whatever stands in a file.
    for _ in 0..<slots.count {
      let entry = slots[slot]
      if entry == 0 { return nil }
      let (found, row) = (UInt32(truncatingIfNeeded: entry >> 32), UInt32(truncatingIfNeeded: entry))
      if found == hash, matches(Int(row) - 1) { return Int(row) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a row that is not there.
  package mutating func insert(_ hash: UInt32, _ row: Int) {
    if (count + 1) * 5 > slots.count * 3 { grow(to: max(16, slots.count * 2)) }
    place(UInt64(hash) << 32 | UInt64(row + 1))
    count += 1
  }

  /// Makes room for `count` rows in all.
  package mutating func reserveCapacity(_ count: Int) {
    var size = max(16, slots.count)
    while count * 5 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func place(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = []
    slots.append(zeros: size)
    for entry in old where entry != 0 { place(entry) }
  }
}

/// Hashes of texts that are the same on every machine: 64 bits by multiplication and folding, eight bytes at a time.
///
/// Method: wyhash (Wang Yi). Not for what an adversary must not foresee: a probe compares what it finds.
enum TextHash {
  private static let multipliers: (UInt64, UInt64) = (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)

  /// The hash of some bytes; `seed` tells apart what is written alike.
  static func of(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt32 {
    let count = bytes.count
    var hash = mixed(UInt64(count) ^ multipliers.0, seed ^ multipliers.1)
    let words = unsafe bytes.bytes
    var place = 0
    while count - place > 8 {
      let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = mixed(UInt64(littleEndian: word) ^ multipliers.0, hash ^ multipliers.1)
      place += 8
    }
    var rest: UInt64 = 0
    while place < count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return folded(mixed(rest ^ multipliers.0, hash ^ multipliers.1))
  }

  /// The hash of a number.
  static func of(_ number: UInt64) -> UInt32 { folded(mixed(number ^ multipliers.0, multipliers.1)) }

  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.low ^ product.high
  }

  private static func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }
}
