import ClaimModel

/// Claims of different articles that say the same.
extension PairJudge {
  func corroboration(_ pair: Pair) -> PairFinding? {
    guard pair.leftWord.article != pair.rightWord.article else { return nil }
    if let agreement = agreement(pair) {
      guard isOneEvent(pair, agreement), let sense = pair.left.sense else { return nil }
      let number = agreement.number.map { ", " + Quantity.text(of: $0) } ?? ""
      let theme = name(narrower(pair.left.theme, pair.right.theme))
      return finding(
        .event, pair, .event(sense), rank: 0, "one event: \(index.senses[sense].name) of \(theme)\(number)")
    }
    let (left, right) = (pair.left, pair.right)
    guard pair.leftWord.isOfOneTime(with: pair.rightWord), left.sense == right.sense, left.isDenied == right.isDenied
    else { return nil }
    guard let sense = left.sense else { return plain(pair) }
    guard areRelated(left.theme, right.theme) else { return nil }
    let theme = name(narrower(left.theme, right.theme))
    let words = Set([relation(left), relation(right)]).sorted().joined(separator: ", ")
    switch index.senses[sense].kind {
    case .place, .seat:
      guard areRelated(left.place, right.place) else { return nil }
      let place = name(narrower(left.place, right.place))
      let isThere = left.isDenied == (index.opposites[sense] < sense)
      return finding(
        .statement, pair, .other, rank: index.senses[sense].kind == .seat ? 1 : 3,
        "both: \(theme) is \(isThere ? "" : "not ")in \(place) (\(words))")
    case .condition:
      guard areAlikePlaces(left, right) else { return nil }
      return finding(
        .statement, pair, .other, rank: 2,
        "both: \(left.isDenied ? "no " : "")\(index.senses[sense].name) of \(theme) (\(words))")
    case .deed:
      guard areRelated(left.other, right.other), areAlikePlaces(left, right) else { return nil }
      let doer = name(narrower(left.other, right.other))
      return finding(
        .statement, pair, .other, rank: 2,
        "both: \(left.isDenied ? "no " : "")\(index.senses[sense].name) of \(theme) by \(doer) (\(words))")
    case .event: return nil
    }
  }

  private func plain(_ pair: Pair) -> PairFinding? {
    let (left, right) = (pair.left, pair.right)
    guard areSamePlain(left, right), areAlikePlaces(left, right) else { return nil }
    let parts = [left.theme, base.claims.relation[Int(left.claim)], left.other].filter { $0 != 0 }
    let words = parts.map { name($0) }.joined(separator: left.isDenied ? " not " : " ")
    return finding(.statement, pair, .other, rank: 4, "both: " + words)
  }

  private func finding(
    _ kind: PairFinding.Corroboration, _ pair: Pair, _ subject: PairFinding.Subject, rank: Int, _ reason: String
  ) -> PairFinding {
    PairFinding(
      isContradiction: false, kind: kind.code, subject: subject, rank: rank, reason: reason,
      differences: differences(pair))
  }

  /// The days of a claim, or its words for a time of a year that its article does not tell: "mid-March".
  private func time(_ row: Int) -> String? {
    if let days = base.claims.date.range(row) { return days.description }
    let times = base.claims.obliques[row].filter { ["in", "on"].contains(name(base.obliques.markers[Int($0)])) }
    return times.map { name(base.obliques.arguments.terms[Int($0)]) }.first(where: index.cues.isTimeOfNoYear)
  }

  /// In what two claims that say the same differ, in words; the lesser claim id's side first.
  private func differences(_ pair: Pair) -> [String] {
    let (left, right) = (Int(pair.left.claim), Int(pair.right.claim))
    var differences: [String] = []
    func add(_ name: String, _ one: String?, _ other: String?) {
      if let one, let other, one != other {
        differences.append("\(name): \([one, other].sorted().joined(separator: ", "))")
      }
    }
    func entity(_ term: TermID) -> String? { term == 0 || base.terms.kind(term) != .entity ? nil : name(term) }
    func amount(_ row: Int) -> String? {
      base.claims.quantity[row].isNaN ? nil : Quantity.text(of: base.claims.quantity[row])
    }
    add("of", entity(pair.left.theme), entity(pair.right.theme))
    add("by", entity(pair.left.other), entity(pair.right.other))
    add("place", entity(pair.left.place), entity(pair.right.place))
    add("date", time(left), time(right))
    add("number", amount(left), amount(right))
    let certainties = [left, right].map { Certainty(code: base.claims.certainty[$0])?.rawValue }
    add("certainty", certainties[0], certainties[1])
    return differences
  }
}
