import Foundation
import TestSupport
import Testing

@testable import Shell

/// Sessions as a person would have them: each line of `NAME.input` is typed, and what appears is `NAME.output`.
@Suite struct TranscriptTests {
  @Test(arguments: GoldenCase.files(in: "sessions", suffix: ".input").map(\.lastPathComponent))
  func transcript(file: String) throws {
    let name = String(file.dropLast(".input".count))
    let console = RecordingConsole(width: 100)
    let session = SmallCorpus.session(console: console, audience: .person)
    var buffer = StatementBuffer()
    for line in try GoldenCase.text("sessions/\(file)").split(separator: "\n", omittingEmptySubsequences: false) {
      if session.isOver { break }
      console.write((buffer.isEmpty ? "hearsay> " : "      -> ") + line + "\n")
      if let statement = buffer.take(String(line)) {
        session.history.add(statement)
        session.carryOut(statement)
      }
    }
    try GoldenCase.expect(console.transcript, equals: "sessions/\(name).output")
  }

  /// The scripts of `sessions/scripts`, as `run` answers them: answers, messages, and what the program would end with.
  @Test(arguments: [
    "answers.query", "echo.query", "wrong.query", "outer.query", "endless.query", "missing.query", "import.query",
    "import-bad.query", "import-strict.query", "parameters.query",
  ])
  func script(file: String) throws {
    let console = RecordingConsole()
    let session = SmallCorpus.session(console: console, audience: .script)
    let folder = GoldenCase.folder.appending(path: "sessions/scripts").path
    do throws(SessionFailure) {
      try session.run(file: folder + "/" + file)
    } catch {
      session.report(error.diagnostics)
      session.note(error.status)
    }
    let text = "\(console.answers)--- messages\n\(console.messages)--- status \(session.status.rawValue)\n"
    try GoldenCase.expect(
      text.replacingOccurrences(of: folder, with: "FOLDER"), equals: "sessions/scripts/\(file).output")
  }
}
