import ArgumentParser
import FoundationEssentials

/// What a subcommand does and takes, as `--help` knows it.
struct CommandDescription {
  /// What may stand after the name, in the words of the parser's dump (`--experimental-dump-help`).
  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// What a shell completes.
    struct Completion: Decodable, Equatable {
      struct Words: Decodable, Equatable { var values: [String] }
      struct Files: Decodable, Equatable {}

      var list: Words?
      var file: Files?
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var completionKind: Completion?
    var allValues: [String]?
    var shouldDisplay: Bool

    /// Its spellings: `-c`, `--query`; none for what stands without a name.
    var spellings: [String] { names?.map(\.text) ?? [] }
    /// Whether a value follows the name.
    var takesValue: Bool { kind == "option" }
    /// What it does, in a sentence.
    var summary: String { abstract ?? "" }
    /// What completion offers for its value, where that is known.
    var words: [String] { completionKind?.list?.values ?? allValues ?? [] }
    /// Whether its value is a file.
    var isFile: Bool { completionKind?.file != nil }

    /// How it is written: `-c, --query QUERY`.
    var usage: String {
      let value = (valueName ?? "").uppercased()
      return names == nil ? value : spellings.joined(separator: ", ") + (takesValue ? " " + value : "")
    }
  }

  var name: String
  var summary: String
  var usage: String
  var explanation: String
  var arguments: [Argument]

  init(_ command: any ParsableCommand.Type) {
    struct Dump: Decodable {
      struct Command: Decodable { var arguments: [Argument]? }

      var command: Command
    }
    let configuration = command.configuration
    name = command._commandName
    summary = configuration.abstract
    usage = configuration.usage ?? "hearsay \(name)"
    explanation = configuration.discussion
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    arguments = (dump?.command.arguments ?? []).filter(\.shouldDisplay)
  }

  /// What the program does without a subcommand.
  static var unnamed: CommandDescription { CommandDescription(OpenSubcommand.self) }

  /// Every subcommand that is called by its name.
  static var named: [CommandDescription] {
    HearsayCommand.named.map { CommandDescription($0) }
  }
}
