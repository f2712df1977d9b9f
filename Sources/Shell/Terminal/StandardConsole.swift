import CLineEditor
import Glibc
import Output

/// The process's standard output and standard error.
///
/// A reader of standard output that has gone ends the process quietly, any other failure to write with status 2: there
/// is nobody left to answer.
final class StandardConsole: Console {
  private let environment: [String: String]
  /// What the terminal has said of itself; asked once, and only before the first picture.
  private lazy var replies = TerminalReplies.ask()

  /// The console of a process with these environment variables.
  init(environment: [String: String]) {
    self.environment = environment
    terminal_signals_ignore_pipe()
  }

  var outputWidth: Int? { width(of: .output) }

  var reportWidth: Int? { width(of: .errors) }

  /// Where nobody says otherwise: a terminal that is not dumb, and no `NO_COLOR` (no-color.org).
  var takesColour: Bool {
    let noColour = environment["NO_COLOR"] ?? ""
    return Descriptor.output.isTerminal && noColour.isEmpty && understandsEscapes
  }

  var progressDrawer: (@Sendable (String) -> Void)? {
    guard Descriptor.errors.isTerminal && understandsEscapes else { return nil }
    // Where standard error cannot be written, nothing can be said about it.
    return { text in try? Descriptor.errors.write(text) }
  }

  func graphics(_ choice: Settings.Graphics) -> TerminalGraphics? {
    guard choice != .off, Descriptor.output.isTerminal, takesQuestions, let size = Descriptor.output.size else {
      return nil
    }
    let replies = replies
    guard let language = TerminalGraphics.Language(rawValue: choice.rawValue) ?? replies?.language else { return nil }
    // Where the terminal does not say how large a cell is, that of most of them.
    let cell = Descriptor.output.cell ?? (width: 10, height: 20)
    var graphics = TerminalGraphics(
      language, columns: size.columns, rows: size.rows, cellWidth: cell.width, cellHeight: cell.height)
    if let ink = replies?.ink, let paper = replies?.paper { (graphics.ink, graphics.paper) = (ink, paper) }
    return graphics
  }

  func confirm(_ question: String) -> Bool? {
    guard Descriptor.input.isTerminal, Descriptor.errors.isTerminal else { return nil }
    report(question + " [y/N] ")
    let answer = Descriptor.input.readLine()
    if answer == nil { report("\n") }
    if takeInterrupt() { return false }
    return answer?.lowercased().hasPrefix("y") ?? false
  }

  /// The console of Linux shows what it does not understand of a question.
  private var takesQuestions: Bool { understandsEscapes && environment["TERM"] != "linux" }

  private var understandsEscapes: Bool { !["", "dumb"].contains(environment["TERM"] ?? "") }

  func write(_ text: String) {
    do throws(Descriptor.WriteFailure) {
      try Descriptor.output.write(text)
    } catch {
      guard case .failed(let reason) = error else { exit(Outcome.well.rawValue) }
      report("error[S012]: the answer could not be written: \(reason)\n")
      exit(Outcome.couldNotRun.rawValue)
    }
  }

  func report(_ text: String) {
    // Where standard error cannot be written either, nothing can be said about it.
    try? Descriptor.errors.write(text)
  }

  func page(_ text: String) {
    guard let size = Descriptor.output.size, ScreenLines.count(of: text, width: size.columns) >= size.rows else {
      return write(text)
    }
    if !Pager(environment: environment).show(text) { write(text) }
    // Ctrl-C in the pager was meant for the pager.
    _ = takeInterrupt()
  }

  func takeInterrupt() -> Bool { terminal_signals_take(SIGINT) }

  /// Who is gone, or wants the program to end, waits for no answer either.
  var interruptIsPending: @Sendable () -> Bool {
    { terminal_signals_came(SIGINT) || terminal_signals_came(SIGHUP) || terminal_signals_came(SIGTERM) }
  }

  private func width(of descriptor: Descriptor) -> Int? {
    guard descriptor.isTerminal else { return nil }
    return descriptor.size?.columns ?? 80
  }
}
