import ClaimModel

extension Binder {
  /// The attribute that stands on the right of a comparison, where rows have sides: `left.source != right.source`.
  mutating func comparedAttribute(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate? {
    guard let value = test.values.first, test.values.count == 1, case .noun(let noun) = scope,
      let attribute = noun.attribute(named: value.text), attribute.isOfOneSide
    else { return nil }
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
