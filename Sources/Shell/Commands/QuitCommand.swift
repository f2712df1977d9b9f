import Query

extension Command {
  /// `quit`
  static let quit = Command(
    name: "quit", aliases: ["exit", "q", "bye", "logout"], arguments: "", summary: "ends the session; so does Ctrl-D",
    explanation: "`exit`, `.quit`, `\\q`, `:q`, `quit()` and `quit;` are understood as well."
  ) { session, _ throws(SessionFailure) in
    session.isOver = true
  }
}
