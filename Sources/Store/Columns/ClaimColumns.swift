/// The claims, an array for each attribute, a row for each claim, in the order of loading.
///
/// Text is held as term ids, 0 where it is missing. What claims share, their sentence and article, is held once.
package struct ClaimColumns: Sendable {
  package internal(set) var ids: [UInt64] = []
  package internal(set) var subject = ArgumentColumn()
  package internal(set) var relation: [TermID] = []
  package internal(set) var object = ArgumentColumn()
  package internal(set) var obliques = ListColumn()
  package internal(set) var location: [TermID] = []
  /// The words that were resolved to the location; 0 where it stands by name.
  package internal(set) var locationResolvedFrom: [TermID] = []
  package internal(set) var from: [TermID] = []
  package internal(set) var to: [TermID] = []
  package internal(set) var date = DateColumn()
  /// The words of an earlier sentence that were resolved to the date; 0 where it stands in the claim's own.
  package internal(set) var dateResolvedFrom: [TermID] = []
  /// Not a number where it is missing.
  package internal(set) var quantity: [Double] = []
  package internal(set) var unit: [TermID] = []
  /// A case of `Quantity.Bound`, from 1; 0 where there is no quantity.
  package internal(set) var bound: [UInt8] = []
  /// A case of `Polarity`, from 1.
  package internal(set) var polarity: [UInt8] = []
  /// A case of `Certainty`, from 1.
  package internal(set) var certainty: [UInt8] = []
  package internal(set) var speaker = ArgumentColumn()
  package internal(set) var speakerIsAuthor: [Bool] = []
  package internal(set) var via = ListColumn()
  package internal(set) var cue: [TermID] = []
  /// A case of `Stance`, from 1; 0 where it is missing.
  package internal(set) var stance: [UInt8] = []
  package internal(set) var topic: [TermID] = []
  package internal(set) var about = ListColumn()
  /// The row of the sentence.
  package internal(set) var sentence: [UInt32] = []
  /// The row of the article.
  package internal(set) var article: [UInt32] = []
  package internal(set) var wordsStart: [Int32] = []
  package internal(set) var wordsEnd: [Int32] = []
  package internal(set) var confidence: [Double] = []
  package internal(set) var extractor: [TermID] = []

  /// How many claims there are.
  package var count: Int { ids.count }
}

/// The obliques of all claims; a claim's list holds their rows.
package struct ObliqueColumns: Sendable {
  package internal(set) var markers: [TermID] = []
  package internal(set) var arguments = ArgumentColumn()
}

/// The sentences that claims were made of, a row each.
package struct SentenceColumns: Sendable {
  package internal(set) var texts: [String] = []
  package internal(set) var article: [UInt32] = []
  /// The sentence's number in its article, from 1; 0 where that is not known.
  package internal(set) var number: [Int32] = []
  package internal(set) var start: [Int32] = []
  package internal(set) var end: [Int32] = []
  /// The stems of its words, in order.
  package internal(set) var stems = ListColumn()

  /// How many sentences there are.
  package var count: Int { texts.count }
}

/// What is known of the articles, a row each.
package struct ArticleColumns: Sendable {
  /// How it is shown.
  package internal(set) var source: [TermID] = []
  package internal(set) var file: [TermID] = []
  package internal(set) var title: [TermID] = []
  package internal(set) var author: [TermID] = []
  package internal(set) var outlet: [TermID] = []
  package internal(set) var url: [TermID] = []
  package internal(set) var published = DateColumn()
}

/// What is known of the entities, a row each.
package struct EntityColumns: Sendable {
  package internal(set) var terms: [TermID] = []
  /// A case of `EntityKind`, from 1.
  package internal(set) var kind: [UInt8] = []
  package internal(set) var aliases: [[String]] = []
  /// The name and the aliases as they are folded, as bytes, in no order.
  var folded: [[[UInt8]]] = []
  /// The row of each term that is an entity.
  package internal(set) var rows: [TermID: Int] = [:]

  /// How many entities there are.
  package var count: Int { terms.count }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// Its place among the cases, from 1; 0 stands for a missing one in a column.
  var code: UInt8 { UInt8((Self.allCases.firstIndex(of: self) ?? -1) + 1) }

  /// The case at this place; nil for 0.
  init?(code: UInt8) {
    guard code > 0 else { return nil }
    self = Self.allCases[Int(code) - 1]
  }
}
