import Foundation
import Query
import Store
import TestSupport
import Testing

@testable import Shell

/// A person who answers what is asked.
private final class AnsweringConsole: Console {
  let outputWidth: Int? = 80
  let reportWidth: Int? = 80
  let takesColour = false
  private let saysYes: Bool
  private(set) var questions: [String] = []
  private(set) var messages = ""

  init(saysYes: Bool) {
    self.saysYes = saysYes
  }

  func write(_ text: String) {}

  func report(_ text: String) { messages += text }

  func confirm(_ question: String) -> Bool? {
    questions.append(question)
    return saysYes
  }
}

/// Nothing that is there is lost without a word.
@Suite struct KeepingTests {
  private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keeping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func aScriptHasToSayForce() throws {
    try withFolder { folder in
      let path = folder + "/claims.csv"
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      let console = RecordingConsole()
      let session = SmallCorpus.session(console: console, audience: .script)
      #expect(!session.perform(QuerySource("export \(path)")))
      #expect(console.messages.contains("S022") && session.status == .couldNotRun)
      #expect(try text(path) == "mine")
      #expect(session.perform(QuerySource("export \(path) --force")))
      #expect(try text(path).hasPrefix("id,"))
      #expect(session.perform(QuerySource("export /dev/null")))
    }
  }

  @Test(arguments: [true, false]) func aPersonIsAsked(saysYes: Bool) throws {
    try withFolder { folder in
      let path = folder + "/claims.csv"
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      let console = AnsweringConsole(saysYes: saysYes)
      let session = SmallCorpus.session(console: console, audience: .person)
      #expect(session.perform(QuerySource("export \(path)")) == saysYes)
      #expect(console.questions == ["\(path) is there already: write over it?"])
      #expect(try text(path).hasPrefix("mine") == !saysYes)
    }
  }

  @Test func whatIsSavedMayBeSavedAnew() throws {
    try withFolder { folder in
      let path = folder + "/k.hearsay"
      let console = AnsweringConsole(saysYes: false)
      let session = SmallCorpus.session(console: console, audience: .person)
      #expect(session.perform(QuerySource("save \(path)")))
      #expect(session.perform(QuerySource("save \(path)")))
      let other = SmallCorpus.session(console: console, audience: .person)
      #expect(!other.perform(QuerySource("save \(path)")))
      #expect(other.perform(QuerySource("open \(path)")))
      #expect(other.perform(QuerySource("save \(path)")))
      #expect(console.questions.count == 1)
      #expect(session.perform(QuerySource("save \(folder)/k")))
      #expect(console.messages.hasSuffix("`hearsay` opens only name.hearsay by itself\n"))
    }
  }

  @Test(arguments: [true, false]) func whatIsNotSavedIsNotLetGoUnasked(saysYes: Bool) throws {
    try withFolder { folder in
      let path = folder + "/k.hearsay"
      try SmallCorpus.session(console: RecordingConsole(), audience: .script).save(to: path)
      let lines = GoldenCase.folder.appending(path: "interchange/two.claims.jsonl").path
      let console = AnsweringConsole(saysYes: saysYes)
      let session = Session(console: console, audience: .person)
      try session.load([lines])
      #expect(session.perform(QuerySource("open \(path)")) == saysYes)
      #expect(console.questions == ["1 article, 2 claims have not been saved: open \(path)?"])
      #expect(session.knowledgeBase.claimCount == (saysYes ? 4 : 2))
      let script = RecordingConsole()
      let other = Session(console: script, audience: .script)
      try other.load([lines])
      #expect(other.perform(QuerySource("open \(path)")))
      #expect(script.messages.hasPrefix("notice[S023]"))
    }
  }

  /// What `export` wrote is known by its ending or its lines wherever articles are named.
  @Test(arguments: ["claims.csv", "claims.jsonl", "claims.nt", "claims.ttl"])
  func claimsAreNoArticle(name: String) throws {
    try withFolder { folder in
      let path = folder + "/" + name
      let lines = GoldenCase.folder.appending(path: "interchange/two.claims.jsonl").path
      let console = RecordingConsole()
      #expect(Program.run(["export", path, lines], on: console) == .well)
      let read = RecordingConsole()
      #expect(Program.run([path, "-c", "claims show count as tsv"], on: read) == .well, "\(read.messages)")
      let loaded = Session(console: RecordingConsole(), audience: .script)
      #expect(throws: Never.self) { try loaded.load([path]) }
      #expect(loaded.knowledgeBase.claimCount == 2)
    }
  }
}
