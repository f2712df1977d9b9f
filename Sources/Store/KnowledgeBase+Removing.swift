package import ClaimModel

/// An article that another one takes the place of, or that its file no longer has.
package struct OutdatedArticle: Hashable, Sendable {
  /// Its row.
  package var row: Int
  /// The row of what takes its place; nil where its file has fewer articles than it had.
  package var successor: Int?
}

extension KnowledgeBase {
  /// The articles of which another version has been read: those whose file has been read again and no longer has them, and
  /// those whose address a new article has. What has no other words stays, under whatever name.
  ///
  /// - Parameters:
  ///   - reading: All that was read, what had been known among it; none of it is outdated.
  ///   - added: Those of it that were new.
  /// - Returns: them in order. O(articles).
  package func outdated(by reading: [Article], adding added: [Article]) -> [OutdatedArticle] {
    let rows = reading.map { hasText(of: $0) ? articleRow(of: $0) : nil }
    let current = Set(rows.compactMap(\.self))
    // Of a file that was not read to its end nobody can tell what it no longer has.
    let unfinished = Set(zip(reading, rows).filter { $1 == nil }.map { Self.place(of: $0.0) })
    let places = Set(reading.map(Self.place)).subtracting(unfinished).subtracting([0])
    let versions = Dictionary(
      current.map { (FileKey(file: articleColumns.file[$0], place: articleColumns.place[$0]), $0) },
      uniquingKeysWith: { min($0, $1) })
    let addresses = Dictionary(
      added.filter { $0.namesItsPage }.compactMap(articleRow).sorted().map { (articleColumns.url[$0], $0) },
      uniquingKeysWith: { first, _ in first })
    guard !places.isEmpty || !addresses.isEmpty else { return [] }
    return (0..<articleColumns.count).compactMap { row in
      guard articleColumns.isOutline[row] == 0, !current.contains(row) else { return nil }
      if places.contains(articleColumns.place[row]) {
        let key = FileKey(file: articleColumns.file[row], place: articleColumns.place[row])
        return OutdatedArticle(row: row, successor: versions[key])
      }
      guard articleColumns.url[row] != 0, let successor = addresses[articleColumns.url[row]],
        articleColumns.digest[row] != articleColumns.digest[successor]
      else { return nil }
      return OutdatedArticle(row: row, successor: successor)
    }
  }

  /// How many claims were made of an article, and how many of them not by this program.
  package func claimCounts(ofArticle row: Int) -> (all: Int, others: Int) {
    let rows = postings.article.rows(row)
    return (rows.count, rows.count { !Version.isHearsay(terms.texts[Int(claims.extractor[Int($0)])]) })
  }

  /// Takes articles away, with their claims and all that they alone have told of names.
  ///
  /// Columns and indexes only grow, so what stays is added to a new knowledge base, which comes out as if the others had
  /// never been read. O(all claims).
  package mutating func remove(articles outdated: Set<Int>) {
    guard !outdated.isEmpty else { return }
    var rest = KnowledgeBase()
    rest.declared = declared
    for topics in declaredTopics { rest.declare(topics: topics) }
    rest.senses = senses
    let told = tellingsOfArticles
    var rows = [Int?](repeating: nil, count: articleColumns.count)
    var finder = SentenceFinder()
    for row in rows.indices where !outdated.contains(row) {
      let copy = rest.append(
        article(atRow: row), sentences: bodies.sentenceRanges(row: Int(articleColumns.body[row])),
        isOutline: articleColumns.isOutline[row] != 0)
      rows[row] = copy
      rest.articleColumns.place[copy] = articleColumns.place[row]
      for telling in told[row] { rest.encode(self.telling(Int(telling)), toldBy: copy) }
      for claim in postings.article.rows(row).map({ Int($0) }) where claims.rank[claim] != 0 {
        rest.append(self.claim(atRow: claim), toArticle: copy, rank: claims.rank[claim], &finder)
      }
    }
    // What only files of claims have told comes after the articles, as it did.
    for row in 0..<claims.count where claims.rank[row] == 0 {
      if let article = rows[Int(claims.article[row])] { rest.append(claim(atRow: row), toArticle: article, &finder) }
    }
    for row in 0..<tellings.count where tellings.article[row] == 0 {
      let entity = telling(row)
      // Nobody knows which of a file's claims told it; it goes with the last one that names it.
      if let term = rest.terms.id(of: entity.name, .entity), rest.entities.row(of: term) != nil {
        rest.encode(entity, toldBy: nil)
      }
    }
    self = rest
  }

  /// For each article the rows of what it tells of entities.
  private var tellingsOfArticles: ListColumn {
    let pairs = (0..<tellings.count).filter { tellings.article[$0] != 0 }.map {
      (row: tellings.article[$0] - 1, element: UInt32($0))
    }
    return ListColumn(rows: articleColumns.count, pairs: pairs)
  }
}

/// What tells one article of a file from the others.
private struct FileKey: Hashable {
  var file: TermID
  var place: UInt64
}

extension Article {
  /// Whether its address is that of a page, and not of a whole site.
  fileprivate var namesItsPage: Bool {
    guard let url else { return false }
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return rest.drop { $0 != "/" }.contains { $0 != "/" }
  }
}
