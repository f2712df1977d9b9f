import Query
import TextForms

extension Command {
  /// `history`
  static let history = Command(
    name: "history", arguments: "[N]", summary: "shows the last statements, the newest at the end",
    explanation: """
      Without a number all that are kept. The arrow keys go through those that start with what is typed, Ctrl-R searches
      them. A statement with a space before it is not kept.
      """
  ) { session, invocation throws(SessionFailure) in
    let count = try invocation.count()
    let entries = session.history.entries.suffix(count ?? Int.max)
    session.write(entries.map { $0.visibleForm(keepingLines: true) + "\n" }.joined())
  }
}
