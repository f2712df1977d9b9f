/// How words are set off on a terminal: in colour or not at all.
///
/// The colours are few and of the sixteen that every theme defines, so that they read on light and on dark.
public enum Style: Hashable, Sendable {
  case plain
  case colour

  /// What a word is, which decides how it is set off.
  public enum Role: Hashable, Sendable, CaseIterable {
    /// What recedes: missing values, rulers, neighbouring sentences.
    case faint
    /// What leads: column names, titles.
    case heading
    /// The words that a claim rests on.
    case marked
    case error
    case warning
    case notice

    fileprivate var graphicRendition: String {
      switch self {
      case .faint: "2"
      case .heading: "1"
      case .marked: "1;4"
      case .error: "1;31"
      case .warning: "1;35"
      case .notice: "1;36"
      }
    }
  }

  /// `text`, set off as `role`; `text` itself where there is no colour.
  public func paint(_ text: String, _ role: Role) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(role.graphicRendition)m\(text)\u{1B}[0m"
  }
}
