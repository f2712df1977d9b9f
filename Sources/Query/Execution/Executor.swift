import ClaimModel

/// Runs a plan, operator after operator.
enum Executor {
  /// The rows that a plan leaves.
  static func rows(of plan: Plan, _ control: QueryControl) throws(QueryControl.Stop) -> Frame {
    var frame = Frame(plan.table)
    for step in plan.operators {
      try control.check()
      frame = try step.run(frame, control)
    }
    return frame
  }
}
