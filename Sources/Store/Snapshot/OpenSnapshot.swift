/// A snapshot that is open, and the checks of all its sections.
///
/// What opening looks at does not grow with the claims: header, table, checksums of the checksums, sizes, the last number of
/// each column of offsets. Everything else is checked block by block before it is first read.
final class OpenSnapshot: Sendable {
  let file: SnapshotFile
  private let entries: [SnapshotFormat.Entry]
  private let checksums: [UInt64]
  private let checks: [SectionCheck]

  /// Opens a file and maps its columns into `content`.
  init(_ path: String, into content: inout KnowledgeBase.Content) throws(SnapshotProblem) {
    let table = SnapshotTable.current
    file = try SnapshotFile(path)
    (entries, checksums) = try Front(file).read()
    var rows = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.rows) })
    for (section, entry) in zip(table.sections, entries) {
      if let other = section.rowsOf, rows[other] != entry.rows {
        throw .damaged(path: path, section: section.name)
      }
    }
    let counts = try Self.counts(file, entries[entries.count - 1], checksums)
    for (count, value) in zip(table.counts, counts) {
      content[keyPath: count.path] = value
      rows[count.name] = value
    }
    var checks: [SectionCheck] = []
    var firstBlock = 0
    for (section, entry) in zip(table.sections, entries) {
      let check = SectionCheck(
        file, entry, checksums: checksums[firstBlock..<firstBlock + entry.blocks],
        values: section.values.check { rows[$0] ?? 0 })
      firstBlock += entry.blocks
      guard entry.rows > 0 else { continue }
      guard let memory = ColumnMemory(check) else { throw .unreadable(path: path, reason: SystemError.words()) }
      section.take(&content, memory, entry.rows)
      checks.append(check)
    }
    self.checks = checks
    for agreement in table.agreements where !agreement.holds(content) {
      throw file.problem ?? .damaged(path: path, section: agreement.section)
    }
    if let problem = file.problem { throw problem }
  }

  /// Checks all that has not been read yet.
  func verify() throws(SnapshotProblem) {
    for check in checks where check.check(0..<check.bytes) == .damaged { break }
    if let problem = file.problem { throw problem }
  }

  /// The numbers beside the columns.
  private static func counts(
    _ file: SnapshotFile, _ entry: SnapshotFormat.Entry, _ checksums: [UInt64]
  ) throws(SnapshotProblem) -> [Int] {
    let check = SectionCheck(file, entry, checksums: checksums.suffix(entry.blocks), values: .any)
    guard check.check(0..<entry.bytes) == .allSound, let bytes = file.read(entry.bytes, at: entry.offset) else {
      throw .damaged(path: file.path, section: entry.name)
    }
    var reader = ByteReader(bytes[...])
    return (0..<entry.rows).map { _ in Int(truncatingIfNeeded: reader.number(UInt64.self)) }
  }
}

/// Reads what stands before the sections.
private struct Front {
  let file: SnapshotFile

  init(_ file: SnapshotFile) {
    self.file = file
  }

  func read() throws(SnapshotProblem) -> ([SnapshotFormat.Entry], [UInt64]) {
    let (sections, blocks, tableChecksum) = try header()
    let tableBytes = sections * SnapshotFormat.entryBytes
    let checksumPlace = SnapshotFormat.headerBytes + tableBytes
    guard let table = file.read(tableBytes, at: SnapshotFormat.headerBytes),
      XXH64.checksum(of: table[...]) == tableChecksum
    else { throw damaged("table") }
    let entries = try entries(table, sections)
    guard blocks == entries.reduce(0, { $0 + $1.blocks }) else { throw damaged("table") }
    let frontBytes = SnapshotFormat.frontBytes(sections: sections, blocks: blocks)
    guard let rest = file.read(frontBytes - checksumPlace, at: checksumPlace),
      rest[(blocks * 8)...].allSatisfy({ $0 == 0 })
    else { throw damaged("table") }
    var reader = ByteReader(rest[...])
    let checksums = (0..<blocks).map { _ in reader.number(UInt64.self) }
    try check(entries, checksums, from: frontBytes)
    return (entries, checksums)
  }

  private func header() throws(SnapshotProblem) -> (sections: Int, blocks: Int, tableChecksum: UInt64) {
    let bytes = file.read(min(SnapshotFormat.headerBytes, file.bytes), at: 0) ?? []
    let magic = SnapshotFormat.magic
    guard bytes.prefix(magic.count).elementsEqual(magic) else { throw .noSnapshot(path: file.path) }
    guard bytes.count == SnapshotFormat.headerBytes else {
      throw .cutShort(path: file.path, section: "header", bytes: file.bytes, expected: SnapshotFormat.headerBytes)
    }
    var reader = ByteReader(bytes[magic.count...])
    let version = reader.number(UInt32.self)
    let byteOrder = reader.number(UInt32.self)
    let fileBytes = reader.number(UInt64.self)
    let sections = reader.number(UInt32.self)
    let blockBytes = reader.number(UInt32.self)
    let blocks = reader.number(UInt64.self)
    let tableChecksum = reader.number(UInt64.self)
    let reserved = reader.number(UInt64.self)
    let checksum = XXH64.checksum(of: bytes.dropLast(8))
    guard checksum == reader.number(UInt64.self) else { throw damaged("header") }
    guard version <= SnapshotFormat.version else { throw .newer(path: file.path, version: Int(version)) }
    guard version == SnapshotFormat.version, byteOrder == SnapshotFormat.byteOrder, reserved == 0,
      blockBytes == SnapshotFormat.blockBytes, sections == SnapshotTable.current.sections.count + 1
    else { throw damaged("header") }
    try checkLength(fileBytes, sections: Int(sections))
    guard blocks <= UInt64(file.bytes) else { throw damaged("header") }
    return (Int(sections), Int(blocks), tableChecksum)
  }

  /// Whether the file is as long as its header says; else the first section that is not whole is named.
  private func checkLength(_ expected: UInt64, sections: Int) throws(SnapshotProblem) {
    guard UInt64(file.bytes) < expected else {
      if UInt64(file.bytes) > expected { throw damaged("what stands after the last one") }
      return
    }
    let table = file.read(sections * SnapshotFormat.entryBytes, at: SnapshotFormat.headerBytes)
    var reader = ByteReader((table ?? [])[...])
    let entries = (0..<(table == nil ? 0 : sections)).map { _ in Self.entry(&reader) }
    let cut = entries.first { $0.end > file.bytes }?.name
    throw .cutShort(
      path: file.path, section: cut ?? "table", bytes: file.bytes, expected: Int(clamping: expected))
  }

  /// The entries, each as this version has it and no further than the file goes.
  private func entries(_ table: [UInt8], _ count: Int) throws(SnapshotProblem) -> [SnapshotFormat.Entry] {
    var reader = ByteReader(table[...])
    let entries = (0..<count).map { _ in Self.entry(&reader) }
    let sections = SnapshotTable.current.sections
    let names = sections.map(\.name) + [SnapshotTable.countsName]
    let widths = sections.map(\.width) + [8]
    for (entry, (name, width)) in zip(entries, zip(names, widths)) {
      guard entry.name == name, entry.width == width, entry.rows <= file.bytes, entry.bytes == entry.rows * width,
        entry.rows <= Int(UInt32.max) || width < 4
      else { throw damaged("table, at \(name)") }
    }
    guard entries[count - 1].rows == SnapshotTable.current.counts.count else { throw damaged("table") }
    return entries
  }

  private static func entry(_ reader: inout ByteReader) -> SnapshotFormat.Entry {
    // What does not fit is greater than any file.
    func number() -> Int { min(Int(clamping: reader.number(UInt64.self)), 1 << 60) }
    return SnapshotFormat.Entry(
      name: reader.text(bytes: SnapshotFormat.nameBytes), offset: number(), bytes: number(), rows: number(),
      width: number(), checksum: reader.number(UInt64.self))
  }

  /// Whether the sections follow one another up to the end of the file, and their checksums are those that were written.
  private func check(_ entries: [SnapshotFormat.Entry], _ checksums: [UInt64], from start: Int) throws(SnapshotProblem)
  {
    var (end, block) = (start, 0)
    for entry in entries {
      guard entry.offset == end, entry.end <= file.bytes else { throw damaged("table, at \(entry.name)") }
      end = entry.end
      guard XXH64.checksum(of: checksums[block..<block + entry.blocks]) == entry.checksum else {
        throw damaged("checksums of \(entry.name)")
      }
      block += entry.blocks
    }
    guard end == file.bytes else { throw damaged("table") }
  }

  private func damaged(_ section: String) -> SnapshotProblem { .damaged(path: file.path, section: section) }
}
