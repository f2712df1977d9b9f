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
  @Test(arguments: ["README.md"])
  func page(name: String) throws {
    let file = GoldenCase.projectFolder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
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

  /// Every saved query runs without a word of complaint and answers as it did.
  @Test func savedQueries() throws {
    let console = RecordingConsole()
    let session = try seeds(on: console)
    session.settings.echo = true
    let folder = GoldenCase.projectFolder.appending(path: "Queries")
    let files = GoldenCase.files(in: "../../Queries", suffix: ".query").map(\.lastPathComponent)
    #expect(files.count >= 13)
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
