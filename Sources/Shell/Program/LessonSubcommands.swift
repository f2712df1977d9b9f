import ArgumentParser
import FoundationEssentials

/// `hearsay check LESSON [PATH …]`
struct CheckSubcommand: Subcommand {
  static let configuration = verb(.check, usage: "check LESSON [PATH …] [--update] [options]")

  @Argument(help: "The lesson, name.md.", completion: .file()) var lesson: String
  @Argument(help: ArgumentHelp("Articles that take the place of its own.", valueName: "path"), completion: .file())
  var paths: [String] = []
  @Flag(name: .long, help: "Write the answers that have come into the lesson.") var update = false
  @OptionGroup var options: SessionOptions

  func validate() throws {
    if update, options.safe { throw ValidationError("--update writes the lesson, which --safe bars") }
  }

  func run(on console: any Console) -> Outcome {
    options.attempt(on: console, given: paths) { session throws(SessionFailure) in
      try session.check(lesson, reading: paths, updates: update)
    }
  }
}

/// `hearsay page FILE [PATH …]`
struct PageSubcommand: Subcommand {
  static let configuration = verb(
    .page, usage: "page FILE [PATH …] [--output PAGE [--force]] [--without-answers] [options]")

  @Argument(help: "The lesson, or a saved query; `-` for a saved query on standard input.", completion: .file())
  var file: String
  @Argument(help: ArgumentHelp("Articles that take the place of its own.", valueName: "path"), completion: .file())
  var paths: [String] = []
  @Option(name: .shortAndLong, help: ArgumentHelp("The file that is written.", valueName: "page"), completion: .file())
  var output: String?
  @Flag(name: .long, help: "Leave out what is hidden in the lesson.") var withoutAnswers = false
  @OptionGroup var overwriting: OverwriteOptions
  @OptionGroup var options: SessionOptions

  func validate() throws {
    if output != nil, options.safe { throw ValidationError("--output writes a file, which --safe bars") }
  }

  func run(on console: any Console) -> Outcome {
    options.attempt(on: console, given: paths) { session throws(SessionFailure) in
      if let output { try session.clearWay(to: output, isForced: overwriting.force) }
      try session.writePage(of: file, reading: paths, to: output, withoutAnswers: withoutAnswers)
    }
  }
}

/// `hearsay record LESSON [PATH …]`: the prompt, and a lesson of what is done there.
struct RecordSubcommand: Subcommand {
  static let configuration = verb(.record, usage: "record LESSON [PATH …] [options]")

  @Argument(help: "The lesson that is written, name.md.", completion: .file()) var lesson: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String] = []
  @OptionGroup var options: SessionOptions

  func run(on console: any Console) -> Outcome {
    let isScript = !Prompt.isPossible
    if !isScript { Prompt.catchSignals() }
    guard let session = options.session(on: console, for: isScript ? .script : .person, reading: paths) else {
      return .couldNotRun
    }
    do throws(SessionFailure) {
      try session.startRecording(lesson)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    guard isScript else {
      Prompt(session, environment: ProcessInfo.processInfo.environment).run()
      return .well
    }
    TypedLines(session).run()
    return session.status
  }
}

extension SessionOptions {
  /// Does something in a session that has read nothing but may read `paths`, and reports what goes wrong.
  fileprivate func attempt(
    on console: any Console, given paths: [String], _ action: (Session) throws(SessionFailure) -> Void
  ) -> Outcome {
    guard let session = session(on: console, for: .script) else { return .couldNotRun }
    if safe { session.safeMode = SafeMode(given: paths) }
    do throws(SessionFailure) {
      try action(session)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}
