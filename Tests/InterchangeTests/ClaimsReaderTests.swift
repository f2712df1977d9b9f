import ClaimModel
import Interchange
import TestSupport
import Testing

/// Lines of claims that are read: what is well formed comes back, and whatever else there is does no harm.
@Suite struct ClaimsReaderTests {
  @Test func linesComeBack() throws {
    let text = try GoldenCase.text("interchange/two.claims.jsonl")
    let imported = read(text)
    #expect(imported.diagnostics.isEmpty)
    let reading = try #require(imported.readings.first)
    #expect(imported.readings.count == 1)
    let entities = Dictionary(uniqueKeysWithValues: reading.extraction.entities.map { ($0.name, $0) })
    var written = reading.extraction.claims.map { ClaimsJSONL.line(for: $0, of: reading.article, entities: entities) }
    // Ids are the hands of this test's context, which numbers claims by their relation's length.
    written = written.map { String($0.drop { $0 != "," }) }
    let expected = text.split(separator: "\n").map { String($0.drop { $0 != "," }) }
    #expect(written == expected)
  }

  @Test(arguments: [
    ("", 0, 0), ("\n\r\n  \n", 0, 0), ("\u{FEFF}", 0, 0), (line, 1, 0), (line + "\r\n" + line, 2, 0),
    ("\u{FEFF}" + line + "\n", 1, 0), (line + "\n\n{\n" + line, 2, 1), ("null", 0, 1), ("{}", 0, 1), ("\u{0}", 0, 1),
    (line + "\u{0}", 0, 1), (line + line, 0, 1), ("{\"a\":" + String(repeating: "[", count: 100_000), 0, 1),
    ("{\"relation\":\"be\",\"text\":\"x\",\"quantity\":" + String(repeating: "9", count: 400) + "}", 0, 1),
    ("{\"relation\":\"be\",\"text\":\"x\",\"sentence\":99999999999}", 0, 1),
    ("{\"relation\":\"be\",\"text\":\"x\",\"span\":[-1,4]}", 0, 1),
    ("{\"relation\":\"be\",\"text\":\"x\",\"span\":[0,1e3]}", 0, 1),
    ("{\"relation\":\"be\",\"text\":\"x\",\"date\":null,\"about\":[null]}", 1, 0),
  ])
  func counts(text: String, claims: Int, badLines: Int) {
    let imported = read(text)
    #expect(imported.readings.reduce(0) { $0 + $1.extraction.claims.count } == claims)
    #expect(imported.badLines == badLines)
    #expect(imported.diagnostics.isEmpty == (badLines == 0 && claims > 0))
  }

  @Test func manyFaultsAreCounted() {
    let imported = read(String(repeating: "{}\n", count: 1000))
    #expect(imported.badLines == 1000)
    #expect(imported.diagnostics.count == 21)
    #expect(imported.diagnostics.last?.message.contains("1980 more") == true)
  }

  /// A chain and a circle as long as a file may be.
  @Test(arguments: [0, 1]) func claimsThatNameOneAnother(closing: Int) throws {
    let count = 20_000
    let lines = (0..<count).map { index in
      let next = index + 1 < count ? index + 1 : closing == 0 ? count : 0
      return "{\"id\":\"c\(index)\",\"relation\":\"say\",\"object\":\"c\(next)\",\"text\":\"x\"}"
    }
    let imported = read(lines.joined(separator: "\n"))
    let claims = try #require(imported.readings.first?.extraction.claims)
    #expect(imported.badLines == 0)
    #expect(claims.count == count)
    let references = claims.filter { if case .claim = $0.object?.value { true } else { false } }
    #expect(references.count == count - 1)
    #expect(imported.diagnostics.map(\.code) == (closing == 0 ? [] : ["I006"]))
  }

  /// Bytes that are changed, put in or left out at random.
  @Test func damagedLinesDoNoHarm() throws {
    let lines = try GoldenCase.text("interchange/two.claims.jsonl")
    var state: UInt64 = 1
    func random(below bound: Int) -> Int {
      // SplitMix64 (Steele, Lea and Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((word ^ (word >> 31)) % UInt64(bound))
    }
    var good = 0
    for _ in 0..<1000 {
      var bytes = Array(lines.utf8)
      for _ in 0..<(1 + random(below: 3)) {
        let place = random(below: bytes.count)
        switch random(below: 3) {
        case 0: bytes[place] = UInt8(random(below: 256))
        case 1: bytes.insert(UInt8(random(below: 256)), at: place)
        default: bytes.remove(at: place)
        }
      }
      let imported = reader.read(bytes, path: "x", extractor: "x", isStrict: false)
      good += imported.readings.reduce(0) { $0 + $1.extraction.claims.count }
      for diagnostic in imported.diagnostics { #expect(!diagnostic.message.contains("\n")) }
    }
    #expect(good > 100)
  }

  @Test func strictReadingStopsAtTheFirstFault() {
    let text = Self.line + "\n{}\n{}\n"
    let imported = reader.read(Array(text.utf8), path: "x", extractor: "x", isStrict: true)
    #expect(imported.readings.isEmpty)
    #expect(imported.badLines == 1)
  }

  private static let line = "{\"relation\":\"be\",\"text\":\"x\"}"

  private let reader = ClaimsReader(
    ImportContext(
      entity: { _ in nil }, entityWritten: { _ in nil }, author: { Entity(name: $0.source, kind: .other) },
      contentAddress: { claim, _ in ClaimID(UInt64(claim.relation.utf8.count)) },
      addressOfContent: { ClaimID(UInt64($0.count)) }, articles: [],
      nearest: { _, _ in nil }))

  private func read(_ text: String) -> ImportedClaims {
    reader.read(Array(text.utf8), path: "x", extractor: "x", isStrict: false)
  }
}
