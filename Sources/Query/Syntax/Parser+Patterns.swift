import ClaimModel

/// Patterns over triples, and pairs of claims.
extension Parser {
  /// Reads `?a relation kill, ?a location ?p, ?p within Pakistan`.
  mutating func readMatch(_ word: Token) -> Clause? {
    var patterns: [TriplePattern] = []
    repeat {
      guard let subject = readTerm(after: patterns.isEmpty ? word.text : ","),
        let predicate = readPredicate(after: subject.name), let object = readObject(after: predicate.name)
      else { return nil }
      patterns.append(TriplePattern(subject: subject, predicate: predicate, object: object))
    } while takeSymbol(",")
    return .match(patterns, Spot(range: word.range))
  }

  /// Reads a variable, or a name of one word or in quotes.
  private mutating func readTerm(after place: String) -> TriplePattern.Term? {
    let first = token
    guard first.kind == .quoted || (first.kind == .word && !Keywords.endsValue(first.keyword)) else {
      report(.expectedTerm(after: place, found: found(first)))
      return nil
    }
    take()
    return Self.term(first)
  }

  /// Reads a name, or several with `|` between them, of which one will do: `subject|object`.
  private mutating func readPredicate(after place: String) -> TriplePattern.Term? {
    guard let term = readTerm(after: place) else { return nil }
    guard case .value(var value) = term else { return term }
    while takeSymbol("|") {
      guard case .value(let other) = readTerm(after: "|") else { return nil }
      value = Condition.Value(
        text: value.text + "|" + other.text, spot: Spot(range: value.spot.range.union(other.spot.range)))
    }
    return .value(value)
  }

  /// Reads a variable, or a name up to the next comma or keyword.
  private mutating func readObject(after place: String) -> TriplePattern.Term? {
    if token.kind == .word, token.text.hasPrefix("?") { return readTerm(after: place) }
    return readValue(after: place).map { .value($0) }
  }

  private static func term(_ token: Token) -> TriplePattern.Term {
    let isVariable = token.kind == .word && token.text.hasPrefix("?") && token.text.count > 1
    return isVariable
      ? .variable(Query.Name(String(token.text.dropFirst()), token.range))
      : .value(Condition.Value(text: token.text, spot: Spot(range: token.range)))
  }

  /// Reads `pairs of claims on subject, relation within 3 days`; nil, with nothing taken, where none stands here.
  mutating func readPairs() -> Query? {
    guard token.keyword == "pairs", following.keyword == "of" else { return nil }
    let first = take()
    take()
    guard token.keyword == Nouns.claims.name else {
      report(.expectedPairs(found: found(token)))
      return nil
    }
    let noun = Query.Name(Nouns.claims.name, take().range)
    guard takeKeyword("on") else {
      report(.expectedPairs(found: found(token)))
      return nil
    }
    var keys: [Query.Name] = []
    repeat {
      guard let key = readOperand(after: "on")?.attribute else { return nil }
      keys.append(key)
    } while takeSymbol(",")
    let distance = takeKeyword("within") ? readDistance() : nil
    return Query(noun: noun, pairing: Pairing(keys: keys, within: distance, spot: Spot(range: first.range)))
  }

  /// Reads `3 days`.
  private mutating func readDistance() -> Pairing.Distance? {
    let number = token
    let unit = following.keyword.hasSuffix("s") ? String(following.keyword.dropLast()) : following.keyword
    guard let count = Int(number.text), count >= 0, let known = Pairing.Unit(rawValue: unit) else {
      report(.expectedDistance(found: found(number)))
      return nil
    }
    take()
    take()
    return Pairing.Distance(count: count, unit: known)
  }
}

extension TriplePattern.Term {
  /// The term as it is written, for a message.
  var name: String {
    switch self {
    case .variable(let name): "?" + name.text
    case .value(let value): value.text
    }
  }
}
