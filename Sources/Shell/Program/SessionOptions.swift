import ArgumentParser
import Hearsay
import Output
import Query

/// Whether answers are coloured, in the words of `--color`.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How messages are written.
struct ReportOptions: ParsableArguments {
  @Flag(name: .long, help: "Write messages as lines of JSON on standard error.") var jsonErrors = false
}

/// Whether a file that is there is written over.
struct OverwriteOptions: ParsableArguments {
  @Flag(name: .long, help: "Write over a file that is there.") var force = false
}

/// What every subcommand that answers takes.
struct SessionOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("How answers are written: \(formats).", valueName: "name"),
    completion: .list(OutputFormats.all.map(\.name)), transform: format)
  var format: String?

  @Option(
    name: .long, help: ArgumentHelp("A file of names that wins over those known; may be repeated.", valueName: "file"),
    completion: .file())
  var vocabulary: [String] = []

  @Option(name: .long, help: ArgumentHelp("Colour answers: auto, always or never.", valueName: "when"))
  var color = ColourChoice.auto

  @Option(
    name: .long,
    help: ArgumentHelp("A setting, as `set` takes it: limit=20; may be repeated.", valueName: "name=value"),
    completion: .list(Setting.table.map { $0.name + "=" }))
  var set: [String] = []

  @Flag(
    name: .long, help: "Read only what is named here, write nothing and start no program, whatever a script says.")
  var safe = false

  @OptionGroup var reports: ReportOptions

  private static let formats = OutputFormats.all.map(\.name).joined(separator: ", ")

  private static func format(_ name: String) throws -> String {
    if let format = OutputFormats.named(name) { return format.name }
    let near = NearWords.nearest(to: name, among: OutputFormats.all.map(\.name))
    throw ValidationError(
      "no format is called \(name); " + (near.map { "did you mean \($0)?" } ?? "there are \(formats)"))
  }

  /// A session with these options that has read the articles at `paths`, over the saved knowledge base among them.
  ///
  /// - Returns: nil where it cannot go on; why has been said.
  func session(
    on console: any Console, for audience: Session.Audience, reading paths: [String] = []
  ) -> Session? {
    let session = Session(console: console, audience: audience)
    session.reportsJSON = reports.jsonErrors
    switch color {
    case .auto: session.settings.color = .auto
    case .always: session.settings.color = .on
    case .never: session.settings.color = .off
    }
    if let format { session.settings.format = format }
    do throws(SessionFailure) {
      for setting in set { try session.change(setting) }
      for file in vocabulary { try session.useVocabulary(file) }
      if !paths.isEmpty { try session.read(paths) }
      if safe { session.safeMode = SafeMode(given: paths) }
    } catch {
      session.report(error.diagnostics)
      return nil
    }
    return session
  }
}

extension Session {
  /// Changes a setting as `set` does.
  fileprivate func change(_ setting: String) throws(SessionFailure) {
    guard let invocation = Invocation(.init("set " + setting)) else { return }
    try Command.set.perform(self, invocation)
  }
}
