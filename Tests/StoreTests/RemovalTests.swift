import ClaimModel
import Testing

@testable import Store

/// Articles that are taken back, against knowledge bases that never had them.
@Suite struct RemovalTests {
  /// Random articles by their numbers, each the same wherever it stands.
  private func base(of numbers: [Int], seed: UInt64) -> KnowledgeBase {
    var base = SnapshotFiles.base(seed: seed, articles: 0)
    base.remove(articles: [0])
    for number in numbers {
      var random = RandomClaims(seed: seed * 100 + UInt64(number))
      SnapshotFiles.add(article: number, to: &base, &random)
    }
    return base
  }

  @Test(arguments: 0..<6)
  func whatIsTakenBackWasNeverThere(_ seed: UInt64) {
    var random = RandomClaims(seed: seed)
    let numbers = Array(0..<6)
    let gone = Set(numbers.filter { _ in random.number(below: 2) == 0 })
    var changed = base(of: numbers, seed: seed)
    // What is derived from the columns must not outlive them.
    _ = SnapshotFiles.everything(in: changed)
    changed.remove(articles: gone)
    let fresh = base(of: numbers.filter { !gone.contains($0) }, seed: seed)
    #expect(SnapshotFiles.everything(in: changed) == SnapshotFiles.everything(in: fresh))
    #expect(changed.claimCount == fresh.claimCount)
  }

  @Test func aCopyStaysAsItWas() {
    var base = base(of: [0, 1], seed: 9)
    let copy = base
    let before = SnapshotFiles.everything(in: copy)
    base.remove(articles: [0, 1])
    #expect(base.claimCount == 0 && base.articleCount == 0 && base.entities.count == 0)
    #expect(SnapshotFiles.everything(in: copy) == before)
  }

  @Test func claimsOfOthersStayWithArticlesThatStay() {
    var base = base(of: [0, 1], seed: 3)
    var random = RandomClaims(seed: 77)
    var claims = (0..<3).map { _ in random.claim() }
    for place in claims.indices {
      claims[place].id = ClaimID(UInt64(place + 1))
      claims[place].extractor = "a model"
    }
    let article = base.article(atRow: 1)
    #expect(base.attach([(article, Extraction(claims: claims))]) == 3)
    #expect(base.claimCounts(ofArticle: 1).others == 3)
    base.remove(articles: [0])
    #expect(base.claimCounts(ofArticle: 0).others == 3)
    #expect(base.claim(ClaimID(2)) == claims[1])
    base.remove(articles: [0])
    #expect(base.claim(ClaimID(2)) == nil)
  }

  @Test func anArticleIsOutdatedByItsFileOrItsAddress() {
    func article(_ file: String, _ digest: String, path: String?, url: String? = nil) -> Article {
      var article = Article(file: file, digest: digest, text: "", blocks: [], origins: OffsetMap())
      article.path = path
      article.url = url
      return article
    }
    func outdated(_ known: [Article], by read: [Article]) -> [OutdatedArticle] {
      var base = KnowledgeBase()
      for article in known { base.append(Extraction(), of: article) }
      let added = read.filter { !base.hasText(of: $0) }
      for article in added { base.append(Extraction(), of: article) }
      return base.outdated(by: read, adding: added)
    }
    let old = article("a.txt", "1", path: "/x/a.txt")
    #expect(outdated([old], by: [article("a.txt", "2", path: "/x/a.txt")]) == [.init(row: 0, successor: 1)])
    // A file of the same name elsewhere, the same words elsewhere, and what was not read from a file.
    #expect(outdated([old], by: [article("a.txt", "2", path: "/y/a.txt")]).isEmpty)
    #expect(outdated([old], by: [article("b.txt", "1", path: "/x/b.txt")]).isEmpty)
    #expect(outdated([article("-", "1", path: nil)], by: [article("-", "2", path: nil)]).isEmpty)
    // Of a file of several articles one is gone, one changed and one stays.
    let lines = (1...3).map { article("f.jsonl#\($0)", "\($0)", path: "/x/f.jsonl") }
    let changed = [lines[0], article("f.jsonl#2", "4", path: "/x/f.jsonl")]
    #expect(outdated(lines, by: changed) == [.init(row: 1, successor: 3), .init(row: 2, successor: nil)])
    // An address is one of a page; those that are read at once stand side by side.
    let page = article("p.html", "1", path: "/x/p.html", url: "https://example.org/a")
    let later = article("q.html", "2", path: "/x/q.html", url: "https://example.org/a")
    #expect(outdated([page], by: [later]) == [.init(row: 0, successor: 1)])
    #expect(outdated([page], by: [page, later]).isEmpty)
    let site = article("p.html", "1", path: "/x/p.html", url: "https://example.org/")
    #expect(outdated([site], by: [article("q.html", "2", path: nil, url: "https://example.org/")]).isEmpty)
  }
}
