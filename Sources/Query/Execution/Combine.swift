/// Puts the rows of another query of the same noun to these, or takes them away.
struct Combine: Operator {
  let kind: Clause.Combination
  let plan: Plan

  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    let rows = frame.rows.list
    let others = try Executor.rows(of: plan, control).rows.list
    let other = BitSet(others, below: frame.table.count)
    switch kind {
    case .union:
      var both = BitSet(rows, below: frame.table.count)
      both.formUnion(other)
      return Frame(table: frame.table, rows: .some(both.members), isOrdered: false)
    case .except: return frame.keeping(rows.filter { !other.contains($0) })
    case .intersect: return frame.keeping(rows.filter { other.contains($0) })
    }
  }

  var words: String {
    let steps = plan.operators.map(\.words).joined(separator: "; ")
    let rows = steps.isEmpty ? "all \(plan.noun.name)" : "another set: \(steps)"
    return switch kind {
    case .union: "add the rows of \(rows)"
    case .except: "leave out the rows of \(rows)"
    case .intersect: "keep the rows that are also in \(rows)"
    }
  }

  func estimate(of rows: Int) -> Int {
    let other = plan.operators.reduce(plan.table.count) { $1.estimate(of: $0) }
    return switch kind {
    case .union: min(rows + other, plan.table.count)
    case .except: max(rows - other, 0)
    case .intersect: min(rows, other)
    }
  }
}
