import Foundation
import Query
import Store
import TestSupport
import Testing

/// Queries in files, and the answers that are expected of them.
@Suite struct GoldenQueryTests {
  @Test(arguments: ["nouns", "where", "dates", "text", "group", "show", "sets", "samples", "patterns"])
  func answers(_ name: String) throws {
    try expectAnswers("queries/\(name)", mode: .script)
  }

  @Test func pairsOfClaims() throws {
    try expectAnswers("queries/pairs", mode: .script, over: SmallBase.disputed)
    try expectAnswers("queries/sides", mode: .script, over: SmallBase.disputed)
  }

  @Test func emptyAnswersSayWhy() throws {
    try expectAnswers("queries/nothing", mode: .prompt)
  }

  @Test func badQueriesAreExplained() throws {
    try expectAnswers("queries/bad", mode: .script)
    try expectAnswers("queries/habits", mode: .script)
    try expectAnswers("queries/patterns-of-triples", mode: .script)
  }

  @Test func plansInWords() throws {
    try expectAnswers("plans/plans", mode: .script)
  }

  /// The queries that come with the program, over articles that they were not made for: names may be unknown there.
  @Test func savedQueriesAreRightInAllButNames() throws {
    let folder = GoldenCase.projectFolder.appending(path: "Queries")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let queries = files.filter { $0.pathExtension == "query" }
    #expect(!queries.isEmpty)
    for file in queries {
      var definitions = Definitions()
      for statement in StatementReader.statements(of: try String(contentsOf: file, encoding: .utf8)) {
        let source = QuerySource(statement.text, file: file.lastPathComponent, firstLine: statement.firstLine)
        #expect(throws: Never.self) {
          if try definitions.take(source) { return }
          _ = try QueryEngine(SmallBase.whole, mode: .prompt, definitions: definitions).run(source)
        }
      }
    }
  }

  private func expectAnswers(
    _ path: String, mode: QueryEngine.Mode, over base: KnowledgeBase = SmallBase.whole
  ) throws {
    let engine = QueryEngine(base, mode: mode)
    var answers = ""
    for statement in StatementReader.statements(of: try GoldenCase.text(path + ".query")) {
      answers += "> " + statement.text.replacing("\n", with: "\n> ") + "\n"
      let source = QuerySource(statement.text, file: nil, firstLine: statement.firstLine)
      answers += PlainTable.answer(engine, source) + "\n"
    }
    try GoldenCase.expect(answers, equals: path + ".out")
  }
}
