import ClaimModel
import Interchange
import Store
import Vocabulary

extension Command {
  /// `export FILE`
  static let exportClaims = Command(
    name: "export", arguments: "FILE",
    summary: "writes all claims to a file, which `import` reads again",
    explanation: """
      A file that ends in `.csv` gets a column for each attribute, any other one a claim a line as JSON, `*.claims.jsonl`.
      It is written bit by bit beside the file and takes its place when it is whole. In CSV a list or an object stands as
      JSON in its cell.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let words = invocation.words
    guard let path = words.first, words.count == 1 else { throw invocation.missingArgument }
    let count = try session.exportClaims(to: session.resolved(path), askedForAt: invocation.source.place(of: "export"))
    if session.audience == .person { session.tell("wrote \(count.counted("claim"))") }
  }
}

extension Session {
  /// Writes all claims to the file at `path`, a claim at a time.
  ///
  /// - Returns: how many there are.
  /// - Throws: where the file cannot be written.
  @discardableResult
  func exportClaims(to path: String, askedForAt place: Diagnostic.Place? = nil) throws(SessionFailure) -> Int {
    let isCSV = path.lowercased().hasSuffix(".csv")
    let base = knowledgeBase
    guard let file = ExportFile(path) else { throw ShellProblem.unwritableFile(path: path).failure(at: place) }
    let entities = ownEntities
    if isCSV { file.write(ClaimsCSV.header + "\n") }
    var articles: [UInt32: Article] = [:]
    for row in base.claimOrder {
      let number = base.claims.article[Int(row)]
      if articles[number] == nil { articles = [number: base.article(atRow: Int(number))] }
      guard let article = articles[number] else { continue }
      let claim = base.claim(atRow: Int(row))
      let line =
        isCSV
        ? ClaimsCSV.record(for: claim, of: article, entities: entities)
        : ClaimsJSONL.line(for: claim, of: article, entities: entities)
      file.write(line + "\n")
    }
    guard file.finish() else { throw ShellProblem.unwritableFile(path: path).failure(at: place) }
    return base.claimCount
  }

  /// What is known of entities that the vocabulary does not tell.
  private var ownEntities: [String: Entity] {
    let base = knowledgeBase
    let all = base.entities.terms.map { base.entity($0) }.filter { Vocabulary.shipped.entity(named: $0.name) != $0 }
    return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
