import ClaimModel
import Hearsay
import Output
public import Query
public import Store
import TextForms

/// What a person at the prompt, a script or a subcommand works with: what has been read, how answers are shown, and the
/// last answer.
///
/// Statements are either queries or commands; `perform` carries out one, `runScript` a text of them.
public final class Session {
  /// Who is at the other end, which decides how strictly names are taken and how many rows are shown.
  public enum Audience: Hashable, Sendable {
    case person, script
  }

  /// The articles that have been read, and what queries may name.
  var corpus = Corpus()
  /// How answers are shown.
  public var settings = Settings()
  /// The statements of this session and those before it.
  public internal(set) var history = History()
  /// Whether `quit` has been said.
  public internal(set) var isOver = false
  /// What the program should end with, as far as this session has come.
  public private(set) var status = Outcome.well

  let console: any Console
  let audience: Audience
  /// The last answer that had rows to point at.
  var lastAnswer: ResultTable?
  /// The query that it answers.
  var lastQuery: QuerySource?
  /// How many of its rows have been shown.
  var shownRows = 0
  /// Whether a person types statements one after another and sees the answers, so that rows are pointed at.
  var isAtPrompt = false
  /// What may be touched where others have written what is carried out; nil where nothing is barred.
  var safeMode: SafeMode?
  /// Whether messages are lines of JSON.
  var reportsJSON = false
  /// What is to be carried out next as if it had been typed: what the editor has left.
  var dictated: String?
  /// Whether an empty line has to come before what a script shows next.
  var needsGap = false
  /// The files that are being run, the innermost last.
  var runningFiles: [String] = []
  /// Where what is known was read from.
  var readPaths: [String] = []
  /// The saved knowledge base that this session has opened or saved last, which it may save anew.
  var ownFile: String?
  /// Whether something has become known since then.
  var isUnsaved = false
  /// Is told of each answer before it is written.
  var answered: (ResultTable) -> Void = { _ in }
  /// What is being recorded as a lesson.
  var recording: LessonRecording?

  /// A session that knows nothing but the vocabulary that ships.
  public init(console: any Console, audience: Audience) {
    self.console = console
    self.audience = audience
  }

  /// What is known.
  public internal(set) var knowledgeBase: KnowledgeBase {
    _read { yield corpus.knowledgeBase }
    _modify { yield &corpus.knowledgeBase }
  }

  /// The views and parameters that queries may name.
  public internal(set) var definitions: Definitions {
    _read { yield corpus.definitions }
    _modify { yield &corpus.definitions }
  }

  /// Carries out one statement and reports what is wrong with it.
  ///
  /// - Returns: whether it went well.
  @discardableResult
  public func perform(_ source: QuerySource) -> Bool {
    do throws(SessionFailure) {
      try attempt(source)
      return true
    } catch {
      report(error.diagnostics)
      note(error.status)
      return false
    }
  }

  /// Carries out one statement.
  func attempt(_ source: QuerySource) throws(SessionFailure) {
    if try declare(source) { return }
    if let invocation = Invocation(source) {
      try rejectInSafeMode(invocation)
      try invocation.command.perform(self, invocation)
    } else {
      try answer(source)
    }
  }

  /// Refuses a command that reaches further than safe mode lets it.
  private func rejectInSafeMode(_ invocation: Invocation) throws(SessionFailure) {
    guard safeMode != nil else { return }
    switch invocation.command.reach {
    // Which files may be read the command asks when it knows them.
    case .nothing, .readsFiles: return
    case .writesFiles, .startsPrograms: throw invocation.failure(.notSafe(command: invocation.command.name))
    }
  }

  /// Takes up a `define` or a `param`; false where the statement is neither.
  private func declare(_ source: QuerySource) throws(SessionFailure) -> Bool {
    do throws(QueryFailure) {
      return try definitions.take(source)
    } catch {
      throw SessionFailure(error.diagnostics)
    }
  }

  /// Carries out the statements of a text in order up to the first that goes wrong.
  ///
  /// - Parameters:
  ///   - text: The statements.
  ///   - file: What errors call the text.
  /// - Returns: whether all went well.
  @discardableResult
  public func runScript(_ text: String, file: String?) -> Bool {
    for statement in StatementReader.statements(of: text) {
      if isOver { break }
      if settings.echo { echo(statement, of: text) }
      guard perform(QuerySource(statement.text, file: file, firstLine: statement.firstLine)) else { return false }
    }
    return true
  }

  /// Remembers that something went less than well; the first such status stays.
  func note(_ status: Outcome) {
    if self.status == .well { self.status = status }
  }

  /// Shows a statement of a script, and the comment over it, before its answer.
  private func echo(_ statement: StatementReader.Statement, of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let above = lines.prefix(max(0, statement.firstLine - 1)).reversed()
    let comment = above.prefix { $0.hasPrefix("--") || $0.hasPrefix("#") }.reversed()
    let shown = (comment.map(String.init) + [statement.text]).map { $0.visibleForm(keepingLines: true) + "\n" }
    console.write((needsGap ? "\n" : "") + shown.map { style.paint($0, .faint) }.joined())
    needsGap = false
  }
}
