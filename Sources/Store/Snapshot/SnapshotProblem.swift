public import ClaimModel

/// Why a snapshot could not be saved, opened or read.
public enum SnapshotProblem: Error, Hashable, Sendable {
  case unreadable(path: String, reason: String)
  case noSnapshot(path: String)
  case newer(path: String, version: Int)
  /// A part of it, by the name of its section, is not what was saved.
  case damaged(path: String, section: String)
  /// It ends too early; the section is the first that is not whole.
  case cutShort(path: String, section: String, bytes: Int, expected: Int)
  case unwritable(path: String, reason: String)
  /// It was to be written over a file that is no snapshot.
  case otherFile(path: String)
}

extension SnapshotProblem {
  /// The problem in words.
  public var diagnostic: Diagnostic { diagnostic(at: nil) }

  /// The problem in words, with the place where the file was asked for.
  public func diagnostic(at place: Diagnostic.Place?) -> Diagnostic {
    let (code, message, suggestion) = words
    return Diagnostic(code: code, message, place: place, suggestion: suggestion)
  }

  private var words: (code: String, message: String, suggestion: String?) {
    let again = "load the articles again, or open a copy"
    switch self {
    case .unreadable(let path, let reason): return ("F001", "\(path) cannot be opened: \(reason)", nil)
    case .noSnapshot(let path):
      return ("F002", "\(path) is no saved knowledge base", "articles are read with: load \(path)")
    case .newer(let path, let version):
      return (
        "F003", "\(path) was saved by a newer hearsay, in version \(version) of the format",
        "this one reads version \(SnapshotFormat.version)"
      )
    case .damaged(let path, let section): return ("F004", "\(path) is damaged: section \(section)", again)
    case .cutShort(let path, let section, let bytes, let expected):
      let lengths = "it has \(bytes) of \(expected) bytes"
      return ("F005", "\(path) is cut short: \(lengths) and ends in section \(section)", again)
    case .unwritable(let path, let reason): return ("F006", "\(path) cannot be saved: \(reason)", nil)
    case .otherFile(let path):
      return ("F007", "\(path) is there and is no saved knowledge base", "save under another name, name.hearsay")
    }
  }
}
