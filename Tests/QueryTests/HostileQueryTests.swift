import ClaimModel
import Store
import Testing

@testable import Query

/// Queries that nobody would write.
@Suite struct HostileQueryTests {
  private let engine = QueryEngine(SmallBase.whole, mode: .script)

  private func diagnostics(_ text: String) -> [Diagnostic] {
    do throws(QueryFailure) {
      var definitions = Definitions()
      if try definitions.take(QuerySource(text)) { return [] }
      _ = try engine.shape(of: QuerySource(text))
      return try engine.run(QuerySource(text)).notices
    } catch {
      return error.diagnostics
    }
  }

  @Test func deepNestingIsRefused() {
    let deep = "claims where " + String(repeating: "(", count: 5_000) + "subject = ISKP"
    #expect(diagnostics(deep).map(\.code).contains("Q034"))
    let negated = "claims where " + String(repeating: "not ", count: 5_000) + "subject = ISKP"
    #expect(diagnostics(negated).map(\.code).contains("Q034"))
    let unions = "claims " + String(repeating: "union (claims ", count: 5_000)
    #expect(!diagnostics(unions).isEmpty)
  }

  @Test func noMoreThanFiveErrorsAreTold() {
    let query = "claims where a = 1 and b = 2 and c = 3 and d = 4 and e = 5 and f = 6 and g = 7"
    #expect(diagnostics(query).count == 5)
  }

  @Test func aLongConditionRuns() {
    let names = Array(repeating: "ISKP", count: 2_000)
    #expect(
      diagnostics("claims where subject in (\(names.joined(separator: ", ")))").map(\.code).allSatisfy { $0 == "N001" })
    let tests = names.map { "subject = \($0)" }
    #expect(diagnostics("claims where \(tests.joined(separator: " or "))").allSatisfy { $0.severity == .notice })
  }

  @Test(arguments: 0..<200)
  func anyTextGivesAnAnswerOrAnError(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    let pieces = [
      "claims", "sources", "where", "subject", "=", "ISKP", "and", "or", "not", "(", ")", ",", "group", "by", "show",
      "count", "distinct", "sort", "limit", "3", "as", "csv", "\"", "“", "'", "|", ";", "is", "missing", "between",
      "2024",
      "in", "has", "all", "union", "explain", "$x", "é", "\u{0}", "\u{202E}", "👩‍👩‍👧", "--", "#", "\n", "\\", "%", "*",
      "define", "param", "x", "sample", "seed", "matches", "/", "/(a+)+$/i", "last", "7", "days", "today", "list",
      "PREFIX",
      "{", "}", "?a", "left.source", "contradictions", "has", "not", "1,000", "-date", "bars", "desc", "about", "`",
      "across", "select", "from", "&&", "<", ">=", "!", "[", "]", "999999999999999999999999", "-1", ".5", "max(date)",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(pieces) }
        .joined(separator: random.once(in: 4) ? "" : " ")
      for diagnostic in diagnostics(text) {
        guard let place = diagnostic.place, let line = place.text else { continue }
        #expect(place.column >= 1 && place.column <= line.count + 1 && place.length >= 1, "\(text)")
      }
      _ = StatementReader.isComplete(text)
      _ = StatementReader.statements(of: text)
    }
  }

  /// Patterns that take other engines years.
  @Test func patternsAreLookedForInLinearTime() {
    let long = String(repeating: "a", count: 200_000)
    let pattern = try? RegularExpression("(a+)+b$")
    #expect(pattern?.matches(long) == false)
    #expect(
      diagnostics("claims where text matches \"" + String(repeating: "(", count: 50_000) + "\"").map(\.code) == ["Q041"]
    )
    #expect(diagnostics("claims where text matches /a{1000}{1000}{1000}/").map(\.code) == ["Q041"])
  }

  @Test func placesAreCountedInCharacters() {
    let found = diagnostics("claims\n  where speaker = “Zoë 👩‍👩‍👧” and lokation = x").map { $0.place?.column ?? 0 }
    #expect(found == [19, 31])
  }

  @Test func anEmptyKnowledgeBaseAnswers() throws {
    let engine = QueryEngine(KnowledgeBase(), mode: .prompt)
    for noun in QueryReference.nouns {
      let table = try engine.run(
        QuerySource("\(noun.name) group by \(QueryReference.attributes(of: noun.name)[0].name)"))
      #expect(table.rows.isEmpty)
      #expect(table.notices.map(\.code) == ["N003"])
    }
  }
}
