import ClaimModel

/// Which claims say the same in the same article: mentions of one claim.
///
/// They agree in all that is said and on whose word: subject, relation, object, location, date, quantity, polarity,
/// certainty and speaker. Who made them of the text is the same too: one reader bearing out another repeats nothing.
/// O(claims).
package struct MentionGroups: Sendable {
  /// For each claim the row of the first mention of what it says, by the order of the text.
  package private(set) var first: [UInt32] = []
  /// For each claim how many mentions there are of what it says.
  package private(set) var counts: [UInt32] = []

  private var groups: [Key: UInt32] = [:]

  private struct Key: Hashable {
    var article: UInt32
    var terms: [UInt32]
    var date: [Int32]
    var quantity: UInt64
    var codes: [UInt8]
  }

  /// Goes on with the claims that have come since the last time; those of an article come together.
  mutating func extend(_ base: KnowledgeBase) {
    let start = first.count
    guard start < base.claimCount else { return }
    var rowOfClaim: [TermID: UInt32] = [:]
    for row in start..<base.claimCount {
      if let term = base.terms.id(of: ClaimID(base.claims.ids[row]).description, .claim) {
        rowOfClaim[term] = UInt32(row)
      }
    }
    first += (start..<base.claimCount).map { UInt32($0) }
    counts += [UInt32](repeating: 1, count: base.claimCount - start)
    // A claim about a claim is the same where what it is about is the same, so those come second.
    let isAboutClaim = { (row: Int) in base.terms.kind(base.claims.object.terms[row]) == .claim }
    let new = base.claimOrder.lazy.map { Int($0) }.filter { $0 >= start }
    for row in new where !isAboutClaim(row) { add(row, base, rowOfClaim) }
    for row in new where isAboutClaim(row) { add(row, base, rowOfClaim) }
    for row in start..<base.claimCount { counts[row] = counts[Int(first[row])] }
  }

  private mutating func add(_ row: Int, _ base: KnowledgeBase, _ rowOfClaim: [TermID: UInt32]) {
    let claims = base.claims
    let key = { (term: TermID) in base.terms.keys[Int(term)] }
    let object = claims.object.terms[row]
    let about = rowOfClaim[object].map { first[Int($0)] | 1 << 31 }
    let group = Key(
      article: claims.article[row],
      terms: [
        key(claims.subject.terms[row]), key(claims.relation[row]), about ?? key(object), claims.location[row],
        claims.from[row], claims.to[row], key(claims.speaker.terms[row]), claims.extractor[row],
      ],
      date: [claims.date.first(row), claims.date.last(row)], quantity: claims.quantity[row].bitPattern,
      codes: [claims.polarity[row], claims.certainty[row], claims.bound[row]])
    guard let known = groups[group] else { return groups[group] = UInt32(row) }
    first[row] = known
    counts[Int(known)] += 1
  }
}
