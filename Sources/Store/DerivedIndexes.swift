import ClaimModel

/// What can be derived from the columns, each made once, when it is first asked for.
final class DerivedIndexes: Sendable {
  let trees = Lazy<TreeLabels>()
  let shownTerms = Lazy<[TermID]>()
  let spellings = Lazy<Spellings>()
  let articleOrder = Lazy<[UInt32]>()
  let articleRanks = Lazy<[UInt32]>()
  let claimOrder = Lazy<[UInt32]>()
  let claimsAreInOrder = Lazy<Bool>()
  let mentions = Lazy<ListColumn>()
  let sentenceOrder = Lazy<[UInt32]>()
  let passages = Lazy<Passages>()
  let contradictions = Lazy<ClaimPairs>()
  let corroborations = Lazy<ClaimPairs>()
  let mentionGroups: Growing<MentionGroups>
  let comparisons: Growing<ComparisonIndex>

  /// Indexes that start from those of before something was appended; from nothing where what was known has changed.
  init(after previous: DerivedIndexes? = nil) {
    mentionGroups = Growing(after: previous?.mentionGroups, from: MentionGroups())
    comparisons = Growing(after: previous?.comparisons, from: ComparisonIndex())
  }
}

extension KnowledgeBase {
  /// The trees of places, organisations and topics.
  package var trees: TreeLabels { derived.trees.value { TreeLabels(terms) } }

  /// For each term the one that stands for all that are written alike.
  package var shownTerms: [TermID] { derived.shownTerms.value { terms.shownTerms } }

  /// Which terms are written alike.
  package var spellings: Spellings { derived.spellings.value { Spellings(terms) } }

  /// The rows of the articles by file name, then digest: an order that does not depend on the order of loading.
  package var articleOrder: [UInt32] {
    derived.articleOrder.value {
      savedArticleOrder ?? (0..<UInt32(articleColumns.count)).sorted { articlePrecedes($0, $1) }
    }
  }

  /// The order that was saved, where it has each article once.
  private var savedArticleOrder: [UInt32]? {
    let count = articleColumns.count
    guard articleColumns.order.count == count else { return nil }
    let saved = articleColumns.order.checked
    let order = (0..<count).map { saved[$0] }
    var isMet = [Bool](repeating: false, count: count)
    for article in order {
      guard article < count, !isMet[Int(article)] else { return nil }
      isMet[Int(article)] = true
    }
    return order
  }

  /// The place of each article in `articleOrder`.
  package var articleRanks: [UInt32] {
    derived.articleRanks.value {
      var ranks = [UInt32](repeating: 0, count: articleColumns.count)
      for (rank, article) in articleOrder.enumerated() { ranks[Int(article)] = UInt32(rank) }
      return ranks
    }
  }

  /// The same, where so many claims are to be put in order that they are worth it, else nothing.
  package func articleRanks(toCompare claims: Int) -> [UInt32] {
    claims > articleColumns.count / 8 ? articleRanks : []
  }

  /// The rows of the claims by article, then in the order of the text; those of one sentence by who made them.
  package var claimOrder: [UInt32] {
    derived.claimOrder.value { articleOrder.flatMap { claimOrder(inArticle: $0) } }
  }

  /// The first few of `claimOrder` among those that are wanted; only articles down to the last of them are looked at.
  package func firstClaims(_ count: Int, where isWanted: (UInt32) -> Bool) -> [UInt32] {
    var first: [UInt32] = []
    for article in articleOrder where first.count < count {
      first += claimOrder(inArticle: article).lazy.filter(isWanted).prefix(count - first.count)
    }
    return first
  }

  private func claimOrder(inArticle article: UInt32) -> [UInt32] {
    let rows = postings.article.rows(Int(article))
    let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { !precedes($1, $0) }
    return isInOrder ? rows : rows.sorted { precedes($0, $1) }
  }

  /// Whether `claimOrder` is the order of the rows.
  package var claimsAreInOrder: Bool {
    derived.claimsAreInOrder.value {
      zip(articleOrder, articleOrder.dropFirst()).allSatisfy { $0 < $1 }
        && (1..<max(claims.count, 1)).allSatisfy { row in
          let (before, article) = (claims.article[row - 1], claims.article[row])
          return before < article || before == article && !precedes(UInt32(row), UInt32(row - 1))
        }
    }
  }

  /// Whether a claim comes before another in `claimOrder`; `ranks` are `articleRanks`, which make it faster, or nothing where
  /// they are not worth it.
  package func claimPrecedes(_ one: UInt32, _ other: UInt32, _ ranks: [UInt32] = []) -> Bool {
    let (article, otherArticle) = (claims.article[Int(one)], claims.article[Int(other)])
    if article != otherArticle {
      return ranks.isEmpty ? articlePrecedes(article, otherArticle) : ranks[Int(article)] < ranks[Int(otherArticle)]
    }
    return precedes(one, other)
  }

  /// Whether an article comes before another in `articleOrder`.
  private func articlePrecedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let file = terms.texts.compare(Int(articleColumns.file[Int(one)]), Int(articleColumns.file[Int(other)]))
    return file == 0 ? articleColumns.digest.compare(Int(one), Int(other)) < 0 : file < 0
  }

  /// Whether a claim stands further up in their article than another, or in one sentence was made by one who is named
  /// first. Claims of one sentence and maker are in the order in which they were read out of it; those that only files of
  /// claims have told come after them, by where their words stand, else by their ids. Sentences whose number is not known
  /// come last.
  private func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let (left, right) = (Int(one), Int(other))
    let (sentence, otherSentence) = (claims.sentence[left], claims.sentence[right])
    if sentence != otherSentence { return sentencePrecedes(sentence, otherSentence) }
    let (extractor, otherExtractor) = (claims.extractor[left], claims.extractor[right])
    if extractor != otherExtractor { return terms.texts.compare(Int(extractor), Int(otherExtractor)) < 0 }
    let (rank, otherRank) = (claims.rank[left] &- 1, claims.rank[right] &- 1)
    if rank != otherRank { return rank < otherRank }
    for column in [claims.wordsStart, claims.wordsEnd, claims.subject.starts, claims.object.starts]
    where column[left] != column[right] {
      return column[left] < column[right]
    }
    return claims.ids[left] < claims.ids[right]
  }

  /// Whether a sentence stands further up in their article than another.
  private func sentencePrecedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let (left, right) = (Int(one), Int(other))
    let (number, otherNumber) = (sentences.number[left] &- 1, sentences.number[right] &- 1)
    if number != otherNumber { return number < otherNumber }
    for column in [sentences.start, sentences.end] where column[left] != column[right] {
      return column[left] < column[right]
    }
    return sentences.texts.compare(left, right) < 0
  }

  /// The rows of the sentences by article, then in the order of the text.
  package var sentenceOrder: [UInt32] {
    derived.sentenceOrder.value {
      let byArticle = ListColumn(
        rows: articleColumns.count, pairs: sentences.article.enumerated().map { (row: $1, element: UInt32($0)) })
      return articleOrder.flatMap { byArticle[Int($0)].sorted { sentencePrecedes($0, $1) } }
    }
  }

  /// Which sentences are the same or nearly so.
  package var passages: Passages { derived.passages.value { Passages(self) } }

  /// Which claims say the same in the same article.
  package var mentionGroups: MentionGroups { derived.mentionGroups.value { $0.extend(self) } }

  /// The pairs of claims that cannot both hold. The first call after loading compares the claims that are new.
  package var contradictions: ClaimPairs {
    derived.contradictions.value { ClaimPairs(self, areContradictions: true) }
  }

  /// The pairs of claims of different articles that say the same.
  package var corroborations: ClaimPairs {
    derived.corroborations.value { ClaimPairs(self, areContradictions: false) }
  }

  /// Compares the claims that have come since the last time with those that they could be a pair with, so that a question
  /// for pairs need not. Costs about a fiftieth of reading them.
  public func compareClaims() { _ = comparisons }

  /// What was found by comparing claims.
  var comparisons: ComparisonIndex { derived.comparisons.value { $0.extend(self) } }

  /// For each row of `entities` the rows of the claims that mention it, whatever its role, each once, in `claimOrder`.
  package var mentions: ListColumn {
    derived.mentions.value {
      var rows = [UInt32](repeating: 0, count: terms.count)
      for (row, term) in entities.terms.enumerated() { rows[Int(term)] = UInt32(row + 1) }
      var pairs: [(row: UInt32, element: UInt32)] = []
      var seen = [UInt32](repeating: .max, count: entities.count)
      for claim in claimOrder {
        for term in namedTerms(inClaim: Int(claim)) where rows[Int(term)] > 0 {
          let entity = rows[Int(term)] - 1
          if seen[Int(entity)] == claim { continue }
          seen[Int(entity)] = claim
          pairs.append((entity, claim))
        }
      }
      return ListColumn(rows: entities.count, pairs: pairs)
    }
  }

  /// The terms of a claim that are entities or phrases, with what phrases are a part of.
  private func namedTerms(inClaim row: Int) -> [TermID] {
    var named = Array(claims.about[row])
    named.append(contentsOf: claims.via[row])
    named.append(contentsOf: [claims.location[row], claims.from[row], claims.to[row]])
    for argument in [claims.subject.terms[row], claims.object.terms[row], claims.speaker.terms[row]] {
      named.append(argument)
      if terms.kind(argument) == .phrase { named.append(terms.broader[Int(argument)]) }
    }
    return named
  }
}
