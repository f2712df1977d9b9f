public import ClaimModel
import TextForms

/// A diagnostic as programs read it: an object of JSON on one line.
public enum DiagnosticJSON {
  /// Writes a diagnostic as a line: `severity`, `code` and `message`, then `file`, `line`, `column`, `length`, `text` and
  /// `suggestion` as far as they are known.
  ///
  /// - Returns: The line with its end.
  public static func line(for diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    let members: [(name: String, value: String?)] = [
      ("severity", diagnostic.severity.rawValue.jsonQuoted), ("code", diagnostic.code.jsonQuoted),
      ("message", diagnostic.message.jsonQuoted), ("file", place?.file?.jsonQuoted),
      ("line", place.map { String($0.line) }), ("column", place.map { String($0.column) }),
      ("length", place.map { String($0.length) }), ("text", place?.text?.jsonQuoted),
      ("suggestion", diagnostic.suggestion?.jsonQuoted),
    ]
    let written = members.compactMap { name, value in value.map { "\(name.jsonQuoted):\($0)" } }
    return "{\(written.joined(separator: ","))}\n"
  }
}
