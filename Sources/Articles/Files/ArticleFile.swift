import ClaimModel
import FoundationEssentials
import Glibc

/// A file that is to be read, or standard input.
struct ArticleFile: Hashable, Sendable {
  /// The path as it was given, for diagnostics; `-` is standard input.
  var path: String
  /// The folder that was asked for, where the file was found in one.
  var root: String?

  /// The file's name without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path of `article`, one of those in the file.
  func path(of article: Article) -> String { String(path.dropLast(name.count)) + article.file }

  /// The path from the root of the file system, links to folders followed; nil for standard input and other pipes. A link
  /// to a file stays one: it is the same words under another name.
  var absolutePath: String? {
    guard FileKind(path) == .file, let folder, let resolved = unsafe realpath(folder, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved) + "/" + name
  }

  /// The folder that it stands in, or nil for standard input.
  var folder: String? {
    guard path != "-" else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folders whose catalogues may speak of the file, the nearest first, up to the one that was asked for; each with
  /// the folders between it and the file, a slash behind each.
  var cataloguedIn: [(folder: String, below: String)] {
    guard var folder else { return [] }
    var places = [(folder: folder, below: "")]
    while let root, folder != root, folder.hasPrefix(root), let slash = folder.lastIndex(of: "/") {
      let below = folder[folder.index(after: slash)...] + "/" + (places.last?.below ?? "")
      folder = String(folder[..<slash])
      places.append((folder, String(below)))
    }
    return places
  }

  /// The format that its name says it has; nil where only its text can tell.
  var format: ArticleFormat? { path == "-" ? nil : ArticleFormat(ofFileNamed: name) ?? .plainText }

  /// All bytes of it.
  func bytes() throws(ArticleProblem) -> [UInt8] {
    guard path != "-" else { return try bytes(of: STDIN_FILENO) }
    if FileKind(path) == .special {
      let descriptor = unsafe open(path, O_RDONLY)
      defer { close(descriptor) }
      return try bytes(of: descriptor)
    }
    do {
      return try [UInt8](Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path: path, reason: Self.reason(error))
    }
  }

  /// What can be read from an open file until it ends: a pipe, a terminal.
  private func bytes(of descriptor: Int32) throws(ArticleProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // `read` writes no more bytes than `part` has room for.
      let count = unsafe part.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes += part[..<count] }
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { throw .unreadable(path: path, reason: unsafe String(cString: strerror(errno))) }
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?: "it may not be read"
    case .fileReadNoSuchFile?: "it is not there"
    case .fileReadTooLarge?: "it is too large"
    default: "the system reports an error"
    }
  }
}
