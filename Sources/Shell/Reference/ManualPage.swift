import Query

/// The manual page, in the language of man(7), made from the tables that `--help` and `help` are made from.
enum ManualPage {
  /// The page.
  static var text: String {
    let header = ".TH HEARSAY 1 \"\" \"\(ManualText.plain(BuildDescription.name))\" \"Hearsay\"\n"
    return header + sections.map { ".SH \($0.heading)\n\($0.text)" }.joined()
  }

  private static var sections: [(heading: String, text: String)] {
    [
      ("NAME", "hearsay \\- a query shell for claims\n"),
      ("SYNOPSIS", synopsis),
      ("DESCRIPTION", paragraph(description)),
      ("OPTIONS", list(CommandDescription.unnamed.arguments.map { [$0.usage, $0.summary] })),
      ("COMMANDS", subcommands),
      ("AT THE PROMPT", list(Command.table.map { [$0.usage, $0.summary] })),
      ("KEYS", list(HelpTopic.keys)),
      ("SETTINGS", list(Setting.table.map { [$0.name, "\($0.summary) (\($0.values))"] })),
      ("THE QUERY LANGUAGE", language),
      ("EXIT STATUS", list(Outcome.allCases.map { ["\($0.rawValue)", $0.meaning] })),
      ("FILES", list(HelpTopic.files)),
      ("ENVIRONMENT", list(HelpTopic.environment)),
    ]
  }

  private static let description = """
    Hearsay reads articles, finds the claims in them (who says what, about whom, where, when, how surely, on whose \
    authority) and answers questions in a small language, at a prompt, in saved queries and on the command line. It takes \
    no side: a row is a claim, never a fact, and `cite` shows the words behind it. `help` at the prompt explains every word.
    """

  // MARK: Parts

  private static var synopsis: String {
    let lines = CommandDescription.unnamed.usage.split(separator: "\n").map { line in
      // What follows several spaces explains.
      line.firstRange(of: "   ").map { line[..<$0.lowerBound] } ?? line
    }
    return lines.map { ManualText.plain(String($0)) }.joined(separator: "\n.br\n") + "\n"
  }

  private static var subcommands: String {
    let known = CommandDescription.unnamed.arguments
    return CommandDescription.named.map { command in
      let own = command.arguments.filter { !known.contains($0) }
      return ".SS \"\(ManualText.plain(command.usage))\"\n" + paragraph(command.summary)
        + paragraph(command.explanation) + list(own.map { [$0.usage, $0.summary] })
    }.joined()
  }

  private static var language: String {
    let parts = [
      ("Nouns", QueryReference.nouns), ("Clauses", QueryReference.clauses), ("Conditions", QueryReference.operators),
      ("Aggregates", QueryReference.aggregates), ("Formats", QueryReference.formats),
    ]
    return parts.map { heading, words in ".SS \(heading)\n" + list(words.map { [$0.name, $0.summary] }) }.joined()
  }

  // MARK: Markup

  private static func paragraph(_ text: String) -> String { text.isEmpty ? "" : ".PP\n\(ManualText.running(text))\n" }

  /// Words with what they mean: rows of two parts.
  private static func list(_ rows: [[String]]) -> String {
    rows.map { ".TP\n\\fB\(ManualText.plain($0[0]))\\fR\n\(ManualText.running($0[1]))\n" }.joined()
  }
}

/// Text as man(7) takes it.
private enum ManualText {
  /// `text` with nothing in it that means something to man.
  static func plain(_ text: String) -> String {
    text.map { [#"\"#: #"\e"#, "-": #"\-"#, "\"": #"\(dq"#][$0] ?? String($0) }.joined()
  }

  /// `text` with its words between backticks in bold, and no line that reads as a request.
  static func running(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let marked = parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? plain(String(part)) : "\\fB\(plain(String(part)))\\fR"
    }
    return marked.joined().split(separator: "\n").map { line in
      line.first == "." || line.first == "'" ? "\\&" + line : String(line)
    }.joined(separator: "\n")
  }
}
