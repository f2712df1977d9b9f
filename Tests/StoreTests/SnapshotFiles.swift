import ClaimModel
import Foundation

@testable import Store

/// Snapshots in a folder of their own, to be damaged and looked at.
struct SnapshotFiles: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file here.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes bytes to a file here.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }

  func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: name))) }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  /// A knowledge base that uses every column.
  static func base(seed: UInt64, articles: Int = 4) -> KnowledgeBase {
    var base = KnowledgeBase()
    base.declare([
      Entity(name: "ISKP", kind: .group, aliases: ["ISIS-K"], broader: "ISIS"),
      Entity(name: "Pakistan", kind: .place, aliases: ["the country"]),
    ])
    base.declare(topics: [Entity(name: "killing", kind: .other, aliases: ["murder"], broader: "violence")])
    var random = RandomClaims(seed: seed)
    for number in 0..<articles { add(article: number, to: &base, &random) }
    _ = base.attach([(RandomClaims.article("outline"), Extraction(claims: [random.claim()]))])
    return base
  }

  /// Adds an article with a text, blocks and sentences.
  static func add(article number: Int, to base: inout KnowledgeBase, _ random: inout RandomClaims) {
    let text = "Sentence 1. Sentence 2. \(number) Élan."
    var article = Article(
      file: "file \(number)", digest: "digest \(number)", text: text,
      blocks: [.init(.heading, TextRange(0, 11)), .init(.paragraph, TextRange(12, text.utf8.count))],
      origins: OffsetMap(startingAt: 3))
    article.origins.append(clean: 12, original: 40)
    article.author = "author \(number % 2)"
    article.published = DateRange(Day(number: Int32(number * 100)))
    let claims = (0..<random.number(below: 30) + 3).map { _ in random.claim() }
    let entities = [Entity(name: "UN", kind: .organisation, aliases: ["United Nations \(number)"])]
    base.append(
      Extraction(claims: claims, entities: entities), of: article,
      sentences: [TextRange(0, 11), TextRange(12, 23)])
  }

  /// All that can be read of a knowledge base, by every way there is, as hashes: to be compared within a run.
  static func everything(in base: KnowledgeBase) -> [Int] {
    var all: [Int] = (0..<base.claimCount).map { base.claim(atRow: $0).hashValue }
    all += base.claims.ids.map { base.article(of: ClaimID($0))?.file.hashValue ?? 0 }
    for article in base.articles { all += [article.hashValue, base.sentences(of: article).hashValue] }
    all += base.entities.terms.map { base.entity($0).hashValue }
    for name in ["UN", "isis-k", "murder", "nobody", "the country"] {
      all += base.entities(named: name).map(\.hashValue) + [base.claims(about: name).hashValue]
    }
    for term in 0..<base.terms.count {
      all += [base.terms.key(of: TermID(term)).hashValue, base.terms.texts[term].hashValue]
    }
    for phrase in [["sentence"], ["sentenc"], ["1"], ["sentenc", "2"]] {
      let ids = base.words.dictionary.ids(of: phrase)
      all.append(base.words.sentences(holding: [ids], needsAll: true).hashValue)
    }
    let postings = [
      base.postings.subject, base.postings.relation, base.postings.object, base.postings.location,
      base.postings.speaker, base.postings.topic, base.postings.about, base.postings.article,
    ]
    for lists in postings { all += (0..<base.terms.count).map { lists.rows($0).hashValue } }
    all += [base.claimOrder.hashValue, base.sentenceOrder.hashValue]
    all += [base.trees.position.hashValue, base.trees.end.hashValue, base.trees.walk.hashValue]
    all += (0..<base.entities.count).map { Array(base.mentions[$0]).hashValue }
    all += base.claims(ofSentences: Array(0..<UInt32(base.sentenceCount))).map { Int($0) }
    for pairs in [base.contradictions, base.corroborations] {
      all += [pairs.left.hashValue, pairs.right.hashValue, pairs.reason.hashValue]
    }
    return all
  }
}
