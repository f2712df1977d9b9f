import ClaimModel

extension Binder {
  /// Whether the value stands before the attribute, `10 < quantity`, which is an error.
  mutating func isTurnedRound(_ test: Condition.Test) -> Bool {
    guard test.operand.aggregate == nil, let name = test.operand.attribute, test.values.count == 1,
      scope.column(named: name.text) == nil, scope.column(named: test.values[0].text) != nil
    else { return false }
    let turned: [Comparison: Comparison] = [
      .less: .greater, .lessOrEqual: .greaterOrEqual, .greater: .less, .greaterOrEqual: .lessOrEqual,
    ]
    var written = test
    written.operand.attribute?.text = test.values[0].text
    written.values[0].text = name.text
    written.comparison = turned[test.comparison] ?? test.comparison
    faults.append(Fault(.turnedRound(write: QueryPrinter.text(of: written)), at: name.spot.range))
    return true
  }

  /// Whether an attribute of both claims is compared with that of one, `source = right.source`, which is an error: it
  /// would always hold.
  mutating func isWithoutSide(_ test: Condition.Test, _ attribute: Attribute) -> Bool {
    guard let value = test.values.first, let other = scope.noun.attribute(named: value.text), other.isOfOneSide else {
      return false
    }
    let fault = Fault.Reason.sideMissing(attribute: attribute.name, other: other.name)
    faults.append(Fault(fault, at: test.operand.spot.range))
    return true
  }

  /// The attribute that stands on the right of a comparison, where rows have sides: `left.source != right.source`.
  mutating func comparedAttribute(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate? {
    guard let value = test.values.first, test.values.count == 1, case .noun(let noun) = scope else { return nil }
    guard let attribute = noun.attribute(named: value.text), attribute.isOfOneSide else {
      let isSided = ["left.", "right.", "?"].contains { value.text.hasPrefix($0) }
      if isSided, noun.attributes.contains(where: \.isOfOneSide) {
        let near = Spelling.near(value.text.lowercased(), in: noun.attributes.map(\.name))
        faults.append(
          Fault(.unknownAttribute(value.text, of: noun.name, near: near, elsewhere: nil), at: value.spot.range))
      }
      return nil
    }
    switch test.comparison {
    case .equal, .identical, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    default: return nil
    }
    guard attribute.type == column.type else {
      let reason = Fault.Reason.unlikeAttributes(
        column.name, type: column.type.words, other: attribute.name, otherType: attribute.type.words)
      faults.append(Fault(reason, at: value.spot.range))
      return nil
    }
    let other = BoundQuery.Column(name: attribute.name, expression: .attribute(attribute), type: attribute.type)
    return .attribute(AttributeComparison(comparison: test.comparison, other: other))
  }
}
