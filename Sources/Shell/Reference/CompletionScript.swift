/// The scripts by which shells complete the program's arguments, made from what `--help` knows.
///
/// Those that the argument parser makes offer nothing of the subcommand that needs no name.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  /// The script.
  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  private static var commands: [CommandDescription] { [.unnamed] + CommandDescription.named }

  private static var names: [String] { CommandDescription.named.map(\.name) }

  // MARK: bash

  private static var bashText: String {
    let cases = commands.flatMap { command in
      let pattern = command.name == CommandDescription.unnamed.name ? "" : command.name
      let values = command.arguments.filter(\.takesValue).map { argument in
        "    \(argument.spellings.map { "\(pattern):\($0)" }.joined(separator: "|"))) \(offer(argument)) ;;\n"
      }
      let offers = command.arguments.filter(\.spellings.isEmpty).map(offer)
      let positional = offers.enumerated().filter { !offers[..<$0].contains($1) }.map(\.element)
      let first = pattern.isEmpty ? ["[ \"$COMP_CWORD\" -gt 1 ] || _hearsay_offer \(lines(names))"] : []
      let options = lines(command.arguments.flatMap(\.spellings))
      let rest =
        "[[ $cur == -* ]] && _hearsay_offer \(options) || { \((positional + first + ["true"]).joined(separator: "; ")); }"
      return values + ["    \(pattern):*) \(rest) ;;\n"]
    }
    return """
      _hearsay_offer() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -W "$1" -- "$cur"))
      }

      _hearsay_files() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -f -- "$cur"))
      }

      _hearsay() {
        local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=
        case ${COMP_WORDS[1]} in
          \(names.joined(separator: "|"))) [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]} ;;
        esac
        COMPREPLY=()
        case $command:$previous in
      \(cases.joined())  esac
      }

      complete -o filenames -F _hearsay hearsay

      """
  }

  private static func offer(_ argument: CommandDescription.Argument) -> String {
    argument.isFile ? "_hearsay_files" : "_hearsay_offer \(lines(argument.words))"
  }

  private static func lines(_ words: [String]) -> String { "$'" + words.joined(separator: "\\n") + "'" }

  // MARK: zsh

  private static var zshText: String {
    let named = CommandDescription.named.map { command in
      "    \(command.name)) shift words; (( CURRENT-- )); _arguments -s \(specifications(command)) ;;\n"
    }
    let descriptions = CommandDescription.named.map { quoted("\($0.name):\($0.summary)") }.joined(separator: " ")
    return """
      #compdef hearsay

      _hearsay() {
        local -a commands=(\(descriptions))
        if (( CURRENT > 2 )); then
          case $words[2] in
      \(named.joined())      *) _arguments -s \(specifications(.unnamed)) ;;
          esac
        else
          [[ $words[2] == -* ]] || _describe command commands
          _arguments -s \(specifications(.unnamed))
        fi
      }

      _hearsay "$@"

      """
  }

  private static func specifications(_ command: CommandDescription) -> String {
    command.arguments.flatMap { argument in
      let value = argument.isFile ? "_files" : "(" + argument.words.joined(separator: " ") + ")"
      let name = argument.valueName ?? ""
      if argument.spellings.isEmpty { return [quoted("*:\(name):\(value)")] }
      let summary = argument.summary.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: " -")
      return argument.spellings.map { quoted("*\($0)[\(summary)]" + (argument.takesValue ? ":\(name):\(value)" : "")) }
    }.joined(separator: " ")
  }

  // MARK: fish

  private static var fishText: String {
    let isUnnamed = "not __fish_seen_subcommand_from \(names.joined(separator: " "))"
    let subcommands = CommandDescription.named.map { command in
      "complete -c hearsay -n __fish_is_first_arg -a \(command.name) -d \(quoted(command.summary))\n"
    }
    let arguments = commands.flatMap { command in
      let isUnderWay =
        command.name == CommandDescription.unnamed.name ? isUnnamed : "__fish_seen_subcommand_from \(command.name)"
      return command.arguments.compactMap { argument -> String? in
        let condition = "complete -c hearsay -n \(quoted(isUnderWay))"
        let words = argument.words.isEmpty ? "" : " -a \(quoted(argument.words.joined(separator: " ")))"
        // Files are what fish offers of its own accord.
        if argument.spellings.isEmpty { return words.isEmpty ? nil : condition + " -f" + words + "\n" }
        let spellings = (argument.names ?? []).map { " -\($0.kind == "long" ? "l" : "s") \($0.name)" }.joined()
        let value = argument.takesValue ? argument.isFile ? " -r" : " -x" : ""
        return condition + spellings + value + words + " -d \(quoted(argument.summary))\n"
      }
    }
    return (subcommands + arguments).joined()
  }

  /// `text` as one word of a shell.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
