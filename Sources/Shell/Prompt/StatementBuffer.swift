import Query

/// What has been typed, line by line, until it is a statement that can be carried out.
struct StatementBuffer {
  /// The lines of a statement that waits for more, each with its end.
  private(set) var text = ""

  /// Whether nothing waits.
  var isEmpty: Bool { text.isEmpty }

  /// Takes a line, or several that were pasted.
  ///
  /// - Returns: the statement that is complete with it; nil where more has to come.
  mutating func take(_ line: String) -> String? {
    text += line
    guard Self.isComplete(text) else {
      text += "\n"
      return nil
    }
    defer { text = "" }
    return text
  }

  /// Forgets what waits.
  mutating func drop() { text = "" }

  /// A command ends with its line; a query where the language says so.
  private static func isComplete(_ text: String) -> Bool {
    if text.allSatisfy(\.isWhitespace) { return true }
    if !text.contains("\n"), Habit.isMarked(text) { return true }
    if !text.contains("\n"), Invocation(QuerySource(text)) != nil { return true }
    return StatementReader.isComplete(text)
  }
}

extension Session {
  /// Carries out what was typed or pasted at once: one statement, or several up to the first that goes wrong.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - file: What errors call the place; nil at the prompt.
  ///   - firstLine: The line on which it starts.
  /// - Returns: whether all went well.
  @discardableResult
  func carryOut(_ text: String, file: String? = nil, firstLine: Int = 1) -> Bool {
    let isWell = perform(allOf: text, file: file, firstLine: firstLine)
    if isWell { record(text) }
    return isWell
  }

  private func perform(allOf text: String, file: String?, firstLine: Int) -> Bool {
    let whole = QuerySource(text, file: file, firstLine: firstLine)
    if !text.contains("\n"), Invocation(whole) != nil { return perform(whole) }
    for statement in StatementReader.statements(of: text) where !isOver {
      let line = firstLine + statement.firstLine - 1
      guard perform(QuerySource(statement.text, file: file, firstLine: line)) else { return false }
    }
    return true
  }
}
