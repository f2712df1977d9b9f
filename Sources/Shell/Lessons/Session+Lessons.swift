import ClaimModel
import Query
import Store

extension Session {
  /// A fresh session for a lesson, which knows its articles.
  ///
  /// A lesson may come from anybody: its statements may ask, define, set and run saved queries, but read no other file and
  /// write none. Only its header names articles, which are looked for beside the lesson first.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - paths: Articles that take the place of those that it names.
  ///   - console: Where its answers go.
  /// - Returns: the session, and a warning where the articles are not those that it was written for.
  /// - Throws: where the articles cannot be read, or the lesson is written for a later hearsay.
  func lessonSession(
    for lesson: Lesson, reading paths: [String], on console: any Console
  ) throws(SessionFailure) -> (session: Session, warning: Diagnostic?) {
    if let version = lesson.header.language, version > LanguageVersion.current {
      throw LessonProblem(.newerLanguage(version), file: lesson.file).failure
    }
    let fresh = Session(console: console, audience: .person)
    fresh.vocabulary = vocabulary
    fresh.declareVocabulary()
    fresh.settings.pager = false
    fresh.settings.today = lesson.header.today
    fresh.runningFiles = [lesson.file]
    if !paths.isEmpty {
      try fresh.read(paths)
    } else if !lesson.header.corpus.isEmpty {
      try fresh.read(lesson.header.corpus.map { fresh.resolved($0) })
    } else if knowledgeBase.articleCount > 0 {
      fresh.knowledgeBase = knowledgeBase
    } else {
      throw LessonProblem(.noCorpus, file: lesson.file).failure
    }
    fresh.isLesson = true
    return (fresh, Self.warning(for: lesson, digest: CorpusDigest.digest(of: fresh.knowledgeBase)))
  }

  /// The lesson in the file at `path`: Markdown, or a saved query with its comments; `-` is a saved query on standard input.
  func lesson(at path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> Lesson {
    let text = try TextFile.read(path, askedForAt: place)
    do throws(LessonProblem) {
      let lesson =
        Lesson.isMarkdown(path) ? try LessonReader.lesson(text, file: path) : SavedQueryLesson.lesson(text, file: path)
      if lesson.steps.isEmpty { throw LessonProblem(.noQuery, file: path) }
      return lesson
    } catch {
      throw error.failure(at: place)
    }
  }

  /// Refuses a command that a lesson may not give.
  func rejectForLessons(_ invocation: Invocation) throws(SessionFailure) {
    guard isLesson, !Self.lessonCommands.contains(invocation.command.name) else { return }
    // A saved query can do no more than the lesson itself.
    if invocation.command.name == Command.run.name, invocation.words.first?.hasSuffix(".query") == true { return }
    let problem = LessonProblem(.forbidden(command: invocation.command.name), file: "")
    throw problem.failure(at: invocation.source.place(of: Invocation.firstWord(of: invocation.source.text)))
  }

  /// The commands that neither read nor write a file.
  private static let lessonCommands = ["describe", "cite", "schema", "set", "help"]

  private static func warning(for lesson: Lesson, digest: String) -> Diagnostic? {
    guard let expected = lesson.header.digest, expected != digest else { return nil }
    return Diagnostic(
      .warning, code: "L011", "the articles are not those that \(lesson.file) was written for",
      suggestion: "its header has another digest than theirs: \(digest)")
  }
}

extension Lesson {
  /// Whether a file is a lesson in Markdown, by its name.
  static func isMarkdown(_ path: String) -> Bool {
    [".md", ".markdown"].contains { path.lowercased().hasSuffix($0) }
  }
}
