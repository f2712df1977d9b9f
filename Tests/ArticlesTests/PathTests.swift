import Articles
import ClaimModel
import Foundation
import Testing

/// Which files paths stand for.
@Suite struct PathTests {
  private func files(_ paths: String...) -> [String] {
    ArticleReader().read(paths: paths.map(CaseFiles.path)).articles.map(\.file)
  }

  @Test func `a folder stands for the articles below it, by name`() {
    #expect(files("catalogue") == ["a.txt", "b.md", "c.jsonl#1", "c.jsonl#2", "d.txt", "e.txt"])
  }

  @Test func `globs match names, folders and sets of characters`() {
    #expect(files("catalogue/*.txt") == ["a.txt"])
    #expect(files("catalogue/[a-b].*") == ["a.txt", "b.md"])
    #expect(files("catalogue/[!a].??") == ["b.md"])
    #expect(files("catalogue/**/*.txt") == ["a.txt", "d.txt", "e.txt"])
    #expect(files("cat*/m*/d.txt") == ["d.txt"])
    #expect(files("catalogue/*") == ["a.txt", "b.md", "c.jsonl#1", "c.jsonl#2", "d.txt", "e.txt"])
  }

  @Test func `a file that is named twice loads once`() {
    #expect(files("catalogue/a.txt", "catalogue/../catalogue/a.txt", "catalogue/a.*") == ["a.txt"])
    #expect(files("catalogue/more", "catalogue/more/") == ["d.txt", "e.txt"])
  }

  @Test func `a file with any ending is read as plain text where it is named`() {
    #expect(files("catalogue/notes.rst") == ["notes.rst"])
  }

  @Test func `a pipe is read where it is named, and passed over in a folder`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { TemporaryFile.remove(folder) }
    let pipe = folder + "/pipe.txt"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(ArticleReader().read(paths: [folder]).diagnostics.map(\.code) == ["A003"])
    let writer = Thread { try? Data("An article out of a pipe.".utf8).write(to: URL(filePath: pipe)) }
    writer.start()
    #expect(ArticleReader().read(paths: [pipe]).articles.map(\.text) == ["An article out of a pipe."])
  }

  @Test func `a catalogue is no article`() {
    #expect(files("catalogue/a.txt", "catalogue/articles.csv") == ["a.txt"])
  }

  @Test func `what cannot be found is told, and the rest loads`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { TemporaryFile.remove(folder) }
    let paths = [CaseFiles.path("nowhere.txt"), CaseFiles.path("*.nothing"), folder, CaseFiles.path("catalogue/a.txt")]
    let reading = ArticleReader().read(paths: paths)
    #expect(reading.articles.map(\.file) == ["a.txt"])
    let codes = reading.diagnostics.map(\.code).filter {
      !["A011", "A012", "A014", "A015", "A016", "A017"].contains($0)
    }
    #expect(codes == ["A001", "A004", "A003"])
  }

  @Test func `links that go round in a circle are followed once`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    defer { TemporaryFile.remove(folder) }
    try FileManager.default.createSymbolicLink(atPath: folder + "/inner/back", withDestinationPath: folder)
    try Data("An article.".utf8).write(to: URL(filePath: folder + "/inner/a.txt"))
    #expect(ArticleReader().read(paths: [folder]).articles.count == 1)
    #expect(ArticleReader().read(paths: [folder + "/**/*.txt"]).articles.count == 1)
  }
}
