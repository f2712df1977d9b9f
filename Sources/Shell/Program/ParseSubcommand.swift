import ArgumentParser
import Language

/// `hearsay parse [FILE]`
struct ParseSubcommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: Command.parse.name, abstract: "Shows the sentences of a text as trees (CoNLL-U).",
    usage: "hearsay parse [FILE] [--tokens | --conllu]", discussion: Command.parse.explanation,
    helpNames: .shortAndLong)

  @Argument(help: "The text; standard input where none is named.", completion: .file()) var file = "-"
  @Flag(name: .long, help: "A sentence a line, with spaces between its tokens.") var tokens = false
  @Flag(name: .long, help: "CoNLL-U, of which the tokens are kept.") var conllu = false
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if tokens && conllu { throw ValidationError("--tokens and --conllu exclude one another") }
  }

  func run(on console: any Console) -> Outcome {
    let session = Session(console: console, audience: .script)
    session.reportsJSON = reports.jsonErrors
    do throws(SessionFailure) {
      try session.parse(file: file, as: tokens ? .tokens : conllu ? .conllu : .text)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}
