import ClaimModel

/// Runs a plan, operator after operator.
enum Executor {
  /// The rows that a plan leaves.
  static func rows(of plan: Plan) -> Frame {
    var frame = start(of: plan)
    for step in plan.operators { frame = step.run(frame) }
    return frame
  }

  /// The rows that a plan starts with.
  static func start(of plan: Plan) -> Frame {
    Frame(table: .noun(plan.table), rows: plan.table.order)
  }
}
