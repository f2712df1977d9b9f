import TextForms

/// A lesson with other answers: all else stands as it stood.
struct LessonUpdate {
  private let file: String
  private let lines: [Substring]
  private var answers: [(answer: Lesson.Answer, text: String)] = []

  init(_ lesson: Lesson) {
    file = lesson.file
    lines = lesson.lines
  }

  /// Puts what has come under a step, where an answer stands.
  mutating func put(_ text: String, under step: Lesson.Step) {
    if let answer = step.answer { answers.append((answer, text)) }
  }

  /// The whole text.
  ///
  /// - Throws: where a line of an answer would end the fence that it stands in.
  func text() throws(LessonProblem) -> String {
    var result: [Substring] = []
    var next = 0
    for (answer, text) in answers {
      result += lines[next..<(answer.line - 1)]
      let shown = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if shown.contains(where: { $0.trimmed.hasPrefix("```") }) {
        throw LessonProblem(.fenceInAnswer, file: file, line: answer.line)
      }
      result += shown
      next = answer.line - 1 + answer.count
    }
    return (result + lines[next...]).joined(separator: "\n")
  }
}
