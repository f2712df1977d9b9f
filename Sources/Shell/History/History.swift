/// The statements that were typed, whole and with their line breaks, the newest last.
public struct History: Hashable, Sendable {
  /// Most statements that are kept.
  static let most = 2_000
  /// Longer ones, in bytes of UTF-8, are not kept.
  static let longest = 65_536

  /// The statements.
  public private(set) var entries: [String] = []
  /// Those that were added here and are in no file yet.
  private(set) var unsaved: [String] = []

  /// No statements.
  public init() {}

  /// Keeps a statement where it is to be kept: not one that starts with a space, nor the last one again.
  ///
  /// - Returns: whether it was kept.
  @discardableResult
  mutating func add(_ statement: String) -> Bool {
    var kept = statement
    while let last = kept.last, last.isWhitespace { kept.removeLast() }
    guard !kept.isEmpty, kept.first?.isWhitespace == false, kept.utf8.count <= Self.longest else { return false }
    guard kept != entries.last else { return false }
    entries.append(kept)
    unsaved.append(kept)
    if entries.count > Self.most { entries.removeFirst(entries.count - Self.most) }
    return true
  }

  /// What a file holds: a statement a line, with `\n` for its line breaks and `\\` for a backslash.
  init(parsing text: String) {
    let lines = text.split(separator: "\n").suffix(Self.most)
    entries = lines.map { Self.unescaped($0) }
  }

  /// The statements as `init(parsing:)` reads them.
  var text: String { entries.map { Self.escaped($0) + "\n" }.joined() }

  /// What a file that holds `current` is to hold: what others have added to it first, then what was added here, which
  /// counts as saved from now on.
  mutating func saved(over current: History) -> History {
    var merged = current
    for statement in unsaved { merged.add(statement) }
    unsaved = []
    return merged
  }

  private static func escaped(_ statement: String) -> String {
    statement.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\n")
  }

  private static func unescaped(_ line: Substring) -> String {
    var statement = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        statement.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        statement.append(character)
      }
    }
    return statement
  }
}
