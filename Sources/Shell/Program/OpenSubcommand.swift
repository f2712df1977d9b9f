import ArgumentParser
import FoundationEssentials
import Output
import Query

/// `hearsay [PATH …]`: the prompt over articles, or the queries that are given with `-c` or on standard input.
struct OpenSubcommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Hearsay, a query shell for claims: who says what, about whom, where, when and how surely.",
    usage: """
      hearsay [PATH …] [options]          the prompt over articles, or over name.hearsay
      hearsay [PATH …] -c QUERY           an answer
      hearsay COMMAND …                   see below; `hearsay COMMAND --help`
      """,
    discussion: """
      A path is a file, a folder, a quoted glob, or a knowledge base that was saved, name.hearsay. Without a terminal, \
      standard input is a script of statements; `-` among the paths says so, or stands for an article where the queries \
      come from elsewhere.

      COMMANDS
      \(commands)
        A folder that is called like a command is reached as ./\(Command.table[0].name).

      EXIT STATUS
      \(statuses)
      """,
    shouldDisplay: false, helpNames: .shortAndLong)

  private static let commands = AlignedLines.text(
    of: CommandDescription.named.map { [$0.name, $0.summary] }, style: .plain, width: 100)

  private static let statuses = AlignedLines.text(
    of: Outcome.allCases.map { ["\($0.rawValue)", $0.meaning] }, style: .plain, width: 100)

  @Argument(help: ArgumentHelp("Articles, or a saved knowledge base.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("query")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A statement to carry out instead of opening the prompt; may be repeated.", valueName: "query"))
  var queries: [String] = []

  @Flag(name: .long, help: "Leave out the start file.") var noRc = false

  @Flag(name: .long, help: "Print the version, and the digests of the models.") var version = false

  @OptionGroup var options: SessionOptions

  func run(on console: any Console) -> Outcome {
    if version {
      console.write(BuildDescription.text)
      return .well
    }
    if let problem = paths.first.flatMap({ MistypedCommand.problem(of: $0) }) { return report(problem, on: console) }
    let isScript = !queries.isEmpty || paths.contains("-") || !Prompt.isPossible
    if !isScript { Prompt.catchSignals() }
    // Without queries from elsewhere, standard input is the script and no article.
    let articles = queries.isEmpty ? paths.filter { $0 != "-" } : paths
    let session = options.session(on: console, for: isScript ? .script : .person, reading: articles)
    guard let session else { return .couldNotRun }
    if !queries.isEmpty {
      for query in queries where !session.isOver {
        guard session.runScript(query, file: "-c") else { break }
      }
      return session.status
    }
    guard isScript else { return openPrompt(session) }
    do throws(SessionFailure) {
      if Prompt.isTyped { TypedLines(session).run() } else { try session.run(file: "-") }
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }

  private func report(_ problem: ShellProblem, on console: any Console) -> Outcome {
    let session = Session(console: console, audience: .script)
    session.reportsJSON = options.reports.jsonErrors
    session.report(problem.failure(at: nil).diagnostics)
    return .couldNotRun
  }

  /// A person has seen what went wrong, so that the session as such has gone well.
  private func openPrompt(_ session: Session) -> Outcome {
    let prompt = Prompt(session, environment: ProcessInfo.processInfo.environment)
    if !noRc { prompt.runStartFile() }
    prompt.run()
    return .well
  }
}
