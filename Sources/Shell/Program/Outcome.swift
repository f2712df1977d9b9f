/// How a run of the program has gone, as the shell that started it is told.
public enum Outcome: Int32, Sendable {
  /// All went well.
  case well = 0
  /// A query or a check failed.
  case failed = 1
  /// It could not run, or not on all that was asked: usage, a missing file.
  case couldNotRun = 2
}
