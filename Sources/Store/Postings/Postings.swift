/// Lists of growing numbers, many and of any length, in one run of bytes: for each term the rows that have it.
///
/// A list is a chain of chunks, each a quarter of what the list has so far, so that lists grow where they are and little is
/// left unused; in a chunk stands what each number is more than the one before it, in seven bits a byte (Cutting and
/// Pedersen, "Optimizations for dynamic inverted index maintenance", 1990). Lists are never cut.
package struct Postings: Sendable {
  /// The chunks: the place of the next one and the number of bytes in this one, four bytes each, then its numbers.
  package internal(set) var chunks: Column<UInt8> = []
  /// Of each list the first chunk, counted in units from 1; 0 for an empty list.
  package internal(set) var first: Column<UInt32> = []
  /// Of each list where the next number goes: a chunk as in `first`, and a byte in it.
  var last: Column<UInt32> = []
  var used: Column<UInt32> = []
  /// The greatest number of each list.
  package internal(set) var greatest: Column<UInt64> = []
  /// How many numbers each list has.
  package internal(set) var counts: Column<UInt32> = []

  package init() {}

  /// What chunks are aligned to.
  static let unit = 16
  static let header = 8
  static let mostBytes = 1 << 16

  /// How many numbers a list has.
  package func count(_ list: Int) -> Int { list < counts.count ? Int(counts[list]) : 0 }

  /// Calls `body` with each number of a list, in order. Whatever stands in a file, it ends, and no number is greater than
  /// the greatest of the list.
  @inline(__always)
  func forEach(_ list: Int, _ body: (Int) -> Void) {
    guard list < counts.count, counts[list] > 0 else { return }
    unsafe chunks.withUncheckedValues { bytes in
      var left = counts[list]
      let greatest = Int(truncatingIfNeeded: greatest[list])
      var chunk = unsafe numbers(ofChunk: first[list], bytes)
      var place = chunk.lowerBound
      var number = 0
      while left > 0 {
        var delta = 0
        var shift = 0
        // Most numbers have one byte or two, and stand within a chunk.
        let next = unsafe place + 2 <= chunk.upperBound ? Self.pair(place, bytes) : 0x8080
        if next & 0x80 == 0 {
          delta = next & 0x7F
          place += 1
        } else if next & 0x8000 == 0 {
          delta = next & 0x7F | next >> 1 & 0x3F80
          place += 2
        } else {
          while true {
            if place == chunk.upperBound {
              chunk = unsafe numbers(
                ofChunk: chunk.isEmpty ? 0 : Self.word(chunk.lowerBound - Self.header, bytes), bytes)
              place = chunk.lowerBound
              if chunk.isEmpty { return }
            }
            let byte = unsafe bytes[place]
            place += 1
            delta |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
            if shift > 63 { return }
          }
        }
        number &+= delta
        if UInt(bitPattern: number) > UInt(bitPattern: greatest) { return }
        left -= 1
        body(number)
      }
    }
  }

  /// The numbers of a list, in order.
  package func rows(_ list: Int) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: count(list)) { buffer, initialised in
      var place = 0
      forEach(list) { number in
        unsafe buffer[place] = UInt32(truncatingIfNeeded: number)
        place += 1
      }
      initialised = place
    }
  }

  static func start(of chunk: UInt32) -> Int { (Int(chunk) - 1) * unit }

  /// Where the numbers of a chunk stand; nowhere where it is no chunk.
  @inline(__always)
  private func numbers(ofChunk chunk: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = Self.start(of: chunk)
    guard start >= 0, start + Self.header <= bytes.count else { return 0..<0 }
    chunks.check(start..<(start + Self.header))
    let end = unsafe min(start + Int(Self.word(start + 4, bytes)), bytes.count)
    guard start + Self.header < end else { return 0..<0 }
    chunks.check(start..<end)
    return (start + Self.header)..<end
  }

  /// The two bytes at a place.
  @inline(__always)
  private static func pair(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let pair = unsafe UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt16.self)
    return Int(UInt16(littleEndian: pair))
  }

  private static func word(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let word = unsafe UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return UInt32(littleEndian: word)
  }
}
