import ClaimModel
import Store
import Testing
import Vocabulary

@testable import Query

/// Whatever way a plan takes, over however many threads, of articles loaded in whatever order: the answer is the same.
@Suite struct PlannerTests {
  private static let choices: [PlanChoices] = [
    PlanChoices(usesIndexes: false), PlanChoices(ordersConditions: false), PlanChoices(cutsSorts: false),
    PlanChoices(takesFirstRows: false),
    PlanChoices(usesIndexes: false, ordersConditions: false, cutsSorts: false, takesFirstRows: false),
  ]

  /// Queries of every form, for what random queries of claims leave out.
  private static let forms = [
    "claims group by source across polarity sort by count limit 2", "claims group by month, about across topic",
    "claims where text has attack and location = Asia and quantity > 1 sort by date desc, id limit 3",
    "claims where about = ISIS sort by confidence desc skip 2 limit 4", "claims sample 7 seed 3 sort by id limit 3",
    "claims sort by subject limit 2 group by source show source, first(text), list(about), share",
    "claims group by about show about, count(distinct source), average(confidence), min(date), sum(quantity)",
    "claims where topic = violence union (claims where speaker = UN limit 5) sort by quantity limit 6",
    "claims where subject = ISIS except (claims where polarity = denied) skip 1 limit 3",
    "claims match ?a location ?p, ?b location ?p, ?p within Pakistan where a.source != b.source limit 9",
    "pairs of claims on relation, month within 90 days where left.source != right.source skip 3 limit 5",
    "contradictions where about = ISKP group by left.source, right.source", "corroborations limit 4",
    "sentences where text has any (camp, attack) limit 3", "entities where claims > 2 sort by name limit 3",
    "places where within = Pakistan limit 2", "sources show label, month, claims sort by claims desc limit 2",
    "claims group by year(published) show year(published), count where count > 1",
    "claims where contradictions = 0 and corroborations >= 0 group by contradictions",
  ]

  @Test(arguments: 0..<8)
  func everyPlanGivesTheSameAnswer(_ seed: UInt64) throws {
    var random = RandomSource(seed: 6000 + seed)
    let articles = Self.articles(&random)
    var engine = QueryEngine(Self.base(of: articles), mode: .prompt)
    let usual = engine
    for text in Self.queries(random) {
      let expected = try usual.run(QuerySource(text))
      for choices in Self.choices {
        engine.choices = choices
        #expect(try engine.run(QuerySource(text)) == expected, "seed \(seed), \(choices): \(text)")
      }
    }
  }

  @Test(arguments: 0..<5)
  func threadsAndOrderOfLoadingMakeNoDifference(_ seed: UInt64) throws {
    var random = RandomSource(seed: 7000 + seed)
    let articles = Self.articles(&random)
    let bases = [articles, articles.reversed(), articles.shuffled(using: &random)].map { Self.base(of: $0) }
    for text in Self.queries(random) {
      let expected = try QueryEngine(bases[0], mode: .prompt).run(QuerySource(text))
      for (number, base) in bases.enumerated() {
        for threads in [1, 2, 4] {
          let control = QueryControl(threads: QueryControl.Threads(most: threads, fewestRows: 1))
          let answer = try QueryEngine(base, mode: .prompt, control: control).run(QuerySource(text))
          #expect(answer == expected, "seed \(seed), order \(number), \(threads) threads: \(text)")
        }
      }
    }
  }

  private static func queries(_ random: RandomSource) -> [String] {
    var queries = RandomQueries(random: random)
    return forms + (0..<20).map { _ in QueryPrinter.text(of: queries.query()) }
  }

  /// More articles than one draw has, so that there is something to leave out.
  private static func articles(_ random: inout RandomSource) -> [(Article, [Claim])] {
    var made: [(Article, [Claim])] = []
    for draw in 0..<4 {
      for (article, claims) in RandomArticles.articles(&random) {
        var other = article
        other.file = "\(draw)-\(article.file)"
        other.digest = other.file
        made.append((other, claims))
      }
    }
    return made
  }

  private static func base(of articles: [(Article, [Claim])]) -> KnowledgeBase {
    var base = KnowledgeBase()
    base.declare(topics: RandomArticles.topics)
    base.declare(senses: .shipped)
    for (article, claims) in articles {
      base.append(Extraction(claims: claims, entities: RandomArticles.entities), of: article)
    }
    return base
  }
}
