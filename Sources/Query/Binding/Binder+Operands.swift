import ClaimModel

extension Binder {
  /// The column that an operand stands for; nil, with an error, where it stands for none.
  mutating func column(_ operand: Operand) -> BoundQuery.Column? {
    guard let word = operand.aggregate else {
      return operand.attribute.flatMap { attribute($0) }
    }
    if let counted = claimCount(operand) { return counted }
    guard case .groups(_, let inner) = scope else {
      faults.append(Fault(.aggregateBeforeGroup(QueryPrinter.text(of: operand)), at: operand.spot.range))
      return nil
    }
    guard var aggregate = Aggregate(rawValue: word) else { return nil }
    if operand.isDistinct, aggregate == .count { aggregate = .countDistinct }
    return self.aggregate(aggregate, operand, inner)
  }

  /// Whether an operand is made of many rows.
  mutating func isAggregate(_ operand: Operand) -> Bool {
    operand.aggregate != nil && claimCount(operand) == nil
  }

  /// `count(claims)` of nouns that know the number of their claims; of groups of them, the sum.
  private func claimCount(_ operand: Operand) -> BoundQuery.Column? {
    guard operand.aggregate == "count", !operand.isDistinct, operand.attribute?.text.lowercased() == "claims" else {
      return nil
    }
    let name = QueryPrinter.text(of: operand)
    switch scope {
    case .noun(let noun):
      guard let attribute = noun.attribute(named: "claims") else { return nil }
      return BoundQuery.Column(name: name, expression: .attribute(attribute), type: .number)
    case .groups(_, let inner):
      if inner.noun.name == "claims" {
        return BoundQuery.Column(name: name, expression: .aggregate(.count, of: nil), type: .number)
      }
      guard let attribute = inner.column(named: "claims") else { return nil }
      return BoundQuery.Column(name: name, expression: .aggregate(.sum, of: attribute.expression), type: .number)
    }
  }

  private mutating func aggregate(_ aggregate: Aggregate, _ operand: Operand, _ inner: Scope) -> BoundQuery.Column? {
    let name = QueryPrinter.text(of: operand)
    guard let attribute = operand.attribute else {
      guard aggregate == .count || aggregate == .share else {
        faults.append(Fault(.aggregateNeedsAttribute(name), at: operand.spot.range))
        return nil
      }
      return BoundQuery.Column(name: name, expression: .aggregate(aggregate, of: nil), type: .number)
    }
    guard let column = inner.column(named: attribute.text) else {
      report(unknown: attribute, in: inner)
      return nil
    }
    guard let type = aggregate.type(of: column.type) else {
      let reason = Fault.Reason.aggregateOfWrongType(
        aggregate: operand.aggregate ?? "", attribute: column.name, type: column.type.words)
      faults.append(Fault(reason, at: operand.spot.range))
      return nil
    }
    return BoundQuery.Column(name: name, expression: .aggregate(aggregate, of: column.expression), type: type)
  }

  private mutating func attribute(_ name: Query.Name) -> BoundQuery.Column? {
    if let column = shown?.first(where: { $0.name.lowercased() == name.text.lowercased() }) { return column }
    if let column = scope.column(named: name.text) { return column }
    report(unknown: name, in: scope)
    return nil
  }

  private mutating func report(unknown name: Query.Name, in scope: Scope) {
    let wanted = name.text.lowercased()
    if case .groups(let keys, let inner) = scope, let column = inner.column(named: wanted) {
      faults.append(
        Fault(
          .notGrouped(attribute: column.name, keys: keys.map(\.name), inCondition: isInCondition), at: name.spot.range))
      return
    }
    let names = (shown ?? []).map(\.name) + scope.allColumns.map(\.name)
    let elsewhere = Nouns.table.first { $0.name != scope.noun.name && $0.attribute(named: wanted) != nil }
    let near = Spelling.near(wanted, in: names + otherNames(scope))
    let reason = Fault.Reason.unknownAttribute(
      name.text, of: scope.noun.name, near: near, elsewhere: near.isEmpty ? elsewhere?.name : nil)
    faults.append(Fault(reason, at: name.spot.range))
  }

  private func otherNames(_ scope: Scope) -> [String] {
    guard case .noun(let noun) = scope else { return scope.noun.attributes.map(\.name) }
    return noun.attributes.flatMap(\.otherNames)
  }
}
