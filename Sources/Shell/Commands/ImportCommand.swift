import ClaimModel
import Claims
import Interchange
import Query
import Store
import Vocabulary

extension Command {
  /// `import FILE …`
  static let importClaims = Command(
    name: "import", arguments: "FILE …",
    summary: "reads claims that a language model or a person made",
    explanation: """
      A file has a claim a line as JSON, as `extract` writes it and `extract --schema` describes it; only `relation` and
      one of `text`, `sentence` and `span` have to be there. A claim is tied to the article that it names by `file`, `url`,
      `label` or `source`, where that is loaded, and stands beside our own: `extractor` tells who made it, which is what
      the line says, or else what `--as NAME` says, or else the file's name. A line that is wrong is reported and left out;
      with `--strict` it stops the import and nothing of the file is kept. In a file that ends in `.csv` the first record
      names the attributes; a list or an object stands as JSON in its cell. Files that end in `.nt` and `.ttl` are RDF, as
      Docs/vocabulary.md describes it.
      """,
    completion: .files
  ) { session, invocation throws(SessionFailure) in
    var paths: [String] = []
    var name: String?
    var isStrict = false
    var words = invocation.words[...]
    while let word = words.popFirst() {
      switch word {
      case "--strict": isStrict = true
      case "--as":
        guard let next = words.popFirst(), !next.isEmpty else { throw invocation.missingArgument }
        name = next
      default: paths.append(session.resolved(word))
      }
    }
    guard !paths.isEmpty else { throw invocation.missingArgument }
    let count = try session.importClaims(
      from: paths, by: name, isStrict: isStrict, askedForAt: invocation.source.place(of: "import"))
    // A script says nothing of what goes well.
    if session.audience == .person { session.console.report(count.words + "\n") }
  }
}

/// What came of an import.
struct ImportCount {
  var claims = 0
  var known = 0
  var articles = 0
  var badLines = 0

  /// `read 12 claims of 2 articles; 4 lines left out`.
  var words: String {
    var words = "read \(claims.counted("claim")) of \(articles.counted("article"))"
    if known > 0 { words += "; \(known.counted("claim")) \(known == 1 ? "was" : "were") known already" }
    if badLines > 0 { words += "; \(badLines.counted("line")) left out" }
    return words
  }
}

extension Session {
  /// Adds claims that others have made to what is known.
  ///
  /// A line that is wrong is reported, and the rest is read all the same; the session's status then says so.
  /// - Parameters:
  ///   - paths: The files; `-` is standard input.
  ///   - name: Who made the claims whose lines do not say so; nil for the files' names.
  ///   - isStrict: Whether a line that is wrong stops the import, with nothing kept of its file.
  ///   - place: Where it was asked for.
  /// - Returns: what came of it.
  /// - Throws: where no file could be read, or a line is wrong and that is to stop it.
  @discardableResult
  func importClaims(
    from paths: [String], by name: String? = nil, isStrict: Bool = false, askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) -> ImportCount {
    try verifySnapshot(askedForAt: place)
    var count = ImportCount()
    var unreadable = 0
    for path in paths {
      let file: ClaimsFile
      do throws(SessionFailure) {
        if let plain = ClaimsFile(path: path) {
          file = plain
        } else {
          file = ClaimsFile(try TextFile.bytes(path, askedForAt: place))
        }
      } catch {
        unreadable += 1
        if unreadable == paths.count { throw error }
        report(error.diagnostics)
        note(.couldNotRun)
        continue
      }
      let summary = BulkImport(importContext).load(
        file, path: path == "-" ? "<stdin>" : path, extractor: name ?? Self.extractorName(ofFile: path),
        isStrict: isStrict, into: &knowledgeBase)
      if isStrict, summary.badLines > 0 { throw SessionFailure(summary.diagnostics, status: .couldNotRun) }
      report(summary.diagnostics)
      if summary.badLines > 0 { note(.couldNotRun) }
      count.claims += summary.claims
      count.known += summary.known
      count.articles += summary.articles
      count.badLines += summary.badLines
    }
    // So many are compared when somebody asks for pairs.
    if count.claims < Self.mostComparedAtOnce { knowledgeBase.compareClaims() }
    return count
  }

  private static let mostComparedAtOnce = 10_000

  /// The file's name without its folder and endings.
  private static func extractorName(ofFile path: String) -> String {
    if path == "-" { return "standard input" }
    return ClaimsFormat.nameWithoutEnding(path.split(separator: "/").last.map(String.init) ?? "")
  }

  private var importContext: ImportContext {
    let vocabulary = vocabulary
    let extractor = ClaimExtractor(vocabulary: vocabulary)
    return ImportContext(
      entity: { vocabulary.entity(named: $0) }, entityWritten: { vocabulary.entities(writtenAs: $0).first },
      author: { extractor.author(of: $0) },
      contentAddress: { ClaimIdentity.id(of: $0, digest: $1) },
      addressOfContent: { ClaimIdentity.id(ofContent: $0) },
      articles: knowledgeBase.articles.map { ($0, knowledgeBase.sentences(of: $0)) },
      nearest: { NearWords.nearest(to: $0, among: $1) })
  }
}
