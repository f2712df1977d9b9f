import ClaimModel
import Interchange
import Store
import Vocabulary

extension Command {
  /// `export FILE`
  static let exportClaims = Command(
    name: "export", arguments: "FILE [--force]",
    summary: "writes all claims to a file, which `import` reads again",
    explanation: """
      A file that ends in `.csv` gets a column for each attribute, `.nt` and `.ttl` get RDF, as N-Triples and as Turtle,
      any other one a claim a line as JSON, `*.claims.jsonl`. It is written bit by bit beside the file and takes its place
      when it is whole. Where FILE is there already you are asked, and a script needs `--force`. In CSV a list or an object stands as JSON in its cell; what stands in RDF is told in
      Docs/vocabulary.md.
      """,
    completion: .files, reach: .writesFiles
  ) { session, invocation throws(SessionFailure) in
    let (path, options) = try invocation.lessonArguments(flags: ["--force"])
    if let extra = options.paths.first { throw invocation.unknown(extra) }
    let (file, place) = (session.resolved(path), invocation.source.place(of: path))
    try session.clearWay(to: file, isForced: options.flags.contains("--force"), askedForAt: place)
    let count = try session.exportClaims(to: file, askedForAt: place)
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
    let format = ClaimsFormat(path: path)
    let base = knowledgeBase
    guard let file = ExportFile(path) else { throw ShellProblem.unwritableFile(path: path).failure(at: place) }
    var writer = ClaimsWriter(format, entities: entities(areAll: format.tellsAllEntities))
    var articles: [UInt32: Article] = [:]
    for row in base.claimOrder {
      let number = base.claims.article[Int(row)]
      if articles[number] == nil { articles = [number: base.article(atRow: Int(number))] }
      guard let article = articles[number] else { continue }
      file.write(writer.text(for: base.claim(atRow: Int(row)), of: article))
    }
    file.write(writer.end())
    guard file.finish() else { throw ShellProblem.unwritableFile(path: path).failure(at: place) }
    return base.claimCount
  }

  /// What is known of entities: of all, or of those that the vocabulary does not tell.
  private func entities(areAll: Bool) -> [String: Entity] {
    let base = knowledgeBase
    let all = base.entities.terms.map { base.entity($0) }
    let told = areAll ? all : all.filter { Vocabulary.shipped.entity(named: $0.name) != $0 }
    return Dictionary(told.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
