import ClaimModel
import Hearsay
import Output
import Query
import Testing

@testable import Shell

@Suite struct InvocationTests {
  @Test(
    arguments: [
      ("quit", "quit"), ("quit;", "quit"), (".quit", "quit"), ("\\q", "quit"), ("  EXIT ;", "quit"), ("?", "help"),
      ("set limit 3", "set"), ("claims", nil), ("quitting", nil), ("", nil),
      ("\\?", "help"), (":q!", "quit"), ("quit()", "quit"), (".tables", "help"), ("\\d ISKP", "describe"),
      ("\\d claims", "help"), ("show tables;", "help"), (".timer on", "set"), ("\\x", "set"), ("\\i a.query", "run"),
      ("\\e", "edit"), (".nonsense", nil), (".5", nil),
    ] as [(String, String?)])
  func commandsAreFound(statement: String, command: String?) {
    #expect(Invocation(QuerySource(statement))?.command.name == command)
  }

  @Test(
    arguments: [
      ("load a b", ["a", "b"]), ("load 'a b' \"c d\"", ["a b", "c d"]), ("load a\\ b;", ["a b"]),
      ("load \"it's\" ''", ["it's", ""]), ("load x\"y z\"", ["xy z"]), ("load", []),
    ] as [(String, [String])])
  func words(statement: String, words: [String]) throws {
    let invocation = try #require(Invocation(QuerySource(statement)))
    #expect(invocation.words == words)
  }

  @Test func namesKeepTheirApostrophes() throws {
    let name = "describe Al-Qa'ida in the Arabian Peninsula;"
    #expect(try #require(Invocation(QuerySource(name))).name == "Al-Qa'ida in the Arabian Peninsula")
    #expect(try #require(Invocation(QuerySource("describe \"ISKP\" "))).name == "ISKP")
  }

  @Test func placeOfAWord() throws {
    let source = QuerySource("set\n  limit many", file: "x.query", firstLine: 7)
    let place = try #require(source.place(of: "many"))
    #expect([place.line, place.column, place.length] == [8, 9, 4])
    #expect(place.text == "  limit many")
  }
}

@Suite struct TableTests {
  @Test func namesAreUnique() {
    let commands = Command.table.flatMap { [$0.name] + $0.aliases }
    #expect(Set(commands).count == commands.count)
    #expect(Set(Setting.table.map(\.name)).count == Setting.table.count)
    let codes = (ShellErrorCodes.table + QueryReference.errorCodes).map(\.name)
    #expect(Set(codes).count == codes.count)
  }

  @Test func noCommandHidesANoun() {
    for noun in QueryReference.nouns { #expect(Command.named(noun.name) == nil) }
  }

  @Test func everyFormatOfTheLanguageCanBeWritten() {
    for format in QueryReference.formats { #expect(OutputFormats.named(format.name) != nil, "\(format.name)") }
  }

  @Test func everyWordHasHelp() {
    let page = HelpPage(style: .plain, width: 80)
    for word in HelpPage.words { #expect(page.text(on: word) != nil, "\(word)") }
    #expect(page.text(on: "nonsense") == nil)
  }

  @Test func everyProblemHasHelp() {
    let problems: [ShellProblem] = [
      .unknownCommand(word: "a", near: "b"), .missingArgument(command: "a", usage: "b"),
      .badArgument(command: "a", argument: "b", usage: "c"), .unreadableFile(path: "a", reason: "b"),
      .noArticles(paths: ["a"]), .unknownEntity(name: "a", near: []), .unknownClaim(prefix: "a"),
      .ambiguousClaim(prefix: "a", count: 2), .noAnswerYet, .noSuchRow(row: 1, rows: 0), .rowWithoutClaims(row: 1),
      .unknownSetting(name: "a", near: nil), .badSettingValue(setting: "a", value: "b", values: "c"),
      .unknownHelpWord(word: "a", near: nil), .runsTooDeep(path: "a"), .notUTF8(path: "a"),
    ]
    let codes = Set(ShellErrorCodes.table.map(\.name))
    for problem in problems {
      for diagnostic in problem.failure(at: nil).diagnostics {
        #expect(codes.contains(diagnostic.code))
        #expect(!diagnostic.message.contains("\n"))
      }
    }
  }

  @Test func settingsTakeWhatTheyOffer() {
    for setting in Setting.table {
      for word in setting.words {
        var settings = Settings()
        #expect(setting.change(&settings, word))
        #expect(setting.shown(settings) == word)
      }
      var settings = Settings()
      #expect(!setting.change(&settings, "nonsense"))
      #expect(settings == Settings())
    }
  }
}

@Suite struct NearWordsTests {
  @Test(arguments: [("", "abc", 3), ("load", "load", 0), ("load", "laod", 1), ("set", "sets", 1), ("abc", "ca", 3)])
  func distance(left: String, right: String, expected: Int) {
    #expect(NearWords.distance(left, right) == expected)
    #expect(NearWords.distance(right, left) == expected)
  }

  @Test func onlyNearWordsAreOffered() {
    #expect(NearWords.nearest(to: "descirbe", among: ["load", "describe"]) == "describe")
    #expect(NearWords.nearest(to: "zebra", among: ["load", "describe"]) == nil)
  }
}
