import FoundationEssentials
import Glibc

/// Where statements are kept from one session to the next: `$XDG_STATE_HOME/hearsay/history`, else
/// `~/.local/state/hearsay/history`.
///
/// The file is always written whole, to a file beside it that then takes its name, so that a terminal which closes in the
/// middle leaves the old one; nobody else may read it. Two sessions at once keep the statements of both.
struct HistoryFile {
  private let path: String

  /// The file that these environment variables lead to; nil where there is no home.
  init?(environment: [String: String]) {
    guard let folder = UserFolder.path("XDG_STATE_HOME", under: ".local/state", environment) else { return nil }
    path = folder + "/history"
  }

  /// What has been kept; empty where there is none yet.
  func read() -> History {
    guard let text = try? TextFile.read(path) else { return History() }
    return History(parsing: text)
  }

  /// Keeps what `history` has added, together with what others have. Where that fails nothing is lost but these.
  func save(_ history: inout History) {
    let text = history.saved(over: read()).text
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: attributes)
    let temporary = "\(path).\(getpid())"
    let isWritten = FileManager.default.createFile(
      atPath: temporary, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten, unsafe chmod(temporary, 0o600) == 0 else { return }
    if unsafe rename(temporary, path) != 0 { try? FileManager.default.removeItem(atPath: temporary) }
  }
}

/// The folders of the XDG Base Directory Specification.
enum UserFolder {
  /// The folder `hearsay` under what `variable` names, else under `fallback` of the home; nil where there is no home.
  static func path(_ variable: String, under fallback: String, _ environment: [String: String]) -> String? {
    // The specification has relative paths ignored.
    if let base = environment[variable], base.hasPrefix("/") { return base + "/hearsay" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(fallback)/hearsay"
  }
}
