import ClaimModel

/// Claims that cannot both hold: made by different speakers or in different articles, about the same days, at least one
/// of them without "may".
extension PairJudge {
  func contradiction(_ pair: Pair) -> PairFinding? {
    let (left, right) = (pair.leftWord, pair.rightWord)
    guard left.article != right.article || left.speaker != right.speaker else { return nil }
    guard left.isCertainEnough || right.isCertainEnough else { return nil }
    if let number = differentNumbers(pair) { return number }
    guard left.isOfOneTime(with: right) else { return nil }
    guard let sense = pair.left.sense, let other = pair.right.sense else { return plainDenial(pair) }
    switch index.senses[sense].kind {
    case .place: return whereabouts(pair, sense, other)
    case .seat: return (sense == other ? differentSeats(pair) : nil) ?? whereabouts(pair, sense, other)
    case .condition, .deed: return opposites(pair, sense, other)
    case .event: return nil
    }
  }

  /// One says that somebody is somewhere, the other that they are not there, or nowhere in what it lies within.
  private func whereabouts(_ pair: Pair, _ sense: Int, _ other: Int) -> PairFinding? {
    guard sense == other || index.opposites[sense] == other else { return nil }
    let isOpposite = sense != other
    guard (pair.left.isDenied != pair.right.isDenied) != isOpposite else { return nil }
    guard areRelated(pair.left.theme, pair.right.theme) else { return nil }
    let leftIsThere = isThere(pair.left)
    let (there, away) = leftIsThere ? (pair.left, pair.right) : (pair.right, pair.left)
    guard base.terms.isWithin(there.place, away.place) else { return nil }
    let theme = narrower(there.theme, away.theme)
    let reason =
      "whether \(name(theme)) is in \(name(there.place)): \(relation(there)) against \(relation(away))"
      + tie(there.theme, away.theme) + tie(there.place, away.place, isPlace: true)
    return finding(isOpposite ? .opposites : .denial, rank: 1, reason)
  }

  /// Whether a fact says that somebody is there; its opposite says so by being denied.
  private func isThere(_ fact: Fact) -> Bool {
    guard let sense = fact.sense else { return false }
    return (index.opposites[sense] < sense) == fact.isDenied
  }

  /// What somebody has but one of, or all that they have of it, is put into places that lie apart.
  private func differentSeats(_ pair: Pair) -> PairFinding? {
    let (left, right) = (pair.left, pair.right)
    guard !left.isDenied, !right.isDenied, left.isWhole || right.isWhole else { return nil }
    guard areRelated(left.theme, right.theme), !areRelated(left.place, right.place) else { return nil }
    let places = [name(left.place), name(right.place)].sorted()
    let theme = narrower(left.theme, right.theme)
    return finding(
      .place, rank: 0,
      "different places for the \(pair.left.sense.map { index.senses[$0].name } ?? "") of \(name(theme)): "
        + "\(places[0]) against \(places[1])" + tie(left.theme, right.theme))
  }

  /// One says the opposite of the other, or denies it, of the same thing.
  private func opposites(_ pair: Pair, _ sense: Int, _ other: Int) -> PairFinding? {
    let (left, right) = (pair.left, pair.right)
    let isOpposite = sense != other
    if isOpposite {
      guard index.opposites[sense] == other, !left.isDenied, !right.isDenied else { return nil }
    } else {
      guard left.isDenied != right.isDenied else { return nil }
    }
    guard areRelated(left.theme, right.theme), areAlikePlaces(left, right) else { return nil }
    let isDeed = index.senses[sense].kind == .deed
    if isDeed { guard areRelated(left.other, right.other) else { return nil } }
    let theme = name(narrower(left.theme, right.theme))
    let doer = isDeed ? name(narrower(left.other, right.other)) + " to " : ""
    let words = [relation(left), relation(right)].sorted()
    let reason =
      "\(isOpposite ? "opposites" : "affirmed and denied") of \(doer)\(theme): \(words[0]) against \(words[1])"
      + tie(left.theme, right.theme)
    return finding(isOpposite ? .opposites : .denial, rank: 1, reason)
  }

  /// Whether two facts are about places that one lies within the other of, or one names no place.
  func areAlikePlaces(_ left: Fact, _ right: Fact) -> Bool {
    left.place == 0 || right.place == 0 || areRelated(left.place, right.place)
  }

  /// One relation is affirmed and denied of the same subject and object.
  private func plainDenial(_ pair: Pair) -> PairFinding? {
    let (left, right) = (pair.left, pair.right)
    guard left.sense == nil, right.sense == nil, left.isDenied != right.isDenied, areSamePlain(left, right) else {
      return nil
    }
    let (there, away) = left.isDenied ? (right, left) : (left, right)
    guard away.place == 0 || there.place == 0 || base.terms.isWithin(there.place, away.place) else { return nil }
    let parts = [there.theme, base.claims.relation[Int(there.claim)], there.other].filter { $0 != 0 }
    let place = there.place == 0 ? "" : " in \(name(there.place))"
    return finding(
      .denial, rank: 2,
      "affirmed and denied: \(parts.map { name($0) }.joined(separator: " "))\(place)" + tie(left.theme, right.theme))
  }

  /// Whether two plain facts say the same relation of the same things.
  func areSamePlain(_ left: Fact, _ right: Fact) -> Bool {
    let relations = base.claims.relation
    return base.terms.keys[Int(relations[Int(left.claim)])] == base.terms.keys[Int(relations[Int(right.claim)])]
      && areAlike(left.theme, right.theme) && areAlike(left.other, right.other)
  }

  func finding(_ kind: PairFinding.Contradiction, rank: Int, _ reason: String) -> PairFinding {
    PairFinding(isContradiction: true, kind: kind.code, subject: .other, rank: rank, reason: reason)
  }
}
