import ClaimModel
import FoundationEssentials
import Query

/// The files and folders that a path can become.
enum FileCandidates {
  /// What the last path of `typed`, which ends at byte `cursor`, can become. Spaces are written with a backslash.
  static func candidates(for typed: String, endingAt cursor: Int) -> [QueryCompletion.Candidate] {
    let path = lastPath(of: typed)
    let range = TextRange(cursor - path.utf8.count, cursor)
    let plain = path.replacing("\\ ", with: " ")
    let slash = plain.lastIndex(of: "/")
    let folder = slash.map { String(plain[...$0]) } ?? ""
    let start = slash.map { String(plain[plain.index(after: $0)...]) } ?? plain
    let names = (try? FileManager.default.contentsOfDirectory(atPath: expanded(folder))) ?? []
    // A name with a control character in it cannot be typed, and must not reach the terminal.
    let fitting = names.filter { name in
      name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
        && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return fitting.sorted().map { name in
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: expanded(folder) + "/" + name, isDirectory: &isFolder)
      let text = (folder + name).replacing(" ", with: "\\ ") + (isFolder ? "/" : "")
      return QueryCompletion.Candidate(text, detail: "", replaced: range)
    }
  }

  /// What stands after the last space that no backslash escapes.
  private static func lastPath(of typed: String) -> String {
    var path = ""
    var isEscaped = false
    for character in typed {
      if character == " ", !isEscaped { path = "" } else { path.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return path
  }

  private static func expanded(_ folder: String) -> String { folder.isEmpty ? "." : folder }
}
