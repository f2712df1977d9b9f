import Foundation
import Hearsay
import Testing

/// Files that change between two loads, against a corpus that has read only what they hold at the end.
@Suite struct ChangedArticleTests {
  private static let sentences = [
    "ISKP attacked a base in Mastung in May 2024.", "Pakistan denied that ISKP has bases in Mastung.",
    "Officials in Kabul said that ISKP killed 12 soldiers near Quetta.", "The UN warned of new attacks in Kabul.",
    "The Army of the North (AN) left Quetta on 3 May 2024.", "AN has bases in Pakistan.",
    "“Burhan,” known as “Zaid,” was killed in Kunar on 4 May 2024.", "Zaid led a group of fighters in Kunar.",
    "At least 30 people died in Oduya on 5 May 2024.", "Police said that 12 people were killed in Oduya on 5 May 2024.",
  ]

  /// A folder that goes when it is no longer needed.
  private struct Folder: ~Copyable {
    let url = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, _ name: String) throws {
      try text.write(to: url.appending(path: name), atomically: true, encoding: .utf8)
    }
    var path: String { url.path }
    func path(_ name: String) -> String { url.appending(path: name).path }
  }

  /// All that can be asked, as text.
  private static func answers(of corpus: Corpus) async throws -> [[String]] {
    let queries = [
      "claims show id, subject, relation, object, location, date, quantity, speaker, about, source, mentions, copies, "
        + "contradictions, corroborations",
      "entities show name, kind, aliases, broader, claims", "contradictions show reason, left.id, right.id",
      "corroborations show reason, left.id, right.id", "sentences show text, source", "sources show file, claims",
      "sentences where text has \"bases\" show text",
    ]
    var answers: [[String]] = []
    for query in queries {
      let answer = try await corpus.answer(query)
      answers.append(answer.map { row in row.values.map { "\($0)" }.joined(separator: "|") }.sorted())
    }
    return answers
  }

  @Test(arguments: [1, 4, 7, 8])
  func theNewVersionStandsAlone(_ seed: Int) async throws {
    func text(_ number: Int) -> String {
      let places = (0..<4).map { (seed * 7 + number * 13 + $0 * (seed + 2)) % Self.sentences.count }
      return places.map { Self.sentences[$0] }.joined(separator: " ") + "\n"
    }
    let folder = try Folder()
    for number in 0..<3 { try folder.write(text(number), "\(number).txt") }
    var corpus = Corpus()
    try await corpus.load([folder.path])
    _ = try await Self.answers(of: corpus)
    try folder.write(text(5), "1.txt")
    let loading = try await corpus.load([folder.path])
    #expect(loading.articles == 1)
    #expect(loading.diagnostics.map(\.code) == ["S024"])
    var fresh = Corpus()
    try await fresh.load([folder.path])
    #expect(try await Self.answers(of: corpus) == Self.answers(of: fresh))
    #expect(try await corpus.load([folder.path]).articles == 0)
  }

  @Test func aSavedCorpusKnowsItsFilesAgain() async throws {
    let folder = try Folder()
    try folder.write(Self.sentences[0], "a.txt")
    try folder.write(Self.sentences[1], "b.txt")
    var corpus = Corpus()
    try await corpus.load([folder.path])
    try corpus.save(to: folder.path("saved.hearsay"))
    try folder.write(Self.sentences[2], "a.txt")
    var opened = try Corpus(opening: folder.path("saved.hearsay"))
    let loading = try await opened.load([folder.path])
    #expect(loading.diagnostics.map(\.message) == ["a.txt changed: 1 claim replaced by 2"])
    var fresh = Corpus()
    try await fresh.load([folder.path])
    #expect(try await Self.answers(of: opened) == Self.answers(of: fresh))
  }

  @Test func anArticleGivesWayToOneOfItsAddress() async throws {
    let folder = try Folder()
    let head = "---\nurl: https://example.org/2024/05/attack\n---\n"
    try folder.write(head + Self.sentences[0], "early.md")
    try folder.write(head + Self.sentences[2], "late.md")
    var corpus = Corpus()
    try await corpus.load([folder.path("early.md")])
    let loading = try await corpus.load([folder.path("late.md")])
    #expect(loading.diagnostics.map(\.message) == ["late.md has the address of early.md: 1 claim replaced by 2"])
    #expect(corpus.articleCount == 1)
    // A link is another name of a file, and changes nothing of what is known by the first.
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.md"), withDestinationPath: "late.md")
    _ = try await corpus.load([folder.path("link.md")])
    #expect(try await corpus.load([folder.path("late.md")]).diagnostics.isEmpty)
    #expect(corpus.articleCount == 2)
    // The same words under another name stay beside them.
    try folder.write(head + Self.sentences[2], "copy.md")
    #expect(try await corpus.load([folder.path("copy.md")]).diagnostics.isEmpty)
    #expect(corpus.articleCount == 3)
  }
}
