import ClaimModel
import Query

/// A verb of the prompt: it acts, where a noun asks.
struct Command: Sendable {
  /// What completion offers after its name.
  enum Completion: Hashable, Sendable {
    case nothing, files, entities, settings, helpWords, query
  }

  /// How far a command reaches beyond the session, which safe mode limits.
  enum Reach: Hashable, Sendable {
    case nothing
    /// It reads files, of which `Session.readable` knows whether it may.
    case readsFiles
    case writesFiles
    case startsPrograms
  }

  /// The word.
  var name: String
  /// Other words for it.
  var aliases: [String] = []
  /// What follows it: `PATH …`; empty for nothing.
  var arguments: String
  /// What it does, in one line.
  var summary: String
  /// What else `help` says of it.
  var explanation: String
  /// What completion offers after its name.
  var completion = Completion.nothing
  /// How far it reaches.
  var reach = Reach.nothing
  /// Does it.
  var perform: @Sendable (Session, Invocation) throws(SessionFailure) -> Void

  /// Its name with what follows.
  var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }

  /// Every command, in the order in which `help` shows them.
  static let table = [
    load, importClaims, exportClaims, open, save, describe, cite, more, edit, run, check, record, page, schema, set,
    help,
    history, extract, parse, quit,
  ]

  /// The command that `word` means; a dot or backslash before it, as other shells have it, changes nothing.
  static func named(_ word: String) -> Command? {
    let wanted = word.lowercased()
    return table.first { $0.name == wanted || $0.aliases.contains(wanted) }
  }
}

/// A command as it was typed.
struct Invocation {
  /// Which command.
  let command: Command
  /// What follows its name, without white space and `;` around it, and without the `()` of a call.
  let text: String
  /// The whole statement and its place.
  let source: QuerySource

  /// The command that a statement is; nil where it is none.
  init?(_ source: QuerySource) {
    let statement = Habit.meaning(of: source.text) ?? source.text
    let word = Self.firstWord(of: statement)
    guard let command = Command.named(word) else { return nil }
    self.command = command
    self.source = source
    let trimmed = statement.drop(while: Self.isMark).dropFirst(word.count)
    var rest = Substring(trimmed)
    while let last = rest.last, last.isWhitespace || last == ";" { rest.removeLast() }
    let text = String(rest.drop { $0.isWhitespace })
    self.text = text == "()" ? "" : text
  }

  /// Whether a character may stand before a command's name: white space, or what other shells have there.
  private static func isMark(_ character: Character) -> Bool {
    character.isWhitespace || character == "." || character == "\\" || character == ":"
  }

  /// The word with which a statement starts.
  static func firstWord(of statement: String) -> String {
    let start = statement.drop(while: isMark)
    // `\?` asks for help in psql.
    if start.first == "?" { return "?" }
    return String(start.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
  }

  /// What follows, as one name: quotes around it left out.
  var name: String {
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// What follows, as words: parted by white space, which quotes or a backslash keep within a word.
  var words: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }

  /// A failure with the place of `word`, or of the command's name.
  func failure(_ problem: ShellProblem, at word: String? = nil) -> SessionFailure {
    problem.failure(at: source.place(of: word ?? Self.firstWord(of: source.text)))
  }

  /// The failure that something is missing after the name.
  var missingArgument: SessionFailure { failure(.missingArgument(command: command.name, usage: command.usage)) }
}
