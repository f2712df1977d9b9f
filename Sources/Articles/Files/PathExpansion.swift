import FoundationEssentials
import Glibc

/// Turns paths as a person gives them into files, each once, in order.
struct PathExpansion {
  /// The files to read.
  private(set) var files: [ArticleFile] = []
  /// The files of claims among them, which are no articles.
  private(set) var claimFiles: [String] = []
  /// What is wrong with the paths.
  private(set) var problems: [ArticleProblem] = []
  /// The files and folders that have been met, by their real path.
  private var met: Set<String> = []

  /// No path yet.
  init() {}

  /// Adds a file, a folder with all below it, what a glob matches, or standard input for `-`.
  mutating func add(_ path: String) {
    if path == "-" { return addFile(path) }
    switch FileKind(path) {
    case .folder:
      let folder = withoutSlash(path)
      if !addFolder(folder, root: folder) { problems.append(.emptyFolder(path: path)) }
    case .file, .special: addFile(path)
    case .missing where GlobPattern.isPattern(path): addMatches(path)
    case .missing: problems.append(.missing(path: path))
    }
  }

  /// What the names of files of claims end in.
  private static let claimsEndings = [".claims.jsonl", ".nt", ".ttl"]

  private mutating func addFile(_ path: String, root: String? = nil) {
    let file = ArticleFile(path: path, root: root)
    guard file.name != Catalogue.fileName, met.insert(realPath(path)).inserted else { return }
    let name = file.name.lowercased()
    if Self.claimsEndings.contains(where: name.hasSuffix) { claimFiles.append(path) } else { files.append(file) }
  }

  /// Adds the articles in a folder and in those below it.
  ///
  /// - Returns: whether there is one, be it that it was added before.
  @discardableResult
  private mutating func addFolder(_ path: String, root: String) -> Bool {
    guard met.insert(realPath(path)).inserted else { return true }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      problems.append(.unreadable(path: path, reason: "its names may not be listed"))
      return true
    }
    var hasArticle = false
    for name in names.sorted(by: byName) where name.first != "." {
      let inner = path == "/" ? path + name : path + "/" + name
      switch FileKind(inner) {
      case .folder: hasArticle = addFolder(inner, root: root) || hasArticle
      case .file where ArticleFormat(ofFileNamed: name) != nil:
        addFile(inner, root: root)
        hasArticle = true
      default: continue
      }
    }
    return hasArticle
  }

  private mutating func addMatches(_ pattern: String) {
    let matches = GlobPattern(pattern).matches()
    for path in matches {
      // A pattern that leaves the ending open asks for articles, not for whatever else is there.
      let isArticle = !pattern.hasSuffix("*") || ArticleFormat(ofFileNamed: ArticleFile(path: path).name) != nil
      if FileKind(path) == .folder { addFolder(path, root: path) } else if isArticle { addFile(path) }
    }
    if matches.isEmpty { problems.append(.nothingMatches(pattern: pattern)) }
  }

  private func withoutSlash(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  private func realPath(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

/// In order of the bytes, which no machine's language changes.
func byName(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

/// What stands at a path.
enum FileKind {
  case file, folder, missing
  /// A pipe or a device: it is read where it is asked for, and passed over in a folder.
  case special

  /// What stands at `path`, links followed.
  init(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .missing
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .special
      }
  }
}
