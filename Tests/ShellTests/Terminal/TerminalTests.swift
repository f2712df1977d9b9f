import Foundation
import TestSupport
import Testing

/// The program itself at a terminal: each file `NAME.keys` of `Tests/Cases/terminal` is typed into a system's shell, and
/// what the screen then shows, all that scrolled by included, is `NAME.screen`.
@Suite struct TerminalTests {
  @Test(arguments: GoldenCase.files(in: "terminal", suffix: ".keys").map(\.lastPathComponent))
  func terminal(file: String) throws {
    let name = String(file.dropLast(".keys".count))
    let home = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    for (link, folder) in [("corpus", "Tests/Cases/terminal/corpus"), ("seeds", "seeds")] {
      try FileManager.default.createSymbolicLink(
        at: home.appending(path: link), withDestinationURL: GoldenCase.projectFolder.appending(path: folder))
    }
    var sitting = try Sitting(TerminalCase(parsing: GoldenCase.text("terminal/\(file)")), home: home)
    let isDone = sitting.run()
    #expect(isDone, "\(name): the screen never showed what was waited for:\n\(sitting.screen.text)")
    let shown = sitting.screen.text.replacingOccurrences(of: home.path, with: "HOME")
    if isDone { try GoldenCase.expect(shown, equals: "terminal/\(name).screen") }
  }
}

/// A person who types what a case says and looks at the screen.
private struct Sitting {
  private let steps: [TerminalCase.Step]
  private let terminal: PseudoTerminal
  private let reply: String
  private(set) var screen: Screen

  /// Sits down before the system's shell in the folder `home`.
  init(_ terminalCase: TerminalCase, home: URL) throws {
    let bundle = Bundle.main.bundleURL
    let programs = bundle.path.hasSuffix(".xctest") ? bundle.deletingLastPathComponent() : bundle
    var environment = [
      "HOME": home.path, "TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1", "PAGER": "cat", "PS1": "shell> ",
      "PATH": "\(programs.path):/usr/bin:/bin",
    ]
    environment.merge(terminalCase.environment) { $1 }
    steps = terminalCase.steps
    reply = terminalCase.reply
    screen = Screen(
      columns: terminalCase.columns, rows: terminalCase.rows, showsColours: terminalCase.showsColours)
    terminal = try PseudoTerminal(
      ["/bin/sh", "-i"], in: home.path, environment: environment, columns: terminalCase.columns, rows: terminalCase.rows
    )
  }

  /// Does all that the case says; false where the screen does not show for long what is waited for.
  mutating func run() -> Bool {
    for step in steps + [.prompt(TerminalCase.prompts[0])] {
      switch step {
      case .prompt(let prompt):
        // The prompt of a line that was typed before may still be there.
        guard wait(until: { $0.plain.contains(prompt) && $0.isAtEnd(of: prompt) }) else { return false }
      case .wait(let text): guard wait(until: { $0.plain.contains(text) }) else { return false }
      case .line(let line): guard wait(until: { $0.isAtEnd(of: line) }) else { return false }
      case .type(let keys): guard type(keys) else { return false }
      case .size(let columns, let rows):
        screen.resize(columns: columns, rows: rows)
        terminal.resize(columns: columns, rows: rows)
      }
    }
    return true
  }

  /// Types keys. What is typed just before Ctrl-C or Ctrl-Z the terminal would throw away, so that it has to have arrived.
  private mutating func type(_ keys: String) -> Bool {
    screen.forgetPlain()
    guard let last = keys.last, last == "\u{3}" || last == "\u{1A}" else {
      terminal.type(keys)
      return true
    }
    let typed = String(keys.dropLast())
    terminal.type(typed)
    guard wait(until: { $0.lineBeforeCursor.hasSuffix(typed) }) else { return false }
    screen.forgetPlain()
    terminal.type(String(last))
    guard last == "\u{3}" else { return true }
    guard wait(until: { $0.plain.contains("^C") }) else { return false }
    screen.forgetPlain(through: "^C")
    return true
  }

  private mutating func wait(until isShown: (Screen) -> Bool) -> Bool {
    while !isShown(screen) {
      guard let bytes = terminal.output() else { return false }
      let questions = screen.questions
      screen.take(bytes)
      for _ in questions..<screen.questions { terminal.type(reply) }
    }
    return true
  }
}
