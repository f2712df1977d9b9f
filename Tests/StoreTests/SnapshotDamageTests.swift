import ClaimModel
import Foundation
import Testing

@testable import Store

/// Whatever stands in a file, it is told or read as it was saved.
@Suite struct SnapshotDamageTests {
  /// The parts of a file and where they stand.
  private static func parts(of bytes: [UInt8]) -> [(name: String, range: Range<Int>)] {
    let entries = entries(of: bytes)
    let table = SnapshotFormat.headerBytes..<SnapshotFormat.headerBytes + entries.count * SnapshotFormat.entryBytes
    return [("header", 0..<table.lowerBound), ("table", table)] + entries.map { ($0.name, $0.offset..<$0.end) }
  }

  private static func entries(of bytes: [UInt8]) -> [SnapshotFormat.Entry] {
    var reader = ByteReader(bytes[SnapshotFormat.headerBytes...])
    return (0...SnapshotTable.current.sections.count).map { _ in
      SnapshotFormat.Entry(
        name: reader.text(bytes: SnapshotFormat.nameBytes), offset: Int(reader.number(UInt64.self)),
        bytes: Int(reader.number(UInt64.self)), rows: Int(reader.number(UInt64.self)),
        width: Int(reader.number(UInt64.self)), checksum: reader.number(UInt64.self))
    }
  }

  /// What is wrong with a file, as one finds out who opens and verifies it.
  private static func problem(_ path: String) -> SnapshotProblem? {
    do throws(SnapshotProblem) {
      try KnowledgeBase(opening: path).verify()
      return nil
    } catch {
      return error
    }
  }

  @Test func aChangedByteIsNamedByItsSection() throws {
    let files = try SnapshotFiles()
    try SnapshotFiles.base(seed: 1, articles: 1).save(to: files.path("a.hearsay"))
    let bytes = try files.bytes("a.hearsay")
    let whole = SnapshotFiles.everything(in: try KnowledgeBase(opening: files.path("a.hearsay")))
    for (name, range) in Self.parts(of: bytes) {
      let places = name == "header" ? Array(8..<64) : [range.lowerBound, range.lowerBound + 5, range.upperBound - 1]
      for place in places where range.contains(place) {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(place % 8)
        let path = try files.write(damaged, "b.hearsay")
        guard case .damaged(_, let section) = Self.problem(path) else {
          Issue.record("byte \(place) of \(name) was changed: \(String(describing: Self.problem(path)))")
          continue
        }
        #expect(section.hasPrefix(name), "byte \(place)")
        // An answer is what it was, or the damage is known by then.
        guard place == range.lowerBound, let opened = try? KnowledgeBase(opening: path) else { continue }
        let all = SnapshotFiles.everything(in: opened)
        #expect(all == whole || opened.damage == .damaged(path: path, section: name), "byte \(place)")
      }
    }
  }

  @Test func aChangedChecksumIsNamedByItsSection() throws {
    let files = try SnapshotFiles()
    try SnapshotFiles.base(seed: 2).save(to: files.path("a.hearsay"))
    var bytes = try files.bytes("a.hearsay")
    bytes[SnapshotFormat.headerBytes + Self.entries(of: bytes).count * SnapshotFormat.entryBytes] ^= 1
    let path = try files.write(bytes, "b.hearsay")
    #expect(Self.problem(path) == .damaged(path: path, section: "checksums of terms.texts.bytes"))
  }

  @Test func aCutFileIsNamedByItsSection() throws {
    let files = try SnapshotFiles()
    try SnapshotFiles.base(seed: 3).save(to: files.path("a.hearsay"))
    let bytes = try files.bytes("a.hearsay")
    let parts = Self.parts(of: bytes)
    var lengths = (0..<30).map { $0 * bytes.count / 30 }
    lengths += [1, 7, 8, 63, 64, 65, 5000, bytes.count - 1, bytes.count - 4096]
    for length in lengths {
      let path = try files.write(Array(bytes[..<length]), "b.hearsay")
      switch Self.problem(path) {
      case .noSnapshot: #expect(length < 8)
      case .cutShort(_, let section, length, let expected):
        let cut = parts.first { $0.range.upperBound > length }
        #expect(section == cut?.name || section == "table", "\(length)")
        #expect(expected == bytes.count || length < 64)
      case let other: Issue.record("cut to \(length): \(String(describing: other))")
      }
    }
    let longer = try files.write(bytes + [0], "b.hearsay")
    #expect(Self.problem(longer) == .damaged(path: longer, section: "what stands after the last one"))
  }

  @Test func otherFilesAreToldApart() throws {
    let files = try SnapshotFiles()
    let text = try files.write(Array("An article.".utf8), "a.txt")
    #expect(Self.problem(text) == .noSnapshot(path: text))
    #expect(
      Self.problem(files.path("none"))
        == .unreadable(path: files.path("none"), reason: "there is no such file or folder"))
    let folder = files.folder.path
    #expect(Self.problem(folder) == .unreadable(path: folder, reason: "it is a folder"))
    try KnowledgeBase().save(to: files.path("a.hearsay"))
    var newer = try files.bytes("a.hearsay")
    newer[8] = 9
    let sum = XXH64.checksum(of: newer[..<56])
    for byte in 0..<8 { newer[56 + byte] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(byte))) }
    let path = try files.write(newer, "b.hearsay")
    #expect(Self.problem(path) == .newer(path: path, version: 9))
  }

  /// Even where the checksums fit, nothing leads out of the columns or goes on for ever.
  @Test(arguments: 0..<16)
  func aForgedFileIsReadToItsEnd(_ seed: UInt64) throws {
    let files = try SnapshotFiles()
    let base = SnapshotFiles.base(seed: seed % 3, articles: 1)
    try base.save(to: files.path("a.hearsay"))
    var bytes = try files.bytes("a.hearsay")
    var random = RandomClaims(seed: seed)
    let entries = Self.entries(of: bytes).filter { $0.bytes > 0 }
    for _ in 0...random.number(below: 3) {
      let entry = entries[random.number(below: entries.count)]
      for _ in 0..<10 {
        let values: [UInt8] = [0, 1, 2, 0x7F, 0x80, 0xFF]
        bytes[entry.offset + random.number(below: entry.bytes)] = values[random.number(below: values.count)]
      }
    }
    let path = try files.write(Self.sealed(bytes), "b.hearsay")
    guard var opened = try? KnowledgeBase(opening: path, declaring: base) else { return }
    _ = SnapshotFiles.everything(in: opened)
    guard (try? opened.verify()) != nil else { return }
    SnapshotFiles.add(article: 50, to: &opened, &random)
    _ = SnapshotFiles.everything(in: opened)
  }

  /// A file with the checksums that its bytes ask for.
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
