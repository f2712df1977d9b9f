import ClaimModel
import TextForms

/// From a name's folded key to the records that bear it: open addressing over arrays, so that thousands of names cost a
/// few allocations.
struct NameIndex {
  /// One name of one record.
  struct Entry {
    var keyStart: UInt32
    var keyCount: UInt32
    var hash: UInt32
    /// The record's number.
    var record: UInt32
    /// The next entry of the same key, or `none`.
    var next: UInt32
    /// Whether it is the name by which the record is shown, and no alias.
    var isName: Bool
    /// Of how late a file it is: a name in a later file comes before the same one in an earlier.
    var layer: UInt8
    /// How it is written.
    var shape: NameShape
  }

  static let none = UInt32.max

  private(set) var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var slots: [UInt32]

  /// An index with room for `capacity` names before it has to grow.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Self.none, count: size)
    entries.reserveCapacity(capacity)
    keys.reserveCapacity(capacity * 12)
  }

  /// The first entry whose key is that of `name`.
  func first(named name: String) -> Entry? {
    var key: [UInt8] = []
    let bytes = name.utf8.span
    key.reserveCapacity(bytes.count)
    var last: UInt8 = 0x20
    // As in `appendKey`.
    for place in bytes.indices {
      let byte = bytes[place]
      guard Self.isPlain(byte, after: last) else { return first(key: Array(name.foldedKey.utf8)) }
      key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      last = byte
    }
    return first(key: last == 0x20 ? Array(name.foldedKey.utf8) : key)
  }

  /// Whether a byte of a name is one of its key, but for its case.
  private static func isPlain(_ byte: UInt8, after last: UInt8) -> Bool {
    byte < 0x80 && byte >= 0x20 && byte != 0x60 && !(byte == 0x20 && last == 0x20)
  }

  /// The first entry whose key is that of the name that stands at `range` of `bytes`.
  func first(named range: TextRange, of bytes: [UInt8]) -> Entry? {
    var key: [UInt8] = []
    Self.appendKey(of: range, in: bytes, to: &key)
    return first(key: key)
  }

  private func first(key: [UInt8]) -> Entry? {
    let hash = Self.hash(of: key, from: 0)
    let head = slots[slot(of: key, from: 0, hash: hash)]
    return head == Self.none ? nil : entries[Int(head)]
  }

  /// The entry after `entry` with the same key.
  func next(after entry: Entry) -> Entry? {
    entry.next == Self.none ? nil : entries[Int(entry.next)]
  }

  /// The record that was already shown by the name that was added last.
  var shadowedRecord: Int? {
    var entry = entries.last.flatMap { next(after: $0) }
    while let current = entry {
      if current.isName { return Int(current.record) }
      entry = next(after: current)
    }
    return nil
  }

  /// Adds the name at `range` of `bytes` to the first layer, as one of `record`.
  mutating func insert(_ range: TextRange, of bytes: [UInt8], record: Int, isName: Bool) {
    let start = keys.count
    Self.appendKey(of: range, in: bytes, to: &keys)
    insert(
      Entry(
        keyStart: UInt32(start), keyCount: UInt32(keys.count - start), hash: Self.hash(of: keys, from: start),
        record: UInt32(record), next: Self.none, isName: isName, layer: 0, shape: NameShape(of: range, in: bytes)))
  }

  /// Adds the names of another index, whose record `n` is here `records[n]`, above the first `layers` layers.
  mutating func insert(contentsOf other: NameIndex, records: [Int], aboveLayers layers: UInt8) {
    for entry in other.entries {
      var copy = entry
      copy.keyStart = UInt32(keys.count)
      copy.record = UInt32(records[Int(entry.record)])
      copy.layer += layers
      for offset in Int(entry.keyStart)..<Int(entry.keyStart + entry.keyCount) { keys.append(other.keys[offset]) }
      insert(copy)
    }
  }

  /// Adds an entry whose key is the end of `keys`, in front of those with the same key.
  private mutating func insert(_ entry: Entry) {
    if entries.count * 2 >= slots.count { grow() }
    let slot = slot(of: keys, from: Int(entry.keyStart), hash: entry.hash)
    var linked = entry
    linked.next = slots[slot]
    slots[slot] = UInt32(entries.count)
    entries.append(linked)
  }

  /// Appends the folded key of a name: at once where it is ASCII without a run of blanks, else by way of `foldedKey`.
  private static func appendKey(of range: TextRange, in bytes: [UInt8], to keys: inout [UInt8]) {
    let start = keys.count
    var last: UInt8 = 0x20
    for offset in range.start..<range.end {
      let byte = bytes[offset]
      if !isPlain(byte, after: last) {
        keys.removeSubrange(start...)
        keys.append(contentsOf: String(decoding: bytes[range.start..<range.end], as: UTF8.self).foldedKey.utf8)
        return
      }
      keys.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      last = byte
    }
  }

  /// Where the chain of the key that ends `bytes` starts, or the free slot where it would.
  private func slot(of bytes: [UInt8], from start: Int, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.none {
      let number = Int(slots[slot])
      if entries[number].hash == hash && hasKey(number, equalTo: bytes, from: start) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func hasKey(_ number: Int, equalTo bytes: [UInt8], from start: Int) -> Bool {
    let count = Int(entries[number].keyCount)
    guard count == bytes.count - start else { return false }
    let own = Int(entries[number].keyStart)
    for offset in 0..<count where keys[own + offset] != bytes[start + offset] { return false }
    return true
  }

  private mutating func grow() {
    let heads = slots.filter { $0 != Self.none }
    slots = Array(repeating: Self.none, count: slots.count * 2)
    for head in heads {
      var slot = Int(entries[Int(head)].hash) & (slots.count - 1)
      while slots[slot] != Self.none { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = head
    }
  }

  /// FNV-1a, 32 bits (Fowler, Noll and Vo), of the bytes from `start` on.
  private static func hash(of bytes: [UInt8], from start: Int) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for offset in start..<bytes.count { hash = (hash ^ UInt32(bytes[offset])) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }
}
