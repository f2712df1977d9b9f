public import ClaimModel
import TextForms

/// A diagnostic as people read it: what is wrong in a first line that stands alone, then where, then what to do.
///
///     error[Q012]: no entity is called ISPK
///       --> daily.query:3:22
///       |
///     3 | claims where subject=ISPK
///       |                      ^^^^
///       = did you mean ISKP?
public enum DiagnosticText {
  /// How wide a line of the source is shown where nothing says how wide the terminal is.
  private static let usualWidth = 120

  /// Writes a diagnostic out; a notice, which asks for nothing to be mended, is its first line alone.
  ///
  /// - Parameters:
  ///   - diagnostic: What is wrong.
  ///   - style: How words are set off.
  ///   - width: How many cells a line may take; a longer line of the source is shown around its marked words.
  /// - Returns: The lines, each with its end.
  public static func text(of diagnostic: Diagnostic, style: Style = .plain, width: Int? = nil) -> String {
    var lines = [firstLine(of: diagnostic, style)]
    if diagnostic.severity == .notice {
      let hint = diagnostic.suggestion.map { "; " + $0.visibleForm() } ?? ""
      return lines[0] + hint + "\n"
    }
    var margin = ""
    if let place = diagnostic.place {
      let number = String(place.line)
      margin = String(repeating: " ", count: number.count)
      if let file = place.file {
        lines.append("\(margin)\(style.paint("-->", .faint)) \(file.visibleForm()):\(place.line):\(place.column)")
      }
      if let text = place.text {
        let room = max(40, (width ?? usualWidth) - number.count - 3)
        let excerpt = SourceExcerpt(of: text, column: place.column, length: place.length, width: room)
        let bar = style.paint("|", .faint)
        lines.append("\(margin) \(bar)")
        lines.append("\(style.paint(number, .faint)) \(bar) \(excerpt.line)")
        lines.append("\(margin) \(bar) \(excerpt.indent)\(style.paint(excerpt.carets, role(of: diagnostic)))")
      }
    }
    if let suggestion = diagnostic.suggestion {
      lines.append("\(margin) \(style.paint("=", .faint)) \(suggestion.visibleForm())")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func firstLine(of diagnostic: Diagnostic, _ style: Style) -> String {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    return style.paint(head, role(of: diagnostic)) + ": " + diagnostic.message.visibleForm()
  }

  private static func role(of diagnostic: Diagnostic) -> Style.Role {
    switch diagnostic.severity {
    case .error: .error
    case .warning: .warning
    case .notice: .notice
    }
  }
}
