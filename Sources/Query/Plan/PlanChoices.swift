/// Which of its ways a planner may take; the answer is the same with any of them, which tests say.
struct PlanChoices: Hashable, Sendable {
  /// Whether a condition may be looked up in an index.
  var usesIndexes = true
  /// Whether conditions are tested in the order of what they cost, not as they are written.
  var ordersConditions = true
  /// Whether a sort that a limit follows gives no more rows than that.
  var cutsSorts = true
  /// Whether the first rows are found without putting the others in order.
  var takesFirstRows = true
}
