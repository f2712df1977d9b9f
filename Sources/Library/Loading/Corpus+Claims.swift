import Claims
package import Interchange
import Store
import Vocabulary

/// What came of an import of claims.
public struct ImportCount: Hashable, Sendable {
  /// How many claims were added.
  public var claims = 0
  /// How many claims were known already.
  public var known = 0
  /// How many articles the claims are of.
  public var articles = 0
  /// How many lines are no claims, which are left out.
  public var badLines = 0
  /// What is wrong with the files, line by line.
  public var diagnostics: [Diagnostic] = []

  /// Nothing came of it yet.
  package init() {}

  package mutating func add(_ summary: ImportSummary) {
    claims += summary.claims
    known += summary.known
    articles += summary.articles
    badLines += summary.badLines
    diagnostics += summary.diagnostics
  }
}

extension Corpus {
  /// Adds claims that a language model or a person made, as lines of JSON (`*.claims.jsonl`) or as CSV. They stand beside our
  /// own: the attribute `extractor` tells who made them.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - name: Who made the claims whose lines do not say so; nil for the files' names.
  ///   - isStrict: Whether a line that is wrong stops the import, with nothing kept of its file.
  /// - Returns: what came of it.
  /// - Throws: `HearsayError` where a file cannot be read, or a line is wrong and that is to stop it.
  @discardableResult
  public mutating func importClaims(
    from paths: [String], by name: String? = nil, isStrict: Bool = false
  ) throws -> ImportCount {
    try verify()
    var count = ImportCount()
    for path in paths {
      guard let file = ClaimsFile(path: path) else {
        throw HearsayError([Diagnostic(code: "S007", "\(path) cannot be read")])
      }
      let summary = importClaims(of: file, path: path, by: name, isStrict: isStrict)
      if isStrict, summary.badLines > 0 { throw HearsayError(summary.diagnostics) }
      count.add(summary)
    }
    compareImported(count)
    return count
  }

  // MARK: What the shell shares

  /// Adds the claims of one file; `onProgress` is told how many more bytes have been read.
  package mutating func importClaims(
    of file: ClaimsFile, path: String, by name: String?, isStrict: Bool,
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> ImportSummary {
    BulkImport(importContext).load(
      file, path: path == "-" ? "<stdin>" : path, extractor: name ?? Self.extractorName(ofFile: path),
      isStrict: isStrict, into: &knowledgeBase, onProgress: onProgress)
  }

  /// Finds the pairs among claims that were imported; so many that it takes long are compared when somebody asks for pairs.
  package mutating func compareImported(_ count: ImportCount) {
    if count.claims < Self.mostComparedAtOnce { knowledgeBase.compareClaims() }
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
