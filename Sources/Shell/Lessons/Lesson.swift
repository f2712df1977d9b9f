import Output

/// A text with queries in it: a lesson, a page of documentation, a saved query with its comments.
struct Lesson: Hashable {
  /// What the lesson is called in messages: its path.
  var file: String
  /// What stands above the text.
  var header = LessonHeader()
  /// What it consists of, in order.
  var parts: [Part] = []
  /// Its lines as they stand in the file.
  var lines: [Substring] = []
  /// What its lines end in.
  var lineEnd = "\n"

  /// A part of a lesson.
  enum Part: Hashable {
    case prose(ProseBlock)
    case step(Step)
    /// What follows is hidden until somebody asks for it, under these words.
    case hiding(String)
    /// What was hidden ends here.
    case shown
  }

  /// Statements that are carried out together, and what the lesson says comes of them.
  struct Step: Hashable {
    /// The statements.
    var text: String
    /// The line on which they start, from 1.
    var line: Int
    /// What is said to come of them; nil where nothing is said.
    var answer: Answer?
    /// What a comment above says about checking it.
    var directives: [LessonDirective] = []
    /// Whether it stands in a session, where questions and answers take turns.
    var isTyped = false
  }

  /// An answer as it stands in the file.
  struct Answer: Hashable {
    /// Its lines, each with its end.
    var text: String
    /// The line on which it starts, from 1.
    var line: Int
    /// How many lines it takes.
    var count: Int
  }

  /// The statements, in order.
  var steps: [Step] {
    parts.compactMap { part in
      if case .step(let step) = part { step } else { nil }
    }
  }

  /// What it is called: by its header, else by its first heading, else by its file.
  var title: String {
    if let title = header.title { return title }
    for case .prose(.heading(_, let words)) in parts { return words.plainText }
    return String(file.split(separator: "/").last ?? "-")
  }
}
