import Query

/// The codes of what can be wrong with article files and catalogues, with what `help` says of each.
enum ArticleErrorCodes {
  static let table = [
    code("A001", "a path that leads nowhere", "Paths are taken from the folder in which hearsay was started."),
    code("A002", "a file that cannot be read", "It may not be read, or the disk reports an error."),
    code("A003", "a folder without articles", "The endings of article files stand in `help shell`."),
    code("A004", "a pattern that no article matches", "`*` stands for any name, `**` for any folders below."),
    code("A005", "bytes that are no UTF-8", "The message says which byte is the first that is none."),
    code("A006", "another encoding", "`iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt` converts a file."),
    code("A007", "a file that is no text", "A byte that is zero stands in pictures and programs, not in text."),
    code("A008", "a file without the text of an article", "Nothing was left after navigation, links and marks."),
    code("A009", "a line of JSON Lines that is no article", "Each line is an object in braces with `text` in it."),
    code("A010", "a line of JSON Lines without text", "The article's text stands as `text`."),
    code("A011", "a date that cannot be read", "Write 2025-01-31, 2025-01 or 2025; 09/11/2025 is two days."),
    code("A012", "a column that no catalogue has", "The message names the columns of `articles.csv`."),
    code("A013", "a catalogue without the column file", "It tells of which file a record speaks."),
    code("A014", "a quote in a catalogue that does not pair", "Within a quoted field a quote is written twice."),
    code("A015", "a record that is longer or shorter than the header", "A field with a comma in it needs quotes."),
    code("A016", "a record about a file that is not there", "Names count from the catalogue's folder."),
    code("A017", "two records about one file", "The first one counts."),
    code("A018", "a value in JSON that is no text", "Numbers and objects say nothing here; write text in quotes."),
    code(
      "A019", "a key of front matter that says nothing here",
      "`help shell` lists the keys that are read, such as title, author, source, date and url."),
  ]

  private static func code(_ code: String, _ summary: String, _ explanation: String) -> QueryWord {
    ShellErrorCodes.code(code, summary, explanation, nil)
  }
}
