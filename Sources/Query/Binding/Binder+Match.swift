import ClaimModel
import Store

// Looks up the patterns of `match`.
extension Binder {
  /// What the variables of patterns stand for, and how they hang together.
  mutating func bind(_ patterns: [TriplePattern]) -> BoundMatch {
    var match = BoundMatch(claims: Nouns.claims.rows(knowledgeBase))
    for pattern in patterns { bind(pattern, into: &match) }
    return match
  }

  /// The noun whose attributes are the variables of a match: names, claims, and what is known of those.
  static func noun(of match: BoundMatch) -> Noun {
    let variables = match.variables.enumerated().flatMap { number, variable -> [Attribute] in
      switch variable.kind {
      case .name:
        var attribute = Attribute(
          variable.name, or: ["?\(variable.name)"], .entity, "what ?\(variable.name) stands for"
        ) {
          Vector(.terms($0.bindings[number].values))
        }
        attribute.isOfOneSide = true
        return [attribute]
      case .claim:
        var own = Attribute(variable.name, or: ["?\(variable.name)"], .claim, "the claim ?\(variable.name)") {
          Vector(.claims($0.knowledgeBase.claims.ids), through: $0.bindings[number].values)
        }
        own.isOfOneSide = true
        return [own]
          + Nouns.claims.attributes.map {
            $0.ofClaim(number, named: variable.name, "of the claim ?\(variable.name)")
          }
      }
    }
    return Noun(
      name: "matches", singular: "match", summary: "claims and names that fit together",
      example: "claims match ?a relation kill, ?a location ?p, ?p within Pakistan", attributes: variables,
      shown: match.variables.map(\.name),
      rows: { NounTable($0, match.variables.map { Binding(kind: $0.kind, values: []) }) })
  }

  private mutating func bind(_ pattern: TriplePattern, into match: inout BoundMatch) {
    guard case .variable(let subject) = pattern.subject, case .value(let predicate) = pattern.predicate else {
      faults.append(Fault(.unanswered, at: pattern.range))
      return
    }
    if ["within", "part of"].contains(predicate.text.lowercased()) {
      return bindPart(subject, pattern.object, into: &match)
    }
    let names = predicate.text.split(separator: "|").map(String.init)
    let attributes = names.compactMap { Nouns.claims.attribute(named: $0) }
    guard attributes.count == names.count, !names.isEmpty else {
      let wrong = names.first { Nouns.claims.attribute(named: $0) == nil } ?? predicate.text
      let near = Spelling.near(wrong.lowercased(), in: Nouns.claims.attributes.map(\.name))
      let fault =
        near.isEmpty
        ? Fault.Reason.relationAsPredicate(wrong, subject: "?\(subject.text)", object: pattern.object.name)
        : .unknownAttribute(wrong, of: Nouns.claims.name, near: near, elsewhere: nil)
      return faults.append(Fault(fault, at: predicate.spot.range))
    }
    guard let claim = variable(subject, .claim, in: &match) else { return }
    switch pattern.object {
    case .value(let value):
      let tests = attributes.compactMap { test($0, value, predicate) }
      if tests.count == attributes.count { match.variables[claim].conditions.append(.any(tests.map { .test($0) })) }
    case .variable(let name):
      guard attributes.allSatisfy({ $0.index?.isOfNames == true }) else {
        let attribute = attributes.first { $0.index?.isOfNames != true }?.name ?? ""
        return faults.append(Fault(.unpairable(attribute), at: predicate.spot.range))
      }
      if let name = variable(name, .name, in: &match) {
        match.edges.append(BoundMatch.Edge(claim: claim, attributes: attributes, name: name))
      }
    }
  }

  private mutating func bindPart(
    _ part: Query.Name, _ whole: TriplePattern.Term, into match: inout BoundMatch
  ) {
    guard let part = variable(part, .name, in: &match) else { return }
    switch whole {
    case .variable(let name):
      if let whole = variable(name, .name, in: &match) {
        match.parts.append(BoundMatch.Within(part: part, whole: whole))
      }
    case .value(let value):
      guard let column = Scope.noun(Nouns.claims).column(named: "about") else { return }
      let terms = termSet(value, column, takesParts: true)
      match.variables[part].names =
        match.variables[part].names.map { known in
          TermSet(exact: Set(known.terms(table)).intersection(terms.terms(table)))
        } ?? terms
    }
  }

  /// The number of a variable, which is added where it is new; nil, with an error, where it stands for something else.
  private mutating func variable(_ name: Query.Name, _ kind: Binding.Kind, in match: inout BoundMatch) -> Int? {
    let wanted = name.text.lowercased()
    guard let number = match.variables.firstIndex(where: { $0.name == wanted }) else {
      match.variables.append(BoundMatch.Variable(name: wanted, kind: kind))
      return match.variables.count - 1
    }
    if match.variables[number].kind == kind { return number }
    faults.append(Fault(.twofoldVariable(name.text), at: name.spot.range))
    return nil
  }

  /// The test that an attribute of a claim has this value, or a part of it.
  private mutating func test(
    _ attribute: Attribute, _ value: Condition.Value, _ predicate: Condition.Value
  ) -> BoundTest? {
    let operand = Operand(
      attribute: Query.Name(attribute.name, predicate.spot.range), spot: predicate.spot)
    let test = Condition.Test(operand: operand, comparison: .equal, values: [value], spot: predicate.spot)
    let outer = scope
    scope = .noun(Nouns.claims)
    defer { scope = outer }
    guard case .test(let bound) = bind(.test(test), isNegated: false) else { return nil }
    return bound
  }
}

extension TriplePattern {
  fileprivate var range: TextRange { subject.range.union(predicate.range).union(object.range) }
}

extension TriplePattern.Term {
  fileprivate var range: TextRange {
    switch self {
    case .variable(let name): name.spot.range
    case .value(let value): value.spot.range
    }
  }
}

extension AttributeIndex {
  /// Whether it finds claims by a name.
  var isOfNames: Bool {
    switch self {
    case .terms, .articles: true
    case .words, .id: false
    }
  }
}
