import Foundation
import Testing

@testable import Shell

@Suite struct SafeModeTests {
  @Test(arguments: [
    ("given", true), ("given/a.txt", true), ("./given/deep/b.txt", true), ("given/*.txt", true),
    ("given/**/*.txt", true),
    ("given/../given/a.txt", true), ("one.txt", true), ("two.txt", false), ("given2/a.txt", false), ("given/..", false),
    ("given/../two.txt", false), ("given/*/../../two.txt", false), ("*.txt", false), ("/etc/passwd", false),
    ("-", false),
    ("given/link.txt", false), ("", false),
  ])
  func whatIsAllowed(path: String, isAllowed: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "given/deep"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "given/link.txt").path, withDestinationPath: "../two.txt")
    try Data().write(to: folder.appending(path: "two.txt"))
    let isAbsolute = path.hasPrefix("/") || path == "-"
    let safeMode = SafeMode(given: ["given/", "one.txt"].map { folder.path + "/" + $0 })
    #expect(safeMode.allows(isAbsolute ? path : folder.path + "/" + path) == isAllowed)
  }

  @Test func standardInputHasToBeGiven() {
    #expect(SafeMode(given: ["-"]).allows("-"))
    #expect(!SafeMode(given: []).allows("."))
  }

  /// Every command that touches more than the session says so.
  @Test func commandsSayHowFarTheyReach() {
    let reaching = Command.table.filter { $0.reach != .nothing }.map(\.name)
    #expect(
      reaching == [
        "load", "import", "export", "open", "save", "edit", "run", "check", "record", "page", "extract", "parse",
      ])
  }
}
