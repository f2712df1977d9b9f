/// How a snapshot is laid out; `Docs/snapshot-format.md` tells it in full.
enum SnapshotFormat {
  /// The version that is written and read. Another set of sections is another version.
  static let version = 3
  /// What a file starts with; it does not survive where line ends or high bits are changed.
  static let magic: [UInt8] = [0x89, 0x48, 0x53, 0x59, 0x0D, 0x0A, 0x1A, 0x0A]
  /// As it is written, low byte first.
  static let byteOrder: UInt32 = 0x0102_0304
  /// What sections are aligned to.
  static let pageBytes = 4096
  /// What has a checksum of its own.
  static let blockBytes = 1 << 16
  static let headerBytes = 64
  static let entryBytes = 104
  static let nameBytes = 64

  /// A section as the table has it.
  struct Entry: Hashable, Sendable {
    var name: String
    var offset: Int
    var bytes: Int
    var rows: Int
    /// Bytes of a row.
    var width: Int
    /// The checksum of the checksums of its blocks.
    var checksum: UInt64 = 0

    /// How many blocks it has.
    var blocks: Int { (bytes + blockBytes - 1) / blockBytes }
    /// The byte behind it and the zeros after it.
    var end: Int { offset + wholePages(bytes) }
  }

  static func wholePages(_ bytes: Int) -> Int { (bytes + pageBytes - 1) / pageBytes * pageBytes }

  /// How many bytes stand before the first section.
  static func frontBytes(sections: Int, blocks: Int) -> Int {
    wholePages(headerBytes + sections * entryBytes + blocks * 8)
  }

  /// Header, table and checksums, up to the first section.
  static func front(_ entries: [Entry], _ checksums: [UInt64], fileBytes: Int) -> [UInt8] {
    var table = ByteWriter()
    for entry in entries {
      table.append(entry.name, bytes: nameBytes)
      for number in [entry.offset, entry.bytes, entry.rows, entry.width] { table.append(UInt64(number)) }
      table.append(entry.checksum)
    }
    var header = ByteWriter()
    header.bytes = magic
    header.append(UInt32(version))
    header.append(byteOrder)
    header.append(UInt64(fileBytes))
    header.append(UInt32(entries.count))
    header.append(UInt32(blockBytes))
    header.append(UInt64(checksums.count))
    header.append(table.checksum)
    header.append(0 as UInt64)
    header.append(header.checksum)
    for sum in checksums { table.append(sum) }
    let front = header.bytes + table.bytes
    let bytes = frontBytes(sections: entries.count, blocks: checksums.count)
    return front + [UInt8](repeating: 0, count: bytes - front.count)
  }
}

/// Numbers with the low byte first, one after another.
struct ByteWriter {
  var bytes: [UInt8] = []

  var checksum: UInt64 { XXH64.checksum(of: bytes[...]) }

  mutating func append(_ number: some FixedWidthInteger) {
    for byte in 0..<number.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }

  /// A text with zeros after it, up to `count` bytes.
  mutating func append(_ text: String, bytes count: Int) {
    bytes += Array(text.utf8) + [UInt8](repeating: 0, count: count - text.utf8.count)
  }
}

/// Reads what `ByteWriter` wrote.
struct ByteReader {
  let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = UInt64.self) -> Number {
    defer { place += Number.bitWidth / 8 }
    return (0..<Number.bitWidth / 8).reduce(0) { $0 | Number(truncatingIfNeeded: bytes[place + $1]) << (8 * $1) }
  }

  mutating func text(bytes count: Int) -> String {
    defer { place += count }
    return String(decoding: bytes[place..<place + count].prefix { $0 != 0 }, as: UTF8.self)
  }
}
