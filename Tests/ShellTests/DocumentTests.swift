import Foundation
import TestSupport
import Testing

@testable import Shell

/// What the project shows of itself is true: the sessions on its pages and the answers of its saved queries, over the
/// five articles.
@Suite struct DocumentTests {
  /// A fence that starts with this line is a session at the prompt.
  private static let fence = "```hearsay"

  /// Every session on the page, typed again line by line, gives what the page shows.
  @Test(arguments: ["README.md", "Docs/cookbook.md"])
  func page(name: String) throws {
    let file = GoldenCase.projectFolder.appending(path: name)
    try expectSessions(of: String(contentsOf: file, encoding: .utf8), on: name)
  }

  /// The reference page is what the tables of the language make of it.
  @Test func referencePageIsCurrent() throws {
    try expectSessions(of: ReferencePage.text, on: "Docs/language.md")
  }

  /// Every example of the language and every question of the cookbook gets an answer, and none is wrong.
  @Test(arguments: [("Docs/language.md", 150), ("Docs/cookbook.md", 33)])
  func everyExampleIsAnswered(name: String, least: Int) throws {
    let text = try String(contentsOf: GoldenCase.projectFolder.appending(path: name), encoding: .utf8)
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("hearsay> ") }
    #expect(examples.count >= least)
    for sign in ["error[", "warning[", "[N002]", "[N003]"] { #expect(!text.contains(sign), "\(name) shows \(sign)") }
  }

  /// Types every session of a page, and expects the file to show what comes.
  private func expectSessions(of text: String, on name: String) throws {
    let console = RecordingConsole(width: 100)
    let session = try seeds(on: console)
    var shown: [Substring] = []
    var came: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside && line == "```" { isInside = false }
      if !isInside || line.hasPrefix("hearsay> ") || line.hasPrefix("      -> ") { shown.append(line) }
      if line == Self.fence { isInside = true }
    }
    #expect(shown.contains("```hearsay"), "the page has no session")
    isInside = false
    var buffer = StatementBuffer()
    for line in shown {
      came.append(line)
      if line == "```" { isInside = false }
      if isInside, let statement = buffer.take(String(line.dropFirst("hearsay> ".count))) {
        let start = console.transcript.endIndex
        session.carryOut(statement)
        came += console.transcript[start...].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      }
      if line == Self.fence { isInside = true }
    }
    try GoldenCase.expect(came.joined(separator: "\n"), equals: "../../\(name)")
  }

  /// The page of the library shows the example as it is built and run.
  @Test func theExampleOfTheLibraryIsOnItsPage() throws {
    let page = try String(contentsOf: GoldenCase.projectFolder.appending(path: "Docs/library.md"), encoding: .utf8)
    let example = GoldenCase.projectFolder.appending(path: "Examples/disputes/Sources/disputes/Disputes.swift")
    #expect(page.contains("```swift\n" + (try String(contentsOf: example, encoding: .utf8)) + "```\n"))
  }

  /// Every saved query runs without a word of complaint and answers as it did.
  @Test func savedQueries() throws {
    let console = RecordingConsole()
    let session = try seeds(on: console)
    session.settings.echo = true
    let folder = GoldenCase.projectFolder.appending(path: "Queries")
    let files = GoldenCase.files(in: "../../Queries", suffix: ".query").map(\.lastPathComponent)
    #expect(files.count >= 14)
    for file in files {
      let start = console.answers.endIndex
      try session.run(file: folder.appending(path: file).path)
      try GoldenCase.expect(String(console.answers[start...]), equals: "saved-queries/\(file).output")
    }
    #expect(session.status == .well)
  }

  private func seeds(on console: RecordingConsole) throws -> Session {
    let session = Session(console: console, audience: .person)
    try session.load([GoldenCase.projectFolder.appending(path: "seeds").path])
    return session
  }
}
