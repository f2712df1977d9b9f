import ClaimModel
import Foundation
import Output
import Query
import TestSupport
import Testing

@testable import Shell

/// Lessons over the small corpus, whose claims do not change with the models.
@Suite struct LessonTests {
  private let console = RecordingConsole()
  private var session: Session { SmallCorpus.session(console: console, audience: .script) }

  private func lesson(_ name: String) throws -> Lesson {
    try LessonReader.lesson(GoldenCase.text("lessons/\(name)"), file: name)
  }

  /// What differs, as it is told.
  @Test func differences() throws {
    let lesson = try lesson("differences.md")
    let check = LessonCheck(lesson, by: try LessonRun(lesson, from: session, reading: []))
    func told(_ title: String, _ found: [LessonDifference]) -> String {
      "\(title)\n" + found.map { "  \($0.line): \($0.message)\n" }.joined()
    }
    let text = told("differences", check.differences) + told("faults", check.faults) + told("left out", check.skipped)
    try GoldenCase.expect(text, equals: "lessons/differences.md.told")
    try GoldenCase.expect(check.updated.text(), equals: "lessons/differences.md.updated")
  }

  /// What has been brought up to date has no difference left, and an update of it changes nothing.
  @Test func updatesAreStable() throws {
    let first = try lesson("differences.md")
    let updated = try LessonCheck(first, by: LessonRun(first, from: session, reading: [])).updated.text()
    let second = try LessonReader.lesson(updated, file: "differences.md")
    let check = LessonCheck(second, by: try LessonRun(second, from: session, reading: []))
    #expect(check.differences.isEmpty)
    #expect(try check.updated.text() == updated)
  }

  @Test func page() throws {
    let lesson = try lesson("page.md")
    let page = Page(of: lesson, by: try LessonRun(lesson, from: session, reading: []))
    try GoldenCase.expect(body(of: page.html), equals: "lessons/page.html")
    #expect(page.html.contains("<p>Here.</p>"))
    #expect(!page.withoutAnswers.html.contains("<p>Here.</p>"))
    #expect(!page.withoutAnswers.html.contains("<details>"))
  }

  /// What the program prints of a lesson, up to the step that goes wrong.
  @Test func reading() throws {
    let lesson = try lesson("page.md")
    #expect(throws: SessionFailure.self) { try session.read(lesson, reading: []) }
    try GoldenCase.expect(console.transcript, equals: "lessons/page.md.read")
  }

  @Test func stepsAreWaitedFor() throws {
    let lesson = try lesson("page.md")
    var waits = 0
    try session.read(
      lesson, reading: [],
      goOn: {
        waits += 1
        return waits < 3
      })
    // The first query, the answer that is hidden; before the second query it was enough.
    #expect(waits == 3)
    #expect(console.answers.contains("Here."))
    #expect(!console.answers.contains("█"))
  }

  @Test(arguments: [
    ("---\ncorpsu: seeds\n---\n```hearsay\nclaims\n```\n", "L001"), ("---\nnonsense\n---\n", "L001"),
    ("---\ntoday: May\n---\n", "L001"), ("<!-- check: nonsense -->\n", "L003"), ("<!-- check: rows=x -->\n", "L003"),
    ("<!-- check: unordered -->\n\nwords\n", "L004"), ("<!-- check: skip it -->\n", "L004"),
    ("```output\n```\n", "L004"), ("words\n", "L005"), ("> ```hearsay\n> claims\n> ```\n", "L005"),
    ("---\nlanguage: 2\n---\n```hearsay\nclaims\n```\n", "L002"),
  ])
  func problems(text: String, code: String) throws {
    let path = try temporaryFile(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let failure = #expect(throws: SessionFailure.self) { try session.check(path, reading: [], updates: false) }
    #expect(failure?.diagnostics.first?.code == code)
    #expect(failure?.status == .couldNotRun)
  }

  @Test func aLessonNeedsArticles() throws {
    let lesson = try lesson("page.md")
    let empty = Session(console: console, audience: .script)
    let failure = #expect(throws: SessionFailure.self) { try empty.read(lesson, reading: []) }
    #expect(failure?.diagnostics.first?.code == "L006")
  }

  /// A lesson may come from anybody.
  @Test(arguments: [
    "load /etc", "save x", "export x", "run x.md", "run /etc/passwd", "open x", "import x", "record x.md", "page x",
  ])
  func lessonsReadAndWriteNoFile(command: String) throws {
    let lesson = try LessonReader.lesson("```hearsay\n\(command)\n```\n", file: "x.md")
    let outcome = try LessonRun(lesson, from: session, reading: []).outcome(of: lesson.steps[0])
    #expect(!outcome.isWell)
    #expect(outcome.text.contains("error[S017]"))
  }

  @Test func otherArticlesAreTold() throws {
    let text = "---\ndigest: abc\n---\n<!-- check: rows=2 -->\n```hearsay\nclaims group by source\n```\n"
    let path = try temporaryFile(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let failure = #expect(throws: SessionFailure.self) { try session.check(path, reading: [], updates: true) }
    #expect(failure?.status == .failed)
    #expect(console.messages.hasPrefix("warning[L011]"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func withoutAnswersNothingIsChecked() throws {
    let path = try temporaryFile("```hearsay\nclaims limit 1\n```\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let failure = #expect(throws: SessionFailure.self) { try session.check(path, reading: [], updates: false) }
    #expect(failure?.status == .couldNotRun)
    #expect(failure?.diagnostics.first?.code == "L013")
  }

  /// A cell of a box may go on over several lines.
  @Test func boxesAreReadBack() throws {
    let table = ResultTable(
      columns: [.init("n", .number), .init("text", .text)],
      rows: [[.integer(1), .text("one two three four five six seven eight nine ten")], [.missing, .text("six")]],
      provenance: Provenance([[], []]))
    let box = try #require(OutputFormats.named("box"))
    let text = box.text(of: table, layout: Layout(width: 44))
    #expect(text.split(separator: "\n").count > 8)
    guard case .table(let read)? = DrawnAnswer(text, firstLine: 1).parts.first else { return #expect(Bool(false)) }
    #expect(read.rows.map(\.cells) == [["1", "one two three four five six seven eight nine ten"], ["—", "six"]])
    #expect(read.total == 2)
  }

  @Test func deepMarkdownIsRead() throws {
    let text = String(repeating: "> ", count: 20_000) + "x\n\n" + String(repeating: "[", count: 20_000) + "\n"
    #expect(!MarkdownReader.parts(of: text).isEmpty)
    let comments = String(repeating: "<!--", count: 20_000)
    #expect(throws: Never.self) { try LessonReader.lesson(comments + "\n", file: "x.md") }
  }

  /// The part of a page that a reader sees; its style and its script have a test in a browser.
  private func body(of page: String) -> String {
    guard let start = page.firstRange(of: "<body>"), let end = page.firstRange(of: "<script>") else { return "" }
    return String(page[start.lowerBound..<end.lowerBound])
  }

  private func temporaryFile(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "lesson-\(UUID().uuidString).md").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

/// What is typed becomes a lesson that can be checked.
@Suite struct RecordingTests {
  @Test func whatIsTypedBecomesALesson() throws {
    let console = RecordingConsole(width: 60)
    let session = SmallCorpus.session(console: console, audience: .person)
    let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "mine.md").path
    for line in [
      "claims limit 1", "record \(path)", "# Who says what", "-- A first look.", "claims group by source",
      "claims show source, subject, relation, text", "claims where nonsense", "set limit 3", "history",
      "define theirs = claims where source = \"Jane Doe\"", "theirs show subject sort by subject", "cite row 1",
      "record off", "claims limit 2",
    ] {
      session.carryOut(line)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try GoldenCase.expect(text, equals: "lessons/recorded.md")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine.md"])
    try session.check(path, reading: [], updates: false)
    #expect(console.answers.hasSuffix("4 answers, all as they stand\n"))
    let failure = #expect(throws: SessionFailure.self) { try session.startRecording(path) }
    #expect(failure?.diagnostics.first?.code == "L008")
  }

  /// Rows that are opened and what is read on the way are steps of the lesson; what is read before the first is its corpus.
  @Test func rowsAndArticlesAreRecorded() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "first.md": "Officials said that ISKP attacked Kabul.", "second.md": "Officials said that ISKP left Quetta.",
    ]
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    let lines = GoldenCase.folder.appending(path: "interchange/two.claims.jsonl").path
    let console = RecordingConsole(width: 60)
    let session = Session(console: console, audience: .person)
    let path = folder.appending(path: "mine.md").path
    for line in [
      "record \(path)", "load \(folder.path)/first.md", "claims group by subject", "open row 1", "cite row 1",
      "load \(folder.path)/second.md", "claims group by subject", "open row 1", "import \(lines)",
      "claims group by extractor", "save \(folder.path)/k.hearsay", "help where", "record off",
    ] {
      #expect(session.carryOut(line), "\(line)")
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("corpus: \(folder.path)/first.md\n"))
    #expect(text.contains("loads: \(folder.path)/second.md, \(lines)\n"))
    #expect(!text.contains("save ") && !text.contains("help where"))
    let later = RecordingConsole()
    try Session(console: later, audience: .script).check(path, reading: [], updates: false)
    #expect(later.answers.hasSuffix("8 answers, all as they stand\n"))
    #expect(later.messages.isEmpty)
  }
}
