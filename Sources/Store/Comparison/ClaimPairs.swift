/// The pairs of one noun, an array for each attribute, a row for each pair, in the order of the text of their first
/// claims.
package struct ClaimPairs: Sendable {
  /// The row of the claim that comes first by article and place in it, and of the other.
  package private(set) var left: [UInt32] = []
  package private(set) var right: [UInt32] = []
  /// A case of `PairFinding.Contradiction` or `.Corroboration`, from 1.
  package private(set) var kind: [UInt8] = []
  /// The reason in words.
  package private(set) var reason: [String] = []
  /// In what the two differ though they say the same.
  package private(set) var differences: [[String]] = []
  /// 1 where both rest on one speaker, or on sentences that are near-identical; else 2.
  package private(set) var witnesses: [Double] = []

  init(_ base: KnowledgeBase, areContradictions: Bool) {
    var places = [UInt32](repeating: 0, count: base.claimCount)
    for (place, row) in base.claimOrder.enumerated() { places[Int(row)] = UInt32(place) }
    var best: [Key: Entry] = [:]
    for pair in base.comparisons.all where pair.finding.isContradiction == areContradictions {
      let isInOrder = places[Int(pair.one)] < places[Int(pair.other)]
      let (left, right) = isInOrder ? (pair.one, pair.other) : (pair.other, pair.one)
      let entry = Entry(
        left: places[Int(left)], right: places[Int(right)], rank: pair.finding.rank, finding: pair.finding)
      let sentences = base.claims.sentence
      let key = Key(left: sentences[Int(left)], right: sentences[Int(right)], subject: pair.finding.subject)
      if let known = best[key], known.precedes(entry) { continue }
      best[key] = entry
    }
    let order = base.claimOrder
    for entry in best.values.sorted(by: {
      ($0.left, $0.right, $0.finding.reason) < ($1.left, $1.right, $1.finding.reason)
    }) {
      append(order[Int(entry.left)], order[Int(entry.right)], entry.finding, base)
    }
  }

  /// Claims of two sentences that agree or disagree on one thing make one pair.
  private struct Key: Hashable {
    var left: UInt32
    var right: UInt32
    var subject: PairFinding.Subject
  }

  private struct Entry {
    var left: UInt32
    var right: UInt32
    var rank: Int
    var finding: PairFinding

    /// Whether it is weightier, or comes first.
    func precedes(_ other: Entry) -> Bool {
      (rank, Int(left), Int(right), finding.reason) <= (
        other.rank, Int(other.left), Int(other.right), other.finding.reason
      )
    }
  }

  private mutating func append(_ one: UInt32, _ other: UInt32, _ finding: PairFinding, _ base: KnowledgeBase) {
    left.append(one)
    right.append(other)
    kind.append(finding.kind)
    reason.append(finding.reason)
    differences.append(finding.differences)
    let speakers = [one, other].map { base.terms.keys[Int(base.claims.speaker.terms[Int($0)])] }
    let passages = [one, other].map { base.passages.first[Int(base.claims.sentence[Int($0)])] }
    witnesses.append(speakers[0] == speakers[1] || passages[0] == passages[1] ? 1 : 2)
  }
}
