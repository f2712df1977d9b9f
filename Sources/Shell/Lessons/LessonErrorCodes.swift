import Query

/// The codes of what can be wrong with lessons, with what `help` says of each.
enum LessonErrorCodes {
  static let table = [
    ShellErrorCodes.code(
      "L001", "a line that a lesson's header cannot have",
      "Between `---` at the top stand lines such as `corpus: seeds`: title, time, corpus, digest, loads, language and "
        + "today are known, and words that are not nearly one of them are left to other programs.", nil),
    ShellErrorCodes.code(
      "L002", "a lesson that is written for a later hearsay", "Its header says which version of the language it is in.",
      nil),
    ShellErrorCodes.code(
      "L003", "a comment about checking that says nothing known",
      "Above a query may stand <!-- check: error -->, error Q012, unordered, rows=3 or skip REASON, several with commas.",
      nil),
    ShellErrorCodes.code(
      "L004", "a comment or an answer without a query",
      "A comment about checking stands right above a fence of hearsay, a fence of output right under one.", nil),
    ShellErrorCodes.code(
      "L005", "a lesson without a query",
      "Queries stand between ```hearsay and ```, at the margin; those in lists and quotations are not carried out.", nil
    ),
    ShellErrorCodes.code(
      "L006", "a lesson without articles", "Its header names them (corpus: seeds), or they are named after it.",
      "check lesson.md seeds"),
    ShellErrorCodes.code(
      "L008", "a lesson that is there already", "`record` never writes over a file.", "record new.md"),
    ShellErrorCodes.code(
      "L009", "a page that would be shown on the terminal", "A page is for a browser: write it to a file.",
      "page lesson.md --output lesson.html"),
    ShellErrorCodes.code("L010", "a file that is no lesson", "A lesson is Markdown, name.md.", "check lesson.md"),
    ShellErrorCodes.code(
      "L011", "other articles than a lesson was written for",
      "The digest in its header is that of other articles, so that answers may differ. It is the SHA-256 of a line for each "
        + "article with its own; `sha256sum *.txt | sha256sum` tells it of a folder of text files.", nil),
    ShellErrorCodes.code(
      "L012", "an answer that cannot stand in a fence", "A line of it starts with ```, which would end the fence.", nil),
    ShellErrorCodes.code(
      "L013", "a lesson in which nothing can be checked",
      "Under a query stands what comes of it, in a fence of output; `check --update` fills one that is empty. A comment about "
        + "checking above a query will do, too.", nil),
  ]
}
