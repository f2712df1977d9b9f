import ArgumentParser
import Interchange

extension ExtractionFormat: ExpressibleByArgument {}

/// `hearsay extract PATH …`
struct ExtractSubcommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: Command.extract.name, abstract: "Writes the claims of articles, one a line.",
    usage: "hearsay extract PATH … [--format jsonl|openie|attributions] [--tokens] [--vocabulary FILE] | --schema",
    discussion: Command.extract.explanation, helpNames: .shortAndLong)

  @Argument(help: ArgumentHelp("Articles to read; `-` for standard input.", valueName: "path"), completion: .file())
  var paths: [String] = []
  @Option(name: .long, help: "jsonl, openie or attributions.") var format = ExtractionFormat.jsonl
  @Flag(name: .long, help: "A sentence a line, with spaces between its tokens.") var tokens = false
  @Flag(name: .long, help: "Write the JSON Schema of a line of claims instead.") var schema = false
  @Option(
    name: .long, help: ArgumentHelp("A file of names that wins over those known; may be repeated.", valueName: "file"),
    completion: .file())
  var vocabulary: [String] = []
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if paths.isEmpty != schema { throw ValidationError("name articles to read, or --schema alone") }
  }

  func run(on console: any Console) -> Outcome {
    if schema {
      console.write(ClaimLineSchema.text)
      return .well
    }
    let session = Session(console: console, audience: .script)
    session.reportsJSON = reports.jsonErrors
    do throws(SessionFailure) {
      for file in vocabulary { try session.useVocabulary(file) }
      try session.extract(paths, as: format, isTokenized: tokens)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}
