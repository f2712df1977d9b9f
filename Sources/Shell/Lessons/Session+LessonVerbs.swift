import ClaimModel
import FoundationEssentials
import Output
import TextForms

extension Session {
  /// Compares the answers in a lesson with those that come, and says what differs.
  ///
  /// - Parameters:
  ///   - path: The lesson.
  ///   - paths: Articles that take the place of those that it names.
  ///   - updates: Whether the answers that have come are written into the lesson.
  ///   - place: Where it was asked for.
  /// - Throws: where it could not run; and, without words of its own, where something differs.
  func check(
    _ path: String, reading paths: [String], updates: Bool, askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) {
    guard Lesson.isMarkdown(path) else { throw LessonProblem(.notALesson(path: path), file: path).failure(at: place) }
    let lesson = try lesson(at: path, askedForAt: place)
    let run = try LessonRun(lesson, from: self, reading: paths)
    if let warning = run.warning { report([warning]) }
    guard lesson.steps.contains(where: { $0.answer != nil || !$0.directives.isEmpty }) else {
      throw LessonProblem(.nothingToCheck, file: path).failure(at: place)
    }
    let check = LessonCheck(lesson, by: run)
    let wrong = updates ? check.faults : (check.faults + check.differences).sorted { $0.line < $1.line }
    for skipped in check.skipped { tell(lesson, skipped.line, "left out: \(skipped.message)") }
    for difference in wrong { tell(lesson, difference.line, difference.message) }
    if updates { try write(check.updated, of: lesson, askedForAt: place) }
    let result = wrong.isEmpty ? "all as they stand" : wrong.count.counted("difference")
    console.write("\(lesson.file.visibleForm()): \(check.compared.counted("answer")), \(result)\n")
    if !wrong.isEmpty || run.warning != nil { throw SessionFailure([], status: .failed) }
  }

  /// Writes a lesson with other answers, where they are others.
  private func write(
    _ update: LessonUpdate, of lesson: Lesson, askedForAt place: Diagnostic.Place?
  ) throws(SessionFailure) {
    var text: String
    do throws(LessonProblem) {
      text = try update.text()
    } catch {
      throw error.failure(at: place)
    }
    guard text != lesson.lines.joined(separator: "\n") else { return }
    text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lesson.lineEnd)
    try ExportFile.write(text, to: lesson.file, askedForAt: place)
  }

  private func tell(_ lesson: Lesson, _ line: Int, _ message: String) {
    console.write("\(lesson.file.visibleForm()):\(line): \(message)\n")
  }

  /// Begins to make a lesson of what is typed from now on.
  func startRecording(_ path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) {
    guard Lesson.isMarkdown(path) else { throw LessonProblem(.notALesson(path: path), file: path).failure(at: place) }
    if FileManager.default.fileExists(atPath: path) {
      throw LessonProblem(.fileIsThere(path: path), file: path).failure(at: place)
    }
    recording = LessonRecording(path, for: self)
    if audience == .person { console.report("recording \(path.visibleForm()) until `record off`\n") }
  }

  /// Writes the page of a lesson or of a saved query.
  ///
  /// - Parameters:
  ///   - path: The lesson; `-` for a saved query on standard input.
  ///   - paths: Articles that take the place of those that it names.
  ///   - output: The file that is written; nil for standard output.
  ///   - withoutAnswers: Whether what is hidden in the lesson is left out.
  ///   - place: Where it was asked for.
  /// - Throws: where it cannot be read, run or written.
  func writePage(
    of path: String, reading paths: [String], to output: String?, withoutAnswers: Bool,
    askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) {
    if output == nil, console.outputWidth != nil {
      let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? "page"
      throw LessonProblem(.pageToTerminal(path: "\(name).html"), file: path).failure(at: place)
    }
    let lesson = try lesson(at: path, askedForAt: place)
    let run = try LessonRun(lesson, from: self, reading: paths)
    if let warning = run.warning { report([warning]) }
    let page = Page(of: lesson, by: run)
    let html = withoutAnswers ? page.withoutAnswers.html : page.html
    guard let output else { return console.write(html) }
    try ExportFile.write(html, to: output, askedForAt: place)
  }

  /// Waits for Enter; false where the person has had enough: `q`, or the end of the input.
  func waitForEnter() -> Bool {
    console.report("Enter goes on, q ends: ")
    let line = Descriptor.input.readLine()
    if line == nil { console.report("\n") }
    if console.takeInterrupt() { return false }
    return line.map { !$0.lowercased().hasPrefix("q") } ?? false
  }
}
