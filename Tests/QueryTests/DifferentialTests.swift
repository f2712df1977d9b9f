import ClaimModel
import Store
import Testing
import Vocabulary

@testable import Query

/// The engine against a plain evaluator, and against itself, on random queries of random claims.
@Suite struct DifferentialTests {
  @Test(arguments: 0..<30)
  func engineAgreesWithPlainEvaluation(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let articles = RandomArticles.articles(&random)
    let engine = QueryEngine(base(of: articles), mode: .prompt)
    let plain = PlainEvaluator(articles: articles)
    var queries = RandomQueries(random: random)
    for _ in 0..<30 {
      let query = queries.query()
      let text = QueryPrinter.text(of: query)
      let table = try engine.run(QuerySource(text))
      let rows = table.rows.map { $0.map { PlainTable.text(of: $0) } }
      let expected = plain.rows(of: query)
      #expect(rows == expected, "seed \(seed): \(text)")
      if rows != expected { return }
    }
  }

  @Test(arguments: 0..<20)
  func orderOfLoadingMakesNoDifference(_ seed: UInt64) throws {
    var random = RandomSource(seed: 1000 + seed)
    let articles = RandomArticles.articles(&random)
    let engines = [articles, articles.reversed(), articles.shuffled(using: &random)].map {
      QueryEngine(base(of: $0), mode: .prompt)
    }
    var queries = RandomQueries(random: random)
    let nouns = Nouns.table.map(\.name)
    for text in nouns + (0..<20).map({ _ in QueryPrinter.text(of: queries.query()) }) {
      let tables = try engines.map { try $0.run(QuerySource(text)) }
      #expect(tables.allSatisfy { $0 == tables[0] }, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<20)
  func whatIsPrintedIsReadAsTheSame(_ seed: UInt64) throws {
    var queries = RandomQueries(random: RandomSource(seed: 2000 + seed))
    for _ in 0..<50 {
      let query = queries.query()
      let text = QueryPrinter.text(of: query)
      let parsed = Parser.parse(text)
      #expect(parsed.faults.isEmpty && parsed.query == query, "\(text)")
    }
  }

  /// The whole grammar: every clause and comparison, nested, with names of every kind.
  @Test(arguments: 0..<20)
  func anyQueryThatIsPrintedIsReadAsTheSame(_ seed: UInt64) throws {
    var queries = AnyQueries(random: RandomSource(seed: 4000 + seed))
    for _ in 0..<50 {
      let query = queries.query(depth: 2)
      let text = QueryPrinter.text(of: query)
      let parsed = Parser.parse(text)
      #expect(parsed.faults.isEmpty && parsed.query == query, "\(text)")
      #expect(parsed.query.map { QueryPrinter.text(of: $0) } == text)
    }
  }

  /// Whatever clauses a query has, those up to any one of them are a query too: the parser never needs what follows.
  @Test(arguments: 0..<20)
  func anyPrefixOfClausesIsRead(_ seed: UInt64) throws {
    var queries = AnyQueries(random: RandomSource(seed: 5000 + seed))
    for _ in 0..<20 {
      var query = queries.query(depth: 1)
      while let last = query.clauses.popLast() {
        let parsed = Parser.parse(QueryPrinter.text(of: query))
        #expect(parsed.faults.isEmpty && parsed.query == query, "before \(QueryPrinter.text(of: last))")
      }
    }
  }

  @Test(arguments: 0..<20)
  func anyRunOfClausesFromTheStartIsAQuery(_ seed: UInt64) throws {
    let engine = QueryEngine(SmallBase.whole, mode: .prompt)
    var queries = RandomQueries(random: RandomSource(seed: 3000 + seed))
    for _ in 0..<20 {
      var query = queries.query()
      while !query.clauses.isEmpty {
        query.clauses.removeLast()
        #expect(throws: Never.self) { try engine.run(QuerySource(QueryPrinter.text(of: query))) }
      }
    }
  }

  /// A knowledge base of articles in this order.
  private func base(of articles: [(Article, [Claim])]) -> KnowledgeBase {
    var base = KnowledgeBase()
    base.declare(topics: RandomArticles.topics)
    base.declare(senses: .shipped)
    for (article, claims) in articles {
      base.append(Extraction(claims: claims, entities: RandomArticles.entities), of: article)
    }
    return base
  }
}
