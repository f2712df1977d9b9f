import ClaimModel
import Query

/// A lesson that is carried out from its start, without anybody seeing it.
final class LessonRun {
  /// What came of a step.
  struct Outcome: Hashable {
    var events: [LessonEvent] = []
    /// Whether all its statements went well.
    var isWell = true

    /// What appeared, as a person would have seen it.
    var text: String { events.map(\.text).joined() }
  }

  let session: Session
  /// What is to be known first: that the articles are others.
  let warning: Diagnostic?
  private let console: LessonConsole

  /// A run of `lesson` in a session of its own.
  ///
  /// - Throws: what keeps it from being run.
  init(_ lesson: Lesson, from session: Session, reading paths: [String]) throws(SessionFailure) {
    let console = LessonConsole(for: session.console)
    self.console = console
    (self.session, warning) = try session.lessonSession(for: lesson, reading: paths, on: console)
    self.session.answered = { console.expectDrawing(of: $0) }
    // What loading had to say is for the person, not part of an answer.
    for event in console.take() { session.console.report(event.text) }
  }

  /// Carries out a step; messages name no file and count lines from the step's first, so that they stay the same wherever
  /// it stands.
  func outcome(of step: Lesson.Step) -> Outcome {
    guard step.skipReason == nil else { return Outcome() }
    let isWell = session.carryOut(step.text)
    // `quit` ends no more than its step.
    session.isOver = false
    return Outcome(events: console.take(), isWell: isWell)
  }
}

extension Lesson.Step {
  /// Why it is not carried out; nil where it is.
  var skipReason: String? {
    for case .skip(let reason) in directives { return reason }
    return nil
  }

  /// Whether it is meant to go wrong.
  var expectsError: Bool {
    directives.contains { if case .error = $0 { true } else { false } }
  }
}
