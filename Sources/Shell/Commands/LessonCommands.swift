import ClaimModel
import Query

extension Command {
  /// `check LESSON`
  static let check = Command(
    name: "check", arguments: "LESSON [PATH …]",
    summary: "compares the answers in a lesson with those that come",
    explanation: """
      A lesson is Markdown. Fences of `hearsay` are carried out in order in a fresh session over the articles that its
      header names, or those named after it, and each answer is compared with the fence of `output` under it, cell by cell,
      however wide either is drawn. A difference is told with its line. `--update` writes the answers that have come into
      the lesson, and changes nothing else. <!-- check: error -->, unordered, rows=3 and skip REASON above a query say how
      it is checked. The exit status is 0 where all is the same, 1 where something differs, 2 where it could not run.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let (path, options) = try invocation.lessonArguments(flags: ["--update"])
    try session.check(
      session.resolved(path), reading: options.paths, updates: options.flags.contains("--update"),
      askedForAt: invocation.source.place(of: path))
  }

  /// `record LESSON`, `record off`
  static let record = Command(
    name: "record", arguments: "LESSON | off", summary: "makes a lesson of what is done from now on",
    explanation: """
      Each statement that goes well is written to LESSON with its answer, until `record off` or the end of the session. A
      line that starts with `--` becomes prose, one with `#` a heading. The file is never one that was there before; it is
      written beside its place and takes its name when it is whole, after each statement.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let words = invocation.words
    guard let path = words.first else { throw invocation.missingArgument }
    if words.count > 1 { throw invocation.unknown(words[1]) }
    guard session.audience == .person else { throw invocation.failure(.needsTerminal(command: "record")) }
    if path == "off" {
      session.recording = nil
    } else {
      try session.startRecording(path, askedForAt: invocation.source.place(of: path))
    }
  }

  /// `page LESSON`
  static let page = Command(
    name: "page", arguments: "FILE [PATH …]",
    summary: "makes a page for browsers of a lesson or a saved query",
    explanation: """
      One file of HTML that needs no network: the prose, the queries, tables that can be sorted, pictures, and behind each
      cell the words of the article. What stands between <details> and </details> is hidden until somebody asks for it;
      `--without-answers` leaves it out. `--output PAGE` names the file that is written; where that is there already you are
      asked, and a script needs `--force`. Without it the page goes to standard output.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let (path, options) = try invocation.lessonArguments(
      flags: ["--without-answers", "--force"], values: ["--output", "-o"])
    let output = (options.values["--output"] ?? options.values["-o"])?.last
    if let output {
      let place = invocation.source.place(of: output)
      try session.clearWay(to: output, isForced: options.flags.contains("--force"), askedForAt: place)
    }
    try session.writePage(
      of: session.resolved(path), reading: options.paths,
      to: output, withoutAnswers: options.flags.contains("--without-answers"),
      askedForAt: invocation.source.place(of: path))
  }
}

/// What follows the name of a lesson.
struct LessonOptions {
  var paths: [String] = []
  var flags: [String] = []
  var values: [String: [String]] = [:]
}

extension Invocation {
  /// The file that follows and the options after it.
  func lessonArguments(
    flags: [String] = [], values: [String] = []
  ) throws(SessionFailure) -> (path: String, options: LessonOptions) {
    var options = LessonOptions()
    var rest = words[...]
    while let word = rest.popFirst() {
      if flags.contains(word) {
        options.flags.append(word)
      } else if values.contains(word) {
        guard let value = rest.popFirst() else { throw unknown(word) }
        options.values[word, default: []].append(value)
      } else if word.hasPrefix("--") {
        throw unknown(word)
      } else {
        options.paths.append(word)
      }
    }
    guard !options.paths.isEmpty else { throw missingArgument }
    return (options.paths.removeFirst(), options)
  }

  /// The failure that a word is none that the command takes.
  func unknown(_ word: String) -> SessionFailure {
    failure(.badArgument(command: command.name, argument: word, usage: command.usage), at: word)
  }
}
