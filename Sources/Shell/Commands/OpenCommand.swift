public import ClaimModel
import Hearsay
import Query
import Store

extension Command {
  /// `open FILE`
  static let open = Command(
    name: "open", arguments: "FILE | row N [column NAME]",
    summary: "opens a saved knowledge base, or a row: the claims behind it",
    explanation: """
      `open row 3` asks for the claims that the third row of the last answer rests on, be it a count; of a cross table
      `open row 3 column Tareen`, or the column's number, opens one cell. `cite row 1` then shows the words of the first.
      FILE is what `save` wrote; `hearsay name.hearsay` opens it too. It takes the place of all that is known; you are asked
      first where that has not been saved. Nothing is read before a query needs it, so that it takes no longer for millions of
      claims than for a few, and each part is compared with its checksum before it is first read. The file never changes;
      what is loaded afterwards is kept by another `save`.
      """,
    completion: .files, reach: .readsFiles
  ) { session, invocation throws(SessionFailure) in
    if try session.openRow(invocation) { return }
    let path = try invocation.onlyPath()
    let file = try session.readable(path, for: invocation)
    try session.letGo(path)
    try session.open(file, askedForAt: invocation.source.place(of: path))
    guard session.audience == .person else { return }
    session.tell("opened \(session.knowledgeBase.sizeWords)")
  }

  /// `save FILE`
  static let save = Command(
    name: "save", arguments: "FILE [--force]", summary: "saves all that is known, for `open`",
    explanation: """
      Writes articles, claims and all indexes to FILE, name.hearsay by custom. The file is written beside the one that is
      there, synced, and takes its name when it is whole, so that whatever happens the old one or the new one is there. It
      is written whole each time. Where FILE is there, and is not the one that is open or was saved before, you are asked,
      and a script needs `--force`; a file that is no saved knowledge base is never written over. `--vocabulary` has to be
      given again when it is opened.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let (path, options) = try invocation.lessonArguments(flags: ["--force"])
    if let extra = options.paths.first { throw invocation.unknown(extra) }
    let place = invocation.source.place(of: path)
    try session.clearWay(to: path, isForced: options.flags.contains("--force"), askedForAt: place)
    try session.save(to: path, askedForAt: place)
    guard session.audience == .person else { return }
    session.tell("saved \(session.knowledgeBase.sizeWords)")
    if !path.hasSuffix(".hearsay") {
      session.tell("`open \(path)` opens it; `hearsay` opens only name.hearsay by itself")
    }
  }
}

extension Invocation {
  /// The one path that follows.
  fileprivate func onlyPath() throws(SessionFailure) -> String {
    guard let path = words.first else { throw missingArgument }
    guard words.count == 1 else {
      throw failure(.badArgument(command: command.name, argument: words[1], usage: command.usage), at: words[1])
    }
    return path
  }
}

extension KnowledgeBase {
  /// `12 articles, 345 claims`.
  var sizeWords: String { "\(articleCount.counted("article")), \(claimCount.counted("claim"))" }
}

extension Session {
  /// Opens a saved knowledge base, which takes the place of all that is known.
  public func open(_ path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    try told(at: place) { () throws(HearsayError) in try corpus.open(path) }
    readPaths = [path]
    ownFile = path
    isUnsaved = false
    lastAnswer = nil
    lastQuery = nil
  }

  /// Saves all that is known.
  public func save(to path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    try told(at: place) { () throws(HearsayError) in try corpus.save(to: path) }
    ownFile = path
    isUnsaved = false
  }

  /// Checks the whole file that is open, which has to be done before anything is added.
  func verifySnapshot(askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    try told(at: place) { () throws(HearsayError) in try corpus.verify() }
  }

  /// Does something with the corpus; what goes wrong is told at this place.
  func told(
    at place: Diagnostic.Place? = nil, _ use: () throws(HearsayError) -> Void
  ) throws(SessionFailure) {
    do throws(HearsayError) {
      try use()
    } catch {
      let diagnostics = error.diagnostics.map { diagnostic in
        var placed = diagnostic
        placed.place = diagnostic.place ?? place
        return placed
      }
      throw SessionFailure(diagnostics, status: .couldNotRun)
    }
  }

  /// What `answer` makes of the knowledge base, unless the file that this was opened from turns out to be damaged.
  func unlessDamaged<Answer>(_ answer: () throws(SessionFailure) -> Answer) throws(SessionFailure) -> Answer {
    let result = Result { () throws(SessionFailure) in try answer() }
    if let problem = knowledgeBase.damage { throw SessionFailure([problem.diagnostic], status: .couldNotRun) }
    return try result.get()
  }
}
