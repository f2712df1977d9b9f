import ClaimModel
import Output
import Query

extension Command {
  /// `more`, `more N`
  static let more = Command(
    name: "more", arguments: "[N]", summary: "shows the next rows of the last answer",
    explanation: """
      As many as were shown at first, or N. `set limit 100` shows more at once, `set limit off` all. Rows keep their
      numbers: `cite row 41` is the first row of the second screen.
      """
  ) { session, invocation throws(SessionFailure) in
    let count = try invocation.count()
    guard let answer = session.lastAnswer else { throw invocation.failure(.noAnswerYet) }
    guard session.shownRows < answer.rows.count else {
      return session.tell("no more rows: all \(answer.rows.count) have been shown")
    }
    session.show(answer, after: session.shownRows, limit: count)
  }
}

extension Invocation {
  /// The one number that follows; nil where nothing does.
  func count() throws(SessionFailure) -> Int? {
    let words = words
    guard let word = words.first else { return nil }
    guard words.count == 1, let count = Int(word), count > 0 else {
      throw failure(.badArgument(command: command.name, argument: word, usage: command.usage), at: word)
    }
    return count
  }
}
