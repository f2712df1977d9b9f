import ClaimModel
import Hearsay
import Query
import Store

extension Session {
  /// A fresh session for a lesson, which knows its articles.
  ///
  /// A lesson may come from anybody, so that it stands in safe mode: it may read its articles, which are looked for beside
  /// it first, and run the saved queries of its folder.
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
    fresh.corpus = Corpus(knowing: corpus.vocabulary)
    fresh.settings.pager = false
    fresh.settings.today = lesson.header.today
    fresh.runningFiles = [lesson.file]
    let folder = lesson.file.lastIndex(of: "/").map { String(lesson.file[..<$0]) } ?? "."
    let articles = paths.isEmpty ? lesson.header.corpus.map { fresh.resolved($0) } : paths
    let loads = lesson.header.loads.map { fresh.resolved($0) }
    // Whoever keeps a script to what it was given keeps its lessons to that.
    for path in articles + loads where safeMode.map({ !$0.allows(path) }) ?? false {
      throw ShellProblem.notGiven(path: path).failure(at: nil)
    }
    if !articles.isEmpty {
      try fresh.read(articles)
    } else if knowledgeBase.articleCount > 0 {
      fresh.knowledgeBase = knowledgeBase
    } else if loads.isEmpty {
      throw LessonProblem(.noCorpus, file: lesson.file).failure
    }
    fresh.safeMode = SafeMode(given: articles + loads, queriesIn: folder)
    fresh.settings.graphics = settings.graphics
    return (fresh, Self.warning(for: lesson, digest: CorpusDigest.digest(of: fresh.knowledgeBase)))
  }

  /// The lesson in the file at `path`: Markdown, or a saved query with its comments; `-` is a saved query on standard input.
  func lesson(at path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> Lesson {
    let original = try TextFile.read(path, askedForAt: place)
    let text = String(original.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    do throws(LessonProblem) {
      var lesson =
        Lesson.isMarkdown(path) ? try LessonReader.lesson(text, file: path) : SavedQueryLesson.lesson(text, file: path)
      if lesson.steps.isEmpty { throw LessonProblem(.noQuery, file: path) }
      if original.contains("\r\n") { lesson.lineEnd = "\r\n" }
      return lesson
    } catch {
      throw error.failure(at: place)
    }
  }

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
