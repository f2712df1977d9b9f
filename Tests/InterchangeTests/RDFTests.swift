import ClaimModel
import Claims
import Foundation
import Store
import TestSupport
import Testing

@testable import Interchange

/// Claims as statements of RDF: what is written is read again, and whatever else stands in a file does no harm.
@Suite struct RDFTests {
  @Test(arguments: [("nt", ClaimsFormat.nTriples), ("ttl", .turtle)])
  func writesAllThatIsKnown(_ ending: String, _ format: ClaimsFormat) throws {
    let entities = [
      Entity(name: "Kunar", kind: .place, aliases: ["Konar", "K. \"N\""], broader: "Afghanistan"),
      Entity(name: "Afghanistan", kind: .place), Entity(name: "N. N.", kind: .person),
    ]
    var writer = ClaimsWriter(format, entities: Dictionary(uniqueKeysWithValues: entities.map { ($0.name, $0) }))
    var text = writer.text(for: ClaimsJSONLTests.full, of: ClaimsJSONLTests.article)
    text += writer.text(for: ClaimsJSONLTests.plain, of: ClaimsJSONLTests.article) + writer.end()
    try GoldenCase.expect(String(decoding: text, as: UTF8.self), equals: "interchange/two.\(ending)")
  }

  @Test(arguments: [("x.nt", 1), ("x.nt", 2), ("x.ttl", 3), ("x.ttl", 4)])
  func whatIsWrittenIsReadAgain(_ path: String, _ seed: UInt64) {
    var random = RandomRDFClaims(seed: seed)
    let original = random.base(150)
    let text = Self.text(of: original, ClaimsFormat(path: path))
    var copy = KnowledgeBase()
    let summary = Self.load(text, path, into: &copy)
    #expect(summary.diagnostics.isEmpty)
    #expect(original.claimCount > 100 && summary.claims == original.claimCount)
    #expect(Self.content(copy) == Self.content(original))
  }

  /// Statements are a set: their order makes no difference.
  @Test func theOrderOfStatementsMakesNoDifference() {
    var random = RandomRDFClaims(seed: 5)
    let original = random.base(60)
    let lines = String(decoding: Self.text(of: original, .nTriples), as: UTF8.self).split(separator: "\n")
    for _ in 0..<3 {
      var copy = KnowledgeBase()
      let summary = Self.load(Array(random.shuffled(lines).joined(separator: "\n").utf8), "x.nt", into: &copy)
      #expect(summary.diagnostics.isEmpty)
      #expect(Self.content(copy) == Self.content(original))
    }
  }

  @Test(arguments: [
    ("x.nt", "<a:b> <a:c> \"open .\n", 1, "I012"), ("x.nt", "nonsense\n", 1, "I012"),
    ("x.nt", "\n\n<a:b> <a:c> <d e> .\n", 3, "I012"), ("x.nt", "<a:b> <a:c> \"\u{0}\" .\n", 1, "I012"),
    ("x.ttl", "\n<a:b> nobody:c 1 .\n", 2, "I012"), ("x.ttl", "<a:b> <a:c>\n\n  ] .\n", 3, "I012"),
    ("x.ttl", "<a:b> <a:c> \"open .\n<a:d> <a:e> 1 .\n", 1, "I012"),
    ("x.ttl", "<a:b> <a:c> " + String(repeating: "[", count: 100_000) + ".\n", 1, "I012"),
    ("x.ttl", "<a:b> <a:c> " + String(repeating: "(", count: 100_000) + ".\n", 1, "I012"),
    ("x.nt", claim("topic", "\"\""), 1, "I002"), ("x.nt", claim("polarity", "\"afirmed\""), 1, "I002"),
    ("x.nt", claim("firstDay", "\"2024-02-30\""), 1, "I002"), ("x.nt", claim("sentence", "\"three\""), 1, "I002"),
    ("x.nt", claim("relation", "\"twice\""), 1, "I004"), ("x.nt", claim("confidence", "\"7\""), 1, "I002"),
    ("x.nt", typed("0", .entity) + good("0"), 1, "I012"), ("x.nt", good("0") + typed("0", .entity), 1, "I012"),
    ("x.nt", said("0"), 1, "I012"), ("x.nt", typed("0", .mention) + said("0"), 1, "I012"),
  ])
  func whatIsWrongIsTold(_ path: String, _ bad: String, _ line: Int, _ code: String) {
    let good = Self.good("1") + Self.good("2")
    let text = bad + good
    var base = KnowledgeBase()
    let summary = Self.load(Array(text.utf8), path, into: &base)
    #expect(summary.badLines == 1 && base.claimCount == 2)
    let first = summary.diagnostics.first { $0.severity == .error }
    #expect(first?.code == code && first?.place?.line == line, "\(summary.diagnostics)")
    var strict = KnowledgeBase()
    #expect(Self.load(Array(text.utf8), path, isStrict: true, into: &strict).badLines == 1)
    #expect(strict.claimCount == 0)
    let sound = Self.load(Array(good.utf8), path, isStrict: true, into: &strict)
    #expect(sound.claims == 2 && strict.claimCount == 2)
  }

  /// Whatever bytes there are, reading ends.
  @Test(arguments: ["x.nt", "x.ttl"]) func damagedFilesDoNoHarm(_ path: String) {
    var random = RandomRDFClaims(seed: 6)
    let whole = Self.text(of: random.base(9), ClaimsFormat(path: path))
    var good = 0
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<(1 + random.number(below: 4)) {
        let place = random.number(below: bytes.count)
        switch random.number(below: 4) {
        case 0: bytes[place] = UInt8(random.number(below: 256))
        case 1: bytes.insert(contentsOf: random.pick(["\"\"\"", "'''", ".", "<", "[", "\\", "\""]).utf8, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(place + random.number(below: 300), bytes.count))
        }
        if bytes.isEmpty { bytes = whole }
      }
      var base = KnowledgeBase()
      good += Self.load(bytes, path, into: &base).claims
    }
    #expect(good > 100)
  }

  /// Statements end at full stops that are no part of anything else.
  @Test func turtleIsCutIntoStatements() {
    let statements = [
      "@prefix a: <b.c#> .", " a:b.c a:d 1.5, .5 .", "\n<x> a:e \"a. \\\" b\", '.' .",
      " a:f \"\"\"a. \" \". .\n\"\"\"\"", " . # . \n <a> <b> <c>.", "<d> <e> \"\"@en.",
      " [ a:g ( 1 2.5 ) ] a:h '''.''' .", "\n",
    ]
    #expect(
      Self.pieces(statements.joined()) == [
        statements[0], statements[1], statements[2], statements[3] + " .", " # . \n <a> <b> <c>.", statements[5],
        statements[6], statements[7],
      ])
  }

  /// Wherever a file is cut to be read bit by bit, its statements are the same.
  @Test func turtleIsCutOnlyBetweenStatements() {
    let statement = "<http://a.b/c.d> a:b.c 0.5, .5, \"\"\". \"\"\", 'x. ', \"\" ."
    for cut in 0...statement.utf8.count {
      let room = (1 << 20) - Self.first.utf8.count - cut
      let second = "\n#" + String(repeating: "-", count: room - 3) + "\n" + statement
      #expect(Self.pieces(Self.first + second + Self.last) == [Self.first, second, Self.last], "cut at \(cut)")
    }
  }

  @Test(arguments: ["<a> <b> <c.d", "<a> <b> 0.", "<a> <b> \"c. "]) func whatIsOpenAtTheEndIsAPiece(_ open: String) {
    #expect(Self.pieces(Self.first + open) == [Self.first, open])
  }

  private static let first = "<a:b> <a:c> 1 ."
  private static let last = "\n<a:d> <a:e> 2 ."

  private static func pieces(_ text: String) -> [String] {
    var pieces = RDFPieces(ClaimsFile(Array(text.utf8)), .turtle)
    var found: [String] = []
    while let piece = pieces.next() { found.append(unsafe String(decoding: pieces.bytes[piece.range], as: UTF8.self)) }
    return found
  }

  /// A claim waits for all its parts, however many come after it, and for theirs.
  @Test func aClaimWaitsForItsParts() throws {
    let count = 10_000
    let parts = (1...count).map { "<https://hearsay.example/claim/1#oblique\($0)>" }
    let end = "<\(RDFVocabulary.namespace)"
    var text = Self.good("1") + parts.map { "<https://hearsay.example/claim/1> \(end)oblique> \($0) .\n" }.joined()
    for (number, part) in parts.enumerated() {
      text += "\(part) \(end)position> \(number + 1) .\n\(part) \(end)marker> \"in\" .\n"
      text += "\(part) \(end)argument> <https://hearsay.example/entity/E\(number)> .\n"
    }
    text += Self.good("2")
    for number in 0..<count { text += "<https://hearsay.example/entity/E\(number)> \(end)name> \"N \(number)\" .\n" }
    var base = KnowledgeBase()
    let summary = Self.load(Array(text.utf8), "x.ttl", into: &base)
    #expect(summary.diagnostics.isEmpty && base.claimCount == 2, "\(summary.diagnostics.prefix(3))")
    let claim = try #require((0..<base.claimCount).map { base.claim(atRow: $0) }.first { !$0.obliques.isEmpty })
    #expect(claim.obliques.map(\.argument.value) == (0..<count).map { .entity("N \($0)") })
  }

  /// Entities that lie within one another keep no claim from being read.
  @Test func circlesOfPartsDoNoHarm() {
    let entity = "<https://hearsay.example/entity/"
    let property = "> <\(RDFVocabulary.namespace)"
    let text =
      Self.good("1") + "<https://hearsay.example/claim/1\(property)location> \(entity)A> .\n"
      + "\(entity)A\(property)broader> \(entity)B> .\n\(entity)B\(property)broader> \(entity)A> .\n"
      + "\(entity)B\(property)broader> \(entity)B> .\n" + Self.good("2")
    var base = KnowledgeBase()
    _ = Self.load(Array(text.utf8), "x.nt", into: &base)
    #expect(base.claimCount == 2)
  }

  /// Words that name an argument by themselves are no more than words, whatever they are tied to.
  @Test(arguments: ["subjectMention", "oblique"]) func circlesOfWordsDoNoHarm(_ property: String) {
    let claim = "<https://hearsay.example/claim/1"
    let end = "> <\(RDFVocabulary.namespace)"
    let text =
      Self.good("1") + "\(claim)\(end)subject> \"They\" .\n\(claim)\(end)\(property)> \(claim)#a> .\n"
      + "\(claim)#a\(end)argument> \"he\" .\n\(claim)#a\(end)subject> \"he\" .\n"
      + "\(claim)#a\(end)subjectMention> \(claim)#a> .\n\(claim)#a\(end)oblique> \(claim)#a> .\n" + Self.good("2")
    var base = KnowledgeBase()
    let summary = Self.load(Array(text.utf8), "x.nt", into: &base)
    #expect(base.claimCount == (property == "oblique" ? 1 : 2) && !summary.diagnostics.isEmpty)
  }

  @Test func thePageIsTrue() throws {
    let page = try GoldenCase.text("../../Docs/vocabulary.md")
    let start = try #require(page.range(of: "<!-- vocabulary -->\n")?.upperBound)
    let end = try #require(page.range(of: "<!-- end of vocabulary -->")?.lowerBound)
    try GoldenCase.expect(
      page[..<start] + RDFVocabulary.page + page[end...], equals: "../../Docs/vocabulary.md")
  }

  // MARK: What is compared.

  private static func good(_ id: String) -> String { typed(id, .claim) + said(id) }

  private static func typed(_ id: String, _ type: RDFClass) -> String {
    "<https://hearsay.example/claim/\(id)> <\(RDFVocabulary.type)> <\(type.iri)> .\n"
  }

  private static func said(_ id: String) -> String {
    """
    <https://hearsay.example/claim/\(id)> <\(RDFVocabulary.namespace)relation> "be" .
    <https://hearsay.example/claim/\(id)> <\(RDFVocabulary.namespace)text> "It is \(id)." .

    """
  }

  private static func claim(_ property: String, _ value: String) -> String {
    good("0") + "<https://hearsay.example/claim/0> <\(RDFVocabulary.namespace)\(property)> \(value) .\n"
  }

  private static func text(of base: KnowledgeBase, _ format: ClaimsFormat) -> [UInt8] {
    let entities = base.entities.terms.map { base.entity($0) }
    var writer = ClaimsWriter(
      format, entities: Dictionary(entities.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    var text: [UInt8] = []
    for row in base.claimOrder {
      let row = Int(row)
      text += writer.text(for: base.claim(atRow: row), of: base.article(atRow: Int(base.claims.article[row])))
    }
    return text + writer.end()
  }

  private static func load(
    _ text: [UInt8], _ path: String, isStrict: Bool = false, into base: inout KnowledgeBase
  ) -> ImportSummary {
    BulkImport(SmallWorld.context).load(
      ClaimsFile(text), path: path, extractor: "x", isStrict: isStrict, into: &base)
  }

  private static func content(_ base: KnowledgeBase) -> [String] {
    let claims = (0..<base.claimCount).map { row in
      "\(base.claim(atRow: row)) \(base.article(atRow: Int(base.claims.article[row])))"
    }
    return (claims + base.entities.terms.map { "\(base.entity($0))" }).sorted()
  }
}
