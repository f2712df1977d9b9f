import ArgumentParser
import FoundationEssentials
import Query
import Store

extension Subcommand {
  /// The configuration of the subcommand that does what a command of the prompt does, in the same words.
  static func verb(_ command: Command, usage: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: command.name, abstract: command.summary.capitalised + ".", usage: "hearsay \(usage)",
      discussion: command.explanation, helpNames: .shortAndLong)
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension SessionOptions {
  /// Refuses `--format` where what is written is for reading and has one form only.
  fileprivate func rejectFormat(for command: String, instead query: String) throws {
    if format != nil { throw ValidationError("--format is not for \(command); `\(query)` answers in every format") }
  }

  /// Carries out one statement over the articles at `paths`.
  fileprivate func perform(_ statement: String, on console: any Console, reading paths: [String] = []) -> Outcome {
    guard let session = session(on: console, for: .script, reading: paths) else { return .couldNotRun }
    session.perform(QuerySource(statement))
    return session.status
  }
}

/// `hearsay run FILE [PATH …]`
struct RunSubcommand: Subcommand {
  static let configuration = verb(.run, usage: "run FILE [PATH …] [--param NAME=VALUE …] [--step] [options]")

  @Argument(help: "The file of queries, or the lesson; `-` for queries on standard input.", completion: .file())
  var file: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String] = []
  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("The value of a parameter of the file; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []
  @Flag(name: .long, help: "Wait for Enter before each query of a lesson.") var step = false
  @OptionGroup var options: SessionOptions

  func validate() throws {
    if let wrong = parameters.first(where: { Session.parameter($0) == nil }) {
      throw ValidationError("--param takes NAME=VALUE, not \(wrong)")
    }
    if step, !Lesson.isMarkdown(file) { throw ValidationError("--step is for lessons, name.md") }
  }

  func run(on console: any Console) -> Outcome {
    let isLesson = Lesson.isMarkdown(file)
    // A lesson is read in a session of its own.
    guard let session = options.session(on: console, for: .script, reading: isLesson ? [] : paths) else {
      return .couldNotRun
    }
    do throws(SessionFailure) {
      if isLesson {
        if options.safe { session.safeMode = SafeMode(given: paths) }
        try session.read(session.lesson(at: file), reading: paths, goOn: step ? session.waitForEnter : nil)
      } else {
        try session.run(file: file, parameters: parameters.compactMap { Session.parameter($0) })
      }
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}

/// `hearsay describe ENTITY PATH …`
struct DescribeSubcommand: Subcommand {
  static let configuration = verb(.describe, usage: "describe ENTITY PATH … [options]")

  @Argument(help: "Any of its names.") var entity: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String]
  @OptionGroup var options: SessionOptions

  func validate() throws { try options.rejectFormat(for: "describe", instead: "claims where about = …") }

  func run(on console: any Console) -> Outcome {
    options.perform("describe \(entity)", on: console, reading: paths)
  }
}

/// `hearsay cite CLAIM PATH …`
struct CiteSubcommand: Subcommand {
  static let configuration = verb(.cite, usage: "cite CLAIM PATH … [options]")

  @Argument(help: "Four or more digits of the claim's id.") var claim: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String]
  @OptionGroup var options: SessionOptions

  func validate() throws { try options.rejectFormat(for: "cite", instead: "claims where id = …") }

  func run(on console: any Console) -> Outcome {
    options.perform("cite \(claim)", on: console, reading: paths)
  }
}

/// `hearsay schema QUERY`
struct SchemaSubcommand: Subcommand {
  static let configuration = verb(.schema, usage: "schema QUERY [--json] [options]")

  @Argument(help: "The query; no article is read for it.") var query: String
  @Flag(name: .long, help: "Write the JSON Schema of the answer.") var json = false
  @OptionGroup var options: SessionOptions

  func run(on console: any Console) -> Outcome {
    options.perform("schema \(json ? "--json " : "")\(query)", on: console)
  }
}

/// `hearsay load PATH …`: whether articles can be read.
struct LoadSubcommand: Subcommand {
  static let configuration = verb(.load, usage: "load PATH … [options]")

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String]
  @OptionGroup var options: SessionOptions

  func validate() throws {
    if let saved = paths.first(where: { $0.hasSuffix(".hearsay") }) {
      throw ValidationError("\(saved) is no article but a saved knowledge base: `hearsay \(saved)` opens it")
    }
  }

  func run(on console: any Console) -> Outcome {
    guard let session = options.session(on: console, for: .script, reading: paths) else { return .couldNotRun }
    let known = session.knowledgeBase
    session.tell("read \(known.sizeWords)")
    return session.status
  }
}

/// `hearsay save FILE PATH …`
struct SaveSubcommand: Subcommand {
  static let configuration = verb(.save, usage: "save FILE PATH … [--force] [options]")

  @Argument(help: ArgumentHelp("The file that is written, name.hearsay.", valueName: "file"), completion: .file())
  var file: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String]
  @OptionGroup var overwriting: OverwriteOptions
  @OptionGroup var options: SessionOptions

  func run(on console: any Console) -> Outcome {
    guard let session = options.session(on: console, for: .script, reading: paths) else { return .couldNotRun }
    do throws(SessionFailure) {
      try session.clearWay(to: file, isForced: overwriting.force)
      try session.save(to: file)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    session.tell("saved \(session.knowledgeBase.sizeWords)")
    return session.status
  }
}

/// `hearsay export FILE PATH …`
struct ExportSubcommand: Subcommand {
  static let configuration = verb(.exportClaims, usage: "export FILE PATH … [--force] [options]")

  @Argument(help: ArgumentHelp("The file that is written.", valueName: "file"), completion: .file()) var file: String
  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"), completion: .file()) var paths: [String]
  @OptionGroup var overwriting: OverwriteOptions
  @OptionGroup var options: SessionOptions

  func validate() throws {
    if options.safe { throw ValidationError("--safe bars writing a file") }
  }

  func run(on console: any Console) -> Outcome {
    guard let session = options.session(on: console, for: .script, reading: paths) else { return .couldNotRun }
    do throws(SessionFailure) {
      try session.clearWay(to: file, isForced: overwriting.force)
      try session.exportClaims(to: file)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}

/// `hearsay import FILE …`: whether claims can be read.
struct ImportSubcommand: Subcommand {
  static let configuration = verb(.importClaims, usage: "import FILE … [--as NAME] [--strict] [options]")

  @Argument(help: ArgumentHelp("Files of claims, a line each.", valueName: "file"), completion: .file())
  var files: [String]
  @Option(name: .customLong("as"), help: ArgumentHelp("Who made claims that do not say so.", valueName: "name"))
  var name: String?
  @Flag(name: .long, help: "Stop at the first line that is wrong.") var strict = false
  @OptionGroup var options: SessionOptions

  func run(on console: any Console) -> Outcome {
    guard let session = options.session(on: console, for: .script) else { return .couldNotRun }
    do throws(SessionFailure) {
      session.tell(try session.importClaims(from: files, by: name, isStrict: strict).words)
    } catch {
      session.report(error.diagnostics)
      return error.status
    }
    return session.status
  }
}

/// `hearsay set`
struct SetSubcommand: Subcommand {
  static let configuration = verb(.set, usage: "set [NAME]")

  @Argument(help: "A setting.", completion: .list(Setting.table.map(\.name))) var name: String?

  func run(on console: any Console) -> Outcome {
    SessionOptions.usual.perform("set \(name ?? "")", on: console)
  }
}

/// `hearsay history [N]`
struct HistorySubcommand: Subcommand {
  static let configuration = verb(.history, usage: "history [N]")

  @Argument(help: "How many.") var count: Int?

  func run(on console: any Console) -> Outcome {
    let session = Session(console: console, audience: .script)
    session.history = HistoryFile(environment: ProcessInfo.processInfo.environment)?.read() ?? History()
    session.perform(QuerySource("history \(count.map(String.init) ?? "")"))
    return session.status
  }
}

/// `hearsay help [WORD]`
struct HelpSubcommand: Subcommand {
  static let configuration = verb(.help, usage: "help [WORD]")

  @Argument(
    help: "A command, a word of the query language, a setting, an error's code.",
    completion: .list(HelpPage.words.filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }))
  var words: [String] = []

  func run(on console: any Console) -> Outcome {
    SessionOptions.usual.perform("help \(words.joined(separator: " "))", on: console)
  }
}

extension SessionOptions {
  /// The options of a subcommand that takes none.
  fileprivate static var usual: SessionOptions { (try? SessionOptions.parse([])) ?? SessionOptions() }
}
