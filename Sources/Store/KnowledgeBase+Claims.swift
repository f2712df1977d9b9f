public import ClaimModel

extension KnowledgeBase {
  /// The claim with this id. O(1).
  public func claim(_ id: ClaimID) -> Claim? { row(of: id).map { claim(atRow: $0) } }

  /// The article that a claim was read out of.
  public func article(of id: ClaimID) -> Article? { row(of: id).map { article(atRow: Int(claims.article[$0])) } }

  /// The ids that start with these hexadecimal digits, in order; none for a text that is no start of an id. O(claims), but
  /// for all digits of one.
  public func claims(withPrefix prefix: String) -> [ClaimID] {
    let digits = prefix.lowercased()
    guard (1...16).contains(digits.utf8.count), let value = UInt64(digits, radix: 16), digits.first != "+" else {
      return []
    }
    if digits.utf8.count == 16 { return row(of: ClaimID(value)) == nil ? [] : [ClaimID(value)] }
    let open = UInt64(4 * (16 - digits.utf8.count))
    let low = value << open
    let high = low | ((1 << open) - 1)
    return Set(claims.ids.lazy.filter { (low...high).contains($0) }).sorted().map { ClaimID($0) }
  }

  /// The row of the claim with this id.
  package func row(of id: ClaimID) -> Int? {
    claimIDs.row(of: id.value, in: claims.ids)
  }

  /// The rows of the claims that were made of some sentences, in order.
  package func claims(ofSentences rows: [UInt32]) -> [UInt32] {
    let (first, next) = (sentences.firstClaim, claims.nextOfSentence)
    var found: [UInt32] = []
    found.reserveCapacity(rows.count)
    // Those of all sentences are read before what follows them, for most of it is far away.
    for var row in rows.map({ first[Int($0)] }) {
      while row != .max {
        found.append(row)
        row = next[Int(row)] &- 1
      }
    }
    let isInOrder = zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
    return isInOrder ? found : found.sorted()
  }

  /// The claim in a row of the columns, as it was appended.
  package func claim(atRow row: Int) -> Claim {
    let sentence = Int(claims.sentence[row])
    var claim = Claim(
      relation: terms.texts[Int(claims.relation[row])],
      speaker: argument(claims.speaker, row) ?? Argument(.phrase("")),
      speakerIsAuthor: claims.speakerIsAuthor[row] == 1, text: sentences.texts[sentence],
      sentence: Int(sentences.number[sentence]),
      span: TextRange(Int(sentences.start[sentence]), Int(sentences.end[sentence])),
      words: TextRange(Int(claims.wordsStart[row]), Int(claims.wordsEnd[row])),
      confidence: claims.confidence[row])
    claim.id = ClaimID(claims.ids[row])
    claim.subject = argument(claims.subject, row)
    claim.object = argument(claims.object, row)
    claim.obliques = claims.obliques[row].compactMap { oblique(Int($0)) }
    claim.location = text(claims.location[row])
    claim.locationResolvedFrom = text(claims.locationResolvedFrom[row])
    claim.from = text(claims.from[row])
    claim.to = text(claims.to[row])
    claim.date = claims.date.range(row)
    claim.dateResolvedFrom = text(claims.dateResolvedFrom[row])
    claim.quantity = quantity(row)
    claim.polarity = Polarity(code: claims.polarity[row]) ?? .affirmed
    claim.certainty = Certainty(code: claims.certainty[row]) ?? .certain
    claim.via = claims.via[row].map { terms.texts[Int($0)] }
    claim.cue = text(claims.cue[row])
    claim.stance = Stance(code: claims.stance[row])
    claim.topic = text(claims.topic[row])
    claim.about = claims.about[row].map { terms.texts[Int($0)] }
    claim.extractor = terms.texts[Int(claims.extractor[row])]
    return claim
  }

  private func quantity(_ row: Int) -> Quantity? {
    Quantity.Bound(code: claims.bound[row]).map {
      Quantity(claims.quantity[row], unit: text(claims.unit[row]), bound: $0)
    }
  }

  private func oblique(_ row: Int) -> Oblique? {
    argument(obliques.arguments, row).map { Oblique(terms.texts[Int(obliques.markers[row])], $0) }
  }

  private func argument(_ column: ArgumentColumn, _ row: Int) -> Argument? {
    let term = Int(column.terms[row])
    let words = terms.texts[term]
    let value: Argument.Value
    switch terms.kind(TermID(term)) {
    case .entity: value = .entity(words)
    case .number: value = .number(Double(words) ?? .nan)
    case .claim: value = .claim(ClaimID(words) ?? ClaimID(0))
    case .phrase: value = .phrase(words)
    case .none, .topic, .text: return nil
    }
    let partOf = terms.kind(TermID(term)) == .phrase ? text(terms.broader[term]) : nil
    return Argument(value, partOf: partOf, resolvedFrom: text(column.resolvedFrom[row]), span: column.span(row))
  }

  private func text(_ term: TermID) -> String? { term == 0 ? nil : terms.texts[Int(term)] }
}
