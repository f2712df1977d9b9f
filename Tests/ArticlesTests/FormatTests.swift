import Articles
import ClaimModel
import Foundation
import TestSupport
import Testing

/// Files of every format, and what is read of them.
@Suite struct FormatTests {
  @Test(arguments: [
    "wrapped.txt", "windows.txt", "leftovers.txt", "translated.txt", "opinion.md", "no-front-matter.markdown",
    "news.html", "blog.html", "old-page.htm", "feed.jsonl", "keys.md", "front-matter.text", "rule.txt",
  ])
  func `what is read of a file is what its case holds`(name: String) throws {
    let reading = ArticleReader().read(paths: [CaseFiles.path(name)])
    try GoldenCase.expect(ArticleForm.text(of: reading), equals: "articles/\(name).expected")
  }

  @Test(arguments: ["catalogue", "errors"])
  func `what is read of a folder is what its case holds`(name: String) throws {
    let reading = ArticleReader().read(paths: [CaseFiles.path(name)])
    try GoldenCase.expect(ArticleForm.text(of: reading), equals: "articles/\(name).expected")
  }
}

/// The cases' files.
enum CaseFiles {
  /// The path of the case's input `name`.
  static func path(_ name: String) -> String { GoldenCase.folder.appending(path: "articles/\(name)").path }

  /// The bytes of the file at `path`.
  static func bytes(_ path: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(filePath: path))) }
}
