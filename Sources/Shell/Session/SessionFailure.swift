public import ClaimModel

/// Why a statement or a script was not carried out.
public struct SessionFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public var diagnostics: [Diagnostic]
  /// What the program ends with where this ends it.
  public var status: Outcome

  /// A failure for these reasons.
  public init(_ diagnostics: [Diagnostic], status: Outcome = .failed) {
    self.diagnostics = diagnostics
    self.status = status
  }
}
