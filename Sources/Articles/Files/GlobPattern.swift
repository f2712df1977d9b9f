import FoundationEssentials

/// A pattern of paths: `*` and `?` within a name, `[a-z]`, `[!a-z]`, and `**` for any number of folders.
struct GlobPattern: Hashable, Sendable {
  /// The names between slashes.
  private var names: [String]
  /// Whether it starts at the root.
  private var isAbsolute: Bool

  /// The pattern that `text` writes.
  init(_ text: String) {
    isAbsolute = text.hasPrefix("/")
    names = text.split(separator: "/").map(String.init)
  }

  /// Whether `path` has a character that a pattern has.
  static func isPattern(_ path: String) -> Bool { path.utf8.contains { [0x2A, 0x3F, 0x5B].contains($0) } }

  /// The files and folders that match, in order of name. Hidden names match only a name that is written out.
  func matches() -> [String] {
    var found: [String] = []
    var met: Set<String> = []
    collect(names[...], below: isAbsolute ? "/" : "", into: &found)
    return found.filter { met.insert($0).inserted }
  }

  private func collect(_ rest: ArraySlice<String>, below folder: String, into found: inout [String]) {
    guard let first = rest.first else { return }
    let others = rest.dropFirst()
    if first == "**" {
      if others.isEmpty {
        found += names(in: folder).map { folder + $0 }
      } else {
        collect(others, below: folder, into: &found)
      }
      for name in names(in: folder) where FileKind(folder + name) == .folder && !Self.isLink(folder + name) {
        collect(rest, below: folder + name + "/", into: &found)
      }
      return
    }
    let candidates = Self.isPattern(first) ? names(in: folder).filter { Self.name($0, matches: first) } : [first]
    for name in candidates {
      switch FileKind(folder + name) {
      case .missing: continue
      case _ where others.isEmpty: found.append(folder + name)
      case .file, .special: continue
      case .folder: collect(others, below: folder + name + "/", into: &found)
      }
    }
  }

  private func names(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (all ?? []).filter { $0.first != "." }.sorted(by: byName)
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// Whether `name` matches `pattern`, a pattern without slashes. Quadratic at worst: only the last `*` is tried again.
  static func name(_ name: String, matches pattern: String) -> Bool {
    let name = Array(name.unicodeScalars)
    let pattern = Array(pattern.unicodeScalars)
    var at = 0
    var part = 0
    var star: (part: Int, at: Int)?
    while at < name.count {
      if part < pattern.count, pattern[part] == "*" {
        star = (part, at)
        part += 1
      } else if let next = oneMatches(name[at], pattern, part) {
        (at, part) = (at + 1, next)
      } else if let last = star {
        star = (last.part, last.at + 1)
        (at, part) = (last.at + 1, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy { $0 == "*" }
  }

  /// The place in `pattern` after the part at `part`, where that matches `scalar`.
  private static func oneMatches(_ scalar: Unicode.Scalar, _ pattern: [Unicode.Scalar], _ part: Int) -> Int? {
    guard part < pattern.count else { return nil }
    if pattern[part] == "?" { return part + 1 }
    if pattern[part] == "[", let set = bracketed(pattern, part) {
      return set.ranges.contains { $0.contains(scalar) } != set.isNegated ? set.end : nil
    }
    return pattern[part] == scalar ? part + 1 : nil
  }

  /// The characters in brackets from `open` on, and the place after them; nil where no bracket closes them.
  private static func bracketed(
    _ pattern: [Unicode.Scalar], _ open: Int
  ) -> (ranges: [ClosedRange<Unicode.Scalar>], isNegated: Bool, end: Int)? {
    var at = open + 1
    let isNegated = at < pattern.count && (pattern[at] == "!" || pattern[at] == "^")
    if isNegated { at += 1 }
    let first = at
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while at < pattern.count, pattern[at] != "]" || at == first {
      if at + 2 < pattern.count, pattern[at + 1] == "-", pattern[at + 2] != "]", pattern[at] <= pattern[at + 2] {
        ranges.append(pattern[at]...pattern[at + 2])
        at += 3
      } else {
        ranges.append(pattern[at]...pattern[at])
        at += 1
      }
    }
    return at < pattern.count ? (ranges, isNegated, at + 1) : nil
  }
}
