package import ClaimModel

/// The claims, an array for each attribute, a row for each claim, in the order of loading.
///
/// Text is held as term ids, 0 where it is missing. What claims share, their sentence and article, is held once.
package struct ClaimColumns: Sendable {
  package internal(set) var ids: Column<UInt64> = []
  package internal(set) var subject = ArgumentColumn()
  package internal(set) var relation: Column<TermID> = []
  package internal(set) var object = ArgumentColumn()
  package internal(set) var obliques = ListColumn()
  package internal(set) var location: Column<TermID> = []
  /// The words that were resolved to the location; 0 where it stands by name.
  package internal(set) var locationResolvedFrom: Column<TermID> = []
  package internal(set) var from: Column<TermID> = []
  package internal(set) var to: Column<TermID> = []
  package internal(set) var date = DateColumn()
  /// The words of an earlier sentence that were resolved to the date; 0 where it stands in the claim's own.
  package internal(set) var dateResolvedFrom: Column<TermID> = []
  /// Not a number where it is missing.
  package internal(set) var quantity = NumberColumn()
  package internal(set) var unit: Column<TermID> = []
  /// A case of `Quantity.Bound`, from 1; 0 where there is no quantity.
  package internal(set) var bound: Column<UInt8> = []
  /// A case of `Polarity`, from 1.
  package internal(set) var polarity: Column<UInt8> = []
  /// A case of `Certainty`, from 1.
  package internal(set) var certainty: Column<UInt8> = []
  package internal(set) var speaker = ArgumentColumn()
  /// 1 where the speaker is the article's own voice.
  package internal(set) var speakerIsAuthor: Column<UInt8> = []
  package internal(set) var via = ListColumn()
  package internal(set) var cue: Column<TermID> = []
  /// A case of `Stance`, from 1; 0 where it is missing.
  package internal(set) var stance: Column<UInt8> = []
  package internal(set) var topic: Column<TermID> = []
  package internal(set) var about = ListColumn()
  /// The row of the sentence.
  package internal(set) var sentence: Column<UInt32> = []
  /// The number in which it was read out of its article, from 1; 0 for a claim that only a file of claims has told.
  var rank: Column<UInt32> = []
  /// The next claim of the same sentence, counted from 1; 0 for none.
  var nextOfSentence: Column<UInt32> = []
  /// The row of the article.
  package internal(set) var article: Column<UInt32> = []
  package internal(set) var wordsStart: Column<UInt32> = []
  package internal(set) var wordsEnd: Column<UInt32> = []
  package internal(set) var confidence = NumberColumn()
  package internal(set) var extractor: Column<TermID> = []

  /// How many claims there are.
  package var count: Int { ids.count }

  /// Makes room for `count` claims in all.
  mutating func reserveCapacity(_ count: Int) {
    ids.reserveCapacity(count)
    for column in Self.arguments {
      self[keyPath: column].terms.reserveCapacity(count)
      self[keyPath: column].resolvedFrom.reserveCapacity(count)
      self[keyPath: column].starts.reserveCapacity(count)
      self[keyPath: column].ends.reserveCapacity(count)
    }
    for column in Self.numbers { self[keyPath: column].reserveCapacity(count) }
    for column in Self.codes { self[keyPath: column].reserveCapacity(count) }
    quantity.bits.reserveCapacity(count)
    confidence.bits.reserveCapacity(count)
  }

  private static var arguments: [WritableKeyPath<Self, ArgumentColumn>] { [\.subject, \.object, \.speaker] }

  private static var numbers: [WritableKeyPath<Self, Column<UInt32>>] {
    [
      \.relation, \.obliques.ends.low, \.location, \.locationResolvedFrom, \.from, \.to, \.date.firsts, \.date.lengths,
      \.dateResolvedFrom, \.unit, \.via.ends.low, \.cue, \.topic, \.about.ends.low, \.sentence, \.rank,
      \.nextOfSentence, \.article, \.wordsStart, \.wordsEnd, \.extractor,
    ]
  }

  private static var codes: [WritableKeyPath<Self, Column<UInt8>>] {
    [\.bound, \.polarity, \.certainty, \.speakerIsAuthor, \.stance]
  }
}

/// The obliques of all claims; a claim's list holds their rows.
package struct ObliqueColumns: Sendable {
  package internal(set) var markers: Column<TermID> = []
  package internal(set) var arguments = ArgumentColumn()
}

/// The sentences that claims were made of, a row each.
package struct SentenceColumns: Sendable {
  package internal(set) var texts = TextColumn()
  package internal(set) var article: Column<UInt32> = []
  /// The sentence's number in its article, from 1; 0 where that is not known.
  package internal(set) var number: Column<UInt32> = []
  package internal(set) var start: Column<UInt32> = []
  package internal(set) var end: Column<UInt32> = []
  /// Its first claim; the others follow by `ClaimColumns.nextOfSentence`.
  var firstClaim: Column<UInt32> = []

  /// How many sentences there are.
  package var count: Int { texts.count }

  /// Makes room for `count` sentences in all, and so many more bytes of text.
  mutating func reserveCapacity(_ count: Int, textBytes: Int) {
    texts.bytes.reserveCapacity(texts.bytes.count + textBytes)
    texts.ends.low.reserveCapacity(count)
    article.reserveCapacity(count)
    number.reserveCapacity(count)
    start.reserveCapacity(count)
    end.reserveCapacity(count)
    firstClaim.reserveCapacity(count)
  }
}

/// What is known of the articles, a row each.
package struct ArticleColumns: Sendable {
  /// How it is shown.
  package internal(set) var source: Column<TermID> = []
  package internal(set) var file: Column<TermID> = []
  package internal(set) var label: Column<TermID> = []
  package internal(set) var title: Column<TermID> = []
  package internal(set) var author: Column<TermID> = []
  package internal(set) var outlet: Column<TermID> = []
  package internal(set) var url: Column<TermID> = []
  package internal(set) var published = DateColumn()
  /// The digest of its bytes.
  var digest = TextColumn()
  /// A hash of the path of its file; 0 where there is none.
  var place: Column<UInt64> = []
  /// Its text, and where that stands in its file; what replaced an outline is written anew, so these are rows of their own.
  var body: Column<UInt32> = []
  /// 1 where its text has not been read, and only claims are known that others have made of it.
  var isOutline: Column<UInt8> = []
  /// The rows in the order of `KnowledgeBase.articleOrder`, as they were when they were saved; of another length, or none,
  /// where articles have come or changed since.
  var order: Column<UInt32> = []

  /// How many articles there are.
  package var count: Int { source.count }
}

/// The texts of articles, a row each.
struct BodyColumns: Sendable {
  var text = TextColumn()
  /// The blocks of each: kind, start and end, three numbers a block.
  var blocks = ListColumn()
  /// The runs of each one's `OffsetMap`: the byte of the text and that of the file, two numbers a run.
  var origins = ListColumn()
  /// Where the sentences of each stand: start and end, two numbers a sentence.
  var sentences = ListColumn()

  /// Adds an article's.
  ///
  /// - Returns: its row.
  mutating func append(_ article: Article, sentences ranges: [TextRange] = []) -> UInt32 {
    text.append(article.text)
    blocks.append(
      article.blocks.flatMap { [UInt32($0.kind.code), UInt32($0.range.start), UInt32($0.range.end)] })
    origins.append(article.origins.runs.flatMap { [UInt32($0.clean), UInt32($0.original)] })
    sentences.append(ranges.flatMap { [UInt32($0.start), UInt32($0.end)] })
    return UInt32(text.count - 1)
  }

  /// Gives an article its text.
  func fill(_ article: inout Article, row: Int) {
    article.text = text[row]
    article.blocks = Self.tuples(blocks, row, of: 3).compactMap { block in
      Article.Block.Kind(code: UInt8(truncatingIfNeeded: block[0])).map {
        Article.Block($0, TextRange(block[1], block[2]))
      }
    }
    for run in Self.tuples(origins, row, of: 2) { article.origins.append(clean: run[0], original: run[1]) }
  }

  /// Where the sentences of an article stand in its text.
  func sentenceRanges(row: Int) -> [TextRange] {
    Self.tuples(sentences, row, of: 2).map { TextRange($0[0], $0[1]) }
  }

  /// The numbers of a list, as many at a time; what is left over is left out.
  private static func tuples(_ lists: ListColumn, _ row: Int, of size: Int) -> [[Int]] {
    let numbers = lists[row].map { Int($0) }
    return stride(from: 0, to: numbers.count - size + 1, by: size).map { Array(numbers[$0..<$0 + size]) }
  }
}

/// What articles, and files of claims, tell of entities beside their names, a row each: so that what an article has told
/// can be taken back with it.
struct TellingColumns: Sendable {
  /// The row of the article that tells it, counted from 1; 0 for a file of claims.
  var article: Column<UInt32> = []
  var entity: Column<TermID> = []
  /// A case of `EntityKind`, from 1.
  var kind: Column<UInt8> = []
  /// What it is a part of; 0 for nothing.
  var broader: Column<TermID> = []
  /// Its other names.
  var aliases = ListColumn()

  /// How many tellings there are.
  var count: Int { entity.count }
}

/// What is known of the entities, a row each.
package struct EntityColumns: Sendable {
  package internal(set) var terms: Column<TermID> = []
  /// A case of `EntityKind`, from 1.
  package internal(set) var kind: Column<UInt8> = []
  /// The row of each term that is an entity, counted from 1; 0 for other terms, those past the end among them.
  var rows: Column<UInt32> = []

  /// How many entities there are.
  package var count: Int { terms.count }

  /// The row of a term; nil where it is no entity.
  package func row(of term: TermID) -> Int? {
    guard term < rows.count, rows[Int(term)] > 0 else { return nil }
    return Int(rows[Int(term)]) - 1
  }

  /// The kind of a term that is an entity.
  package func kind(of term: TermID) -> EntityKind? { row(of: term).flatMap { EntityKind(code: kind[$0]) } }

  /// Adds an entity.
  ///
  /// - Returns: its row.
  mutating func append(_ term: TermID, _ code: UInt8) -> Int {
    terms.append(term)
    kind.append(code)
    if term >= rows.count { rows.append(zeros: Int(term) + 1 - rows.count) }
    rows[Int(term)] = UInt32(terms.count)
    return terms.count - 1
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// Its place among the cases, from 1; 0 stands for a missing one in a column.
  var code: UInt8 { UInt8((Self.allCases.firstIndex(of: self) ?? -1) + 1) }

  /// The case at this place; nil for 0.
  init?(code: UInt8) {
    guard code > 0, code <= Self.allCases.count else { return nil }
    self = Self.allCases[Int(code) - 1]
  }
}
