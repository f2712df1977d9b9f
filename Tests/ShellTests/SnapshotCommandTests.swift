import ClaimModel
import Foundation
import Query
import Store
import TestSupport
import Testing

@testable import Shell

@Suite struct SnapshotCommandTests {
  /// A file that is gone afterwards.
  private func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).hearsay")
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  private static let statements = [
    "claims show *", "sources", "entities", "triples", "contradictions", "claims where text has camps", "describe ISKP",
    "cite A1B2000000000001", "claims where location = Pakistan group by speaker",
  ]

  private func transcript(_ session: Session, _ console: RecordingConsole) -> String {
    let start = console.transcript.endIndex
    for statement in Self.statements { session.perform(QuerySource(statement)) }
    return String(console.transcript[start...])
  }

  @Test func answersAreTheSameAfterwards() throws {
    try withFile { file in
      let console = RecordingConsole()
      let session = SmallCorpus.session(console: console, audience: .person)
      let before = transcript(session, console)
      #expect(before.contains("Mastung"))
      #expect(session.perform(QuerySource("save \(file)")))
      let later = RecordingConsole()
      let other = Session(console: later, audience: .person)
      #expect(other.perform(QuerySource("open \(file)")))
      #expect(console.messages.hasSuffix("saved 2 articles, 4 claims\n"))
      #expect(later.messages == "opened 2 articles, 4 claims\n")
      #expect(transcript(other, later) == before)
      #expect(other.status == .well)
    }
  }

  /// A file that is damaged is told of instead of answering, whatever is asked.
  @Test func noAnswerRestsOnDamage() throws {
    try withFile { file in
      let session = SmallCorpus.session(console: RecordingConsole(), audience: .person)
      try session.save(to: file)
      var bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
      let words = Array("ISKP has bases".utf8)
      let text = try #require(bytes.indices.filter { bytes[$0...].starts(with: words) }.first)
      bytes[text] ^= 1
      try Data(bytes).write(to: URL(filePath: file))
      for statement in Self.statements + ["save \(file)", "load /nowhere", "import /nowhere"] {
        let console = RecordingConsole()
        let other = Session(console: console, audience: .script)
        try other.open(file)
        // What never looks at the texts may answer.
        if other.perform(QuerySource(statement)) { continue }
        #expect(console.answers.isEmpty)
        #expect(console.messages.contains("F004") && console.messages.contains("sentences.texts.bytes"), "\(statement)")
      }
      let console = RecordingConsole()
      #expect(Program.run([file, "-c", "claims show text"], on: console) != .well)
      #expect(console.answers.isEmpty)
    }
  }

  @Test func theProgramOpensAndSaves() throws {
    try withFile { file in
      let lines = GoldenCase.folder.appending(path: "interchange/two.claims.jsonl").path
      let console = RecordingConsole()
      #expect(Program.run(["save", file, lines], on: console) == .well)
      #expect(console.messages == "saved 1 article, 2 claims\n")
      let query = "claims show subject, relation as csv"
      let opened = RecordingConsole()
      #expect(Program.run([file, "-c", query], on: opened) == .well)
      let loaded = RecordingConsole()
      #expect(Program.run([lines, "-c", query], on: loaded) == .well)
      #expect(opened.answers == loaded.answers)
      #expect(opened.answers.split(separator: "\n").count == 3)
      let both = RecordingConsole()
      #expect(Program.run(["open", file, file, "-c", query], on: both) == .couldNotRun)
      #expect(both.messages.contains("S016"))
    }
  }

  @Test(arguments: [
    ("open", "S002"), ("save", "S002"), ("open a b", "S003"), ("open /nowhere.hearsay", "F001"), ("open /tmp", "F001"),
    ("save /nowhere/x.hearsay", "F006"), ("load x.hearsay", "S003"), ("save /dev/null", "F007"),
  ])
  func whatCannotBeDoneIsSaid(statement: String, code: String) {
    let console = RecordingConsole()
    let session = Session(console: console, audience: .script)
    #expect(!session.perform(QuerySource(statement)))
    #expect(console.messages.contains(code))
    #expect(session.status == .couldNotRun)
  }

  /// Whenever the program is killed, a whole file is there.
  @Test func aKillLeavesAWholeFile() throws {
    try withFile { file in
      let lines = GoldenCase.folder.appending(path: "interchange/two.claims.jsonl").path
      #expect(Program.run(["save", file, lines], on: RecordingConsole()) == .well)
      let bundle = Bundle.main.bundleURL
      let program = bundle.path.hasSuffix(".xctest") ? bundle.deletingLastPathComponent() : bundle
      for delay in stride(from: 10_000, to: 130_000, by: 10_000) {
        let process = Process()
        process.executableURL = program.appending(path: "hearsay")
        process.arguments = [file, "-c", String(repeating: "save \(file);\n", count: 500)]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(delay * 5))
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let session = Session(console: RecordingConsole(), audience: .script)
        try session.open(file)
        try session.verifySnapshot()
        #expect(session.knowledgeBase.claimCount == 2)
        try? FileManager.default.removeItem(atPath: "\(file).\(process.processIdentifier).unfinished")
      }
    }
  }
}
