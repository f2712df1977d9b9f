import ClaimModel
import FoundationEssentials

/// Whole text files: scripts, vocabularies, the start file, the history.
enum TextFile {
  /// The text of the file at `path`, a byte order mark left out; `-` is standard input.
  ///
  /// `place` is where it was asked for.
  static func read(_ path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> String {
    guard let text = String(validating: try bytes(path, askedForAt: place), as: UTF8.self) else {
      throw ShellProblem.notUTF8(path: path).failure(at: place)
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The bytes of the file at `path`; `-` is standard input.
  ///
  /// `place` is where it was asked for.
  static func bytes(_ path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> [UInt8] {
    do {
      return path == "-" ? Array(Descriptor.input.readAll()) : try Array(Data(contentsOf: URL(filePath: path)))
    } catch {
      throw ShellProblem.unreadableFile(path: path, reason: reason(for: path)).failure(at: place)
    }
  }

  /// Why a file cannot be read, in the words of someone who looks for it.
  private static func reason(for path: String) -> String {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "there is no such file" }
    return isFolder ? "it is a folder" : "it may not be read"
  }
}
