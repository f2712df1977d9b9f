import Foundation
import Output
import TestSupport
import Testing

@testable import Shell

/// What the project shows of itself is true: the sessions on its pages and the answers of its saved queries, over the
/// five articles.
@Suite struct DocumentTests {
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

  /// The page on the shell is what the tables of commands, keys and settings make of it.
  @Test func shellPageIsCurrent() throws {
    try GoldenCase.expect(ShellPage.text, equals: "../../Docs/shell.md")
  }

  /// Every example of the language and every question of the cookbook gets an answer, and none is wrong.
  @Test(arguments: [("Docs/language.md", 150), ("Docs/cookbook.md", 33)])
  func everyExampleIsAnswered(name: String, least: Int) throws {
    let text = try String(contentsOf: GoldenCase.projectFolder.appending(path: name), encoding: .utf8)
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("hearsay> ") }
    #expect(examples.count >= least)
    for sign in ["error[", "warning[", "[N002]", "[N003]"] { #expect(!text.contains(sign), "\(name) shows \(sign)") }
  }

  /// Expects the file to show what comes of every query on a page, to the letter.
  private func expectSessions(of text: String, on name: String) throws {
    let lesson = try LessonReader.lesson(text, file: name)
    #expect(!lesson.steps.isEmpty, "the page has no session")
    let check = LessonCheck(lesson, by: try LessonRun(lesson, from: seeds(on: RecordingConsole()), reading: []))
    #expect(check.faults.isEmpty)
    try GoldenCase.expect(check.updated.text(), equals: "../../\(name)")
  }

  /// The lessons show what comes of their queries, over the articles that they name.
  @Test func lessons() throws {
    let session = try seeds(on: RecordingConsole())
    let files = GoldenCase.files(in: "../../Queries/lessons", suffix: ".md")
    #expect(files.count >= 3)
    for file in files {
      var lesson = try session.lesson(at: file.path)
      #expect(lesson.header.corpus == ["../../seeds"])
      lesson.header.corpus = []
      let run = try LessonRun(lesson, from: session, reading: [])
      #expect(run.warning == nil)
      let check = LessonCheck(lesson, by: run)
      #expect(check.faults.isEmpty)
      try GoldenCase.expect(check.updated.text(), equals: "../../Queries/lessons/\(file.lastPathComponent)")
      // Twice the same bytes, and nothing that a browser would fetch.
      let pages = try (0..<2).map { _ in Page(of: lesson, by: try LessonRun(lesson, from: session, reading: [])).html }
      #expect(pages[0] == pages[1])
      #expect(!pages[0].contains(" src="))
    }
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
