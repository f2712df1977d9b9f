import CScanner

/// Finds rows by a number that a column holds for each of them: open addressing with linear probing, four bytes a slot.
///
/// A slot is a row, counted from 1, in as many low bits as the number of slots has, and a part of the hash above, so that
/// hardly a probe that fails looks at the column. Rows are never taken out.
package struct IDIndex: Sendable {
  /// Hash and row of each slot; 0 where it is free. As many as a power of two.
  package internal(set) var slots: Column<UInt32> = []
  /// How many rows there are.
  package internal(set) var count = 0

  package init() {}

  /// The row whose number this is in `ids`, which has those of all rows; nil where there is none.
  package func row(of id: UInt64, in ids: Column<UInt64>) -> Int? {
    find(TextHash.of(id)) { ids[$0] == id }
  }

  /// The row with this hash that `matches`; nil where there is none.
  @inline(__always)
  func find(_ hash: UInt32, where matches: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = UInt32(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    // No further than once round, whatever stands in a file.
    for _ in 0..<slots.count {
      let entry = slots[Int(slot)]
      if entry == 0 { return nil }
      if (entry ^ hash) & ~mask == 0, entry & mask != 0, matches(Int(entry & mask) - 1) { return Int(entry & mask) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the row after those that there are; `ids` has its number already.
  package mutating func insert(_ hash: UInt32, in ids: Column<UInt64>) {
    if (count + 1) * 5 > slots.count * 3 { grow(to: max(16, slots.count * 2), ids) }
    count += 1
    place(hash, count)
  }

  /// Makes room for `count` rows in all.
  package mutating func reserveCapacity(_ count: Int, in ids: Column<UInt64>) {
    var size = max(16, slots.count)
    while count * 5 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size, ids) }
  }

  /// Has the processor fetch the slot of a hash that is soon looked up.
  @inline(__always)
  func prefetch(_ hash: UInt32) { slots.prefetch(Int(hash) & (slots.count - 1)) }

  private mutating func place(_ hash: UInt32, _ row: Int) {
    let mask = slots.count - 1
    let slots = unsafe slots.values()
    var slot = Int(hash) & mask
    while unsafe slots[slot] != 0 { slot = (slot + 1) & mask }
    unsafe slots[slot] = hash & ~UInt32(truncatingIfNeeded: mask) | UInt32(truncatingIfNeeded: row)
  }

  private mutating func grow(to size: Int, _ ids: Column<UInt64>) {
    slots = []
    slots.append(zeros: size)
    for row in 0..<count { place(TextHash.of(ids[row]), row + 1) }
  }
}

extension Column {
  /// Has the processor fetch a row that is soon looked at; nothing where there is no such row.
  @inline(__always)
  func prefetch(_ row: Int) {
    guard row >= 0, row < count, let base = unsafe base else { return }
    unsafe prefetch_line(base + row)
  }
}
