import ClaimModel
import Store
import Testing

@testable import Query

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
    #expect(codes.filter { $0.hasPrefix("Q") }.sorted() == (1...52).map { "Q" + ($0 < 10 ? "00" : "0") + "\($0)" })
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

  /// They are made for the five articles, where the tests of documents run them; here names may be unknown.
  @Test(
    arguments: QueryReference.clauses + QueryReference.operators + QueryReference.aggregates + QueryReference.formats
      + QueryReference.dateUnits)
  func everyExampleIsAQueryThatUsesTheWord(_ word: QueryWord) throws {
    let example = try #require(word.example)
    #expect(codes(of: example).allSatisfy { $0.hasPrefix("N") || $0 == "Q021" }, "\(example)")
    #expect(example.contains(word.name) || word.name.hasPrefix("is "), "\(example)")
  }

  @Test func everyAttributeHasAnExampleThatUsesIt() throws {
    for noun in QueryReference.nouns {
      for attribute in QueryReference.attributes(of: noun.name) {
        let example = try #require(attribute.example)
        #expect(example.contains(attribute.name), "\(example)")
        #expect(codes(of: example).allSatisfy { $0.hasPrefix("N") || $0 == "Q021" }, "\(example)")
      }
    }
  }

  @Test func whatTheParserKnowsIsInTheTables() {
    let names = Set(QueryReference.operators.map(\.name))
    #expect(Comparison.allCases.allSatisfy { names.contains($0.rawValue) })
    #expect(Aggregate.allCases.filter { $0 != .countDistinct }.map(\.rawValue) == QueryReference.aggregates.map(\.name))
    #expect(DateUnit.allCases.map(\.rawValue) == QueryReference.dateUnits.map(\.name))
    let all = QueryReference.statements + QueryReference.nouns + QueryReference.clauses + QueryReference.reserved
    #expect(all.allSatisfy { QueryReference.isReserved(String($0.name.prefix { $0 != " " })) })
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
