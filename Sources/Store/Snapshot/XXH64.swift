/// The checksums of snapshots: XXH64 with seed 0 (Yann Collet, "xxHash fast digest algorithm", version 0.1.1).
///
/// Every step is one to one in the word that it takes in, so that a change within one word of eight bytes always changes
/// the sum; other changes go unseen once in 2⁶⁴. Not against forgers.
enum XXH64 {
  private enum Prime {
    static let one: UInt64 = 0x9E37_79B1_85EB_CA87
    static let two: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    static let three: UInt64 = 0x1656_67B1_9E37_79F9
    static let four: UInt64 = 0x85EB_CA77_C2B2_AE63
    static let five: UInt64 = 0x27D4_EB2F_1656_67C5
  }

  /// The checksum of some bytes. Reads some 10 GB a second.
  static func checksum(of bytes: RawSpan) -> UInt64 {
    let end = bytes.byteCount
    var place = 0
    var sum = Prime.five
    if end >= 32 {
      var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (Prime.one &+ Prime.two, Prime.two, 0, 0 &- Prime.one)
      while place + 32 <= end {
        a = round(a, word(bytes, place))
        b = round(b, word(bytes, place + 8))
        c = round(c, word(bytes, place + 16))
        d = round(d, word(bytes, place + 24))
        place += 32
      }
      sum = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
      for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* Prime.one &+ Prime.four }
    }
    sum &+= UInt64(end)
    while place + 8 <= end {
      sum = rotated(sum ^ round(0, word(bytes, place)), 27) &* Prime.one &+ Prime.four
      place += 8
    }
    if place + 4 <= end {
      let half = unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
      sum = rotated(sum ^ UInt64(half) &* Prime.one, 23) &* Prime.two &+ Prime.three
      place += 4
    }
    while place < end {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      sum = rotated(sum ^ UInt64(byte) &* Prime.five, 11) &* Prime.one
      place += 1
    }
    sum = (sum ^ sum >> 33) &* Prime.two
    sum = (sum ^ sum >> 29) &* Prime.three
    return sum ^ sum >> 32
  }

  /// The checksum of some bytes.
  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt64 { checksum(of: unsafe bytes.span.bytes) }

  /// The checksum of some numbers as they stand in a file.
  static func checksum(of numbers: some Collection<UInt64>) -> UInt64 {
    let numbers = numbers.map(\.littleEndian)
    return checksum(of: unsafe numbers.span.bytes)
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* Prime.two, 31) &* Prime.one
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
