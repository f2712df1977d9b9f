import CScanner

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The texts that one thread has met while it reads a file, each with a number: so that the dictionary that all share is
/// asked once for each and not once for each claim.
///
/// Texts are told apart by a space too: what is written alike as a name and as a date is another entry. Each entry has a
/// payload, which says what its reader has made of the text.
///
/// An entry's number is its place in memory, where its text follows its payload, so that finding one touches two lines of
/// the cache; those of several are fetched at once.
///
/// Safe: the memory is its own, all of it is zero before it is written, and after a text there are `slack` bytes.
@safe
package final class LocalDictionary {
  /// How many entries there are.
  private var count = 0
  /// What is above all numbers; 0 is the number of none.
  package var end: Int { used / Self.unit }

  /// A part of an entry's hash above its place in `records`, in units; 0 where there is none.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMemory: ColumnMemory
  private var mask: Int
  /// The entries, each a header and its text.
  private var records: UnsafeMutableRawPointer
  private var recordMemory: ColumnMemory
  private var used = unit

  /// How many bytes after a text may be read.
  package static let slack = 64
  private static let unit = 16
  private static let tag: UInt64 = 0xFFFF_FFFF_0000_0000

  private struct Header {
    var length: UInt32
    var payload: UInt32
    var space: UInt8
  }

  /// A text that is looked up beside others, and what is found.
  @unsafe
  package struct LookUp {
    /// The text, which `slack` bytes follow that may be read.
    package let text: UnsafeBufferPointer<UInt8>
    package let space: UInt8
    /// The number of its entry.
    package fileprivate(set) var id: UInt32 = 0
    package fileprivate(set) var payload: UInt32 = 0
    /// The hash of the text in its space.
    package fileprivate(set) var hash: UInt64 = 0

    package init(_ text: UnsafeBufferPointer<UInt8>, in space: UInt8) {
      unsafe (self.text, self.space) = (text, space)
    }
  }

  package init() {
    mask = 1 << 12 - 1
    slotMemory = ColumnMemory(bytes: (mask + 1) * MemoryLayout<UInt64>.stride)
    unsafe slots = slotMemory.base.assumingMemoryBound(to: UInt64.self)
    recordMemory = ColumnMemory(bytes: 1 << 16)
    unsafe records = recordMemory.base
  }

  /// The hash of a text of a space. The text is followed by `slack` bytes that may be read.
  @inline(__always)
  package static func hash(_ text: UnsafeBufferPointer<UInt8>, in space: UInt8) -> UInt64 {
    unsafe ByteHash.of(text.baseAddress.unsafelyUnwrapped, text.count, seed: UInt64(space))
  }

  /// Looks texts up, and adds those that are new. All of them are fetched at once.
  package func encode(_ lookUps: UnsafeMutableBufferPointer<LookUp>) {
    let (slots, mask, records) = unsafe (slots, mask, records)
    for place in lookUps.indices {
      let hash = unsafe Self.hash(lookUps[place].text, in: lookUps[place].space)
      unsafe lookUps[place].hash = hash
      unsafe prefetch_line(slots + Int(truncatingIfNeeded: hash) & mask)
    }
    for place in lookUps.indices {
      let found = unsafe slots[Int(truncatingIfNeeded: lookUps[place].hash) & mask]
      unsafe prefetch_line(records + Int(truncatingIfNeeded: found & ~Self.tag) * Self.unit)
    }
    for place in lookUps.indices {
      let lookUp = unsafe lookUps[place]
      let found = unsafe encode(lookUp.text, in: lookUp.space, hash: lookUp.hash)
      unsafe lookUps[place].id = UInt32(truncatingIfNeeded: found.id)
      unsafe lookUps[place].payload = found.payload
    }
  }

  /// The number of a text, which is added where it is new, and its payload. The text is followed by `slack` bytes that may
  /// be read.
  package func encode(
    _ text: UnsafeBufferPointer<UInt8>, in space: UInt8
  ) -> (id: Int, payload: UInt32, isNew: Bool) {
    unsafe encode(text, in: space, hash: Self.hash(text, in: space))
  }

  /// The same for a text whose hash is known.
  @inline(__always)
  private func encode(
    _ text: UnsafeBufferPointer<UInt8>, in space: UInt8, hash: UInt64
  ) -> (id: Int, payload: UInt32, isNew: Bool) {
    let start = unsafe text.baseAddress.unsafelyUnwrapped
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = unsafe slots[slot]
      if found == 0 { break }
      if (found ^ hash) & Self.tag == 0 {
        let id = Int(truncatingIfNeeded: found & ~Self.tag)
        let record = unsafe records + id * Self.unit
        let header = unsafe record.assumingMemoryBound(to: Header.self).pointee
        if header.space == space, Int(header.length) == text.count,
          unsafe Self.areEqual(record + Self.unit, UnsafeRawPointer(start), text.count)
        {
          return (id, header.payload, false)
        }
      }
      slot = (slot + 1) & mask
    }
    return (unsafe add(text, space, hash, slot), 0, true)
  }

  /// The same for a text of its own.
  package func encode(_ text: String, in space: UInt8) -> (id: Int, payload: UInt32, isNew: Bool) {
    var padded = Array(text.utf8)
    let length = padded.count
    padded.append(contentsOf: repeatElement(0, count: Self.slack))
    return unsafe padded.withUnsafeBufferPointer {
      unsafe encode(UnsafeBufferPointer(rebasing: $0[0..<length]), in: space)
    }
  }

  /// Says what its reader has made of an entry.
  package func setPayload(_ id: Int, _ payload: UInt32) {
    unsafe header(id).pointee.payload = payload
  }

  /// Has the processor fetch an entry that is soon looked at.
  package func prefetch(_ id: Int) { unsafe prefetch_line(records + id * Self.unit) }

  /// What its reader has made of an entry; 0 for nothing yet.
  package func payload(_ id: Int) -> UInt32 { unsafe header(id).pointee.payload }

  /// The space of an entry.
  package func space(_ id: Int) -> UInt8 { unsafe header(id).pointee.space }

  /// The text of an entry, which stays where it is until another one is added.
  package func text(_ id: Int) -> UnsafeBufferPointer<UInt8> {
    let header = unsafe header(id)
    let start = unsafe (UnsafeRawPointer(header) + Self.unit).assumingMemoryBound(to: UInt8.self)
    return unsafe UnsafeBufferPointer(start: start, count: Int(header.pointee.length))
  }

  /// The text of an entry.
  package func string(_ id: Int) -> String { unsafe String(decoding: text(id), as: UTF8.self) }

  @inline(__always)
  private func header(_ id: Int) -> UnsafeMutablePointer<Header> {
    precondition(id >= 0 && id < end)
    return unsafe (records + id * Self.unit).assumingMemoryBound(to: Header.self)
  }

  /// Whether two texts of `count` bytes, which eight more follow, are the same.
  @inline(__always)
  private static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
    if count > 64 { return unsafe memcmp(one, other, count) == 0 }
    var place = 0
    while count - place > 16 {
      let word = unsafe one.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if unsafe word != other.loadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
      place += 8
    }
    let (one, other, count) = unsafe (one + place, other + place, count - place)
    let first = unsafe one.loadUnaligned(as: UInt64.self) ^ other.loadUnaligned(as: UInt64.self)
    if count > 8 {
      let last = unsafe one.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return unsafe first == 0 && last == other.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    return count == 0 || first.littleEndian << UInt64(64 - 8 * count) == 0
  }

  /// Adds an entry, whose hash has a free slot.
  ///
  /// - Returns: its number.
  @inline(never)
  private func add(_ text: UnsafeBufferPointer<UInt8>, _ space: UInt8, _ hash: UInt64, _ slot: Int) -> Int {
    precondition(text.count <= UInt32.max && used / Self.unit < UInt32.max)
    let size = Self.size(text.count)
    if used + size + Self.slack > recordMemory.capacity {
      recordMemory = recordMemory.copy(used: used, bytes: max(recordMemory.capacity * 2, used + size + Self.slack))
      unsafe records = recordMemory.base
    }
    let record = unsafe records + used
    let header = Header(length: UInt32(text.count), payload: 0, space: space)
    unsafe record.initializeMemory(as: Header.self, to: header)
    unsafe memcpy(record + Self.unit, text.baseAddress.unsafelyUnwrapped, text.count)
    let id = used / Self.unit
    used += size
    count += 1
    unsafe slots[slot] = hash & Self.tag | UInt64(id)
    if count * 2 > mask { growSlots() }
    return id
  }

  /// How many bytes an entry takes.
  private static func size(_ length: Int) -> Int { (unit + length + unit - 1) / unit * unit }

  private func growSlots() {
    mask = mask * 2 + 1
    slotMemory = ColumnMemory(bytes: (mask + 1) * MemoryLayout<UInt64>.stride)
    unsafe slots = slotMemory.base.assumingMemoryBound(to: UInt64.self)
    var id = 1
    while id < end {
      let text = unsafe text(id)
      let hash = unsafe Self.hash(text, in: space(id))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while unsafe slots[slot] != 0 { slot = (slot + 1) & mask }
      unsafe slots[slot] = hash & Self.tag | UInt64(id)
      id += Self.size(text.count) / Self.unit
    }
  }
}

/// Hashes of texts for tables that are never kept. Method: wyhash (Wang Yi).
package enum ByteHash {
  /// The hash of `count` bytes, which eight more follow.
  package static func of(_ start: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
    let words = unsafe UnsafeRawPointer(start)
    var hash = mixed(seed ^ 0xA076_1D64_78BD_642F, UInt64(truncatingIfNeeded: count) ^ 0xE703_7ED1_A0B4_28DB)
    var place = 0
    while count - place > 8 {
      let word = unsafe words.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = mixed(word ^ 0xA076_1D64_78BD_642F, hash ^ 0xE703_7ED1_A0B4_28DB)
      place += 8
    }
    let last = unsafe UInt64(littleEndian: words.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let rest = count == place ? 0 : last & UInt64.max >> UInt64(64 - 8 * (count - place))
    return mixed(rest ^ 0xA076_1D64_78BD_642F, hash ^ 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.low ^ product.high
  }
}
