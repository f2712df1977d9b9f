import ClaimModel
import Query
import Store
import TextForms

/// A lesson that is being written while a person works at the prompt.
///
/// What is typed is carried out a second time in a session of the lesson's own, as `check` will carry it out, so that the
/// answers are drawn as lessons have them. What is known when the first statement is recorded is the lesson's corpus; what
/// is read later is a step of it. The file is written anew after each statement, and renamed when it is whole.
final class LessonRecording {
  private let path: String
  private let console: LessonConsole
  private let session: Session
  private var body = ""
  /// Whether a statement has been recorded, so that what is read from now on is a step.
  private var hasBegun = false
  /// The paths of the lesson's corpus, and its digest.
  private var corpus: (paths: [String], digest: String) = ([], "")
  /// What its steps read.
  private var loads: [String] = []

  /// Commands that are no part of a lesson: they write, or show something of the prompt's.
  private static let leftOut = [
    Command.save, .exportClaims, .check, .record, .page, .edit, .help, .history, .extract, .parse, .quit,
  ].map(\.name)

  /// Begins to write a lesson at `path` of what is typed in `person`'s session.
  init(_ path: String, for person: Session) {
    self.path = path
    console = LessonConsole(for: person.console)
    session = Session(console: console, audience: .person)
    session.settings.pager = false
    session.answered = { [console] in console.expectDrawing(of: $0) }
  }

  /// Takes up what has been typed and has gone well. A comment becomes prose, `# …` a heading.
  func take(_ text: String, in person: Session) throws(SessionFailure) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    if !hasBegun {
      session.corpus = person.corpus
      corpus = (person.readPaths, CorpusDigest.digest(of: person.knowledgeBase))
    }
    let invocation = Invocation(QuerySource(text))
    if lines.allSatisfy({ $0.hasPrefix("--") || $0.hasPrefix("#") }) {
      body +=
        "\n" + lines.map { $0.hasPrefix("#") ? $0 : $0.drop { $0 == "-" }.trimmed }.joined(separator: "\n") + "\n"
    } else if let invocation, Self.leftOut.contains(invocation.command.name) {
      // It is done for the person alone.
    } else if !hasBegun, invocation?.readsKnowledge == true {
      // It has become part of the corpus.
    } else {
      takeStatement(text, invocation, person)
    }
    try write(for: person)
  }

  private func takeStatement(_ text: String, _ invocation: Invocation?, _ person: Session) {
    let read = invocation.flatMap { $0.readsKnowledge ? $0.words.filter { !$0.hasPrefix("--") } : nil } ?? []
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    session.safeMode = SafeMode(given: loads + read, queriesIn: folder)
    session.settings.today = person.settings.today
    let isWell = session.carryOut(text)
    let events = console.take()
    let answer = events.map(\.text).joined()
    guard isWell, !answer.contains("\n```"), !answer.hasPrefix("```") else {
      return person.console.report("not recorded: \(events.first?.text ?? "")\n")
    }
    hasBegun = true
    loads += read.filter { !loads.contains($0) }
    let isUnordered = events.contains(where: \.hasNoStatedOrder)
    body += "\n" + (isUnordered ? "<!-- check: unordered -->\n" : "") + "```hearsay\n\(text)\n```\n"
    if !answer.isEmpty { body += "\n```output\n\(answer)```\n" }
  }

  private func write(for person: Session) throws(SessionFailure) {
    let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    var lines = ["title: \(name)", "language: \(LanguageVersion.current)"]
    if !corpus.paths.isEmpty { lines.append("corpus: \(corpus.paths.joined(separator: ", "))") }
    lines.append("digest: \(corpus.digest)")
    if !loads.isEmpty { lines.append("loads: \(loads.joined(separator: ", "))") }
    if let today = person.settings.today { lines.append("today: \(today)") }
    try ExportFile.write("---\n\(lines.joined(separator: "\n"))\n---\n\(body)", to: path)
  }
}

extension Invocation {
  /// Whether it makes something known, or takes the place of what is: `load`, `import`, and `open` but for a row.
  fileprivate var readsKnowledge: Bool {
    switch command.name {
    case Command.load.name, Command.importClaims.name: true
    case Command.open.name: words.first.map { $0.lowercased() != "row" && Int($0) == nil } ?? false
    default: false
    }
  }
}

extension ExportFile {
  /// Writes a whole text, to a file beside the one whose name it then takes.
  static func write(_ text: String, to path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    let file = ExportFile(path)
    file?.write(Array(text.utf8))
    guard file?.finish() == true else { throw ShellProblem.unwritableFile(path: path).failure(at: place) }
  }
}

extension Session {
  /// Takes up what has been typed in the lesson that is being recorded, if one is.
  func record(_ text: String) {
    do throws(SessionFailure) {
      try recording?.take(text, in: self)
    } catch {
      recording = nil
      report(error.diagnostics)
    }
  }
}
