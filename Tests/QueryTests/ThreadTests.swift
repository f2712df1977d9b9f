import ClaimModel
import Store
import Testing

@testable import Query

/// Whatever the number of threads, and however few rows are worth one, the answer is the same.
@Suite struct ThreadTests {
  private static let queries = [
    "claims show id, status, certainty",
    "claims limit 3",
    "claims where polarity = denied or subject = UN show id sort by confidence desc, id limit 7",
    "claims where certainty >= probable and location is present show id",
    "claims where subject = ISIS or object = ISIS show id, about",
    "claims group by source",
    "claims group by subject, relation limit 5",
    "claims group by subject, object, location, relation, date, quantity, topic, confidence, cue",
    "claims group by about across polarity",
    "claims group by source show source, count(distinct speaker) as n, list(subject), min(date), average(confidence)",
    "claims group by location show location, share, count(topic) as n sort by n desc, location limit 4",
    "claims group by certainty, status show certainty, status, count(distinct about), max(quantity)",
    "pairs of claims on subject, relation",
    "pairs of claims on relation, location where left.polarity = affirmed and right.polarity = denied limit 9",
    "pairs of claims on relation where left.source != right.source and left.speaker = right.speaker show count",
    "pairs of claims on subject where left.date < right.date show left.id, right.id sort by left.id, right.id limit 5",
    "claims match ?a subject|object ?x, ?b subject|object ?x where ?a != ?b and x != UN",
    "claims match ?a subject ISIS, ?a location ?p, ?b location ?p, ?b about ?e show count(distinct e), list(p)",
  ]

  private static func base(_ seed: UInt64, copies: Int) -> KnowledgeBase {
    var random = RandomSource(seed: seed)
    var base = KnowledgeBase()
    base.declare(topics: RandomArticles.topics)
    for number in 0..<copies {
      for (article, claims) in RandomArticles.articles(&random) {
        var article = article
        article.file = "\(number)-\(article.file)"
        base.append(Extraction(claims: claims, entities: RandomArticles.entities), of: article)
      }
    }
    return base
  }

  @Test(arguments: 0..<6)
  func threadsMakeNoDifference(_ seed: UInt64) throws {
    let base = Self.base(8000 + seed, copies: 12)
    func run(_ query: String, threads: Int, rows: Int) throws -> ResultTable {
      let threads = QueryControl.Threads(most: threads, fewestRows: rows)
      return try QueryEngine(base, mode: .prompt, control: QueryControl(threads: threads)).run(QuerySource(query))
    }
    var random = RandomQueries(random: RandomSource(seed: 8500 + seed))
    for query in Self.queries + (0..<20).map({ _ in QueryPrinter.text(of: random.query()) }) {
      let alone = try run(query, threads: 1, rows: 1)
      for (threads, rows) in [(2, 1), (3, 10), (7, 1)] {
        #expect(try run(query, threads: threads, rows: rows) == alone, "seed \(seed), \(threads) threads: \(query)")
      }
    }
  }

  /// Many rows take other ways than few: tables of all codes, ranks of articles, the first articles alone.
  @Test(arguments: 0..<6)
  func manyRowsAreAnsweredAsPlainly(_ seed: UInt64) throws {
    var random = RandomSource(seed: 9000 + seed)
    var articles: [(Article, [Claim])] = []
    for number in 0..<60 {
      articles += RandomArticles.articles(&random).map { article, claims in
        var article = article
        article.file = "\(number)-\(article.file)"
        return (article, claims)
      }
    }
    articles.shuffle(using: &random)
    var base = KnowledgeBase()
    base.declare(topics: RandomArticles.topics)
    for (article, claims) in articles {
      base.append(Extraction(claims: claims, entities: RandomArticles.entities), of: article)
    }
    let threads = QueryControl.Threads(most: 3, fewestRows: 100)
    let engine = QueryEngine(base, mode: .prompt, control: QueryControl(threads: threads))
    let plain = PlainEvaluator(articles: articles)
    var queries = RandomQueries(random: random)
    for _ in 0..<15 {
      let query = queries.query()
      let text = QueryPrinter.text(of: query)
      let rows = try engine.run(QuerySource(text)).rows.map { $0.map { PlainTable.text(of: $0) } }
      let expected = plain.rows(of: query)
      #expect(rows == expected, "seed \(seed): \(text)")
    }
  }
}
