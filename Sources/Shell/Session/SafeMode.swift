import FoundationEssentials

/// What a session may touch that carries out what somebody else wrote: the files that it was given, for reading, and
/// nothing else.
struct SafeMode {
  /// The files and folders that were given, by their real paths.
  private let given: [String]
  /// The folder whose saved queries may be run, too.
  private let queries: String?
  private let takesInput: Bool

  /// Safe mode for a session that was given these paths; `-` among them is standard input.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - folder: A folder whose saved queries, which can do no more than the session, may be run; nil for none.
  init(given paths: [String], queriesIn folder: String? = nil) {
    takesInput = paths.contains("-")
    given = paths.map { Self.realPath(Self.fixedPart(of: $0)) }
    queries = folder.map(Self.realPath)
  }

  /// Whether a file, a folder or a glob is among what was given, or below it.
  func allows(_ path: String) -> Bool {
    if path == "-" { return takesInput }
    let fixed = Self.fixedPart(of: path)
    // What follows the fixed part of a glob must not lead up again.
    guard !path.dropFirst(fixed.count).split(separator: "/").contains("..") else { return false }
    let real = Self.realPath(fixed)
    if let queries, real.hasSuffix(".query"), Self.isBelow(queries, real) { return true }
    return given.contains { real == $0 || Self.isBelow($0, real) }
  }

  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// A path up to its first folder or name with a wildcard in it.
  private static func fixedPart(of path: String) -> String {
    let start = path.prefix { !"*?[".contains($0) }
    guard start.endIndex != path.endIndex else { return path }
    return start.lastIndex(of: "/").map { String(start[...$0]) } ?? "."
  }

  private static func realPath(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

extension Session {
  /// The file that a command is to read, beside the file that is being run where it is there.
  ///
  /// - Throws: where safe mode does not let it be read.
  func readable(_ path: String, for invocation: Invocation) throws(SessionFailure) -> String {
    let resolved = resolved(path)
    if let safeMode, !safeMode.allows(resolved) {
      throw invocation.failure(.notGiven(path: path), at: path)
    }
    return resolved
  }

  /// The files that a command is to read, as `readable` has each.
  func readable(_ paths: [String], for invocation: Invocation) throws(SessionFailure) -> [String] {
    var readable: [String] = []
    for path in paths { readable.append(try self.readable(path, for: invocation)) }
    return readable
  }
}
