/// A plan in words and figures: what each step does, about how many rows it was to leave and how many it left; how
/// long it took, where that is asked for, since it is never the same twice.
enum Explanation {
  /// What an explanation says of each step.
  static func columns(isTimed: Bool) -> [ResultTable.Column] {
    let columns: [ResultTable.Column] = [
      .init("step", .number), .init("does", .text), .init("expected", .number), .init("rows", .number),
    ]
    return isTimed ? columns + [.init("ms", .number)] : columns
  }

  /// Runs a plan, and counts.
  static func table(
    of plan: Plan, format: String?, isTimed: Bool, _ control: QueryControl
  ) throws(QueryControl.Stop) -> ResultTable {
    var frame = Frame(plan.table)
    var expected = frame.rows.count
    var rows: [[ResultTable.Cell]] = []
    func tell(_ words: String, _ time: Duration) {
      let (seconds, attoseconds) = time.components
      let milliseconds = Double(seconds) * 1000 + (Double(attoseconds) / 1e12).rounded() / 1000
      let cells: [ResultTable.Cell] = [
        .integer(rows.count + 1), .text(words), .integer(expected), .integer(frame.rows.count),
      ]
      rows.append(isTimed ? cells + [.number(milliseconds)] : cells)
    }
    tell("take all \(plan.noun.name)", .zero)
    let clock = ContinuousClock()
    for step in plan.operators {
      expected = step.estimate(of: expected)
      let start = clock.now
      frame = try step.run(frame, control)
      tell(step.words, clock.now - start)
    }
    let start = clock.now
    _ = try plan.projection.table(of: frame, control)
    tell(plan.projection.words, clock.now - start)
    return ResultTable(
      columns: columns(isTimed: isTimed), rows: rows, provenance: Provenance(rows.map { _ in [] }), format: format)
  }
}
