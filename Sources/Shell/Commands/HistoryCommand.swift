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
    let words = invocation.words
    var entries = session.history.entries[...]
    if let word = words.first {
      guard words.count == 1, let count = Int(word), count > 0 else {
        let problem = ShellProblem.badArgument(command: "history", argument: word, usage: invocation.command.usage)
        throw invocation.failure(problem, at: word)
      }
      entries = entries.suffix(count)
    }
    session.write(entries.map { $0.visibleForm(keepingLines: true) + "\n" }.joined())
  }
}
