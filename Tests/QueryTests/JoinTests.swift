import ClaimModel
import Store
import Testing

@testable import Query

/// Pairs of claims and patterns, against loops over all claims.
@Suite struct JoinTests {
  /// The names of a claim's entities, place and speaker.
  private func names(_ claim: Claim) -> Set<String> {
    Set([claim.subject?.text, claim.object?.text].compactMap { $0?.lowercased() })
  }

  private func claims(_ seed: UInt64) -> (engine: QueryEngine, claims: [Claim]) {
    var random = RandomSource(seed: seed)
    let articles = RandomArticles.articles(&random)
    var base = KnowledgeBase()
    base.declare(RandomArticles.entities)
    base.declare(topics: RandomArticles.topics)
    for (article, claims) in articles { base.append(Extraction(claims: claims), of: article) }
    return (QueryEngine(base, mode: .prompt), articles.flatMap(\.1))
  }

  private func pairs(_ engine: QueryEngine, _ query: String) throws -> Set<[String]> {
    let table = try engine.run(QuerySource(query))
    let rows = table.rows.map { $0.map { PlainTable.text(of: $0) } }
    #expect(Set(rows).count == rows.count, "\(query)")
    return Set(rows)
  }

  @Test(arguments: 0..<10)
  func pairsAreThoseThatAgree(_ seed: UInt64) throws {
    let (engine, claims) = claims(5000 + seed)
    let found = try pairs(
      engine, "pairs of claims on relation, polarity where left.certainty = certain show left.id, right.id")
    var expected: Set<Set<String>> = []
    for one in claims {
      for other in claims where one.id != other.id && one.certainty == .certain {
        if one.relation.lowercased() == other.relation.lowercased(), one.polarity == other.polarity {
          expected.insert([one.id.description, other.id.description])
        }
      }
    }
    #expect(Set(found.map { Set($0) }) == expected && found.count == expected.count)
  }

  @Test(arguments: 0..<10)
  func patternsAreMetByWhatFits(_ seed: UInt64) throws {
    let (engine, claims) = claims(6000 + seed)
    let found = try pairs(
      engine,
      "claims match ?a relation|cue kill, ?a subject|object ?x, ?b subject|object ?x where ?a != ?b show a, b, x")
    var expected: Set<[String]> = []
    for one in claims where one.relation.lowercased() == "kill" || one.cue?.lowercased() == "kill" {
      for other in claims where one.id != other.id {
        for name in names(one).intersection(names(other)) {
          expected.insert([one.id.description, other.id.description, name])
        }
      }
    }
    #expect(Set(found.map { [$0[0], $0[1], $0[2].lowercased()] }) == expected)
  }

  /// Without a constant every claim fits, whether it has an entity or a phrase there.
  @Test(arguments: 0..<5)
  func patternsNeedNoConstant(_ seed: UInt64) throws {
    let (engine, claims) = claims(6500 + seed)
    let found = try pairs(engine, "claims match ?a subject|object ?x show a, x")
    let expected = Set(claims.flatMap { claim in names(claim).map { [claim.id.description, $0] } })
    #expect(Set(found.map { [$0[0], $0[1].lowercased()] }) == expected)
  }

  @Test(arguments: 0..<10)
  func comparedSidesAreThoseOfThePair(_ seed: UInt64) throws {
    let (engine, claims) = claims(5500 + seed)
    let found = try pairs(
      engine,
      """
      pairs of claims on certainty where left.polarity = affirmed and right.polarity = denied
      and left.relation != right.relation show left.id, right.id
      """)
    var expected: Set<[String]> = []
    for one in claims where one.polarity == .affirmed {
      for other in claims where other.polarity == .denied && one.certainty == other.certainty {
        if one.relation.lowercased() != other.relation.lowercased() {
          expected.insert([one.id.description, other.id.description])
        }
      }
    }
    #expect(found == expected)
  }

  /// Where only different values are asked for, the others are not found for each of them; the answer is that of all.
  @Test(arguments: 0..<10)
  func whatIsWantedOnceIsFoundOnce(_ seed: UInt64) throws {
    let (engine, claims) = claims(6700 + seed)
    let query = "claims match ?a subject|object UN, ?a subject|object ?x, ?b subject|object ?x, ?b subject|object ?e"
    let condition = "where x != UN and e != ?x"
    var expected: Set<String> = []
    for one in claims where names(one).contains("un") {
      for middle in names(one) where middle != "un" {
        for other in claims where names(other).contains(middle) {
          expected.formUnion(names(other).subtracting([middle]))
        }
      }
    }
    let counted = try engine.run(QuerySource("\(query) \(condition) show count(distinct e), list(e)"))
    #expect(counted.rows.first?.first == .integer(expected.count))
    guard case .list(let names)? = counted.rows.first?.last else { return #expect(expected.isEmpty) }
    #expect(Set(names.map { $0.lowercased() }) == expected)
    let all = try engine.run(QuerySource("\(query) \(condition)"))
    let behind = Set((0..<all.rows.count).flatMap { all.provenance[$0] })
    #expect(Set(counted.provenance[0]) == behind)
  }

  private static let conditions = [
    "", "where left.polarity = affirmed and right.polarity = denied", "where left.certainty = certain",
    "where left.source != right.source", "where left.date < right.date and right.polarity = affirmed",
    "where source = daily", "where left.subject = ISIS or right.subject = UN",
  ]
  private static let orders = [
    "", "sort by left.id, right.id", "sort by right.id desc, left.id", "sort by left.date desc, left.id, right.id",
    "sort by left.relation, left.id, right.id", "sort by left.polarity, right.id, left.id",
    "sort by right.confidence, right.id, left.id",
  ]

  /// Claims that cannot be among the first pairs are passed over; the first are those of all pairs nevertheless, on any
  /// number of threads.
  @Test(arguments: 0..<4)
  func theFirstPairsAreThoseOfAll(_ seed: UInt64) throws {
    var random = RandomSource(seed: 7100 + seed)
    var base = KnowledgeBase()
    base.declare(RandomArticles.entities)
    for number in 0..<6 {
      for (article, claims) in RandomArticles.articles(&random) {
        var article = article
        article.file = "\(number)-\(article.file)"
        base.append(Extraction(claims: claims), of: article)
      }
    }
    func run(_ query: String, threads: Int = 1) throws -> ResultTable {
      let threads = QueryControl.Threads(most: threads, fewestRows: 1)
      return try QueryEngine(base, mode: .prompt, control: QueryControl(threads: threads)).run(QuerySource(query))
    }
    for condition in Self.conditions {
      for order in Self.orders {
        let query = "pairs of claims on relation, location \(condition) show left.id, right.id \(order)"
        let all = try run(query).rows
        for (skipped, limit) in [(0, 1), (3, 9), (0, 90)] {
          let expected = Array(all.dropFirst(skipped).prefix(limit))
          let limited = query + (skipped > 0 ? " skip \(skipped)" : "") + " limit \(limit)"
          #expect(try run(limited).rows == expected, "\(limited)")
          #expect(try run(limited, threads: 3).rows == expected, "\(limited)")
        }
      }
    }
  }

  @Test func limitsEndAQuery() throws {
    let (engine, _) = claims(7000)
    let tight = QueryEngine(engine.knowledgeBase, mode: .prompt, control: QueryControl(memory: 1000))
    #expect(throws: QueryFailure.self) { try tight.run(QuerySource("claims match ?a subject ?x, ?b subject ?x")) }
    let cancelled = QueryControl()
    cancelled.cancel()
    let ended = QueryEngine(engine.knowledgeBase, mode: .prompt, control: cancelled)
    #expect {
      try ended.run(QuerySource("claims group by source"))
    } throws: {
      ($0 as? QueryFailure)?.diagnostics.map(\.code) == ["N005"]
    }
    let late = QueryEngine(engine.knowledgeBase, mode: .prompt, control: QueryControl(timeout: -1))
    #expect {
      try late.run(QuerySource("claims group by source"))
    } throws: {
      ($0 as? QueryFailure)?.diagnostics.map(\.code) == ["Q049"]
    }
  }
}
