import Foundation
import Query
import TestSupport
import Testing

@testable import Shell

/// Saved queries with parameters, as the program runs them.
@Suite struct ParameterTests {
  private let file = GoldenCase.folder.appending(path: "sessions/scripts/parameters.query").path

  /// What `run FILE` answers over the small corpus with these arguments after it.
  private func answers(_ arguments: String) -> (answers: String, messages: String) {
    let console = RecordingConsole()
    let session = SmallCorpus.session(console: console, audience: .script)
    session.perform(.init("run \(file) \(arguments)"))
    return (console.answers, console.messages)
  }

  @Test func aValueFromOutsideWinsForOneRun() {
    #expect(answers("").answers.contains("shelter"))
    #expect(answers("--param speaker=officials").answers.contains("have"))
    #expect(answers("--param SPEAKER=officials --param most=0").answers.contains("0 rows"))
    let console = RecordingConsole()
    let session = SmallCorpus.session(console: console, audience: .script)
    session.perform(.init("run \(file) --param speaker=officials"))
    session.perform(.init("run \(file)"))
    #expect(console.answers.contains("shelter"))
  }

  @Test func whatTheFileDoesNotHaveIsAnError() {
    #expect(answers("--param speeker=officials").messages.contains("S015"))
    #expect(answers("--param speaker").messages.contains("S003"))
    #expect(answers("speaker=officials").messages.contains("S003"))
    #expect(Program.run(["run", file, "--param", "speaker"], on: RecordingConsole()) == .couldNotRun)
    #expect(Program.run(["run", file, "--param", "speeker=x"], on: RecordingConsole()) == .couldNotRun)
  }
}
