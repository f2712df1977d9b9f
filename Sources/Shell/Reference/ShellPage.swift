import Articles
import Query

/// The shell on one page, as Markdown, made from the tables that `help` and `set` are made from; a test keeps
/// `Docs/shell.md` as it should be.
enum ShellPage {
  /// The page.
  static var text: String {
    [introduction, articles, keys, commands, settings, habits, rest].joined(separator: "\n")
  }

  private static let introduction = """
    # The shell

    This page is made from the tables that `help` is made from (`help shell` prints it, `help WORD` a part of it).

        hearsay seeds                       the prompt over articles, a folder of them, or name.hearsay
        hearsay seeds -c 'claims limit 3'   an answer; -c may be repeated
        hearsay run daily.query seeds       the queries of a file; `-` is standard input
        echo 'sources' | hearsay seeds      the same from a pipe

    Answers go to standard output, everything else to standard error. `--format`, `--color`, `--set NAME=VALUE`,
    `--vocabulary FILE`, `--safe` and `--json-errors` go with all of them; `hearsay COMMAND --help` tells the rest.

    """

  private static var articles: String {
    let formats = ArticleReference.formats.map { "| \(code($0[0])) | \($0[1]) |\n" }
    let keys = ArticleReference.keys.map { "| \(code($0[0])) | \(code($0[1])) |\n" }
    return """
      ## Articles

      The ending of its name tells how a file is read. Files are UTF-8. In folders all others are passed over; a file that
      is named itself is read as plain text where its ending says nothing, and standard input as what it seems to be.

      | ending | read as |
      | --- | --- |
      \(formats.joined())
      Front matter is a block of `key: value` between two lines of `---` at the top:

          ---
          title: Sudan denies signing dam accord
          byline: Idris Hamad
          source: Gedaref Tribune
          date: 14 March 2024
          ---

      | attribute | keys that give it, in front matter and in JSON |
      | --- | --- |
      \(keys.joined())
      Capitals, hyphens and underscores in a key make no difference (`Published-At`). A source that is an address
      (`https://…`) is the `url`. Dates are days, months or years as in `2025-01-31`, or English as in `31 January 2025`;
      what can be read in two ways is not read, and a warning says so (`A011`), as of keys that are not known (`A019`); those
      that many files have and that say nothing here, `tags` or `layout`, are passed over. A folder's `articles.csv` with the
      columns `file`, `label`, `title`, `author`, `outlet`, `published` and `url` says the same of its files, and wins.
      Who wrote a text is never guessed: a line "By Jane Roe" in it is left out as a byline.

      A file that has changed is read again by the next `load` of it, and takes the place of what it was with all its claims;
      so does an article with the address of one that is known. The same words under another name stay beside them.

      """
  }

  private static var keys: String {
    "## Keys\n\n| key | |\n| --- | --- |\n" + HelpTopic.keys.map { "| \($0[0]) | \($0[1]) |\n" }.joined() + """

      A block that is pasted is one entry, whatever line breaks and tabs it holds; Enter runs it. A statement ends where
      it is complete: after `and`, a comma or an open bracket the next line goes on.

      """
  }

  private static var commands: String {
    let parts = Command.table.map { command in
      "### `\(command.usage)`\n\n\(command.summary.first?.uppercased() ?? "")\(command.summary.dropFirst())"
        + (command.summary.hasSuffix("…") ? "" : ".") + "\n\n"
        + command.explanation + "\n"
    }
    return """
      ## Commands

      A command ends with its line; `;` after it, and a dot, a backslash or a colon before it, change nothing.

      \(parts.joined(separator: "\n"))
      """
  }

  private static var settings: String {
    let usual = Settings()
    let rows = Setting.table.map { "| `\($0.name)` | \($0.shown(usual)) | \($0.summary) | \($0.values) |\n" }
    return """
      ## Settings

      `set` shows them, `set limit 20` changes one; so do `--set limit=20` and lines of the start file.

      | setting | at first | | it can be |
      | --- | --- | --- | --- |
      \(rows.joined())
      """
  }

  private static var habits: String {
    let rows = Habit.rows.map { "| \(code($0[0])) | \(code($0[1])) |\n" }
    return """
      ## Habits

      What people type who come from sqlite3, psql or duckdb is understood where there is something like it here.

      | typed | means |
      | --- | --- |
      \(rows.joined())
      """
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static let rest = """
    ## What is kept

    Statements are kept in `$XDG_STATE_HOME/hearsay/history`, else `~/.local/state/hearsay/history`, whole and with their
    line breaks, for nobody else to read; one with a space before it is not kept. The start file,
    `$XDG_CONFIG_HOME/hearsay/rc`, else `~/.config/hearsay/rc`, is carried out before the first prompt; what is wrong in
    it is a warning. `--no-rc` leaves it out; scripts never read it.

    ## Where it is shown

    What does not fit the screen goes through `$PAGER`, else `less -FRSX`. Answers are coloured on terminals only, and not
    where `NO_COLOR` is set; `--color always` and `--color never` say so themselves. The colours are those that every theme
    has. A table is as wide as the terminal, and its footer tells what is cut; in a file or a pipe nothing is. At the prompt
    the rows of a table are numbered, as `open row 3` and `cite row 3` take them.

    Pictures (`as bars`, `timeline`, `matrix`, `graph`, `map`) are sent as images to a terminal that shows them: it is asked,
    before the first one, whether it knows kitty's graphics protocol or sixels, and for its colours. They are the pictures of
    `as svg`. Elsewhere they are drawn with letters, and so are those that would not fit the screen or have letters other
    than Latin, Greek and Cyrillic ones. `set graphics off` has all of them drawn so; `kitty` and `sixel` say
    what a terminal shows that does not say so itself.

    ## Scripts of others

    \(HelpTopic.safe)

    ## In programs

    The exit status is 0 where all went well, 1 where a query or a check failed, and 2 where it could not run: usage, a
    missing file.
    \(HelpTopic.programs)

    """
}
