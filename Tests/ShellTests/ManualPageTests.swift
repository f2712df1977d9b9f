import Foundation
import Testing

@testable import Shell

/// What is made for the system's own helpers from the tables of the program: the manual page, and completion in shells.
@Suite struct ManualPageTests {
  @Test func everyLineIsTextOrAKnownRequest() {
    let requests: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".br"]
    for line in ManualPage.text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test func itTellsOfEveryCommandSettingAndOption() {
    let page = ManualPage.text.replacing("\\-", with: "-")
    for command in Command.table { #expect(page.contains("\\fB\(command.usage.replacing("\"", with: "\\(dq"))")) }
    for setting in Setting.table { #expect(page.contains("\\fB\(setting.name)\\fR\n")) }
    for option in ["-c, --query QUERY", "--no-rc", "--param NAME=VALUE", "--strict"] {
      #expect(page.contains("\\fB\(option)\\fR\n"))
    }
    for outcome in Outcome.allCases { #expect(page.contains(outcome.meaning)) }
  }

  /// What the parser dumps of itself is not its public interface.
  @Test func everySubcommandIsDescribed() {
    for command in [.unnamed] + CommandDescription.named {
      #expect(command.arguments.contains { $0.spellings.contains("--help") && !$0.summary.isEmpty }, "\(command.name)")
    }
    #expect(CommandDescription.unnamed.arguments.contains { $0.spellings == ["--format"] && $0.words.contains("csv") })
  }

  @Test(arguments: CompletionScript.allCases)
  func shellsAreGivenAScript(shell: CompletionScript) {
    let console = RecordingConsole()
    #expect(Program.run(["--generate-completion-script", shell.rawValue], on: console) == .well)
    #expect(console.answers.contains("describe"))
  }

  /// What bash offers for the last of `words`, told by bash itself.
  private func offers(_ words: [String]) throws -> [String] {
    let console = RecordingConsole()
    _ = Program.run(["--generate-completion-script", "bash"], on: console)
    let script =
      console.answers + """

        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        _hearsay hearsay "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    let bash = Process()
    bash.executableURL = URL(filePath: "/usr/bin/env")
    bash.currentDirectoryURL = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    bash.arguments = ["bash", "-s", "--"] + words
    let input = Pipe()
    let output = Pipe()
    bash.standardInput = input
    bash.standardOutput = output
    try bash.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    bash.waitUntilExit()
    return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func bashCompletes() throws {
    #expect(try offers(["hearsay", "descr"]) == ["describe"])
    #expect(try offers(["hearsay", "CONTRI"]) == ["CONTRIBUTING.md"])
    #expect(try offers(["hearsay", "--format", "mark"]) == ["markdown"])
    #expect(try offers(["hearsay", "README.md", "--no-"]) == ["--no-rc"])
    #expect(try offers(["hearsay", "help", "corrob"]) == ["corroborations"])
    #expect(try offers(["hearsay", "run", "x.query", "--form"]) == ["--format"])
    #expect(try offers(["hearsay", "set", "lim"]) == ["limit"])
    #expect(try offers(["hearsay", "save", "x", "--set", "tim"]) == ["timer=", "timeout="])
  }
}
