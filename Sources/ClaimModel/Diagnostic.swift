/// What is wrong, where, and what would be right, in words that can be shown as they are.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Nothing was done.
    case error
    /// It was done, but perhaps not as meant.
    case warning
    /// Something worth knowing.
    case notice
  }

  /// A place in a text: a file's, a query's.
  public struct Place: Hashable, Sendable {
    /// The file's name, or nil at the prompt.
    public var file: String?
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int
    /// How many characters are marked, at least 1.
    public var length: Int
    /// The whole line, without its end.
    public var text: String?

    /// `length` characters from `column` of `line` on.
    public init(file: String? = nil, line: Int, column: Int, length: Int = 1, text: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.length = length
      self.text = text
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable code that `help` explains, such as `Q012`.
  public var code: String
  /// What is wrong, in one line that stands alone.
  public var message: String
  /// Where.
  public var place: Place?
  /// What to do about it: "did you mean ISKP?".
  public var suggestion: String?

  /// A diagnostic of `severity`.
  public init(
    _ severity: Severity = .error, code: String, _ message: String, place: Place? = nil, suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.suggestion = suggestion
  }
}
