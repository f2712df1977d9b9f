import Output
import Query
import TextForms

/// A saved query as a lesson: its comments are the prose.
enum SavedQueryLesson {
  /// The lesson that a file of statements is.
  static func lesson(_ text: String, file: String) -> Lesson {
    var lesson = Lesson(file: file)
    lesson.lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var line = 0
    for statement in StatementReader.statements(of: text) {
      let comments = lesson.lines[line..<max(line, statement.firstLine - 1)].compactMap { words(ofComment: $0) }
      if !comments.isEmpty { lesson.parts.append(.prose(.paragraph([.text(comments.joined(separator: " "))]))) }
      lesson.parts.append(.step(.init(text: statement.text, line: statement.firstLine)))
      line = statement.firstLine + statement.text.count { $0.isNewline }
    }
    return lesson
  }

  /// The words of a line that is a comment; nil for any other.
  private static func words(ofComment line: Substring) -> String? {
    let text = line.trimmed
    guard text.hasPrefix("--") || text.hasPrefix("#") else { return nil }
    return text.drop { $0 == "-" || $0 == "#" }.trimmed
  }
}
