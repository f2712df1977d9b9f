/// Keys, numbered in the order in which they come: open addressing with linear probing.
struct KeyTable: Sendable {
  /// The keys, in the order in which they came.
  private(set) var keys: [Int] = []
  /// The place of a key, counted from 1; 0 for a free slot. As many as a power of two.
  private var slots = [UInt32](repeating: 0, count: 16)

  /// The number of a key; nil where it has not come.
  func place(of key: Int) -> Int? {
    let number = slots[slot(of: key)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// The number of a key, which is added where it is new.
  mutating func number(of key: Int) -> Int {
    let slot = slot(of: key)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// Adds to the count of a key, which stands at its number.
  mutating func count(_ key: Int, _ count: UInt32, in counts: inout [UInt32]) {
    let number = number(of: key)
    if number == counts.count { counts.append(count) } else { counts[number] &+= count }
  }

  @inline(__always)
  private func slot(of key: Int) -> Int {
    var hash = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for place in keys.indices { slots[slot(of: keys[place])] = UInt32(place + 1) }
  }
}
