import TextForms

/// What a comment above a query says about checking its answer: `<!-- check: unordered -->`.
enum LessonDirective: Hashable {
  /// It goes wrong, with this code where one is named.
  case error(code: String?)
  /// Its rows may come in any order.
  case unordered
  /// It has so many rows; which ones does not matter.
  case rows(Int)
  /// It is not carried out, for this reason.
  case skip(reason: String)

  /// The directives of a comment, without its marks; nil where it is about something else.
  ///
  /// - Returns: the words that are none, where there are such, instead.
  static func read(_ comment: String) -> Result<[LessonDirective], Unknown>? {
    let text = comment.trimmed
    guard text.lowercased().hasPrefix("check:") else { return nil }
    let rest = text.dropFirst("check:".count).trimmed
    // A reason may have commas in it.
    let words = rest.hasPrefix("skip") ? [rest] : rest.split(separator: ",").map { $0.trimmed }
    var found: [LessonDirective] = []
    for word in words {
      guard let directive = LessonDirective(word) else { return .failure(Unknown(words: word)) }
      found.append(directive)
    }
    return found.isEmpty ? .failure(Unknown(words: "")) : .success(found)
  }

  /// Words that are no directive.
  struct Unknown: Error, Hashable {
    var words: String
  }

  private init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0.isWhitespace || $0 == "=" }
    let rest = parts.count > 1 ? parts[1].trimmed : ""
    switch parts.first?.lowercased() {
    case "error": self = .error(code: rest.isEmpty ? nil : rest)
    case "unordered" where rest.isEmpty: self = .unordered
    case "rows":
      guard let count = Int(rest), count >= 0 else { return nil }
      self = .rows(count)
    case "skip" where !rest.isEmpty: self = .skip(reason: rest)
    default: return nil
    }
  }
}
