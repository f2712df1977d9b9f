import CLineEditor
import ClaimModel
import FoundationEssentials
import Glibc
import Output
import Query
import Store
import TextForms

/// A person at a terminal: reads statements, has the session carry them out, and goes on until told to stop.
struct Prompt {
  private static let first = "hearsay> "
  private static let next = "      -> "

  private let session: Session
  private let environment: [String: String]

  /// The prompt of `session` in a process with these environment variables.
  init(_ session: Session, environment: [String: String]) {
    self.session = session
    self.environment = environment
  }

  /// Whether standard input and output are both terminals, as a prompt needs them.
  static var isPossible: Bool { Descriptor.input.isTerminal && Descriptor.output.isTerminal }

  /// Whether a person can type at standard input.
  static var isTyped: Bool { Descriptor.input.isTerminal }

  /// Has interrupts stop what is being done instead of the program. To be called before anything that takes long.
  static func catchSignals() { terminal_signals_catch() }

  /// Carries out the start file: a line of it that is wrong is a warning.
  func runStartFile() {
    guard let folder = UserFolder.path("XDG_CONFIG_HOME", under: ".config", environment) else { return }
    let path = folder + "/rc"
    guard FileManager.default.fileExists(atPath: path) else { return }
    do throws(SessionFailure) {
      let text = try TextFile.read(path)
      for statement in StatementReader.statements(of: text) where !session.isOver {
        attempt(QuerySource(statement.text, file: path, firstLine: statement.firstLine))
      }
    } catch {
      session.report(error.diagnostics)
    }
  }

  /// Carries out a statement of the start file; what is wrong with it is a warning.
  private func attempt(_ source: QuerySource) {
    do throws(SessionFailure) {
      try session.attempt(source)
    } catch {
      session.report(
        error.diagnostics.map {
          var warning = $0
          warning.severity = .warning
          return warning
        })
    }
  }

  /// Reads and carries out statements until `quit`, the end of the input, or the end of the terminal.
  func run() {
    let file = HistoryFile(environment: environment)
    session.history = file?.read() ?? History()
    let pending = Pending()
    let completion = PromptCompletion(session)
    let editor = LineEditor.open { text, cursor in
      let before = pending.buffer.text
      return completion.completion(of: before + text, at: before.utf8.count + cursor)
    }
    guard let editor else { return }
    for statement in session.history.entries { editor.remember(statement) }
    greet()
    session.isAtPrompt = true
    while !session.isOver {
      switch editor.read(prompt: prompt(after: pending.buffer.text)) {
      case .interrupt: pending.buffer.drop()
      case .end where !pending.buffer.isEmpty: pending.buffer.drop()
      case .end, .hangup: return session.console.write("\n")
      case .line(let line):
        guard let statement = pending.buffer.take(line) else { continue }
        carryOut(statement, editor, file)
        while let dictated = session.dictated {
          session.dictated = nil
          show(dictated)
          carryOut(dictated, editor, file)
        }
      }
    }
  }

  private func carryOut(_ statement: String, _ editor: borrowing LineEditor, _ file: HistoryFile?) {
    remember(statement, editor, file)
    session.carryOut(statement)
  }

  /// Shows a statement as it would look if it had been typed.
  private func show(_ statement: String) {
    let lines = statement.visibleForm(keepingLines: true).split(separator: "\n", omittingEmptySubsequences: false)
    session.console.write(Self.first + lines.joined(separator: "\n" + Self.next) + "\n")
  }

  /// What has been typed of a statement that is not complete; shared with completion, which sees only the last line.
  private final class Pending {
    var buffer = StatementBuffer()
  }

  private func remember(_ statement: String, _ editor: borrowing LineEditor, _ file: HistoryFile?) {
    guard session.history.add(statement), let kept = session.history.entries.last else { return }
    editor.remember(kept)
    file?.save(&session.history)
  }

  private func greet() {
    let known = session.knowledgeBase
    let read = "\(known.articles.count.counted("article")), \(known.claimCount.counted("claim"))"
    session.console.write("Hearsay \(Version.number): \(read). `help` shows what to ask, `quit` ends.\n")
  }

  /// The prompt after the lines that have been typed of a statement, coloured where the terminal can. It ends with a space outside the colour, since libedit drops an
  /// escape sequence at the very end.
  private func prompt(after typed: String) -> String {
    // What is waited for is a quote's end more often than anybody means it to be.
    let text = typed.isEmpty ? Self.first : StatementReader.openQuote(in: typed).map { "     \($0)-> " } ?? Self.next
    guard session.style == .colour else { return text }
    return "\u{1}\u{1B}[1m\u{1}\(text.dropLast())\u{1}\u{1B}[0m\u{1} "
  }
}
