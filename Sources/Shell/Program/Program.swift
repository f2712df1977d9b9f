import ArgumentParser
import ClaimModel
import FoundationEssentials
import Output

/// The program: from its arguments to its exit status.
public enum Program {
  /// Runs with these arguments, the program's own name left out, on standard output and standard error.
  public static func run(_ arguments: [String]) -> Outcome {
    run(arguments, on: StandardConsole(environment: ProcessInfo.processInfo.environment))
  }

  /// Runs with these arguments on `console`.
  static func run(_ arguments: [String], on console: any Console) -> Outcome {
    if arguments.count == 2, arguments[0] == "--generate-completion-script",
      let script = CompletionScript(rawValue: arguments[1])
    {
      console.write(script.text)
      return .well
    }
    do {
      var command = try HearsayCommand.parseAsRoot(arguments)
      if let subcommand = command as? any Subcommand { return subcommand.run(on: console) }
      try command.run()
      return .well
    } catch {
      // The parser knows the subcommand that needs no name by one.
      let message = HearsayCommand.fullMessage(for: error).replacing("'hearsay open --help'", with: "'hearsay --help'")
      let text = message.isEmpty || message.hasSuffix("\n") ? message : message + "\n"
      // Help and scripts are asked for; everything else that the parser throws is a mistake in the arguments.
      guard HearsayCommand.exitCode(for: error) == .success else {
        console.report(arguments.contains("--json-errors") ? json(message) : text)
        return .couldNotRun
      }
      console.write(text)
      return .well
    }
  }

  /// What the parser of arguments says, as a line of JSON: the first line, which tells what is wrong.
  private static func json(_ message: String) -> String {
    let first = message.split(separator: "\n").first.map(String.init) ?? message
    let problem = first.hasPrefix("Error: ") ? String(first.dropFirst("Error: ".count)) : first
    return DiagnosticJSON.line(
      for: Diagnostic(code: "S019", problem, suggestion: "`hearsay --help` shows what there is"))
  }
}

/// `hearsay`, which is nothing but its subcommands.
struct HearsayCommand: ParsableCommand {
  /// Every subcommand, in the order in which help shows them, but for the one that needs no name.
  static let named: [any ParsableCommand.Type] = [
    RunSubcommand.self, CheckSubcommand.self, RecordSubcommand.self, PageSubcommand.self, DescribeSubcommand.self,
    CiteSubcommand.self, SchemaSubcommand.self, ExtractSubcommand.self, ParseSubcommand.self, LoadSubcommand.self,
    ImportSubcommand.self, ExportSubcommand.self, SaveSubcommand.self, SetSubcommand.self, HistorySubcommand.self,
    HelpSubcommand.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "hearsay", subcommands: [OpenSubcommand.self] + named, defaultSubcommand: OpenSubcommand.self,
    // `--help` is the default subcommand's, which tells of the others.
    helpNames: [])
}

/// A subcommand, which works on a console and ends with a status.
protocol Subcommand: ParsableCommand {
  func run(on console: any Console) -> Outcome
}
