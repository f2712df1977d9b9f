import ClaimModel

/// What keeps a lesson from being read or run: the fact and its place, which `failure` puts into words.
struct LessonProblem: Error, Hashable {
  /// What is wrong.
  enum Fact: Hashable {
    case badHeaderLine(String)
    case badHeaderValue(key: String, value: String)
    case newerLanguage(Int)
    case unknownDirective(String)
    case directiveWithoutQuery
    case outputWithoutQuery
    case noQuery
    case noCorpus
    case fileIsThere(path: String)
    case pageToTerminal(path: String)
    case notALesson(path: String)
    case fenceInAnswer
    case nothingToCheck
  }

  var fact: Fact
  var file: String
  /// The line, from 1; nil where it is of no one line.
  var line: Int?

  init(_ fact: Fact, file: String, line: Int? = nil) {
    self.fact = fact
    self.file = file
    self.line = line
  }

  /// The problem in words.
  var failure: SessionFailure { failure(at: nil) }

  /// The problem in words, at the place where what it is about was asked for; its own place is more exact.
  func failure(at place: Diagnostic.Place?) -> SessionFailure {
    let (code, message, suggestion) = words
    let own = line.map { Diagnostic.Place(file: file, line: $0, column: 1) }
    let diagnostic = Diagnostic(code: code, message, place: own ?? place, suggestion: suggestion)
    return SessionFailure([diagnostic], status: .couldNotRun)
  }

  private var words: (code: String, message: String, suggestion: String?) {
    switch fact {
    case .nothingToCheck:
      (
        "L013", "\(file) has no answer that could be checked",
        "put an empty fence of output under a query and let `check --update` fill it"
      )
    case .badHeaderLine(let line):
      ("L001", "a lesson's header has no line like \(line)", "write it as: title: My lesson")
    case .badHeaderValue(let key, let value):
      (
        "L001", "a lesson's header cannot say \(key): \(value)",
        "it has \(LessonHeader.keys.joined(separator: ", ")); a day is 2025-06-01"
      )
    case .newerLanguage(let version):
      ("L002", "\(file) is written in version \(version) of the language", "this hearsay knows version 1")
    case .unknownDirective(let words):
      (
        "L003", "nothing can be checked by \(words.isEmpty ? "an empty word" : words)",
        "it can be error, unordered, rows=3 or skip REASON"
      )
    case .directiveWithoutQuery: ("L004", "this comment about checking stands above no query", nil)
    case .outputWithoutQuery:
      ("L004", "this output stands under no query", "a fence of output follows its fence of hearsay")
    case .noQuery: ("L005", "\(file) has no query", "write queries between ```hearsay and ```, at the margin")
    case .noCorpus:
      ("L006", "\(file) names no articles", "add corpus: FOLDER to its header, or name the articles after it")
    case .fileIsThere(let path): ("L008", "\(path) is there already", "record writes new lessons only")
    case .pageToTerminal(let path): ("L009", "a page is no text for a terminal", "name a file: --output \(path)")
    case .notALesson(let path): ("L010", "\(path) is no lesson", "a lesson is Markdown and ends in .md")
    case .fenceInAnswer:
      ("L012", "a line of this answer would end the fence that it stands in", "show fewer columns, or show it as table")
    }
  }
}
