import Shell

/// A console that keeps what comes, answers and messages in the order in which they come.
final class RecordingConsole: Console {
  let outputWidth: Int?
  let reportWidth: Int?
  let takesColour = false
  private(set) var answers = ""
  private(set) var messages = ""
  private(set) var transcript = ""

  init(width: Int? = nil) {
    outputWidth = width
    reportWidth = width
  }

  func write(_ text: String) {
    answers += text
    transcript += text
  }

  func report(_ text: String) {
    messages += text
    transcript += text
  }
}
