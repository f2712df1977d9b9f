public import ClaimModel
import FoundationEssentials
import Query

extension Command {
  /// `run FILE`
  static let run = Command(
    name: "run", arguments: "FILE",
    summary: "answers the queries of a file, or reads a lesson, up to the first error",
    explanation: """
      A lesson, `lesson.md`, is read in a session of its own: its prose, and what its queries answer; `--step` waits for
      Enter before each, and articles named after it take the place of its own (`help check`). A saved query is a text
      file, `name.query`, of queries and commands; `--` or `#` starts a comment. A file that is run by another is looked
      for beside it first, and so is a path that it loads. `set echo on` shows each statement with its comment before the
      answer. `--param who=TTP` gives a parameter of the file (`help param`) that value.
      """,
    completion: .files, reach: .readsFiles
  ) { session, invocation throws(SessionFailure) in
    var (path, options) = try invocation.lessonArguments(flags: ["--step"], values: ["--param"])
    var parameters: [(name: String, value: String)] = []
    for text in options.values["--param"] ?? [] {
      guard let parameter = Session.parameter(text) else { throw invocation.unknown(text) }
      parameters.append(parameter)
    }
    if Lesson.isMarkdown(path) {
      // Its header may name any article.
      guard session.safeMode == nil else { throw invocation.failure(.notSafe(command: "run \(path)")) }
      path = session.resolved(path)
      let lesson = try session.lesson(at: path, askedForAt: invocation.source.place(of: path))
      let goOn = options.flags.contains("--step") ? session.waitForEnter : nil
      return try session.read(lesson, reading: options.paths, goOn: goOn)
    }
    if let extra = options.paths.first ?? options.flags.first { throw invocation.unknown(extra) }
    guard session.runningFiles.count < Session.deepestRun else { throw invocation.failure(.runsTooDeep(path: path)) }
    let place = invocation.source.place(of: path)
    try session.run(
      file: session.readable(path, for: invocation), parameters: parameters, askedForAt: place)
  }
}

extension Session {
  /// How many files may run one another, one in the other.
  fileprivate static let deepestRun = 16

  /// Carries out the statements of a file; `-` is standard input.
  ///
  /// What is wrong with a statement is reported here; the failure that is thrown then says no more than that.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - parameters: The values that some of its parameters are given.
  ///   - place: Where it was asked for.
  /// - Throws: where it cannot be read, has no such parameter, or a statement went wrong.
  public func run(
    file path: String, parameters: [(name: String, value: String)] = [], askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) {
    let text = try TextFile.read(path, askedForAt: place)
    let known = Definitions.parameterNames(in: text)
    let given = definitions.given
    defer { definitions.given = given }
    for (name, value) in parameters {
      guard known.contains(where: { $0.lowercased() == name.lowercased() }) else {
        throw ShellProblem.unknownParameter(name: name, path: path, known: known).failure(at: place)
      }
      definitions.given[name.lowercased()] = value
    }
    runningFiles.append(path)
    defer { runningFiles.removeLast() }
    guard runScript(text, file: path == "-" ? "<stdin>" : path) else {
      throw SessionFailure([], status: status)
    }
  }

  /// `NAME=VALUE` as the two; nil where it is something else.
  static func parameter(_ text: String) -> (name: String, value: String)? {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    return (String(text[..<sign].drop { $0 == "$" }), String(text[text.index(after: sign)...]))
  }

  /// A path as the file that is being run means it: beside that file where there is such a one, else as it stands.
  func resolved(_ path: String) -> String {
    guard let file = runningFiles.last, file != "-", !path.hasPrefix("/"), path != "-" else { return path }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard !folder.isEmpty || file.hasPrefix("/") else { return path }
    let beside = folder + "/" + path
    let start = String(beside.prefix { !"*?[".contains($0) })
    let fixed = start == beside ? beside : String(start.prefix(through: start.lastIndex(of: "/") ?? start.startIndex))
    return FileManager.default.fileExists(atPath: fixed) ? beside : path
  }
}
