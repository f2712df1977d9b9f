/// Changes a saved file and makes its checksums fit again.
enum Seal {
  /// A file in which bytes of its sections are others.
  static func damaged(_ bytes: [UInt8], by input: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let full = entries(of: bytes).filter { $0.bytes > 0 }
    for start in stride(from: 0, to: input.count - 2, by: 3) {
      let entry = full[Int(input[start]) % full.count]
      bytes[entry.offset + Int(input[start + 1]) % entry.bytes] = input[start + 2]
    }
    return sealed(bytes)
  }

  private static func entries(of bytes: [UInt8]) -> [SnapshotFormat.Entry] {
    var header = ByteReader(bytes[24...])
    let count = Int(header.number(UInt32.self))
    var table = ByteReader(bytes[SnapshotFormat.headerBytes...])
    return (0..<count).map { _ in
      SnapshotFormat.Entry(
        name: table.text(bytes: SnapshotFormat.nameBytes), offset: Int(table.number(UInt64.self)),
        bytes: Int(table.number(UInt64.self)), rows: Int(table.number(UInt64.self)),
        width: Int(table.number(UInt64.self)), checksum: table.number(UInt64.self))
    }
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var entries = entries(of: bytes)
    var checksums: [UInt64] = []
    for (number, entry) in entries.enumerated() {
      let first = checksums.count
      for start in stride(from: entry.offset, to: entry.end, by: SnapshotFormat.blockBytes) {
        checksums.append(XXH64.checksum(of: bytes[start..<min(start + SnapshotFormat.blockBytes, entry.end)]))
      }
      entries[number].checksum = XXH64.checksum(of: checksums[first...])
    }
    let front = SnapshotFormat.front(entries, checksums, fileBytes: bytes.count)
    return front + bytes[front.count...]
  }
}
