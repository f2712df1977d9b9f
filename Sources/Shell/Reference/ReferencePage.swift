import Query

/// The whole query language on one page, as Markdown, made from the tables that `help` is made from.
///
/// Its examples are sessions without their answers; a test fills those in and keeps `Docs/language.md` as it should be.
enum ReferencePage {
  /// The page.
  static var text: String {
    ([introduction] + parts.map { section($0.heading, $0.words, $0.introduction) } + nouns + [results, names, codes])
      .joined(separator: "\n") + "\n"
  }

  private static let introduction = """
    # The query language

    This page is made from the tables that the parser is made from (`help reference` prints it, `help WORD` a part of it).
    Its sessions are over the five articles in `seeds` and run as tests.

    A query is a noun followed by clauses. Each clause takes the rows that come from the left and hands rows on, so the order
    in which they are written is the order in which they work, and a query that ends after any clause is a query too:

    ```hearsay
    hearsay> claims where subject = ISKP and location = Pakistan group by source limit 1
    ```

    A `|` or a line break between clauses changes nothing; `--` and `#` start a comment; capitals do not matter. Left of an
    operator stands an attribute, right of it a value: a number, a date, a quoted text, `$name`, or plain words up to the
    next word that the language knows. Every answer has a total order: the same query over the same articles gives the same
    bytes.

    """

  private static let parts = [
    Part("Statements", QueryReference.statements, "What stands before a query, or instead of one."),
    Part("Clauses", QueryReference.clauses, "The steps of a query, those that are needed most first."),
    Part(
      "Conditions", QueryReference.operators,
      "What stands after `where`. `not` binds tightest, then `and`, then `or`; brackets say otherwise."),
    Part("Aggregates", QueryReference.aggregates, "What `show` makes of the rows of a group."),
    Part(
      "Parts of dates", QueryReference.dateUnits,
      "What dates can be cut to, so that what happened in a month is counted as one."
    ),
    Part("Formats", QueryReference.formats, "What may stand after `as`, and after `--format`."),
  ]

  private struct Part {
    var heading: String
    var words: [QueryWord]
    var introduction: String

    init(_ heading: String, _ words: [QueryWord], _ introduction: String) {
      self.heading = heading
      self.words = words
      self.introduction = introduction
    }
  }

  private static func section(_ heading: String, _ words: [QueryWord], _ introduction: String) -> String {
    "## \(heading)\n\n\(introduction)\n\n" + words.map { entry($0, heading: "###") }.joined(separator: "\n")
  }

  /// What the page says of a word: what `help` says of it, with the example as a session.
  private static func entry(_ word: QueryWord, heading: String) -> String {
    var text = "\(heading) `\(word.name)`\n\n\(sentence(word.summary))\n"
    if !word.others.isEmpty { text += "\nAlso written \(word.others.map { "`\($0)`" }.joined(separator: ", ")).\n" }
    if let explanation = word.explanation { text += "\n" + explanation + "\n" }
    if let example = word.example { text += "\n" + session(example) }
    return text
  }

  private static func session(_ example: String) -> String {
    // What stands at the head of a file is nothing to type.
    if example.hasPrefix("language") { return "    \(example)\n" }
    let lines = example.split(separator: "\n").map { "hearsay> \($0)\n" }
    return "```hearsay\n" + lines.joined() + "```\n"
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  // MARK: Nouns

  private static var nouns: [String] {
    let introduction = "## Nouns\n\nWhat a query starts with, each with its attributes.\n"
    return [introduction]
      + QueryReference.nouns.map { noun in
        let own = QueryReference.ownAttributes(of: noun.name)
        let isPair = own.count < QueryReference.attributes(of: noun.name).count
        let more = isPair ? "\nBeside these it has those of `claims`, with `left.`, with `right.` and without.\n" : ""
        let attributes = own.map { entry($0, heading: "####") }
        return entry(noun, heading: "###") + more + "\n" + attributes.joined(separator: "\n")
      }
  }

  // MARK: Results, names, codes

  private static let results = """
    ## Results

    An answer has named columns of these types: `text`, `entity`, `number`, `date`, `claim` (an id) and `list`. Where nothing
    is shown by name, each noun has columns that do not change within a version of the language. `schema QUERY` tells the
    columns of any query without running it, and `schema --json QUERY` writes the JSON Schema of what `as json` gives.

    ```hearsay
    hearsay> schema claims group by source show source, count, max(date) as latest
    ```

    """

  private static var names: String {
    let rows = QueryReference.reserved.map { "| `\($0.name)` | \($0.summary) |\n" }
    return """
      ## Names that cannot be given

      Nouns, clauses, operators and the verbs of the prompt cannot be names of views, and neither can these words, which may
      come to mean something:

      | word | |
      | --- | --- |
      \(rows.joined())
      """
  }

  private static var codes: String {
    let rows = (QueryReference.errorCodes + ShellErrorCodes.table).map { "| `\($0.name)` | \($0.summary) |\n" }
    return """
      ## Codes

      Errors and warnings (`Q`), notices (`N`), and what goes wrong with commands (`S`) and imports (`I`). A code never changes
      its meaning; `help Q012` explains it, with an example.

      | code | |
      | --- | --- |
      \(rows.joined())
      """
  }
}
