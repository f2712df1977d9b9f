import Testing

@testable import Shell

@Suite struct HistoryTests {
  @Test func whatIsKept() {
    var history = History()
    let statements = [
      "claims", "claims", " secret", "  ", "claims\n  where a = \"\\n\"\n",
      String(repeating: "x", count: History.longest + 1),
    ]
    let kept = statements.map { history.add($0) }
    #expect(kept == [true, false, false, false, true, false])
    #expect(history.entries == ["claims", "claims\n  where a = \"\\n\""])
  }

  @Test(arguments: ["plain", "two\nlines", "\\n is no break\\", "\\\\", "tab\tand 喀布尔", "a\r\nb"])
  func fileKeepsStatements(statement: String) {
    var history = History()
    history.add(statement)
    #expect(history.text.split(separator: "\n").count == 1)
    #expect(History(parsing: history.text).entries == [statement.replacing("\r\n", with: "\n")])
  }

  @Test func twoSessionsKeepBoth() {
    var first = History(parsing: "old\n")
    var second = History(parsing: "old\n")
    first.add("one")
    second.add("two")
    var file = first.saved(over: History(parsing: "old\n"))
    file = second.saved(over: file)
    #expect(file.entries == ["old", "one", "two"])
    first.add("three")
    file = first.saved(over: file)
    #expect(file.entries == ["old", "one", "two", "three"])
    // What is in the file already is not added again.
    let again = second.saved(over: file)
    #expect(again == file)
  }

  @Test func sizeIsLimited() {
    var history = History()
    for number in 0..<(History.most + 10) { history.add("claims limit \(number)") }
    #expect(history.entries.count == History.most)
    #expect(history.entries.last == "claims limit \(History.most + 9)")
  }
}
