import Articles
import ClaimModel
import Foundation
import TestSupport
import Testing

/// The bytes of an article's text are those that stand at their origins in the file.
@Suite struct OffsetTests {
  @Test(arguments: ["wrapped.txt", "windows.txt", "leftovers.txt", "translated.txt", "catalogue/a.txt"])
  func `plain text stands where its origins say`(name: String) throws {
    try expectSameBytes(CaseFiles.path(name))
  }

  @Test(arguments: ["opinion.md", "no-front-matter.markdown", "catalogue/b.md"])
  func `Markdown stands where its origins say, but for entities`(name: String) throws {
    try expectSameBytes(CaseFiles.path(name))
  }

  @Test func `the seeds stand where their origins say`() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: GoldenCase.projectFolder.path + "/seeds")
    where file.hasSuffix(".txt") {
      try expectSameBytes(GoldenCase.projectFolder.path + "/seeds/" + file)
    }
  }

  @Test(arguments: ["news.html", "old-page.htm", "feed.jsonl"])
  func `letters and digits of any format stand where their origins say`(name: String) throws {
    try expectSameBytes(CaseFiles.path(name), onlyASCIIWords: true)
  }

  /// Random texts in Markdown and plain text, of the marks that these give a meaning to.
  @Test(arguments: ["txt", "md", "html"])
  func `random texts stand where their origins say`(ending: String) throws {
    var random = SplitMix(seed: 7)
    let parts = [
      "word", "Other", "*", "**", "_", "`", "[", "](x)", "]", "\n", "\n\n", "\r\n", "# ", "> ", "- ", "1. ", " ", "  ",
      "é", "—", "\u{A0}", "\u{AD}", "~~", "<b>", "</b>", "<p>", "|", "\\", "!", ".", "&", "<!--", "-->", "```\n", "\t",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<random.next(below: 60) { text += parts[random.next(below: parts.count)] }
      let path = try TemporaryFile.write(Array(text.utf8), ending: ending)
      defer { TemporaryFile.remove(path) }
      try expectSameBytes(path, onlyASCIIWords: ending == "html")
    }
  }

  /// Expects each byte of a block to be what stands at its origin: white space may be other white space, and a character
  /// that is written as an entity starts with its ampersand.
  private func expectSameBytes(_ path: String, onlyASCIIWords: Bool = false) throws {
    let original = try CaseFiles.bytes(path)
    for article in ArticleReader().read(paths: [path]).articles {
      let text = Array(article.text.utf8)
      var differing: [Int] = []
      for block in article.blocks {
        for byte in block.range.start..<block.range.end {
          let origin = article.origins.original(of: byte)
          let isWord = text[byte] < 0x80 && Unicode.Scalar(text[byte]).properties.isAlphabetic
          if !original.indices.contains(origin) {
            differing.append(byte)
          } else if text[byte] != original[origin], text[byte] != 0x20, isWord || !onlyASCIIWords {
            let isReference = original[max(0, origin - 8)...origin].contains(0x26)
            if !isReference || isWord { differing.append(byte) }
          }
        }
      }
      #expect(differing.isEmpty, "\(article.file)")
    }
  }
}
