/// Puts the rows of another query of the same noun to these, or takes them away.
struct Combine: Operator {
  let kind: Clause.Combination
  let plan: Plan

  func run(_ frame: Frame) -> Frame {
    let other = Set(Executor.rows(of: plan).rows)
    let own = Set(frame.rows)
    let rows: [UInt32] =
      switch kind {
      case .union: frame.table.nounTable.order.filter { own.contains($0) || other.contains($0) }
      case .except: frame.rows.filter { !other.contains($0) }
      case .intersect: frame.rows.filter { other.contains($0) }
      }
    return Frame(table: frame.table, rows: rows)
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
}
