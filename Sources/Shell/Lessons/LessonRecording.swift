import ClaimModel
import Query
import TextForms

/// A lesson that is being written while a person works at the prompt.
///
/// What is typed is carried out a second time in a session of the lesson's own, over what is known at that moment, so that
/// the answers are drawn as lessons have them. The file is written anew after each statement, and renamed when it is whole.
final class LessonRecording {
  private let path: String
  private let console: LessonConsole
  private let session: Session
  private var body = ""

  /// Begins to write a lesson at `path` of what is typed in `person`'s session.
  init(_ path: String, for person: Session) {
    self.path = path
    console = LessonConsole(for: person.console)
    session = Session(console: console, audience: .person)
    session.safeMode = SafeMode(given: [])
    session.settings.pager = false
    session.answered = { [console] in console.expectDrawing(of: $0) }
  }

  /// Takes up what has been typed and has gone well. A comment becomes prose, `# …` a heading.
  func take(_ text: String, in person: Session) throws(SessionFailure) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    if lines.allSatisfy({ $0.hasPrefix("--") || $0.hasPrefix("#") }) {
      body +=
        "\n" + lines.map { $0.hasPrefix("#") ? $0 : $0.drop { $0 == "-" }.trimmed }.joined(separator: "\n") + "\n"
    } else if let command = Invocation(QuerySource(text))?.command,
      !["describe", "cite", "schema", "set"].contains(command.name)
    {
      // What reads files changes the header, and what writes them is no part of a lesson.
    } else {
      try takeStatement(text, person)
    }
    try write(for: person)
  }

  private func takeStatement(_ text: String, _ person: Session) throws(SessionFailure) {
    session.knowledgeBase = person.knowledgeBase
    session.settings.today = person.settings.today
    let isWell = session.carryOut(text)
    let events = console.take()
    let answer = events.map(\.text).joined()
    guard isWell, !answer.contains("\n```"), !answer.hasPrefix("```") else {
      return person.console.report("not recorded: \(events.first?.text ?? "")\n")
    }
    let isUnordered = events.contains(where: \.hasNoStatedOrder)
    body += "\n" + (isUnordered ? "<!-- check: unordered -->\n" : "") + "```hearsay\n\(text)\n```\n"
    if !answer.isEmpty { body += "\n```output\n\(answer)```\n" }
  }

  private func write(for person: Session) throws(SessionFailure) {
    let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    var lines = ["title: \(name)", "language: \(LanguageVersion.current)"]
    if !person.readPaths.isEmpty { lines.append("corpus: \(person.readPaths.joined(separator: ", "))") }
    lines.append("digest: \(CorpusDigest.digest(of: person.knowledgeBase))")
    if let today = person.settings.today { lines.append("today: \(today)") }
    try ExportFile.write("---\n\(lines.joined(separator: "\n"))\n---\n\(body)", to: path)
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
