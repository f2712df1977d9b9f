import ClaimModel
import Query
import Store
import Testing

@Suite struct QueryReferenceTests {
  private let engine = QueryEngine(SmallBase.whole, mode: .script)

  /// The codes that a query gives.
  private func codes(of query: String) -> [String] {
    do throws(QueryFailure) {
      return try engine.run(QuerySource(query)).notices.map(\.code)
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test(arguments: QueryReference.errorCodes.filter { $0.example != nil })
  func theExampleOfACodeGivesIt(_ code: QueryWord) {
    let text = code.example ?? ""
    #expect(codes(of: text).contains(code.name), "\(text)")
  }

  @Test func everyCodeIsExplained() {
    let codes = QueryReference.errorCodes.map(\.name)
    #expect(Set(codes).count == codes.count)
    #expect(QueryReference.errorCodes.allSatisfy { $0.explanation != nil })
    #expect(codes.filter { $0.hasPrefix("Q") }.sorted() == (1...39).map { "Q" + ($0 < 10 ? "00" : "0") + "\($0)" })
  }

  @Test(arguments: QueryReference.nouns)
  func theExampleOfANounRuns(_ noun: QueryWord) {
    let codes = codes(of: noun.example ?? "")
    #expect(codes.allSatisfy { $0.hasPrefix("N") }, "\(codes)")
  }

  @Test(arguments: QueryReference.nouns)
  func everyAttributeIsShownAndGroupedBy(_ noun: QueryWord) throws {
    for attribute in QueryReference.attributes(of: noun.name) {
      #expect(throws: Never.self) {
        _ = try engine.run(QuerySource("\(noun.name) show \(attribute.name) sort by \(attribute.name) desc limit 3"))
        _ = try engine.run(QuerySource("\(noun.name) group by \(attribute.name) show count, first(\(attribute.name))"))
        _ = try engine.run(
          QuerySource("\(noun.name) where \(attribute.name) is present or \(attribute.name) is missing"))
      }
    }
  }

  @Test func clausesAndOperatorsHaveExamplesThatRun() {
    for clause in QueryReference.clauses where clause.example != nil && clause.name != "across" {
      let query = clause.name == "explain" ? clause.example ?? "" : "claims \(clause.example ?? "")"
      let codes = codes(of: query.replacing("Iran", with: "Lahore").replacing("UN", with: "ISPR"))
      #expect(codes.allSatisfy { $0.hasPrefix("N") }, "\(query): \(codes)")
    }
    for sign in QueryReference.operators {
      let query = "claims where \(sign.example ?? "")".replacing("Iran", with: "Lahore")
      let codes = codes(of: query)
      #expect(codes.allSatisfy { $0.hasPrefix("N") }, "\(query): \(codes)")
    }
  }

  @Test func wordsAreFoundByName() {
    #expect(QueryReference.words(for: "GROUP BY").map(\.role) == [.clause])
    #expect(QueryReference.words(for: "q012").map(\.name) == ["Q012"])
    #expect(QueryReference.words(for: "subject").allSatisfy { $0.role == .attribute })
    #expect(QueryReference.words(for: "nothing").isEmpty)
  }

  @Test func namesNearToAMisspeltOne() {
    #expect(engine.names(near: "ISPK").first?.name == "ISKP")
    #expect(engine.names(near: "khalizad").map(\.name) == ["Zalmay Khalilzad"])
    #expect(engine.names(near: "zzzzzz").isEmpty)
  }
}
