/// Keeps a spreadsheet from running a text of an article as a formula.
///
/// A cell that starts with one of the characters by which spreadsheets know a formula gets an apostrophe before it
/// (OWASP, “CSV Injection”). Plain numbers are left alone.
enum FormulaGuard {
  /// `text`, with an apostrophe before it where a spreadsheet would run it.
  static func disarmed(_ text: String) -> String {
    let first = text.unicodeScalars.first { starters.contains($0) || !$0.properties.isWhitespace }
    guard let first, starters.contains(first) else { return text }
    return Double(text) == nil ? "'" + text : text
  }

  /// ASCII and full-width signs of a formula, and the controls that some programs skip before one.
  private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}
