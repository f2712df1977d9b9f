import Foundation

/// What a person does at a terminal, read from a file of `Tests/Cases/terminal`.
///
/// A line that starts with a prompt waits for that prompt and types what follows, with Enter after it unless it ends in
/// a key. Keys stand in angle brackets: `<Tab>`, `<C-c>`. `@` starts what is no typing; `#` a remark.
///
///     @size 80 24          the terminal's size, at the start or a change of it
///     @env NO_COLOR=       a variable of the environment
///     @colours             shows changes of colour
///     @graphics kitty      the pictures that the terminal says it shows: kitty or sixel
///     @type KEYS           types without waiting for a prompt
///     @wait TEXT           waits for a text to come after what was typed last
///     @line TEXT           waits for a line that is just this, with the cursor at its end
struct TerminalCase {
  enum Step {
    case prompt(String)
    case type(String)
    case wait(String)
    case line(String)
    case size(columns: Int, rows: Int)
  }

  static let prompts = ["shell> ", "hearsay> ", "      -> ", "     '-> ", "     \"-> "]

  private(set) var steps: [Step] = []
  private(set) var environment: [String: String] = [:]
  private(set) var columns = 80
  private(set) var rows = 24
  private(set) var showsColours = false
  /// What it answers when it is asked what it is: a VT220 without pictures, where nothing else is said.
  private(set) var reply = "\u{1B}[?62;22c"

  init(parsing text: String) {
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") { read(line) }
  }

  private mutating func read(_ line: String) {
    if let prompt = Self.prompts.first(where: { line.hasPrefix($0) }) {
      let keys = String(line.dropFirst(prompt.count))
      steps += [.prompt(prompt), .type(Self.bytes(of: keys) + (keys.hasSuffix(">") ? "" : "\r"))]
      return
    }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "@type": steps.append(.type(Self.bytes(of: rest)))
    case "@colours": showsColours = true
    case "@graphics":
      let colours = "\u{1B}]10;rgb:eeee/eeee/eeee\u{1B}\\\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"
      reply = rest == "kitty" ? "\u{1B}_Gi=31;OK\u{1B}\\\(colours)\u{1B}[?62c" : "\(colours)\u{1B}[?62;4;22c"
    case "@line": steps.append(.line(Self.bytes(of: rest)))
    case "@wait": steps.append(.wait(Self.bytes(of: rest)))
    case "@env":
      let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      environment[parts[0]] = parts[1]
    case "@size":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      if steps.isEmpty { (columns, rows) = (numbers[0], numbers[1]) }
      steps.append(.size(columns: numbers[0], rows: numbers[1]))
    default: preconditionFailure("a line that is neither typed nor an order: \(line)")
    }
  }

  private static let keys = [
    "Tab": "\t", "Enter": "\r", "Up": "\u{1B}[A", "Down": "\u{1B}[B", "Left": "\u{1B}[D", "Right": "\u{1B}[C",
    "Home": "\u{1B}[H", "End": "\u{1B}[F", "Paste": "\u{1B}[200~", "/Paste": "\u{1B}[201~", "Alt-Enter": "\u{1B}\r",
    "Backspace": "\u{7F}", "Stay": "",
  ]

  /// What the keyboard sends for a text with keys in angle brackets.
  private static func bytes(of text: String) -> String {
    text.replacing(/<([A-Za-z\/-]+)>/) { match in
      let name = String(match.output.1)
      if let key = keys[name] { return key }
      guard name.hasPrefix("C-"), let letter = name.last?.asciiValue else { return String(match.output.0) }
      return String(Character(Unicode.Scalar(letter & 0x1F)))
    }
  }
}
