import ClaimModel
import Testing
import Vocabulary

@testable import Store

/// Comparing in blocks against comparing all with all, and the order of loading.
@Suite struct ComparisonIndexTests {
  /// A pair by what does not depend on the order of loading.
  private struct Found: Hashable {
    var ids: Set<UInt64>
    var finding: PairFinding
  }

  @Test(arguments: 0..<40)
  func blocksLoseNothing(_ seed: UInt64) {
    let base = ComparedArticles.base(Self.articles(seed))
    let index = base.senses.index
    let facts = (0..<base.articles.count).flatMap { article in
      let rows = base.claims.article.indices.filter { base.claims.article[$0] == UInt32(article) }
      return rows.isEmpty ? [] : ComparisonIndex.facts(base, index, rows[0]..<(rows[rows.count - 1] + 1))
    }
    let judge = PairJudge(base: base, index: index, presents: base.comparisons.presents)
    var all: Set<Found> = []
    for (number, one) in facts.enumerated() {
      for other in facts[(number + 1)...] {
        guard let finding = judge.finding(one, other) else { continue }
        all.insert(found(one.claim, other.claim, finding, base))
      }
    }
    let blocked = Set(base.comparisons.all.map { found($0.one, $0.other, $0.finding, base) })
    #expect(blocked.symmetricDifference(all).isEmpty)
  }

  @Test func randomClaimsDoGivePairs() {
    let bases = (0..<40).map { ComparedArticles.base(Self.articles($0)) }
    #expect(bases.map { $0.contradictions.left.count }.reduce(0, +) > 40)
    #expect(bases.map { $0.corroborations.left.count }.reduce(0, +) > 40)
  }

  @Test(arguments: 0..<20)
  func aPairIsFoundOnceWhateverTheOrderOfLoading(_ seed: UInt64) {
    let articles = Self.articles(seed)
    let base = ComparedArticles.base(articles)
    let expected = Self.lines(base)
    #expect(Set(expected.map { $0.sorted() }).count == expected.count)
    #expect(expected.allSatisfy { Set($0).count == $0.count })
    #expect(Self.lines(ComparedArticles.base(articles.reversed())) == expected)
    // Asked between two loads, which is where comparing goes on.
    var growing = ComparedArticles.base([])
    for (file, claims) in articles.reversed() {
      var article = RandomClaims.article(file)
      article.label = file
      growing.append(Extraction(claims: claims, entities: ComparedArticles.entities), of: article)
      _ = growing.contradictions
    }
    #expect(Self.lines(growing) == expected)
  }

  @Test(arguments: 0..<20)
  func claimsOfOthersMakeTheSamePairsBeforeAndAfterOurs(_ seed: UInt64) {
    let ours = Self.articles(seed)
    let theirs = Self.articles(seed + 100).map { file, claims in
      let others = claims.map { claim in
        var claim = claim
        claim.id = ClaimID(~claim.id.value)
        claim.extractor = "a model"
        claim.confidence = .nan
        return claim
      }
      return (article: RandomClaims.article(file), extraction: Extraction(claims: others))
    }
    var after = ComparedArticles.base(ours)
    let own = Self.lines(after)
    #expect(after.attach(theirs) > 0)
    let expected = Self.lines(after)
    #expect(expected.count > own.count)
    var before = ComparedArticles.base([])
    _ = before.attach(theirs)
    for (file, claims) in ours.reversed() {
      _ = before.contradictions
      var article = RandomClaims.article(file)
      article.label = file
      before.append(Extraction(claims: claims, entities: ComparedArticles.entities), of: article)
    }
    #expect(Self.lines(before) == expected)
  }

  @Test func whatIsLearnedOfANameLaterCounts() {
    let claims = [
      ("a", ComparedArticles.claim(1, of: "a", "ISKP", "operate", in: "Pakistan")),
      ("b", ComparedArticles.claim(1, of: "b", "ISIS", "operate", in: "Pakistan", is: .denied)),
    ]
    var base = KnowledgeBase()
    base.declare(senses: .shipped)
    let unrelated = ComparedArticles.entities.map { entity in
      var entity = entity
      if entity.name == "ISKP" { entity.broader = nil }
      return entity
    }
    for (file, claim) in claims {
      base.append(Extraction(claims: [claim], entities: unrelated), of: RandomClaims.article(file))
    }
    #expect(base.contradictions.left.isEmpty)
    base.append(Extraction(entities: ComparedArticles.entities), of: RandomClaims.article("c"))
    #expect(base.contradictions.left.count == 1)
  }

  @Test func aFullBlockStaysBoundedAndTheSame() {
    let articles = (0..<120).map { number in
      let file = "article \(number)"
      let polarity: Polarity = number % 2 == 0 ? .affirmed : .denied
      return (file, [ComparedArticles.claim(1, of: file, "ISKP", "operate", in: "Pakistan", is: polarity)])
    }
    let base = ComparedArticles.base(articles)
    let most = Block.mostClaims * Block.mostClaims
    #expect((1...most).contains(base.contradictions.left.count))
    #expect(Self.lines(ComparedArticles.base(articles.reversed())) == Self.lines(base))
  }

  @Test func reprintsLeaveRoom() {
    let reprints = (0..<120).map { number in
      let file = "reprint \(number)"
      return (
        file, [ComparedArticles.claim(1, of: file, "ISKP", "operate", in: "Pakistan", text: "ISKP operates there.")]
      )
    }
    let others = (0..<9).map { number in
      let file = "other \(number)"
      let text = "ISKP does not operate there, says \(number)."
      return (file, [ComparedArticles.claim(1, of: file, "ISKP", "operate", in: "Pakistan", is: .denied, text: text)])
    }
    let base = ComparedArticles.base(reprints + others)
    #expect(base.contradictions.left.count == 9 * Block.mostReprints)
    #expect(Self.lines(ComparedArticles.base(others + reprints.reversed())) == Self.lines(base))
  }

  private func found(_ one: UInt32, _ other: UInt32, _ finding: PairFinding, _ base: KnowledgeBase) -> Found {
    Found(ids: [base.claims.ids[Int(one)], base.claims.ids[Int(other)]], finding: finding)
  }

  /// The pairs of both nouns: the two ids and the reason.
  private static func lines(_ base: KnowledgeBase) -> [[String]] {
    [base.contradictions, base.corroborations].flatMap { pairs in
      pairs.left.indices.map { row in
        [pairs.left[row], pairs.right[row]].map { ClaimID(base.claims.ids[Int($0)]).description } + [pairs.reason[row]]
      }
    }
  }

  /// Articles of random claims that have much to do with one another.
  private static func articles(_ seed: UInt64) -> [(file: String, claims: [Claim])] {
    var random = RandomClaims(seed: seed)
    func pick<Element>(_ elements: [Element]) -> Element { elements[random.number(below: elements.count)] }
    let relations = ["operate", "exist", "eliminate", "expand", "weaken", "kill", "support", "fight", "rule", "be"]
    let objects = [
      nil, "ISKP", "ISIS", "ISIS fighters", "Qari", "Mastung", "one of ISKP’s hubs", "fractured", "its camps",
      "soldiers",
    ]
    return (0..<5).map { number in
      let file = "file \(number)"
      let claims = (1...14).map { sentence in
        ComparedArticles.claim(
          sentence, of: file, pick([nil, "ISKP", "ISIS", "Army", "Pakistan", "ISKP’s hubs"]), pick(relations),
          pick(objects), in: pick([nil, "Pakistan", "Mastung", "Afghanistan", "Bara", "Khyber"]),
          on: pick([nil, nil, "2025", "2024-03-01", "2020"]),
          count: pick([nil, Quantity(30), Quantity(11, bound: .atLeast)]),
          is: pick([.affirmed, .affirmed, .denied]), sure: pick([.certain, .certain, .possible, .unknown]),
          by: pick([nil, nil, "UN", "Mujahid"]))
      }
      return (file, claims)
    }
  }
}
