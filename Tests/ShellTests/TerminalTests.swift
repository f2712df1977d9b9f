import Foundation
import TestSupport
import Testing

/// The program itself at a terminal, which util-linux's `script` makes for it.
@Suite struct TerminalTests {
  /// A program at a terminal: keys go in, what the screen is sent comes out.
  private final class Terminal {
    private let process = Process()
    private let keys = Pipe()
    private let screen = Pipe()
    private var seen = ""

    init(home: URL) throws {
      let program =
        Bundle.main.bundleURL.path.hasSuffix(".xctest")
        ? Bundle.main.bundleURL.deletingLastPathComponent() : Bundle.main.bundleURL
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = ["--quiet", "--return", "--flush", "--command", "exec \(program.path)/hearsay", "/dev/null"]
      process.environment = [
        "HOME": home.path, "TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1", "PATH": "/usr/bin:/bin",
      ]
      process.standardInput = keys
      process.standardOutput = screen
      process.standardError = screen
      try process.run()
    }

    func type(_ text: String) { keys.fileHandleForWriting.write(Data(text.utf8)) }

    /// Reads until `text` has appeared since the last call; false where the program ends or is silent for long.
    func wait(for text: String) -> Bool {
      while !seen.contains(text) {
        guard let data = next(), !data.isEmpty else { return false }
        seen += String(decoding: data, as: UTF8.self)
      }
      seen = String(seen[seen.firstRange(of: text)!.upperBound...])
      return true
    }

    /// What the screen is sent next: nothing at the end, nil where nothing comes for long.
    private func next() -> Data? {
      var screens = [pollfd(fd: screen.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)]
      let patience: Int32 = 60_000
      return unsafe poll(&screens, 1, patience) > 0 ? screen.fileHandleForReading.availableData : nil
    }

    /// Ends a program that does not end by itself.
    func stop() { if process.isRunning { process.terminate() } }

    /// The status with which the program ends.
    func status() -> Int32 {
      while let data = next(), !data.isEmpty {}
      guard !process.isRunning || next() != nil else { return -1 }
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test func aConversation() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try Terminal(home: home)
    defer { terminal.stop() }
    /// Types once the prompt is there: what comes before is not the editor's, but the terminal's own.
    func type(_ keys: String, after prompt: String = "hearsay> ") {
      #expect(terminal.wait(for: prompt))
      terminal.type(keys)
    }
    #expect(terminal.wait(for: "0 articles"))
    // Ctrl-C drops the line and stays.
    type("clai\u{3}")
    #expect(terminal.wait(for: "^C"))
    // Tab completes; a statement goes on while it is not complete; letters beyond ASCII arrive.
    type("set timer\ton\r")
    type("sources where label =\r")
    type("\"Zoë 喀布尔\"\r", after: "-> ")
    #expect(terminal.wait(for: "0 rows"))
    #expect(terminal.wait(for: " ms"))
    // A pasted block of several lines waits for Enter.
    type("\u{1B}[200~sources\r\tshow author\r\u{1B}[201~\r")
    #expect(terminal.wait(for: "│ author │"))
    // Ctrl-D on an empty line ends.
    type("\u{4}")
    #expect(terminal.status() == 0)
    let history = try String(contentsOf: home.appending(path: ".local/state/hearsay/history"), encoding: .utf8)
    #expect(history == "set timer on\nsources where label =\\n\"Zoë 喀布尔\"\nsources\\n\tshow author\n")
  }
}
