public import ClaimModel

/// The text of a query and where it stands, so that errors can say so.
public struct QuerySource: Hashable, Sendable {
  /// The query.
  public var text: String
  /// The file's name, or nil at the prompt.
  public var file: String?
  /// The line of the file on which the text starts, from 1.
  public var firstLine: Int

  /// A query, by default one typed at the prompt.
  public init(_ text: String, file: String? = nil, firstLine: Int = 1) {
    self.text = text
    self.file = file
    self.firstLine = firstLine
  }
}

/// Why a query was not run.
public struct QueryFailure: Error, Hashable, Sendable {
  /// What is wrong, in the order of the text, at most five.
  public var diagnostics: [Diagnostic]

  /// A failure for these reasons.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
