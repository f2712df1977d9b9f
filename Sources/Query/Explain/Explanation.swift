/// A plan in words and figures: what each step does, and how many rows it leaves.
enum Explanation {
  /// What an explanation says of each step.
  static let columns: [ResultTable.Column] = [.init("step", .number), .init("does", .text), .init("rows", .number)]

  /// Runs a plan and counts.
  static func table(of plan: Plan, format: String?) -> ResultTable {
    var frame = Executor.start(of: plan)
    var steps = [("take all \(plan.noun.name)", frame.rows.count)]
    for step in plan.operators {
      frame = step.run(frame)
      steps.append((step.words, frame.rows.count))
    }
    steps.append((plan.projection.words, frame.rows.count))
    let rows = steps.enumerated().map { number, step -> [ResultTable.Cell] in
      [.integer(number + 1), .text(step.0), .integer(step.1)]
    }
    return ResultTable(
      columns: columns, rows: rows,
      provenance: rows.map { _ in [] }, format: format)
  }
}
