import ClaimModel
import Foundation
import Hearsay
import Interchange
import Query
import Store
import TestSupport
import Testing

@testable import Shell

/// What is written as lines of claims is read again as it was, and what the schema allows is what the reader takes.
@Suite struct ImportTests {
  /// Marks of lines that are no JSON, have an attribute twice, or a day or range that there cannot be.
  private static let beyondASchema = ["1e400", "attack", "2025-02-30", "[40,12]"]

  private static let seeds = GoldenCase.projectFolder.appending(path: "seeds").path

  /// The claims of the five articles as lines.
  private static let lines: String = {
    let console = RecordingConsole()
    try? Session(console: console, audience: .script).extract([seeds], as: .jsonl, isTokenized: false)
    return console.answers
  }()

  @Test func whatIsWrittenIsReadAgain() throws {
    let original = Session(console: RecordingConsole(), audience: .script)
    try original.load([Self.seeds])
    let copy = Session(console: RecordingConsole(), audience: .script)
    let count = try withFile(Self.lines) { file in try copy.importClaims(from: [file], isStrict: true) }
    let known = original.knowledgeBase
    #expect(count.claims == known.claimCount)
    #expect(known.claimCount > 400)
    var names: Set<String> = []
    for line in Self.lines.split(separator: "\n") {
      let id = try #require(ClaimID(line.dropFirst("{\"id\":\"".count).prefix(16)))
      let claim = try #require(known.claim(id))
      #expect(copy.knowledgeBase.claim(id) == claim)
      let (article, other) = (try #require(known.article(of: id)), try #require(copy.knowledgeBase.article(of: id)))
      #expect(other.source == article.source)
      #expect(
        [other.file, other.digest, other.author, other.title] == [
          article.file, article.digest, article.author, article.title,
        ])
      #expect([other.label, other.outlet, other.url] == [article.label, article.outlet, article.url])
      #expect(other.published == article.published)
      names.formUnion(
        claim.about + claim.via + [claim.location, claim.from, claim.to, claim.speaker.partOf].compactMap(\.self))
      for argument in [claim.subject, claim.object, claim.speaker].compactMap(\.self) {
        if case .entity(let name) = argument.value { names.insert(name) }
      }
    }
    for name in names {
      #expect(copy.knowledgeBase.entities(named: name) == known.entities(named: name), "\(name)")
    }
  }

  @Test(arguments: ["claims.jsonl", "csv", "nt", "ttl"]) func whatIsExportedIsReadAgain(_ ending: String) throws {
    let original = Session(console: RecordingConsole(), audience: .script)
    try original.load([Self.seeds])
    let copy = Session(console: RecordingConsole(), audience: .script)
    let path = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).\(ending)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try original.exportClaims(to: path) == original.knowledgeBase.claimCount)
    let count = try copy.importClaims(from: [path], isStrict: true)
    let (known, read) = (original.knowledgeBase, copy.knowledgeBase)
    #expect(count.claims == known.claimCount && read.claimCount == known.claimCount)
    for row in 0..<known.claimCount {
      let claim = known.claim(atRow: row)
      #expect(read.claim(claim.id) == claim)
    }
    for article in known.articles {
      var outline = article
      (outline.text, outline.blocks, outline.origins) = ("", [], OffsetMap())
      #expect(read.articles.contains(outline))
    }
    #expect(throws: SessionFailure.self) { try original.exportClaims(to: "/no folder/x.csv") }
  }

  @Test func whatIsKnownStaysOnce() throws {
    let session = Session(console: RecordingConsole(), audience: .script)
    try session.load([Self.seeds])
    let before = session.knowledgeBase.claimCount
    let count = try withFile(Self.lines) { file in try session.importClaims(from: [file]) }
    #expect(count.claims == 0)
    #expect(count.known == before)
    // The other way round, the articles fill the outlines that the claims made.
    let later = Session(console: RecordingConsole(), audience: .script)
    try withFile(Self.lines) { file in _ = try later.importClaims(from: [file]) }
    try later.load([Self.seeds])
    #expect(later.knowledgeBase.claimCount == before)
    #expect(later.knowledgeBase.articles.count == session.knowledgeBase.articles.count)
    #expect(later.knowledgeBase.articles.allSatisfy { !$0.text.isEmpty })
  }

  @Test func ourLinesAreValidUnderTheSchema() throws {
    let check = try SchemaCheck(ClaimLineSchema.text)
    let two = try GoldenCase.text("interchange/two.claims.jsonl")
    for line in (Self.lines + two).split(separator: "\n") {
      #expect(try check.faults(of: String(line)).isEmpty, "\(line)")
    }
  }

  @Test func whatTheReaderRefusesTheSchemaRefuses() throws {
    let check = try SchemaCheck(ClaimLineSchema.text)
    var refused = 0
    for line in try GoldenCase.text("sessions/scripts/bad.claims.jsonl").split(separator: "\n") {
      guard line.hasPrefix("{"), line.hasSuffix("}"), !Self.beyondASchema.contains(where: line.contains) else {
        continue
      }
      let faults = try check.faults(of: String(line))
      #expect(faults.isEmpty == line.contains("One good line"), "\(line)")
      refused += faults.isEmpty ? 0 : 1
    }
    #expect(refused >= 10)
  }

  @Test func aPersonIsToldWhatCameOfIt() throws {
    let console = RecordingConsole()
    let session = SmallCorpus.session(console: console, audience: .person)
    let folder = GoldenCase.folder.appending(path: "sessions/scripts").path
    session.perform(QuerySource("import '\(folder)/good.claims.jsonl'"))
    session.perform(QuerySource("import '\(folder)/good.claims.jsonl'"))
    #expect(
      console.messages == """
        read 5 claims of 3 articles
        read 0 claims of 3 articles; 5 claims were known already

        """)
    let typed = "claims where extractor = g"
    let offered = PromptCompletion(session).candidates(for: typed, at: typed.utf8.count).map(\.text)
    #expect(offered == ["gpt-x", "good"])
    session.perform(QuerySource("import '\(folder)/bad.claims.jsonl'"))
    #expect(console.messages.hasSuffix("read 1 claim of 1 article; 18 lines left out\n"))
  }

  private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString).claims.jsonl")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }
}
