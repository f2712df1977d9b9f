import Articles
import ClaimModel
import Foundation
import Testing

/// Whatever bytes a file has, reading it ends, and what comes out of it holds together.
@Suite struct HostileInputTests {
  private static let endings = ["txt", "md", "html", "jsonl"]

  @Test(arguments: endings)
  func `random bytes are read or refused`(ending: String) throws {
    var random = SplitMix(seed: 1)
    for _ in 0..<200 {
      let bytes = (0..<random.next(below: 400)).map { _ in UInt8(random.next(below: 256)) }
      try expectWhole(bytes, ending)
    }
  }

  @Test(arguments: endings)
  func `random pieces of the formats are read`(ending: String) throws {
    var random = SplitMix(seed: 2)
    let pieces = [
      "<div>", "</div>", "<p", ">", "<table><tr><td>", "<script>", "</script>", "&amp;", "&#0;", "&#xD800;", "&", ";",
      "{\"text\":\"", "\\u12", "\\ud83d", "\"}", "[", "]", "---\n", "title: x\n", "date: never\n", "\n", "\n\n", "***",
      "```", "|a|\n", "by A B\n", "Must Read\n", "\u{2028}", "\u{1}", "text. ",
      "A long enough sentence of some words. ",
      "<!--", "<![CDATA[", "<a href='x'>", "</a>", "<h1>", "<br><br>", "\r", "> ", "- ", "<title>",
      "<meta content=x name",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<random.next(below: 80) { text += pieces[random.next(below: pieces.count)] }
      try expectWhole(Array(text.utf8), ending)
    }
  }

  @Test(arguments: [
    ("html", "<div>"), ("html", "<b><i>"), ("html", "&"), ("html", "<table><tr><td>"), ("html", "<a>x"), ("html", "<"),
    ("md", "> "), ("md", "["), ("md", "*a"), ("md", "`a``"), ("md", "*a _b"), ("md", "- "), ("md", "<!"), ("md", "\\"),
    ("txt", "by A\n"), ("txt", "\u{301}"), ("txt", "\r"), ("txt", "By A "), ("jsonl", "["), ("jsonl", "{\"a\":"),
    ("jsonl", "\""), ("jsonl", "\n{"),
  ])
  func `the same piece again and again is read`(ending: String, piece: String) throws {
    try expectWhole(Array(String(repeating: piece, count: 5_000).utf8), ending)
  }

  private func expectWhole(_ bytes: [UInt8], _ ending: String) throws {
    let path = try TemporaryFile.write(bytes, ending: ending)
    defer { TemporaryFile.remove(path) }
    for article in ArticleReader().read(paths: [path]).articles {
      let count = article.text.utf8.count
      var end = 0
      for block in article.blocks {
        #expect(block.range.start >= end && block.range.count > 0 && block.range.end <= count)
        let original = article.origins.original(of: block.range)
        #expect(original.start >= 0 && original.end <= bytes.count)
        end = block.range.end
      }
      #expect(end == count)
    }
  }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014, “Fast Splittable Pseudorandom Number
/// Generators”).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, not including, `bound`.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

/// Files that a test writes and takes away again.
enum TemporaryFile {
  /// Writes `bytes` to a new file whose name ends in `ending`, and gives its path.
  static func write(_ bytes: [UInt8], ending: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID()).\(ending)")
    try Data(bytes).write(to: file)
    return file.path
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
