public import ClaimModel
import FoundationEssentials
import Query

extension Command {
  /// `run FILE`
  static let run = Command(
    name: "run", arguments: "FILE", summary: "answers the queries of a file, up to the first error",
    explanation: """
      A saved query is a text file, `name.query`, of queries and commands; `--` or `#` starts a comment. A file that is
      run by another is looked for beside it first, and so is a path that it loads. `set echo on` shows each statement
      with its comment before the answer.
      """,
    completion: .files
  ) { session, invocation throws(SessionFailure) in
    let words = invocation.words
    guard let path = words.first else { throw invocation.missingArgument }
    if words.count > 1 {
      let problem = ShellProblem.badArgument(command: "run", argument: words[1], usage: invocation.command.usage)
      throw invocation.failure(problem, at: words[1])
    }
    guard session.runningFiles.count < Session.deepestRun else { throw invocation.failure(.runsTooDeep(path: path)) }
    try session.run(file: session.resolved(path), askedForAt: invocation.source.place(of: path))
  }
}

extension Session {
  /// How many files may run one another, one in the other.
  fileprivate static let deepestRun = 16

  /// Carries out the statements of a file; `-` is standard input.
  ///
  /// What is wrong with a statement is reported here; the failure that is thrown then says no more than that.
  ///
  /// `place` is where it was asked for.
  public func run(file path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    let text = try TextFile.read(path, askedForAt: place)
    runningFiles.append(path)
    defer { runningFiles.removeLast() }
    guard runScript(text, file: path == "-" ? "<stdin>" : path) else {
      throw SessionFailure([], status: status)
    }
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
