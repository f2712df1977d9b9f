import CScanner
import ClaimModel
import Store

// Which article a line is of.
extension RowReader {
  /// The number of the line's article; nil where only the careful way can find it.
  func article() -> Int? {
    let isStated = scanner.value(slots.digest).form != ScannedMissing
    guard isStated == (scanner.value(slots.file).form != ScannedMissing) else { return nil }
    guard scanner.hasAny(of: slots.articleFacts) else {
      let number = payload(slots.source) { source in
        addArticle([UInt32(dictionary.encode(source, in: Space.raw).id), 0, 0, 0, 0, 0, 0, 0, 0])
      }
      if number > 0 || !isPlain { return isPlain ? Int(number) : nil }
      return article(of: InlineArray(repeating: 0))
    }
    var key = InlineArray<9, UInt32>(repeating: 0)
    for (place, slot) in slots.article.enumerated() {
      guard let text = unsafe text(slot) else { continue }
      key[place] = UInt32(truncatingIfNeeded: unsafe dictionary.encode(text, in: Space.raw).id)
    }
    return isPlain ? article(of: key) : nil
  }

  /// The number of an article of which a line says all that is in `key`.
  private func article(of key: InlineArray<9, UInt32>) -> Int? {
    var (id, payload, _) = unsafe scratch.withCopy(of: key) { unsafe dictionary.encode($0, in: Space.article) }
    if payload == 0 {
      payload = addArticle(key)
      dictionary.setPayload(id, payload)
    }
    return payload == RowReader.isNotPlain ? nil : Int(payload)
  }

  private func addArticle(_ key: InlineArray<9, UInt32>) -> UInt32 {
    func text(_ place: Int) -> String? { key[place] == 0 ? nil : dictionary.string(Int(key[place])) }
    var article = Article(file: text(1) ?? "", digest: text(2) ?? "", text: "", blocks: [], origins: OffsetMap())
    article.label = text(3)
    article.author = text(4)
    article.outlet = text(5)
    article.title = text(6)
    article.url = text(8)
    if let published = text(7) {
      guard let range = DateRange(iso8601: published) else { return RowReader.isNotPlain }
      article.published = range
    }
    let mention = ArticleMention(source: text(0), file: text(1), digest: text(2), article: article)
    if shared.shelf.mayKnowText(of: mention) { return RowReader.isNotPlain }
    let outline = shared.shelf.outline(for: mention)
    let author = shared.context.author(outline)
    mentions.append(mention)
    let entry = entry(ofEntity: author.name)
    let identity = UInt32(dictionary.encode(outline.identity, in: Space.raw).id)
    articles.append(LocalArticle(identity: identity, author: entry, authorName: nameHash(entry)))
    authors.append(author)
    return UInt32(articles.count - 1)
  }
}
