import Query
import Testing

@Suite struct StatementReaderTests {
  @Test func statementsEndAtSemicolonsEmptyLinesAndNewLines() {
    let text = """
      # What it shows.
      -- And more.

      claims where subject = ISKP
        and location = Pakistan   # here
      group by source
      sources; places
      limit 3

      entities
      speakers where name = "a; b
      c"; topics
      -- the end
      """
    let statements = StatementReader.statements(of: text)
    #expect(
      statements.map(\.text) == [
        "claims where subject = ISKP\n  and location = Pakistan   # here\ngroup by source", "sources",
        "         places\nlimit 3", "entities", "speakers where name = \"a; b\nc\"", "    topics",
      ])
    #expect(statements.map(\.firstLine) == [4, 7, 7, 10, 11, 12])
  }

  @Test func aLineGoesOnWhereTheOneBeforeIsOpen() {
    let statements = StatementReader.statements(of: "claims where location in (\nPakistan,\nIran)\nsources")
    #expect(statements.map(\.text) == ["claims where location in (\nPakistan,\nIran)", "sources"])
  }

  @Test func anEmptyLineEndsAnOpenQuote() {
    let statements = StatementReader.statements(of: "claims where text has \"safe\n\nsources")
    #expect(statements.map(\.firstLine) == [1, 3])
  }

  @Test func aFileMayNameTheLanguage() {
    let statements = StatementReader.statements(of: "-- About it.\nlanguage 1\n-- More.\nclaims\nlanguage 1\n")
    #expect(statements.map(\.text) == ["claims", "language 1"])
    #expect(StatementReader.statements(of: "language 2\nclaims").map(\.text) == ["language 2", "claims"])
  }

  @Test func carriageReturnsAndNothing() {
    #expect(StatementReader.statements(of: "claims\r\nwhere date = 2024\r\nsources\r\n").map(\.firstLine) == [1, 3])
    #expect(StatementReader.statements(of: "").isEmpty)
    #expect(StatementReader.statements(of: " \n;;\n-- nothing\n").isEmpty)
  }

  @Test(arguments: [
    "claims", "claims;", "claims where subject = ISKP", "claims where (subject = ISKP)", "",
    "claims where text has \"a\"",
    "claims where subject = ISKP -- and", "claims where speaker = O'Brien", "claims where subject = ISKP)",
  ])
  func complete(_ text: String) {
    #expect(StatementReader.isComplete(text))
  }

  @Test(arguments: [
    "claims where", "claims where subject =", "claims where subject = ISKP and", "claims where (subject = ISKP",
    "claims where text has \"safe", "claims where text has “safe", "claims group by", "claims show source,",
    "claims where location in (Pakistan", "claims |", "claims where not",
  ])
  func incomplete(_ text: String) {
    #expect(!StatementReader.isComplete(text))
  }
}
