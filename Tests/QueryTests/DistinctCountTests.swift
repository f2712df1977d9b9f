import ClaimModel
import Store
import Testing

@testable import Query

/// How many different values groups have, where there are few combinations of groups and values and where there are many,
/// against sets.
@Suite struct DistinctCountTests {
  @Test(arguments: 0..<5, [1, 3])
  func differentValuesAreThoseOfASet(_ seed: UInt64, _ threads: Int) throws {
    var random = RandomSource(seed: 7300 + seed)
    var base = KnowledgeBase()
    var claims: [(Article, Claim)] = []
    for number in 0..<40 {
      for (article, told) in RandomArticles.articles(&random) {
        var article = article
        article.file = "\(number)-\(article.file)"
        base.append(Extraction(claims: told), of: article)
        claims += told.map { (article, $0) }
      }
    }
    let engine = QueryEngine(
      base, mode: .prompt, control: QueryControl(threads: QueryControl.Threads(most: threads, fewestRows: 100)))
    for condition in ["", "where polarity = denied"] {
      let table = try engine.run(
        QuerySource(
          """
          claims \(condition) group by relation, file
          show relation, file, count(distinct id), count(distinct quantity), count(distinct polarity)
          """))
      let found = Set(table.rows.map { $0.map { PlainTable.text(of: $0).lowercased() } })
      var groups: [[String]: [Claim]] = [:]
      for (article, claim) in claims where condition.isEmpty || claim.polarity == .denied {
        groups[[claim.relation.lowercased(), article.file.lowercased()], default: []].append(claim)
      }
      let expected = groups.map { key, claims in
        key + [
          "\(Set(claims.map(\.id)).count)", "\(Set(claims.compactMap(\.quantity?.value)).count)",
          "\(Set(claims.map(\.polarity)).count)",
        ]
      }
      #expect(found == Set(expected), "seed \(seed): \(condition)")
    }
  }
}
