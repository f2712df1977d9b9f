import ClaimModel

/// What can be wrong with a command: the facts, which `failure` puts into words.
enum ShellProblem: Error, Hashable {
  case unknownCommand(word: String, near: String?)
  case missingArgument(command: String, usage: String)
  case unreadableFile(path: String, reason: String)
  case unwritableFile(path: String)
  case noArticles(paths: [String])
  case unknownEntity(name: String, near: [String])
  case unknownClaim(prefix: String)
  case ambiguousClaim(prefix: String, count: Int)
  case noAnswerYet
  case noSuchRow(row: Int, rows: Int)
  case rowWithoutClaims(row: Int)
  case unknownSetting(name: String, near: String?)
  case badSettingValue(setting: String, value: String, values: String)
  case unknownHelpWord(word: String, near: String?)
  case runsTooDeep(path: String)
  case notUTF8(path: String)
  case unknownParameter(name: String, path: String, known: [String])
  case badArgument(command: String, argument: String, usage: String)
  case severalSnapshots(paths: [String])
  case notSafe(command: String)
  case notGiven(path: String)
  case needsTerminal(command: String)
  case editorFailed(command: String)
  case noSuchColumn(name: String, columns: [String])
  case columnOfPairs(name: String)
  case fileIsThere(path: String)
  case unknownSubcommand(word: String, near: String)
}

extension ShellProblem {
  /// The problem in words, with the status that it ends the program with.
  func failure(at place: Diagnostic.Place?) -> SessionFailure {
    let (code, message, suggestion) = words
    return SessionFailure(
      [Diagnostic(code: code, message, place: place, suggestion: suggestion)],
      status: hindersRunning ? .couldNotRun : .failed)
  }

  private var hindersRunning: Bool {
    switch self {
    case .missingArgument, .unreadableFile, .unwritableFile, .noArticles, .notUTF8, .badArgument, .unknownCommand,
      .unknownSetting, .badSettingValue, .unknownParameter, .severalSnapshots, .notSafe, .notGiven, .needsTerminal,
      .editorFailed, .fileIsThere, .unknownSubcommand:
      true
    default: false
    }
  }

  private var words: (code: String, message: String, suggestion: String?) {
    switch self {
    case .unknownCommand, .unknownSubcommand, .missingArgument, .badArgument, .unknownHelpWord, .unknownSetting,
      .badSettingValue, .notSafe, .needsTerminal, .editorFailed:
      commandWords
    case .unreadableFile, .unwritableFile, .noArticles, .runsTooDeep, .notUTF8, .unknownParameter, .severalSnapshots,
      .notGiven, .fileIsThere:
      fileWords
    default: answerWords
    }
  }

  private var commandWords: (String, String, String?) {
    switch self {
    case .unknownCommand(let word, let near):
      ("S001", "no command is called \(word)", near.map { "did you mean \($0)?" } ?? "`help commands` shows them all")
    case .unknownSubcommand(let word, let near):
      ("S001", "there is neither a command nor a file \(word)", "did you mean `hearsay \(near)`?")
    case .notSafe(let command): ("S017", "\(command) is barred in safe mode", nil)
    case .needsTerminal(let command): ("S018", "\(command) works at the prompt only", nil)
    case .editorFailed(let command):
      ("S018", "the editor could not be run, or ended with an error: \(command)", "VISUAL or EDITOR names another one")
    case .missingArgument(let command, let usage): ("S002", "\(command) needs more", "write it as: \(usage)")
    case .badArgument(let command, let argument, let usage):
      ("S003", "\(command) does not know what to do with \(argument)", "write it as: \(usage)")
    case .unknownSetting(let name, let near):
      ("S004", "no setting is called \(name)", near.map { "did you mean \($0)?" } ?? "`set` shows them all")
    case .badSettingValue(let setting, let value, let values):
      ("S005", "\(setting) cannot be \(value)", "it can be \(values)")
    case .unknownHelpWord(let word, let near):
      ("S006", "there is no help on \(word)", near.map { "did you mean \($0)?" } ?? "`help` alone shows what there is")
    default: preconditionFailure("not a problem of a command's words")
    }
  }

  private var fileWords: (String, String, String?) {
    switch self {
    case .unreadableFile(let path, let reason): ("S007", "\(path) cannot be read: \(reason)", nil)
    case .unwritableFile(let path):
      ("S012", "\(path) cannot be written", "is its folder there, and may you write to it?")
    case .notUTF8(let path): ("S007", "\(path) cannot be read: it is not UTF-8", "save it as UTF-8")
    case .noArticles(let paths):
      ("S008", "no article could be read from \(paths.joined(separator: ", "))", "name a file or a folder of articles")
    case .unknownParameter(let name, let path, let known):
      (
        "S015", "\(path) has no parameter \(name)",
        known.isEmpty
          ? "it has none; `param \(name) = …` in it declares one" : "it has \(known.joined(separator: ", "))"
      )
    case .runsTooDeep(let path): ("S009", "\(path) runs files that run files without end", nil)
    case .severalSnapshots(let paths):
      ("S016", "only one knowledge base can be open, not \(paths.joined(separator: " and "))", nil)
    case .notGiven(let path):
      ("S017", "safe mode reads only what it was given, not \(path)", "name it on the command line")
    case .fileIsThere(let path): ("S022", "\(path) is there already", "`--force` writes over it")
    default: preconditionFailure("not a problem of a file")
    }
  }

  private var answerWords: (String, String, String?) {
    switch self {
    case .unknownEntity(let name, let near):
      (
        "S010", "no entity is called \(name)",
        near.isEmpty ? "`entities` shows those that there are" : "did you mean \(near.joined(separator: " or "))?"
      )
    case .unknownClaim(let prefix):
      ("S011", "no claim's id starts with \(prefix)", "`claims show id, text` shows the ids; `cite row 1` works too")
    case .ambiguousClaim(let prefix, let count):
      ("S011", "\(count) claims have an id that starts with \(prefix)", "write more of its digits")
    case .noAnswerYet: ("S013", "there is no answer yet that has rows", "ask something first: claims limit 10")
    case .noSuchRow(let row, let rows):
      ("S013", "the last answer has no row \(row)", rows == 0 ? "it has none" : "its rows are 1 to \(rows)")
    case .rowWithoutClaims(let row): ("S013", "row \(row) rests on no claim", nil)
    case .noSuchColumn(let name, let columns):
      ("S013", "the last answer has no column \(name)", "it has \(columns.joined(separator: ", "))")
    case .columnOfPairs(let name):
      ("S013", "the column \(name) counts pairs of claims and cannot be opened by itself", "open the whole row")
    default: preconditionFailure("not a problem of an answer")
    }
  }
}
