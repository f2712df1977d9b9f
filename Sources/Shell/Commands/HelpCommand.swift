import Hearsay
import Output
import Query
import TextForms

extension Command {
  /// `help`, `help WORD`
  static let help = Command(
    name: "help", aliases: ["?", "man"], arguments: "[WORD]", summary: "explains a word, a command or an error's code",
    explanation:
      "`help` alone shows the commands and the topics; `help claims`, `help where` and `help Q012` go deeper.",
    completion: .helpWords
  ) { session, invocation throws(SessionFailure) in
    let word = invocation.name
    let page = HelpPage(style: session.style, width: session.width)
    guard !word.isEmpty else { return session.write(page.overview()) }
    let defined = session.defined(word, on: page)
    guard let text = page.text(on: word).map({ $0 + defined }) ?? (defined.isEmpty ? nil : defined) else {
      let near = NearWords.nearest(to: word, among: HelpPage.words)
      throw invocation.failure(.unknownHelpWord(word: word, near: near), at: word)
    }
    session.write(text)
  }
}

extension Session {
  /// What has been defined under a name; for `define` and `param` all that has.
  fileprivate func defined(_ word: String, on page: HelpPage) -> String {
    let wanted = word.drop { $0 == "$" }.lowercased()
    let views = definitions.views.filter { wanted == "define" || $0.name.lowercased() == wanted }
    let parameters = definitions.parameters.filter { wanted == "param" || $0.name.lowercased() == wanted }
    guard !views.isEmpty || !parameters.isEmpty else { return "" }
    let lines =
      views.map { [$0.name, $0.query.visibleForm()] }
      + parameters.map { parameter in
        let value = parameter.value.map { "= \($0)" } ?? "has no value yet"
        let meaning = [value, parameter.summary].filter { !$0.isEmpty }.joined(separator: " -- ")
        return ["$" + parameter.name, meaning.visibleForm()]
      }
    return "\n" + page.heading("defined here") + "\n" + page.aligned(lines)
  }
}

/// What `help` shows, made from the tables of commands, settings and the query language.
struct HelpPage {
  var style: Style
  var width: Int?

  /// All words that there is help on.
  static let words: [String] = {
    let query =
      QueryReference.statements + QueryReference.nouns + QueryReference.clauses + QueryReference.operators
      + QueryReference.aggregates + QueryReference.dateUnits + QueryReference.reserved
    let codes = QueryReference.errorCodes + ShellErrorCodes.table
    let names = query.map(\.name) + codes.map(\.name) + Setting.table.map(\.name) + Command.table.map(\.name)
    return HelpTopic.table.flatMap { [$0.name] + $0.others } + names
  }()

  /// Commands and topics.
  func overview() -> String {
    """
    Ask with a noun and clauses:
      claims where subject = ISKP and location = Pakistan group by source
    Tab completes nouns, clauses, attributes and values.

    \(heading("Commands"))
    \(commands)
    \(heading("Topics: help WORD"))
    \(aligned(HelpTopic.table.map { [$0.name, $0.summary] }))
    """
  }

  /// What there is on `word`; nil where there is nothing.
  func text(on word: String) -> String? {
    let wanted = word.lowercased()
    if let text = text(onJust: wanted) { return text }
    // One of many, or many of one; then what begins with the word: `group` for `group by`.
    let numbers = [wanted + "s", wanted.hasSuffix("s") ? String(wanted.dropLast()) : wanted]
    let longer = Self.words.filter { $0.lowercased().hasPrefix(wanted + " ") }
    for other in numbers + longer {
      if let text = text(onJust: other.lowercased()) { return text }
    }
    return nil
  }

  private func text(onJust wanted: String) -> String? {
    var parts: [String] = []
    if let command = Command.named(wanted) { parts.append(text(on: command)) }
    let topics = HelpTopic.table.filter { $0.name == wanted || $0.others.contains(wanted) }
    parts += topics.map { $0.text(self) }
    if let setting = Setting.named(wanted) {
      parts.append(heading("set \(setting.name)") + "\n\(indented("\(setting.summary); \(setting.values)"))")
    }
    let codes = ShellErrorCodes.table.filter { $0.name.lowercased() == wanted }
    parts += (QueryReference.words(for: wanted) + codes).map { text(on: $0) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  /// The table of commands.
  var commands: String { aligned(Command.table.map { [$0.usage, $0.summary] }) }

  /// Rows of a word and what it means.
  func aligned(_ words: [QueryWord]) -> String { aligned(words.map { [$0.name, $0.summary] }) }

  /// Rows of several parts under one another.
  func aligned(_ rows: [[String]]) -> String { AlignedLines.text(of: rows, style: style, width: width) }

  /// A line that leads.
  func heading(_ text: String) -> String { style.paint(text, .heading) }

  private func text(on command: Command) -> String {
    heading(command.usage) + "  \(command.summary)\n" + indented(command.explanation)
  }

  private func text(on word: QueryWord) -> String {
    var text = heading(word.name) + "  \(role(of: word)): \(word.summary)\n"
    if !word.others.isEmpty { text += indented("also written \(word.others.joined(separator: ", "))") }
    if let explanation = word.explanation { text += indented(explanation) }
    if let example = word.example { text += "\n" + example.split(separator: "\n").map { "    \($0)\n" }.joined() }
    let attributes = word.role == .noun ? QueryReference.attributes(of: word.name) : []
    return attributes.isEmpty ? text : text + "\nwith the attributes\n" + aligned(attributes)
  }

  private func role(of word: QueryWord) -> String {
    switch word.role {
    case .errorCode: "code"
    case .reserved: "word without a meaning yet"
    case .foreign: "word of other languages"
    case .format: "format (`as \(word.name)`)"
    default: word.role.rawValue
    }
  }

  /// Running text under a heading.
  func indented(_ text: String) -> String {
    let joined = text.split(separator: "\n").joined(separator: " ")
    return joined.wrapped(to: min(width ?? 100, 100) - 2).map { "  \($0)\n" }.joined()
  }
}
