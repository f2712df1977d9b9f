import ClaimModel
import Foundation
import Query
import Testing

@testable import Shell

@Suite struct CompletionTests {
  private static func completion(_ console: RecordingConsole = RecordingConsole(width: 60)) -> PromptCompletion {
    PromptCompletion(SmallCorpus.session(console: console, audience: .person))
  }

  /// What the line is after a Tab at its end.
  private static func tabbed(_ text: String) -> String {
    let completion = completion().completion(of: text, at: text.utf8.count)
    guard let insertion = completion.insertion else { return text }
    return text[TextRange(0, text.utf8.count - completion.replaced)] + insertion
  }

  @Test(arguments: [
    ("des", "describe "), ("DES", "describe "), ("clai", "claims "), ("set form", "set format "),
    ("set format mark", "set format markdown "), ("help descr", "help describe "), ("describe isk", "describe ISKP "),
    ("claims where subject = isk", "claims where subject = ISKP "), ("xyzzy", "xyzzy"), ("quit ", "quit "),
  ])
  func oneCandidateIsPutIn(typed: String, line: String) {
    #expect(Self.tabbed(typed) == line)
  }

  @Test func secondTabLists() throws {
    let completion = Self.completion()
    let first = completion.completion(of: "set ", at: 4)
    #expect(first.insertion == nil && first.listing == nil)
    let second = completion.completion(of: "set ", at: 4)
    let listing = try #require(second.listing)
    for setting in Setting.table { #expect(listing.contains(setting.name)) }
    for line in listing.split(separator: "\n") { #expect(line.count < 60) }
  }

  @Test func everyCandidateTakesThePlaceOfWhatIsTyped() {
    let completion = Self.completion()
    let line = "claims where location = Balo and subject = ISKP group by so"
    for end in 0...line.utf8.count {
      let text = line[TextRange(0, end)]
      for candidate in completion.candidates(for: text, at: end) {
        #expect(candidate.replaced.end == end)
        #expect(candidate.replaced.start >= 0)
      }
    }
  }

  @Test func filesAfterLoad() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appending(path: "two words")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    for name in ["a.txt", "b.txt", ".hidden", "evil\u{1B}[2J.txt"] {
      try Data().write(to: inner.appending(path: name))
    }
    let path = folder.path
    #expect(Self.tabbed("load x \(path)/tw") == "load x \(path)/two\\ words/")
    let found = FileCandidates.candidates(for: "\(path)/two\\ words/", endingAt: 100).map(\.text)
    #expect(found == ["\(path)/two\\ words/a.txt", "\(path)/two\\ words/b.txt"])
  }

  @Test func longListsGoDownColumns() {
    let range = TextRange(0, 0)
    let candidates = (10..<40).map { QueryCompletion.Candidate("name\($0)", detail: "", replaced: range) }
    let lines = CandidateList(candidates).text(width: 40).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[0] == "name10  name18  name26  name34")
    let many = (0..<500).map { QueryCompletion.Candidate("name\($0)", detail: "", replaced: range) }
    #expect(CandidateList(many).text(width: 40).hasSuffix("… and 380 more\n"))
  }
}

@Suite struct StatementBufferTests {
  @Test func linesMakeStatements() {
    var buffer = StatementBuffer()
    let taken = ["claims where subject = ISKP and", "location = Pakistan", "", "describe Al-Qa'ida", "sources"]
      .map { buffer.take($0) }
    #expect(
      taken == [nil, "claims where subject = ISKP and\nlocation = Pakistan", "", "describe Al-Qa'ida", "sources"])
  }

  @Test func whatWaitsCanBeDropped() {
    var buffer = StatementBuffer()
    _ = buffer.take("claims where text has \"safe")
    #expect(!buffer.isEmpty)
    buffer.drop()
    let taken = buffer.take("claims")
    #expect(taken == "claims")
  }
}

@Suite struct ScreenLinesTests {
  @Test(arguments: [
    ("", 1), ("a", 1), ("a\n", 1), ("a\n\nb\n", 3), ("0123456789", 1), ("01234567890", 2), ("喀布尔喀布\n", 1),
    ("喀布尔喀布尔\n", 2), ("\u{1B}[1m0123456789\u{1B}[0m\n", 1),
  ])
  func count(text: String, lines: Int) {
    #expect(ScreenLines.count(of: text, width: 10) == lines)
  }
}
