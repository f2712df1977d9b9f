import Foundation
import Hearsay
import TestSupport
import Testing

/// The library as another package sees it: only what is public, over articles that are quick to read.
@Suite struct CorpusTests {
  private static let kabul = """
    Officials in Kabul said that ISKP has bases in Mastung. Pakistan denied on 17 May 2024 that ISKP has bases in Mastung.
    """
  private static let quetta =
    "# Camps\n\nISKP attacked the Taliban in Kabul in May 2024. The UN warned of new attacks.\n"

  private static func corpus() async throws -> Corpus {
    var corpus = Corpus()
    try await corpus.load(text: kabul, file: "kabul.txt", label: "Kabul")
    try await corpus.load(text: quetta, file: "quetta.md")
    return corpus
  }

  @Test func textInMemoryIsReadOnce() async throws {
    var corpus = Corpus()
    let first = try await corpus.load(text: Self.kabul, file: "kabul.txt")
    #expect(first.articles == 1 && first.claims == corpus.claimCount && first.diagnostics.isEmpty)
    let again = try await corpus.load(text: Self.kabul, file: "kabul.txt")
    #expect(again.articles == 0 && again.claims == 0)
    await #expect(throws: HearsayError.self) { try await corpus.load(text: " \n", file: "empty.txt") }
    await #expect(throws: HearsayError.self) { try await corpus.load(["/nowhere/at/all"]) }
    #expect(corpus.articleCount == 1)
  }

  @Test func columnsAndValuesAreTyped() async throws {
    let corpus = try await Self.corpus()
    let query = "claims where subject = ISKP and location is present show subject, date, confidence, about, source, id"
    let answer = try await corpus.answer(query)
    #expect(answer.columns.map(\.kind) == [.entity, .date, .number, .list, .text, .claim])
    #expect(try corpus.columns(of: query) == answer.columns)
    let row = try #require(answer.first { $0["source"] == .text("Kabul") })
    #expect(row["subject"]?.text == "ISKP")
    #expect(row["about"]?.list.contains("ISKP") == true)
    #expect((0...1).contains(row["confidence"]?.number ?? -1))
    #expect(row["nothing"] == nil)
    #expect(row.values.count == answer.columns.count)
    let counts = try await corpus.answer("claims group by source show source, count")
    #expect(counts.map { $0["count"]?.integer ?? 0 }.reduce(0, +) == corpus.claimCount)
  }

  @Test func rowsRestOnTheWordsOfArticles() async throws {
    let corpus = try await Self.corpus()
    let answer = try await corpus.answer("claims where relation = attack limit 1")
    let row = try #require(answer.first)
    let citation = try #require(row.citations.first)
    #expect(row.claims == [citation.claim.id])
    #expect(citation.article.file == "quetta.md")
    #expect(citation.sentence == "ISKP attacked the Taliban in Kabul in May 2024.")
    let bytes = Array(Self.quetta.utf8)[citation.claim.span.start..<citation.claim.span.end]
    #expect(String(decoding: bytes, as: UTF8.self) == citation.sentence)
    #expect(corpus.claim(citation.claim.id)?.subject?.text == "ISKP")
  }

  @Test func whatIsWrongIsAValue() async throws {
    let corpus = try await Self.corpus()
    do {
      _ = try await corpus.answer("claims where sujet = ISKP and limit few")
      Issue.record("it is wrong")
    } catch let error as HearsayError {
      #expect(error.diagnostics.first?.code == "Q020")
      #expect(error.diagnostics.first?.place?.column == 14)
      #expect(error.diagnostics.first?.suggestion?.contains("subject") == true)
    }
    await #expect(throws: HearsayError.self) { try await corpus.answer("claims where subject = Atlantis") }
    var options = QueryOptions()
    options.isStrict = false
    let answer = try await corpus.answer("claims where subject = Atlantis", options: options)
    #expect(answer.isEmpty && answer.notices.map(\.severity) == [.warning])
  }

  @Test func parametersAreValuesAndNothingElse() async throws {
    var corpus = try await Self.corpus()
    let query = "claims where subject = $who group by source"
    #expect(try await corpus.answer(query, given: ["who": "ISKP"]).count == 2)
    let lists = try await corpus.answer("claims where subject in ($who)", given: ["who": ["ISKP", "Pakistan"]])
    #expect(lists.count > 0)
    await #expect(throws: HearsayError.self) {
      try await corpus.answer(query, given: ["who": "ISKP or polarity = denied"])
    }
    try corpus.define("define inside = claims where location = Pakistan")
    #expect(try await corpus.answer("inside group by location").count > 0)
    #expect(throws: HearsayError.self) { try corpus.define("claims") }
    let answers = try await corpus.answers(
      toScript: "param who = Pakistan -- whom\nclaims where subject = $who\n\nclaims show count\n",
      given: ["who": "ISKP"])
    #expect(answers.count == 2)
    #expect(answers[0].allSatisfy { $0["subject"]?.text == "ISKP" })
  }

  @Test func manyTasksAskAtOnce() async throws {
    let corpus = try await Self.corpus()
    let expected = try await corpus.answer("claims group by source, relation").text(as: "json")
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask { try await corpus.answer("claims group by source, relation").text(as: "json") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts.count == 16)
    #expect(texts.allSatisfy { $0 == expected })
  }

  @Test func aCancelledTaskGetsNoAnswer() async throws {
    let corpus = try await Self.corpus()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await corpus.answer("claims group by source")
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let loading = Task {
      while !Task.isCancelled { await Task.yield() }
      var more = corpus
      try await more.load(text: "ISKP moved to Kunar.", file: "kunar.txt")
    }
    loading.cancel()
    await #expect(throws: CancellationError.self) { try await loading.value }
    #expect(try await corpus.answer("claims group by source").count == 2)
  }

  @Test func limitsEndAQuery() async throws {
    let corpus = try await Self.corpus()
    var options = QueryOptions()
    options.memory = 1
    await #expect(throws: HearsayError.self) { try await corpus.answer("claims", options: options) }
    options.memory = nil
    options.timeout = .seconds(3600)
    #expect(try await corpus.answer("claims", options: options).count == corpus.claimCount)
  }

  @Test func savedAndImportedIsTheSame() async throws {
    let corpus = try await Self.corpus()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let saved = folder.appending(path: "small.hearsay").path
    try corpus.save(to: saved)
    let opened = try Corpus(opening: saved)
    let query = "claims show subject, relation, object, source"
    #expect(try await opened.answer(query).text() == corpus.answer(query).text())
    #expect(throws: HearsayError.self) { try Corpus(opening: folder.path) }

    let claims = folder.appending(path: "mine.claims.jsonl").path
    let line =
      #"{"subject": "ISKP", "relation": "move", "object": "bases", "text": "ISKP moved its bases.", "file": "kabul.txt"}"#
    try Data((line + "\n{\n").utf8).write(to: URL(filePath: claims))
    var more = corpus
    let count = try more.importClaims(from: [claims])
    #expect(count.claims == 1 && count.badLines == 1 && !count.diagnostics.isEmpty)
    #expect(try await more.answer("claims where extractor = mine").count == 1)
    #expect(corpus.claimCount == more.claimCount - 1)
  }

  @Test func namesOfAUsersOwnAreKnown() async throws {
    var corpus = Corpus()
    #expect(throws: HearsayError.self) { try corpus.useVocabulary("nonsense | nonsense |") }
  }

  @Test func everyOutputIsTheSameInWhateverOrderArticlesAreLoaded() async throws {
    let one = try await Self.corpus()
    var other = Corpus()
    try await other.load(text: Self.quetta, file: "quetta.md")
    try await other.load(text: Self.kabul, file: "kabul.txt", label: "Kabul")
    for query in [
      "claims", "entities", "claims group by location", "contradictions", "claims group by month across source",
    ] {
      for format in ["table", "csv", "json", "map", "graph", "svg", "timeline", "matrix", "bars", "dot"] {
        let expected = try await one.answer("\(query) as \(format)").text()
        #expect(try await other.answer("\(query) as \(format)").text() == expected)
        #expect(try await one.answer("\(query) as \(format)").text() == expected)
      }
    }
  }
}
