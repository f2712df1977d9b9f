import ClaimModel

/// Two claims of one event: the same was done to the same, and something that hardly agrees by chance does agree.
extension PairJudge {
  /// Days between two dates that one report and another may give to an event.
  private static let reportingDays: Int64 = 3

  /// A number that two events hardly share by chance.
  private static let tellingNumber = 5.0

  /// How two claims of an event agree.
  struct Agreement {
    var number: Double?
    var place: Bool
    var doer: Bool
    var days: Bool
    /// Whether the dates lie apart.
    var isApart: Bool
  }

  /// How two facts of one kind of event agree; nil where they are not of the same victims.
  func agreement(_ pair: Pair) -> Agreement? {
    let (left, right) = (pair.left, pair.right)
    guard let sense = left.sense, sense == right.sense, index.senses[sense].kind == .event else { return nil }
    guard !left.isDenied, !right.isDenied, areSameVictims(left.theme, right.theme) else { return nil }
    let numbers = (number(left), number(right))
    let isDated = pair.leftWord.isDated && pair.rightWord.isDated
    return Agreement(
      number: numbers.0 == numbers.1 ? numbers.0 : nil,
      place: left.place != 0 && right.place != 0 && areRelated(left.place, right.place)
        && isLocal(left.place) && isLocal(right.place),
      doer: left.other != 0 && right.other != 0 && areRelated(left.other, right.other),
      days: isDated && gap(pair) <= Self.reportingDays, isApart: isDated && gap(pair) > Self.reportingDays)
  }

  /// Whether two events happened to the same: to related entities, or to people who are called the same.
  private func areSameVictims(_ one: TermID, _ other: TermID) -> Bool {
    let terms = base.terms
    guard terms.kind(one) == .phrase, terms.kind(other) == .phrase else { return areRelated(one, other) }
    let heads = [one, other].map { NounWords(terms.texts[Int($0)], index.cues).core.last }
    return heads[0] == heads[1]
  }

  /// Whether two claims must be of one event.
  func isOneEvent(_ pair: Pair, _ agreement: Agreement) -> Bool {
    // Somebody is killed once; a group is not.
    if isPerson(pair.left.theme), pair.left.theme == pair.right.theme, pair.left.sense == pair.right.sense {
      return !agreement.isApart || agreement.place
    }
    // Many others are called soldiers, or civilians.
    let isNamed = base.terms.kind(pair.left.theme) == .entity
    guard isNamed || agreement.place || agreement.days else { return false }
    if let number = agreement.number {
      if agreement.place { return number > 1 || agreement.days || agreement.doer }
      let isSomewhereElse = pair.left.place != 0 && pair.right.place != 0 && !isNear(pair.left.place, pair.right.place)
      return number >= Self.tellingNumber && !isSomewhereElse && !agreement.isApart
    }
    return agreement.place && (agreement.days || agreement.doer && !agreement.isApart)
  }

  /// One place, and one time or doer, but exact numbers that differ.
  func differentNumbers(_ pair: Pair) -> PairFinding? {
    guard let agreement = agreement(pair), agreement.number == nil, agreement.place,
      agreement.days || (agreement.doer && !agreement.isApart)
    else { return nil }
    let (left, right) = (Int(pair.left.claim), Int(pair.right.claim))
    let numbers = base.claims.quantity
    guard numbers[left] != numbers[right], !numbers[left].isNaN, !numbers[right].isNaN, !mayAgree(left, right) else {
      return nil
    }
    let words = [numbers[left], numbers[right]].sorted().map { Quantity.text(of: $0) }
    let place = narrower(pair.left.place, pair.right.place)
    let verb = pair.left.sense.map { index.senses[$0].name } ?? ""
    return finding(
      .number, rank: 0,
      "different numbers for what must be one event: \(words[0]) against \(words[1]) (\(verb), \(name(place)))"
        + tie(pair.left.place, pair.right.place, isPlace: true))
  }

  /// Whether one number can be meant by both: "at least 20" and 25, or two that are about right.
  private func mayAgree(_ left: Int, _ right: Int) -> Bool { amounts(left).overlaps(amounts(right)) }

  /// The numbers that a claim's quantity may stand for.
  private func amounts(_ row: Int) -> ClosedRange<Double> {
    let value = base.claims.quantity[row]
    switch Quantity.Bound(code: base.claims.bound[row]) {
    case .atLeast: return value...max(value, .infinity)
    case .atMost: return -.infinity...value
    case .about: return min(value / 1.5, value * 1.5)...max(value / 1.5, value * 1.5)
    case .exactly, nil: return value...value
    }
  }

  /// The number of a claim, or the only one of its sentence; nil where there is none.
  func number(_ fact: Fact) -> Double? {
    let own = base.claims.quantity[Int(fact.claim)]
    let number = own.isNaN ? fact.sentenceNumber : own
    return number.isNaN ? nil : number
  }

  private func isPerson(_ term: TermID) -> Bool {
    base.entities.kind(of: term) == .person
  }

  /// Whether two places lie within one another or the same country.
  private func isNear(_ one: TermID, _ other: TermID) -> Bool {
    areRelated(one, other)
      || !Set(base.terms.wholes(of: one).filter { isWithinCountry($0) }).isDisjoint(with: base.terms.wholes(of: other))
  }

  private func isWithinCountry(_ place: TermID) -> Bool { base.terms.wholes(of: place).count >= 3 }

  /// Days between two dated claims.
  private func gap(_ pair: Pair) -> Int64 {
    let (left, right) = (pair.leftWord, pair.rightWord)
    return max(0, Int64(left.first) - Int64(right.last), Int64(right.first) - Int64(left.last))
  }
}
