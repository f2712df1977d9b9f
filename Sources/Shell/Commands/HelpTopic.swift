import Query

/// A word of `help` that stands for many: `nouns`, `keys`.
struct HelpTopic: Sendable {
  var name: String
  var summary: String
  var text: @Sendable (HelpPage) -> String

  /// Every topic, in the order in which one learns them.
  static let table = [
    HelpTopic(name: "nouns", summary: "what can be asked for") { $0.aligned(QueryReference.nouns) },
    HelpTopic(name: "statements", summary: "what stands before a query, or instead of one") {
      $0.aligned(QueryReference.statements)
    },
    HelpTopic(name: "clauses", summary: "the steps that narrow, group, sort and show") {
      $0.aligned(QueryReference.clauses)
    },
    HelpTopic(name: "operators", summary: "what conditions are made of") { $0.aligned(QueryReference.operators) },
    HelpTopic(name: "aggregates", summary: "what `show` makes of many rows") {
      $0.aligned(QueryReference.aggregates)
    },
    HelpTopic(name: "dates", summary: "what dates can be cut to: `group by month`") {
      $0.aligned(QueryReference.dateUnits)
    },
    HelpTopic(name: "formats", summary: "how an answer can be written: `as csv`") { page in
      page.aligned(QueryReference.formats)
    },
    HelpTopic(name: "reserved", summary: "words that cannot be names, because they may come to mean something") {
      $0.aligned(QueryReference.reserved)
    },
    HelpTopic(name: "settings", summary: "what `set` changes") { page in
      page.aligned(Setting.table.map { [$0.name, "\($0.summary) (\($0.values))"] })
    },
    HelpTopic(name: "commands", summary: "the verbs of the prompt") { $0.commands },
    HelpTopic(name: "keys", summary: "what the keys do at the prompt") { $0.aligned(keys) },
    HelpTopic(name: "files", summary: "what it reads and writes of its own accord, and what else it heeds") {
      $0.aligned(files + environment)
    },
    HelpTopic(name: "habits", summary: "what people from other shells type, and what it does here") {
      $0.aligned(Habit.rows)
    },
    HelpTopic(name: "rc", summary: "the start file") { page in
      page.heading("the start file") + """

          $XDG_CONFIG_HOME/hearsay/rc, or else ~/.config/hearsay/rc: lines as at the prompt, carried out before its first
          one. A line that is wrong is a warning. `--no-rc` leaves the file out; scripts and subcommands never read it.

        """
    },
    HelpTopic(name: "reference", summary: "the whole query language on one page, as Markdown") { _ in
      ReferencePage.text
    },
    HelpTopic(name: "shell", summary: "keys, commands and settings on one page, as Markdown") { _ in ShellPage.text },
    HelpTopic(name: "textmate", summary: "a grammar by which editors colour .query files, as JSON") { _ in
      TextMateGrammar.text
    },
    HelpTopic(name: "manual", summary: "the manual page, for man") { _ in ManualPage.text },
    HelpTopic(name: "errors", summary: "the codes of errors, each with its own help") {
      $0.aligned(QueryReference.errorCodes + ShellErrorCodes.table)
    },
  ]

  /// What each key does at the prompt.
  static let keys = [
    ["Enter", "runs what is complete, else goes on in the next line; Alt-Enter always goes on"],
    ["Tab", "completes; a second one lists what there is"],
    ["Up, Down", "go through the statements that start with what is typed before the cursor"],
    ["Ctrl-R", "searches the statements for a part"],
    ["Ctrl-C", "drops what is typed, or stops what is being done"],
    ["Ctrl-D", "on an empty line, ends the session"],
    ["Ctrl-Z", "stops it; `fg` in the system's shell goes on with the line as it was"],
    ["Ctrl-L", "clears the screen"],
    ["Ctrl-A, Ctrl-E", "to the start and the end of the line"],
    ["Ctrl-W, Ctrl-U, Ctrl-K", "delete the word before, the whole line, what follows"],
  ]

  /// The files that it reads and writes without being told to.
  static let files = [
    ["$XDG_CONFIG_HOME/hearsay/rc", "the start file, else ~/.config/hearsay/rc; see `help rc`"],
    ["$XDG_STATE_HOME/hearsay/history", "the statements of earlier sessions, else ~/.local/state/hearsay/history"],
  ]

  /// The variables of the environment that it heeds.
  static let environment = [
    ["VISUAL, EDITOR", "the editor that `edit` opens; VISUAL where both are set"],
    ["NO_COLOR", "set to anything, answers have no colour"],
    ["PAGER", "the pager for what does not fit the screen; less where it is not set, none where it is empty"],
    ["TERM", "the kind of terminal; dumb for one without colour, pager and moving cursor"],
  ]
}
