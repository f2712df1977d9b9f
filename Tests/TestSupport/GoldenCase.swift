public import Foundation
public import Testing

/// Files under `Tests/Cases`: input, and the output that is expected of it.
///
/// `UPDATE_CASES=1 swift test` writes what came out instead of comparing it; read the diff before you commit it.
public enum GoldenCase {
  /// The folder of all cases.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")

  /// The top of the project, where `seeds` and `Queries` are.
  public static let projectFolder = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// The files of `subfolder` with the ending `suffix`, by name.
  public static func files(in subfolder: String, suffix: String) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: subfolder), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }.sorted { $0.path < $1.path }
  }

  /// The text of a case's file.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Expects `actual` to be what the file at `path`, under `Tests/Cases`, holds.
  public static func expect(_ actual: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard actual != expected else { return }
    let difference = firstDifference(actual, expected)
    Issue.record("\(path) differs \(difference)", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ actual: String, _ expected: String) -> String {
    let came = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(came, wanted).prefix { $0 == $1 }.count
    let got = line < came.count ? String(came[line]) : "(end)"
    let want = line < wanted.count ? String(wanted[line]) : "(end)"
    return "at line \(line + 1):\n  expected: \(want)\n  came out: \(got)"
  }
}
