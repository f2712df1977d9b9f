import TextForms

/// Where an answer is not what the lesson says.
struct LessonDifference: Hashable {
  /// The line of the lesson, from 1.
  var line: Int
  /// What is other, in one line.
  var message: String

  /// A difference; what comes from articles is made visible in it.
  init(_ line: Int, _ message: String) {
    self.line = line
    self.message = message.visibleForm()
  }
}
