import Query

/// What a lesson's statement wrote.
struct LessonEvent: Hashable {
  /// What it is.
  enum Kind: Hashable {
    case answer(ResultTable)
    case text
    case message
  }

  var kind: Kind
  /// As it is written.
  var text: String
}

/// A console that keeps what comes, for checking it and for pages. All lessons are drawn at one width.
final class LessonConsole: Console {
  /// How many cells a line of a lesson's answers takes.
  static let width = 100

  let outputWidth: Int? = LessonConsole.width
  let reportWidth: Int? = LessonConsole.width
  let takesColour = false
  private let person: any Console
  private var events: [LessonEvent] = []
  private var drawn: ResultTable?

  /// A console whose person sits at another one.
  init(for person: any Console) {
    self.person = person
  }

  /// What the next text is a drawing of.
  func expectDrawing(of table: ResultTable) { drawn = table }

  func write(_ text: String) {
    events.append(LessonEvent(kind: drawn.map { .answer($0) } ?? .text, text: text))
    drawn = nil
  }

  func report(_ text: String) { events.append(LessonEvent(kind: .message, text: text)) }

  func takeInterrupt() -> Bool { person.takeInterrupt() }

  var interruptIsPending: @Sendable () -> Bool { person.interruptIsPending }

  /// What has come since this was last asked.
  func take() -> [LessonEvent] {
    defer { events = [] }
    return events
  }
}
