import Foundation
import TestSupport
import Testing

@testable import Shell

/// The program from its arguments to its exit status, where no article has to be read.
@Suite struct ProgramTests {
  @Test(arguments: [
    (["--format", "cvs"], Outcome.couldNotRun), (["/nowhere/at/all", "-c", "claims"], .couldNotRun),
    (["run"], .couldNotRun), (["run", "/nowhere.query"], .couldNotRun), (["-c", "claims where"], .failed),
    (["-c", "claims where subjct = 1"], .failed), (["-c", "load /nowhere"], .couldNotRun), (["-c", "quit"], .well),
    (["-c", "set limit 3", "-c", "quit", "-c", "nonsense"], .well), (["--set", "limt=3", "-c", "quit"], .couldNotRun),
    (["--vocabulary", "/nowhere", "-c", "quit"], .couldNotRun), (["help", "nonsense"], .failed),
    (["import"], .couldNotRun), (["import", "/nowhere.claims.jsonl"], .couldNotRun), (["extract"], .couldNotRun),
    (["extract", "--schema", "/nowhere"], .couldNotRun), (["-c", "import --as"], .couldNotRun),
    (["--safe", "-c", "save x.hearsay"], .couldNotRun), (["--safe", "-c", "load /etc/passwd"], .couldNotRun),
    (["--json-errors", "-c", "edit"], .couldNotRun), (["--json-errors", "--nonsense"], .couldNotRun),
    (["check"], .couldNotRun), (["check", "/nowhere.md"], .couldNotRun), (["check", "/nowhere.query"], .couldNotRun),
    (["page", "/nowhere.md"], .couldNotRun), (["record", "/nowhere.txt"], .couldNotRun),
    (["run", "x", "--step"], .couldNotRun), (["chekc", "x.md"], .couldNotRun), (["load", "x.hearsay"], .couldNotRun),
    (["describe", "ISKP", "x", "--format", "csv"], .couldNotRun),
    (["cite", "1234", "x", "--format", "csv"], .couldNotRun),
    (["describe"], .couldNotRun), (["parse", "--tokens", "--conllu"], .couldNotRun),
  ])
  func status(arguments: [String], status: Outcome) throws {
    let console = RecordingConsole()
    #expect(Program.run(arguments, on: console) == status)
    #expect(console.messages.isEmpty == (status == .well))
    #expect(console.answers.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["help"], ["help", "where"], ["help", "run"], ["run", "--help"], ["set"],
    ["extract", "--schema"], ["-c", "extract --schema"],
  ])
  func whatIsAskedForIsAnAnswer(arguments: [String]) {
    let console = RecordingConsole()
    #expect(Program.run(arguments, on: console) == .well)
    #expect(!console.answers.isEmpty)
    #expect(console.messages.isEmpty)
  }

  @Test(arguments: [
    ["-c", "claims where subjct = 1"], ["-c", "load /nowhere"], ["--nonsense"], ["run"], ["extract", "/nowhere"],
  ])
  func messagesAreLinesOfJSON(arguments: [String]) throws {
    let console = RecordingConsole()
    #expect(Program.run(arguments + ["--json-errors"], on: console) != .well)
    let lines = console.messages.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["severity"] as? String == "error")
      #expect((object["code"] as? String)?.count == 4)
      #expect(object["message"] is String)
    }
  }

  @Test(arguments: [
    (["chekc", "x.md"], "did you mean `hearsay check`?"), (["--nonsense"], "See 'hearsay --help'"),
    (["check"], "See 'hearsay check --help'"), (["load", "x.hearsay"], "`hearsay x.hearsay` opens it"),
    (["-c", "load x.hearsay"], "write it as: open x.hearsay"),
  ])
  func mistakesLeadOn(arguments: [String], hint: String) {
    let console = RecordingConsole()
    #expect(Program.run(arguments, on: console) == .couldNotRun)
    #expect(console.messages.contains(hint), "\(console.messages)")
  }

  @Test(arguments: [
    "group", "sort", "contradiction", "lesson", "lessons", "safe", "format", "script", "claim", "order", "status",
  ])
  func helpFindsIt(word: String) {
    let console = RecordingConsole()
    #expect(Program.run(["help", word], on: console) == .well)
  }

  @Test func helpTellsOfEveryCommand() {
    let console = RecordingConsole()
    _ = Program.run(["--help"], on: console)
    for command in CommandDescription.named {
      #expect(console.answers.contains("  \(command.name) "))
    }
  }

  @Test func scriptsStopAtTheFirstError() {
    let console = RecordingConsole()
    let status = Program.run(["--format", "csv", "-c", "sources show label; sources show lable; sources"], on: console)
    #expect(status == .failed)
    #expect(console.answers == "label\n")
    #expect(console.messages.contains("--> -c:1:34\n"))
  }
}
