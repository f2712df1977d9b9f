import Output
import Query
import TextForms

/// Reads a lesson: Markdown whose fences of `hearsay` are carried out.
///
/// A fence holds statements, whose answer stands in a fence of `output` under it; or, where lines in it start with
/// `hearsay> `, a session in which each statement is followed by its answer.
struct LessonReader {
  private static let prompt = "hearsay> "
  private static let next = "      -> "

  private var lesson: Lesson
  private var directives: [LessonDirective] = []
  private var directiveLine = 0
  private var depth = 0

  private init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  /// The lesson that a text of Markdown is; `file` is what messages call it.
  ///
  /// - Throws: what is wrong with its header or with comments about checking.
  static func lesson(_ text: String, file: String) throws(LessonProblem) -> Lesson {
    var lesson = Lesson(file: file)
    lesson.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lesson.header = try LessonHeader(lesson.lines, file: file)
    // The header's lines stay as empty ones, so that the others keep their numbers.
    let count = lesson.header.lineCount
    let body = String(repeating: "\n", count: count) + lesson.lines.dropFirst(count).joined(separator: "\n")
    var reader = LessonReader(lesson)
    for part in MarkdownReader.parts(of: body) { try reader.take(part) }
    try reader.expectNoDirective()
    for _ in 0..<reader.depth { reader.lesson.parts.append(.shown) }
    return reader.lesson
  }

  private mutating func take(_ part: MarkdownPart) throws(LessonProblem) {
    switch part {
    case .prose(let block):
      try expectNoDirective()
      lesson.parts.append(.prose(block))
    case .fence("hearsay", let text, let line): takeQuery(text, line)
    case .fence("output", let text, let line): try takeOutput(text, line)
    case .fence(_, let text, _):
      try expectNoDirective()
      lesson.parts.append(.prose(.code(text)))
    case .html(let text, let line): try takeHTML(text, line)
    }
  }

  private func expectNoDirective() throws(LessonProblem) {
    if !directives.isEmpty { throw LessonProblem(.directiveWithoutQuery, file: lesson.file, line: directiveLine) }
  }

  // MARK: Fences

  private mutating func takeQuery(_ text: String, _ line: Int) {
    if text.hasPrefix(Self.prompt) || text.contains("\n" + Self.prompt) {
      takeSession(text, firstLine: line + 1)
    } else {
      lesson.parts.append(.step(.init(text: text, line: line + 1, directives: directives)))
    }
    directives = []
  }

  private mutating func takeOutput(_ text: String, _ line: Int) throws(LessonProblem) {
    guard case .step(var step) = lesson.parts.last, step.answer == nil else {
      throw LessonProblem(.outputWithoutQuery, file: lesson.file, line: line)
    }
    step.answer = .init(
      text: text, line: line + 1, count: text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    lesson.parts[lesson.parts.count - 1] = .step(step)
  }

  /// A session: what is typed stands behind the prompt, what comes of it under it.
  private mutating func takeSession(_ text: String, firstLine: Int) {
    var buffer = StatementBuffer()
    var step: Lesson.Step?
    var answer: [Substring] = []
    var start = firstLine
    func close(before line: Int, _ parts: inout [Lesson.Part]) {
      guard var done = step else { return }
      done.answer = .init(text: answer.map { $0 + "\n" }.joined(), line: line - answer.count, count: answer.count)
      parts.append(.step(done))
      step = nil
      answer = []
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (place, line) in lines.enumerated() {
      guard line.hasPrefix(Self.prompt) || line.hasPrefix(Self.next) else {
        answer.append(line)
        continue
      }
      close(before: firstLine + place, &lesson.parts)
      if buffer.isEmpty { start = firstLine + place }
      guard let statement = buffer.take(String(line.dropFirst(Self.prompt.count))) else { continue }
      step = .init(text: statement, line: start, directives: directives, isTyped: true)
    }
    close(before: firstLine + lines.count, &lesson.parts)
  }

  // MARK: HTML

  /// Comments about checking, and what hides an answer; anything else is shown as what it is.
  private mutating func takeHTML(_ text: String, _ line: Int) throws(LessonProblem) {
    var rest = Substring(text)
    var line = line
    while let found = rest.firstTag {
      let before = rest[..<found.range.lowerBound]
      try show(before)
      line += before.count { $0.isNewline }
      try take(found.tag, line: line)
      line += rest[found.range].count { $0.isNewline }
      rest = rest[found.range.upperBound...]
    }
    try show(rest)
  }

  private mutating func show(_ text: Substring) throws(LessonProblem) {
    guard !text.trimmed.isEmpty else { return }
    try expectNoDirective()
    lesson.parts.append(.prose(.paragraph([.text(text.trimmed)])))
  }

  private mutating func take(_ tag: HTMLTag, line: Int) throws(LessonProblem) {
    switch tag {
    case .comment(let words):
      switch LessonDirective.read(words) {
      case .success(let found):
        directives += found
        directiveLine = line
      case .failure(let unknown): throw LessonProblem(.unknownDirective(unknown.words), file: lesson.file, line: line)
      case nil: break
      }
    case .details:
      depth += 1
      lesson.parts.append(.hiding("Answer"))
    case .summary(let words):
      if case .hiding = lesson.parts.last { lesson.parts[lesson.parts.count - 1] = .hiding(words) }
    case .end:
      guard depth > 0 else { return }
      depth -= 1
      lesson.parts.append(.shown)
    }
  }
}

/// The few pieces of HTML that mean something in a lesson.
private enum HTMLTag {
  case comment(String)
  case details
  case summary(String)
  case end
}

extension Substring {
  /// The first of the pieces that mean something, with its place; nil, too, where one has no end. Linear.
  fileprivate var firstTag: (tag: HTMLTag, range: Range<Index>)? {
    var start = startIndex
    while let open = self[start...].firstIndex(of: "<") {
      let rest = self[open...]
      if rest.hasPrefix("<!--") {
        let first = index(open, offsetBy: 4)
        guard let end = self[first...].firstRange(of: "-->") else { return nil }
        return (.comment(String(self[first..<end.lowerBound])), open..<end.upperBound)
      }
      if rest.hasPrefix("<summary>") {
        let first = index(open, offsetBy: "<summary>".count)
        guard let end = self[first...].firstRange(of: "</summary>") else { return nil }
        return (.summary(self[first..<end.lowerBound].trimmed), open..<end.upperBound)
      }
      for (word, tag) in [("<details>", HTMLTag.details), ("<details open>", .details), ("</details>", .end)]
      where rest.hasPrefix(word) {
        return (tag, open..<index(open, offsetBy: word.count))
      }
      start = index(after: open)
    }
    return nil
  }
}
