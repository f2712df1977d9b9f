import Query

/// The codes of what can be wrong with commands and files, with what `help` says of each.
enum ShellErrorCodes {
  static let table = ArticleErrorCodes.table + shell + imports + snapshots + LessonErrorCodes.table

  private static let shell = [
    code(
      "S001", "a word that is nearly a command",
      "A statement starts with a noun (`help nouns`) or a command (`help commands`). This one starts with neither.",
      "load seeds"),
    code(
      "S002", "a command without what it needs", "The suggestion shows how the command is written.", "describe ISKP"),
    code(
      "S003", "a command with more than it takes",
      "A name with spaces needs quotes where a command takes several words.", "load \"my articles\""),
    code("S004", "a setting that does not exist", "`set` alone shows all settings with their values.", "set limit 20"),
    code("S005", "a value that a setting cannot have", "`set` alone shows what each can be.", "set timer on"),
    code("S006", "a word without help", "`help` alone shows the commands and topics.", "help where"),
    code(
      "S007", "a file that cannot be read",
      "It does not exist, is a folder, may not be read, or is not UTF-8. Paths are taken from the folder in which "
        + "hearsay was started; in a file that is being run, from beside that file first.", "run Queries/daily.query"),
    code(
      "S008", "no article to read", "None of the paths led to an article; the messages before this one say why.",
      "load seeds"),
    code("S009", "files that run one another without end", "A file may run others, sixteen deep.", nil),
    code(
      "S010", "an entity that nothing knows", "Neither the articles nor the vocabulary have an entity of this name.",
      "describe ISKP"),
    code(
      "S011", "an id of no claim, or of several",
      "A claim's id has sixteen hexadecimal digits; four or more from its start will do where they fit no other claim.",
      "cite row 1"),
    code("S012", "an answer or file that could not be written", "The disk is full, say, or the device is gone.", nil),
    code(
      "S013", "a row or a column that is not there",
      "`cite row N` and `open row N` take the rows of the last answer, from 1.", "claims limit 3\ncite row 2"),
    code(
      "S014", "a sentence that was cut",
      "Text that goes on for hundreds of words without a sentence's end, a table say, is cut into pieces of that length "
        + "and read all the same; what its claims say of one another may be lost at the cuts.", nil),
    code(
      "S015", "a parameter that a file does not have",
      "A saved query states its parameters with param; run FILE --param who=TTP gives one of them another value.",
      "run Queries/about.query --param who=Taliban"),
    code(
      "S016", "more than one saved knowledge base",
      "One is open at a time; articles and files of claims can be added to it.", "hearsay name.hearsay articles"),
    code(
      "S017", "what safe mode bars",
      "With `--safe` a script may read what was named on the command line and nothing else: it writes no file and starts no "
        + "program.", nil),
    code(
      "S018", "a command that needs a terminal or a program that is not there",
      "`edit` opens the editor that VISUAL or EDITOR names, at the prompt only.", "edit"),
    code(
      "S019", "arguments that the program does not know",
      "`hearsay --help` shows them, `hearsay COMMAND --help` a command's.",
      nil),
    code(
      "S020", "two articles of one name",
      "An article of this name was read before, with other words, and nobody knows from which file: from standard input, "
        + "say. Both are kept.", nil),
    code("S021", "what was done", "No fault: what a command has done, as `--json-errors` writes it.", nil),
    code(
      "S022", "a file that is there already",
      "`save`, `export` and `page` write over no file unasked: at the prompt you are asked, elsewhere `--force` says so.",
      "export claims.csv --force"),
    code(
      "S023", "what has not been saved and is known no longer",
      "`open` takes the place of all that was known. At the prompt you are asked first.", "save name.hearsay"),
    code(
      "S024", "an article that has changed",
      "`load` has read a file that it had read before, and its words are others now, or a new article with the address "
        + "(`url`) of one that is known. The new version takes the place of the old one with all its claims. What "
        + "others made of the old version goes with it; `import` their file again.", "load articles"),
  ]

  private static let imports = [
    code(
      "I001", "a line of claims that is no JSON",
      "Each line is one JSON object (RFC 8259) in UTF-8, with no line break in it. The line is left out.",
      "import claims.jsonl"),
    code(
      "I002", "an attribute of a claim that cannot be so",
      "The message says what was found and what was expected; `hearsay extract --schema` says it of all attributes. The "
        + "line is left out.", nil),
    code(
      "I003", "a claim without what every claim has",
      "A claim has a `relation` and words behind it: `text`, the sentence word for word, or else the number of the sentence "
        + "or its bytes in an article that is loaded. The line is left out.", nil),
    code("I004", "an attribute that comes twice", "Nobody can tell which one is meant, so the line is left out.", nil),
    code(
      "I005", "an attribute that no claim has",
      "It is passed over and the claim is read all the same. Each such attribute is told of once for a file.", nil),
    code(
      "I006", "a claim that is not there, or leads back to itself",
      "A claim names another by its `id` in the same file. Where there is none, the id is taken as words.", nil),
    code(
      "I007", "a text that is not in its article",
      "`text` is the sentence word for word, or a part of it. The claim is read, but `cite` cannot show it in its place: "
        + "perhaps nobody has said so.", nil),
    code("I008", "a file without a claim", "It is empty, or has nothing but empty lines.", nil),
    code("I009", "what an import leaves unsaid or undone", "Of one file only the first twenty faults are shown.", nil),
    code(
      "I010", "a record of claims that is no CSV",
      "Each record has a cell for each column; a cell with a comma, a quote or a line break stands in quotes, and a quote "
        + "in it twice (RFC 4180). The record is left out.", nil),
    code(
      "I011", "a column that no claim has, or one that is missing",
      "The first record of a file of CSV names the columns, which are attributes as `hearsay extract --schema` tells of "
        + "them; `relation` and one of `text`, `sentence` and `span` have to be there. Nothing of the file is read.",
      "import claims.csv"),
    code(
      "I012", "a line of N-Triples or a statement of Turtle that is wrong",
      "What it says is left out, and the rest is read: a claim that needs it may then lack something. It is told too of "
        + "what has two types of the vocabulary, and of what has properties of a claim without being one. "
        + "Docs/vocabulary.md tells what a file can say.", "import claims.ttl"),
  ]

  private static let snapshots = [
    code(
      "F001", "a saved knowledge base that cannot be opened", "It does not exist, is a folder, or may not be read.",
      "open name.hearsay"),
    code(
      "F002", "a file that is no saved knowledge base",
      "`open` takes what `save` wrote; articles are read by `load`, files of claims by `import`.", "load seeds"),
    code(
      "F003", "a knowledge base that a newer hearsay saved", "This version does not know how it is laid out.", nil),
    code(
      "F004", "a knowledge base whose file is damaged",
      "A part of the file, which is named, is not what was saved. No answer is given after that: open a copy, or load the "
        + "articles again.", nil),
    code(
      "F005", "a knowledge base whose file ends too early",
      "It was not copied whole, say. The part in which it ends is named.", nil),
    code(
      "F006", "a knowledge base that cannot be saved",
      "The disk is full, say, or the folder may not be written to. What was there under this name still is.", nil),
    code(
      "F007", "a file that `save` does not write over",
      "It is no saved knowledge base, so that it may be worth something.",
      "save name.hearsay"),
  ]

  static func code(_ name: String, _ summary: String, _ explanation: String, _ example: String?) -> QueryWord {
    QueryWord(.errorCode, name, summary, explanation: explanation, example: example)
  }
}
