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

  /// Calls `body` with each number of a list, in order.
  @inline(__always)
  package func forEach(_ list: Int, _ body: (Int) -> Void) {
    guard list < counts.count, counts[list] > 0 else { return }
    unsafe chunks.withUnsafeValues { bytes in
      var left = counts[list]
      var chunk = Self.start(of: first[list])
      var end = unsafe chunk + Self.bytes(of: chunk, bytes)
      var place = chunk + Self.header
      var number = 0
      while left > 0 {
        var delta = 0
        var shift = 0
        while true {
          if place == end {
            chunk = unsafe Self.start(of: Self.word(chunk, bytes))
            end = unsafe chunk + Self.bytes(of: chunk, bytes)
            place = chunk + Self.header
          }
          let byte = unsafe bytes[place]
          place += 1
          delta |= Int(byte & 0x7F) << shift
          if byte < 0x80 { break }
          shift += 7
        }
        number += delta
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

  private static func bytes(of chunk: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe Int(word(chunk + 4, bytes))
  }

  private static func word(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    // A damaged file must not lead out of the chunks.
    precondition(place >= 0 && place + 4 <= bytes.count, "The postings are damaged.")
    let word = unsafe UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return UInt32(littleEndian: word)
  }
}
