import Query

/// A word of `help` that stands for many: `nouns`, `keys`.
struct HelpTopic: Sendable {
  var name: String
  /// Other words under which it is found.
  var others: [String] = []
  var summary: String
  var text: @Sendable (HelpPage) -> String

  /// Every topic, in the order in which one learns them.
  static let table = [
    HelpTopic(name: "nouns", summary: "what can be asked for") { $0.aligned(QueryReference.nouns) },
    HelpTopic(name: "statements", summary: "what stands before a query, or instead of one") {
      $0.aligned(QueryReference.statements)
    },
    HelpTopic(name: "clauses", others: ["order"], summary: "the steps that narrow, group, sort and show") {
      $0.aligned(QueryReference.clauses)
    },
    HelpTopic(name: "operators", summary: "what conditions are made of") { $0.aligned(QueryReference.operators) },
    HelpTopic(name: "aggregates", summary: "what `show` makes of many rows") {
      $0.aligned(QueryReference.aggregates)
    },
    HelpTopic(name: "dates", summary: "what dates can be cut to: `group by month`") {
      $0.aligned(QueryReference.dateUnits)
    },
    HelpTopic(name: "formats", others: ["format", "pictures"], summary: "how an answer can be written: `as csv`") {
      page in
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
    HelpTopic(name: "lessons", others: ["lesson"], summary: "texts with queries in them, for classes") { page in
      page.heading("lessons") + "\n" + page.indented(lessons)
        + page.aligned([Command.run, .check, .record, .page].map { [$0.usage, $0.summary] })
    },
    HelpTopic(name: "safe", others: ["safety", "sandbox"], summary: "what scripts of others may do") { page in
      page.heading("hearsay --safe") + "\n" + page.indented(safe)
    },
    HelpTopic(name: "scripts", others: ["status", "pipes"], summary: "exit status and messages, for programs") { page in
      page.heading("in programs") + "\n" + page.indented(programs)
        + page.aligned(Outcome.allCases.map { ["exit status \($0.rawValue)", $0.meaning] })
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

  /// What a lesson is, in a paragraph.
  static let lessons = """
    A lesson, name.md, is Markdown: prose, queries between ```hearsay and ```, and what comes of them between ```output and
    ```. It is read with a class, checked, and made into a page; three are in Queries/lessons, and Docs/lessons.md tells how
    to write one.
    """

  /// What `--safe` is for, in a paragraph.
  static let safe = """
    With `--safe` a script may read what was named on the command line and nothing else: it writes no file, loads nothing
    from elsewhere and starts no pager and no editor. A lesson is always kept to its own articles.
    """

  /// How programs are told what went wrong, in a paragraph.
  static let programs = """
    A script stops at its first error, and only data goes to standard output. With `--json-errors` every message is an
    object of JSON on a line of standard error: `severity`, `code`, `message` and, as far as they are known, `file`, `line`,
    `column`, `length`, `text` and `suggestion`; `help S013` explains a code.
    """

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
