/// How a run of the program has gone, as the shell that started it is told.
public enum Outcome: Int32, Sendable, CaseIterable {
  case well = 0
  case failed = 1
  case couldNotRun = 2

  /// When the program ends like this, in a few words.
  var meaning: String {
    switch self {
    case .well: "all went well"
    case .failed: "a query or a check failed"
    case .couldNotRun: "it could not run, or not on all that was asked: usage, a missing file"
    }
  }
}
