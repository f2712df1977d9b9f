import ClaimModel
import Hearsay
import Interchange
import Query

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
    completion: .files, reach: .readsFiles
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
      default: paths.append(try session.readable(word, for: invocation))
      }
    }
    guard !paths.isEmpty else { throw invocation.missingArgument }
    let count = try session.importClaims(
      from: paths, by: name, isStrict: isStrict, askedForAt: invocation.source.place(of: "import"))
    session.readPaths += paths
    // A script says nothing of what goes well.
    if session.audience == .person { session.tell(count.words) }
  }
}

extension ImportCount {
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
      let progress = Progress(ProgressLine(verb: "importing", items: nil, bytes: file.size), on: console)
      let summary = corpus.importClaims(of: file, path: path, by: name, isStrict: isStrict) { progress?.add(bytes: $0) }
      progress?.clear()
      if isStrict, summary.badLines > 0 { throw SessionFailure(summary.diagnostics, status: .couldNotRun) }
      report(summary.diagnostics)
      if summary.badLines > 0 { note(.couldNotRun) }
      count.add(summary)
    }
    corpus.compareImported(count)
    if count.claims > 0 { isUnsaved = true }
    return count
  }
}
