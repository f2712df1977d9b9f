import ClaimModel
import Claims
import Interchange
import Store
import Testing

/// Files that are read a chunk at a time give what they give line by line, on any number of threads.
@Suite struct BulkImportTests {
  @Test(arguments: [(1, 200), (1, 3_000), (3, 700), (4, 1 << 22)])
  func chunksAndThreadsMakeNoDifference(threads: Int, chunk: Int) {
    let lines = RandomLines(seed: 7).lines(1_500).joined(separator: "\n")
    let (careful, imported) = atOnce(lines)
    var base = KnowledgeBase()
    let summary = load(lines, "x.claims.jsonl", chunk: chunk, threads: threads, into: &base)
    #expect(Self.differences(base, careful).isEmpty)
    #expect(summary.claims == careful.claimCount && careful.claimCount > 500)
    #expect(summary.badLines == imported.badLines && imported.badLines > 50)
    #expect(
      Set(summary.diagnostics.map(\.code)).isSubset(of: ["I001", "I002", "I003", "I004", "I005", "I006", "I009"]))
    let errors = [summary.diagnostics, imported.diagnostics].map { $0.filter { $0.severity == .error }.prefix(3) }
    #expect(errors[0].map(\.message) == errors[1].map(\.message))
  }

  /// What only some lines say is not lost with those that say it.
  @Test(arguments: [
    #""from":"Kunar","to":"Kabul""#, #""to":"Kabul""#, #""date":"2024","date_resolved_from":"that day""#,
    #""location":"Kunar","location_resolved_from":"there""#,
  ])
  func noAttributeIsLost(_ attributes: String) {
    let line = "{\"subject\":\"ISIS\",\"relation\":\"move\",\"text\":\"So it moved.\",\(attributes)}"
    let (careful, _) = atOnce(line)
    var base = KnowledgeBase()
    #expect(load(line, "x.claims.jsonl", chunk: 200, threads: 1, into: &base).claims == 1)
    #expect(Self.differences(base, careful).isEmpty)
  }

  @Test func claimsAreAddedToThoseThatAreThere() {
    // A claim that is named has to be in the file.
    let lines = RandomLines(seed: 8).lines(600).filter { !$0.contains("\"c7\"") && !$0.contains("\"c12\"") }
    let first = lines[..<400].joined(separator: "\n")
    let second = lines[200...].joined(separator: "\r\n")
    var base = KnowledgeBase()
    var whole = KnowledgeBase()
    _ = load(first, "x.claims.jsonl", chunk: 900, threads: 2, into: &base)
    let before = base.claimCount
    let summary = load(second, "x.claims.jsonl", chunk: 900, threads: 2, into: &base)
    _ = load(lines.joined(separator: "\n"), "x.claims.jsonl", chunk: 900, threads: 2, into: &whole)
    #expect(Self.differences(base, whole).isEmpty)
    #expect(summary.known > 30 && base.claimCount == before + summary.claims)
    let again = load(second, "x.claims.jsonl", chunk: 900, threads: 2, into: &base)
    #expect(again.claims == 0 && again.known == summary.claims + summary.known)
  }

  /// Claims that name one another, facts of articles and of entities that differ: wherever they stand, the same is known.
  @Test(arguments: 0..<6)
  func theOrderOfLinesAndFilesMakesNoDifference(_ seed: UInt64) {
    var random = RandomLines(seed: 100 + seed)
    // What Hearsay says of one clause it always says in one way.
    let lines = random.lines(300).filter { !$0.contains("hearsay 0") } + Self.disputedLines
    let expected = Self.exported(imported([lines], chunk: 1 << 20, threads: 1, isAlwaysInChunks: false))
    #expect(expected.count > 200)
    for isAlwaysInChunks in [false, true] {
      let mixed = random.shuffled(lines)
      let base = imported([mixed], chunk: 900, threads: 3, isAlwaysInChunks: isAlwaysInChunks)
      #expect(Self.exported(base) == expected)
    }
    // Lines name only those of their own file.
    let first = lines.filter { !$0.contains("\"B\"") }
    let second = lines.filter { $0.contains("\"B\"") }
    let orders = [[first, second], [second, first], [random.shuffled(second), first]].map {
      Self.exported(imported($0, chunk: 900, threads: 2, isAlwaysInChunks: true))
    }
    #expect(orders[0] == orders[1] && orders[0] == orders[2])
  }

  private static let disputedLines = [
    #"{"relation":"be","text":"A.","file":"f","digest":"d","author":"Zoe","title":"T"}"#,
    #"{"relation":"be","text":"B.","file":"f","digest":"d","author":"Ann","published":"2024"}"#,
    #"{"relation":"be","text":"B.","file":"f","digest":"d","url":"u","published":"2023"}"#,
    #"{"relation":"be","text":"C.","file":"f"}"#, #"{"relation":"be","text":"C.","file":"f","label":"F"}"#,
    #"{"relation":"be","text":"D.","subject":"Kunar","entities":[{"name":"Kunar","kind":"place","broader":"B"}]}"#,
    #"{"relation":"be","text":"D.","subject":"Kunar","entities":[{"name":"Kunar","kind":"group","broader":"A"}]}"#,
    #"{"relation":"be","text":"D.","subject":"Kunar"}"#, #"{"relation":"be","text":"D.","confidence":0.25}"#,
    #"{"relation":"be","text":"D.","confidence":0.5,"topic":"war"}"#,
    #"{"id":"p","relation":"say","object":"q","text":"P.","file":"f"}"#,
    #"{"id":"q","relation":"say","object":"p","text":"Q.","file":"f"}"#,
    #"{"id":"r","relation":"say","object":"r","text":"R.","file":"f"}"#,
    #"{"id":"q","relation":"deny","text":"Q2.","file":"f"}"#,
    #"{"relation":"say","object":"q","text":"S.","file":"f","sentence":7}"#,
    #"{"relation":"say","object":"nobody","text":"S.","file":"f","sentence":7}"#,
    #"{"relation":"be","text":"Same."}"#, #"{"relation":"be","text":"Same.","source":"elsewhere"}"#,
  ]

  private func imported(
    _ files: [[String]], chunk: Int, threads: Int, isAlwaysInChunks: Bool
  ) -> KnowledgeBase {
    var base = KnowledgeBase()
    let reader = BulkImport(Self.context, chunk: chunk, threads: threads, isAlwaysInChunks: isAlwaysInChunks)
    for lines in files {
      _ = reader.load(
        ClaimsFile(Array(lines.joined(separator: "\n").utf8)), path: "x.claims.jsonl", extractor: "x", isStrict: false,
        into: &base)
    }
    return base
  }

  /// All that is known, in the order in which it is told.
  private static func exported(_ base: KnowledgeBase) -> [String] {
    let entities = base.entities.terms.map { base.entity($0) }.sorted { $0.name < $1.name }
    let byName = Dictionary(entities.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return base.claimOrder.map { row in
      ClaimsJSONL.line(
        for: base.claim(atRow: Int(row)), of: base.article(atRow: Int(base.claims.article[Int(row)])), entities: byName)
    } + entities.map { "\($0)" } + base.sentenceOrder.map { base.sentences.texts[Int($0)] }
  }

  @Test func theFirstFaultStopsAStrictImport() {
    var base = KnowledgeBase()
    let good = "{\"relation\":\"be\",\"text\":\"A.\"}\n"
    let bad = String(repeating: good, count: 50) + "{\"relation\":\"\",\"text\":\"A.\"}\n" + good
    let summary = load(bad, "x.claims.jsonl", chunk: 60, threads: 2, isStrict: true, into: &base)
    #expect(base.claimCount == 0 && summary.badLines == 1)
    #expect(summary.diagnostics.first?.place?.line == 51)
    #expect(load(good, "x.claims.jsonl", chunk: 60, threads: 2, isStrict: true, into: &base).claims == 1)
  }

  @Test func cellsOfCSVAreAttributes() throws {
    var lines = KnowledgeBase()
    var table = KnowledgeBase()
    let first =
      #"{"id":"1","subject":"a, \"b\"","relation":"be","quantity":3,"text":"A\nb.","about":["x"],"source":"S"}"#
    let second = #"{"id":"2","relation":"say","object":"1","date":"2024","text":"Ä.","source":"S"}"#
    _ = load(first + "\n" + second, "x.jsonl", chunk: 20, threads: 1, into: &lines)
    let csv =
      "source,id,subject,relation,object,quantity,date,text,about\r\nS,1,\"a, \"\"b\"\"\",be,,3,,\"A\nb.\",\"[\"\"x\"\"]\"\r\n"
      + "S,2,,say,1,,2024,Ä.,"
    let summary = load(csv, "x.csv", chunk: 20, threads: 2, into: &table)
    #expect(summary.diagnostics.isEmpty && summary.claims == 2)
    #expect(Self.differences(table, lines).isEmpty)
  }

  /// Lines within a cell that look like records are none, wherever the file is cut.
  @Test(arguments: [40, 300, 70_000]) func recordsOfManyLinesAreNotCut(_ chunk: Int) {
    let cells = (0..<300).map { number in
      let lines = (0..<number % 4).map { "\nbe,\"\"X \($0)\"\", \(number)\nsay,Y.\n" }.joined()
      return "be,\"A \(number).\(number == 150 ? String(repeating: "\nbe,Z.", count: 20_000) : lines)\"\n"
    }
    let csv = "relation,text\n" + cells.joined()
    var (whole, cut) = (KnowledgeBase(), KnowledgeBase())
    _ = load(csv, "x.csv", chunk: 1 << 22, threads: 1, into: &whole)
    let summary = load(csv, "x.csv", chunk: chunk, threads: 3, into: &cut)
    #expect(summary.claims == 300 && summary.diagnostics.isEmpty)
    #expect(Self.differences(cut, whole).isEmpty)
  }

  @Test(arguments: [
    ("relation,txt\n", "I011", 1), ("relation,relation,text\n", "I011", 1), ("subject,text\n", "I011", 1),
    ("relation,text\nbe,A.\nbe\nbe,B.\n", "I010", 3), ("relation,text\n\"be\"x,A.\nbe,B.\nbe,C.", "I010", 2),
    ("relation,text,quantity\nbe,A.,x\nbe,A.,1\nbe,B.,", "I002", 2), ("relation,text\n,A.\nbe,A.\nbe,B.", "I003", 2),
    ("relation,text\n\"be,A.\nbe,A.\nbe,B.", "I010", 2), ("relation,text\nbe,\u{0}", "", 0),
  ])
  func faultsOfCSVAreTold(_ csv: String, _ code: String, _ line: Int) {
    for chunk in [4, 1 << 20] {
      var base = KnowledgeBase()
      let summary = load(csv, "x.csv", chunk: chunk, threads: 2, into: &base)
      #expect(summary.diagnostics.first.map(\.code) ?? "" == code, "\(csv)")
      #expect(summary.diagnostics.first?.place?.line ?? 0 == line, "\(csv)")
      #expect(base.claimCount == (code == "I011" ? 0 : code.isEmpty ? 1 : 2), "\(csv)")
    }
  }

  // MARK: What is compared.

  private static let context = SmallWorld.context

  private func atOnce(_ lines: String) -> (KnowledgeBase, ImportedClaims) {
    let imported = ClaimsReader(Self.context).read(
      Array(lines.utf8), path: "x.claims.jsonl", extractor: "x", isStrict: false)
    var base = KnowledgeBase()
    _ = base.attach(imported.readings)
    return (base, imported)
  }

  private func load(
    _ text: String, _ path: String, chunk: Int, threads: Int, isStrict: Bool = false, into base: inout KnowledgeBase
  ) -> ImportSummary {
    BulkImport(Self.context, chunk: chunk, threads: threads, isAlwaysInChunks: true).load(
      ClaimsFile(Array(text.utf8)), path: path, extractor: "x", isStrict: isStrict, into: &base)
  }

  /// What only one of two has.
  private static func differences(_ one: KnowledgeBase, _ other: KnowledgeBase) -> [String] {
    content(one).difference(from: content(other)).map { change in
      switch change {
      case .insert(_, let claim, _): "+ " + claim
      case .remove(_, let claim, _): "- " + claim
      }
    }
  }

  /// All claims, with their articles and what is found by words and terms, and all entities, in an order of their own.
  private static func content(_ base: KnowledgeBase) -> [String] {
    let entities = base.entities.terms.map { "\(base.entity($0))" }
    let claims = (0..<base.claimCount).map { row in
      let claim = base.claim(atRow: row)
      let article = base.article(atRow: Int(base.claims.article[row]))
      let sentence = base.claims.sentence[row]
      let words = base.words.dictionary.ids(of: Words.stems(of: claim.text).suffix(2))
      let isSought = row % 50 == 0
      let isFound = !isSought || base.words.sentences(holding: [words], needsAll: true).contains(sentence)
      let isPosted = !isSought || base.postings.relation.rows(Int(base.claims.relation[row])).contains(UInt32(row))
      let same = !isSought || base.postings.about.rows(Int(base.claims.about[row].first ?? 0)).contains(UInt32(row))
      return "\(claim) \(article) \(isFound) \(isPosted) \(same || claim.about.isEmpty)"
    }
    return (claims + entities).sorted()
  }
}
