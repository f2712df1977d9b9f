import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import Store

@Suite struct SnapshotTests {
  @Test(arguments: 0..<2)
  func whatIsOpenedIsWhatWasSaved(_ seed: UInt64) throws {
    let files = try SnapshotFiles()
    var base = SnapshotFiles.base(seed: seed)
    let bytes = try base.save(to: files.path("a.hearsay"))
    #expect(try files.bytes("a.hearsay").count == bytes)
    #expect(try files.names() == ["a.hearsay"])
    var opened = try KnowledgeBase(opening: files.path("a.hearsay"), declaring: base)
    #expect(SnapshotFiles.everything(in: opened) == SnapshotFiles.everything(in: base))
    #expect(opened.damage == nil)

    // It goes on as the original does, down to the bytes of the next file.
    var (random, again) = (RandomClaims(seed: seed + 100), RandomClaims(seed: seed + 100))
    for number in 10..<20 {
      SnapshotFiles.add(article: number, to: &base, &random)
      SnapshotFiles.add(article: number, to: &opened, &again)
    }
    #expect(SnapshotFiles.everything(in: opened) == SnapshotFiles.everything(in: base))
    try base.save(to: files.path("b.hearsay"))
    // Over the file that is open.
    try opened.save(to: files.path("a.hearsay"))
    #expect(try files.bytes("a.hearsay") == files.bytes("b.hearsay"))
    #expect(SnapshotFiles.everything(in: opened) == SnapshotFiles.everything(in: base))
  }

  @Test func nothingIsSavedAndOpenedToo() throws {
    let files = try SnapshotFiles()
    try KnowledgeBase().save(to: files.path("a.hearsay"))
    let opened = try KnowledgeBase(opening: files.path("a.hearsay"))
    #expect(SnapshotFiles.everything(in: opened) == SnapshotFiles.everything(in: KnowledgeBase()))
  }

  @Test func aChangedVocabularyIsDeclaredAgain() throws {
    let files = try SnapshotFiles()
    let base = SnapshotFiles.base(seed: 5)
    try base.save(to: files.path("a.hearsay"))
    var known = KnowledgeBase()
    known.declare([Entity(name: "Pakistan", kind: .place, aliases: ["Islamic Republic"])])
    let opened = try KnowledgeBase(opening: files.path("a.hearsay"), declaring: known)
    #expect(opened.entity(named: "Islamic Republic")?.name == "Pakistan")
    #expect(
      try KnowledgeBase(opening: files.path("a.hearsay"), declaring: base).entity(named: "Islamic Republic") == nil)
  }

  /// A column that nobody thought of would be empty when it is opened.
  @Test func everyColumnHasASection() {
    let base = SnapshotFiles.base(seed: 6)
    let kept = SnapshotTable.current.sections.map { $0.count(base.content) }
    let columns = Self.columnCounts(of: base.content)
    #expect(columns.count == kept.count)
    #expect(columns.sorted() == kept.sorted())
    let all = Mirror(reflecting: base.content).children
    let hashes = all.flatMap { Self.values(HashIndex.self, in: $0.value) }.map(\.count)
    let indexes = all.flatMap { Self.values(IDIndex.self, in: $0.value) }.map(\.count)
    #expect(
      (hashes + indexes).sorted()
        == SnapshotTable.current.counts.map(\.path).filter {
          $0 != \.words.next && $0 != \.declaredDigest
        }.map { base.content[keyPath: $0] }.sorted())
  }

  /// What is not kept: the forms of words, what is derived, what is declared.
  private static let left: Set = ["forms", "derived", "declared", "declaredTopics", "senses", "snapshot"]

  private static func columnCounts(of value: Any) -> [Int] {
    if String(describing: type(of: value)).hasPrefix("Column<") {
      return [Mirror(reflecting: value).children.first { $0.label == "rows" }?.value as? Int ?? -1]
    }
    return Mirror(reflecting: value).children.filter { !left.contains($0.label ?? "") }.flatMap {
      columnCounts(of: $0.value)
    }
  }

  private static func values<Value>(_ type: Value.Type, in value: Any) -> [Value] {
    if let value = value as? Value { return [value] }
    return Mirror(reflecting: value).children.filter { !left.contains($0.label ?? "") }.flatMap {
      values(type, in: $0.value)
    }
  }

  @Test func everyNameIsThere() {
    let table = SnapshotTable.current
    let names = table.sections.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count < SnapshotFormat.nameBytes })
    #expect(table.sections.compactMap(\.rowsOf).allSatisfy { names.contains($0) })
    #expect(table.agreements.map(\.section).allSatisfy { names.contains($0) })
    let counted = Set(names + table.counts.map(\.name))
    for section in table.sections {
      switch section.values {
      case .row(let name), .rowOrMax(let name), .entry(let name), .chunk(let name), .laterEntry(let name),
        .slot(let name), .packedSlot(let name, _):
        #expect(counted.contains(name))
      case .any, .earlierRow, .earlierEntry: break
      }
    }
  }

  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func checksumsAreTheAlgorithms(_ text: String, _ sum: UInt64) {
    #expect(XXH64.checksum(of: Array(text.utf8)[...]) == sum)
  }

  /// The page of the format has the sections of the table.
  @Test func thePageIsTrue() throws {
    let page = try GoldenCase.text("../../Docs/snapshot-format.md")
    let start = try #require(page.range(of: "<!-- sections -->\n")?.upperBound)
    let end = try #require(page.range(of: "<!-- end of sections -->")?.lowerBound)
    let rows = SnapshotTable.current.sections.map { section in
      "| `\(section.name)` | \(section.width) | \(section.rowsOf.map { "`\($0)`" } ?? "") | \(section.meaning) | \(section.values.words) |\n"
    }
    let counts = SnapshotTable.current.counts.map { "| `\($0.name)` | \($0.meaning) |\n" }
    let table =
      "| section | bytes | as many rows as | what it holds | numbers that it can have |\n| --- | --- | --- | --- | --- |\n"
      + rows.joined() + "\nThe section `counts` holds, eight bytes each:\n\n| number | what it is |\n| --- | --- |\n"
      + counts.joined()
    try GoldenCase.expect(
      page[..<start] + table + page[end...], equals: "../../Docs/snapshot-format.md")
  }
}
