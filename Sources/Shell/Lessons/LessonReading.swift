import ClaimModel
import Output
import TextForms

/// A lesson as a person reads it: the prose, each query, and what comes of it.
struct LessonReading {
  private let lesson: Lesson
  private let session: Session
  /// Waits until the person goes on; false where they have had enough. Nil where nobody is waited for.
  private let goOn: (() -> Bool)?

  /// A reading of `lesson` in its own session.
  init(_ lesson: Lesson, in session: Session, goOn: (() -> Bool)?) {
    self.lesson = lesson
    self.session = session
    self.goOn = goOn
  }

  /// Reads it to its end, or up to the first step that goes wrong and is not meant to.
  ///
  /// - Returns: whether nothing went wrong.
  func run() -> Bool {
    let width = min(session.width ?? 80, 80)
    for part in lesson.parts {
      switch part {
      case .prose(let block): write(ProseText.text(of: block, style: session.style, width: width))
      case .hiding(let words):
        guard goOn?() ?? true else { return true }
        write(session.style.paint("▸ " + words.visibleForm(), .heading) + "\n")
      case .shown: break
      case .step(let step):
        show(step)
        guard goOn?() ?? true else { return true }
        guard run(step) || step.expectsError else { return false }
        session.console.write("\n")
      }
    }
    return true
  }

  private func write(_ text: String) { session.console.write(text + "\n") }

  private func show(_ step: Lesson.Step) {
    let lines = step.text.split(separator: "\n").map { String($0).visibleForm() }
    for (number, line) in lines.enumerated() {
      let prompt = number == 0 ? "hearsay> " : "      -> "
      session.console.write(session.style.paint(prompt, .heading) + line + "\n")
    }
  }

  private func run(_ step: Lesson.Step) -> Bool {
    if let reason = step.skipReason {
      session.console.write(session.style.paint("left out: \(reason.visibleForm())", .faint) + "\n")
      return true
    }
    return session.carryOut(step.text, file: lesson.file, firstLine: step.line)
  }
}

extension Session {
  /// Reads a lesson in a session of its own, with the settings of this one.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - paths: Articles that take the place of those that it names.
  ///   - goOn: Waits until the person goes on; nil where nobody is waited for.
  /// - Throws: what keeps it from being read; and, without words of its own, where a step goes wrong.
  func read(_ lesson: Lesson, reading paths: [String], goOn: (() -> Bool)? = nil) throws(SessionFailure) {
    let (fresh, warning) = try lessonSession(for: lesson, reading: paths, on: console)
    let today = fresh.settings.today
    fresh.settings = settings
    (fresh.settings.pager, fresh.settings.today) = (false, today ?? settings.today)
    fresh.reportsJSON = reportsJSON
    if let warning { report([warning]) }
    guard LessonReading(lesson, in: fresh, goOn: goOn).run() else { throw SessionFailure([], status: .failed) }
  }
}
