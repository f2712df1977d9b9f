import ClaimModel
import Store
import TextForms

extension TermSet {
  mutating func add(_ other: TermSet) {
    exact.formUnion(other.exact)
    wholes += other.wholes
  }
}

extension Binder {
  /// What a name stands for in a column; empty, with an error or a warning, where it is not known.
  mutating func termSet(_ value: Condition.Value, _ column: BoundQuery.Column, takesParts: Bool) -> TermSet {
    var set = TermSet()
    let written = table.terms.terms(named: value.text)
    switch column.type.element {
    case .topic:
      let topics = written.filter { table.terms.kind($0) == .topic }
      let found = topics.isEmpty ? table.terms.terms(withAlias: value.text) : topics
      set.wholes = found.filter { table.terms.kind($0) == .topic }
    case .entity:
      set.wholes = knowledgeBase.entityTerms(named: value.text)
      set.exact = Set(written.filter { table.terms.kind($0) != .topic })
    default: set.exact = Set(written)
    }
    set.exact.formUnion(set.wholes)
    if !takesParts { set.wholes = [] }
    if set.exact.isEmpty, !isDeclared(value, column) { report(unknown: value, column) }
    return set
  }

  /// Whether a vocabulary knows the name, though no claim names it.
  private func isDeclared(_ value: Condition.Value, _ column: BoundQuery.Column) -> Bool {
    column.type.element == .entity && !knowledgeBase.declaredEntities(named: value.text).isEmpty
  }

  private mutating func report(unknown value: Condition.Value, _ column: BoundQuery.Column) {
    let names = NameIndex(of: column, in: table)
    let reason = Fault.Reason.unknownName(
      attribute: column.name, value: value.text, near: names.near(value.text), holding: names.holding(value.text),
      common: names.mostCommon)
    faults.append(Fault(reason, at: value.spot.range, isWarning: mode == .prompt))
  }
}
