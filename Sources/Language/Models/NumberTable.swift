/// A number for each of many hashes, in place.
///
/// A hash table with linear probing; eight bytes a slot: the key (its lowest bit set, so never 0), then the number.
package struct NumberTable: Sendable {
  private let slots: ModelBytes
  private let mask: Int

  /// The table in a part of a file; nil if its size is none of a table.
  package init?(_ slots: ModelBytes) {
    let capacity = slots.count / 8
    guard capacity > 0, capacity & (capacity - 1) == 0, slots.count == 8 * capacity else { return nil }
    self.slots = slots
    mask = capacity - 1
  }

  /// The number of `key`; 0 if it has none.
  package subscript(key: UInt32) -> UInt32 {
    let first = Int(key >> 1)
    for step in 0...mask {
      let entry = slots.long(at: 8 * ((first + step) & mask))
      if entry == 0 { return 0 }
      if UInt32(truncatingIfNeeded: entry) == key | 1 { return UInt32(truncatingIfNeeded: entry >> 32) }
    }
    return 0
  }

  /// The bytes of a table with these numbers; of two with one key the first counts.
  package static func section(_ entries: [(key: UInt32, number: UInt32)]) -> [UInt8] {
    var capacity = 16
    while capacity * 3 < entries.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for (key, number) in entries {
      var slot = Int(key >> 1) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt64(key | 1) | UInt64(number) << 32
    }
    var bytes: [UInt8] = []
    for slot in slots { bytes.append(slot) }
    return bytes
  }
}
