@_exported public import ClaimModel
package import Query
package import Store
import TextForms
package import Vocabulary

/// Articles that have been read, the claims in them, and the names that they are known by: what queries are asked of.
///
///     var corpus = Corpus()
///     try await corpus.load(["articles"])
///     let answer = try await corpus.answer("claims where about = ISKP group by source")
///
/// A value: a copy costs next to nothing and stays as it is while the original grows, and nothing is shared with any other
/// corpus. Any number of tasks may ask one at the same time. An actor that keeps one loads into a copy and then takes that
/// (`var more = corpus; try await more.load(paths); corpus = more`), for nothing may change a property of an actor while
/// the actor waits.
public struct Corpus: Sendable {
  /// What is known.
  package var knowledgeBase = KnowledgeBase()
  /// Whom the names stand for: the vocabulary that ships and the user's own.
  package private(set) var vocabulary: Vocabulary
  /// The views and parameters that queries may name.
  package var definitions = Definitions()

  /// A corpus without articles, which knows the names that ship with Hearsay.
  public init() {
    self.init(knowing: .shipped)
  }

  /// A corpus without articles, which knows these names.
  package init(knowing vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    declareVocabulary()
  }

  /// The corpus that was saved in a file; nothing of it is read before a query needs it, and the file never changes.
  ///
  /// - Throws: `HearsayError` where the file is no saved corpus or is damaged.
  public init(opening path: String) throws(HearsayError) {
    self.init()
    try open(path)
  }

  /// Saves all that is known, for `init(opening:)` and the shell's `open`. The file is written beside the one that is there
  /// and takes its name when it is whole; a file that is no saved corpus is not written over.
  ///
  /// - Throws: `HearsayError` where it cannot be written.
  public func save(to path: String) throws(HearsayError) {
    try Self.told { () throws(SnapshotProblem) in _ = try knowledgeBase.save(to: path) }
  }

  /// Takes what was saved in a file for what is known.
  package mutating func open(_ path: String) throws(HearsayError) {
    let known = knowledgeBase
    knowledgeBase = try Self.told { () throws(SnapshotProblem) in try KnowledgeBase(opening: path, declaring: known) }
  }

  /// Checks the whole file that this was opened from, which has to be done before anything is added.
  package func verify() throws(HearsayError) {
    try Self.told { () throws(SnapshotProblem) in try knowledgeBase.verify() }
  }

  private static func told<Value>(_ use: () throws(SnapshotProblem) -> Value) throws(HearsayError) -> Value {
    do throws(SnapshotProblem) {
      return try use()
    } catch {
      throw HearsayError([error.diagnostic])
    }
  }

  /// How many articles there are, those of which only claims are known among them.
  public var articleCount: Int { knowledgeBase.articleCount }

  /// How many claims there are.
  public var claimCount: Int { knowledgeBase.claimCount }

  /// The claim of this id; nil where there is none.
  public func claim(_ id: ClaimID) -> Claim? { knowledgeBase.claim(id) }

  /// A claim with its article, the bytes of the file where its sentence stands, and that sentence between its neighbours;
  /// nil where there is no such claim.
  public func citation(of id: ClaimID) -> Citation? {
    guard let claim = knowledgeBase.claim(id), let article = knowledgeBase.article(of: id) else { return nil }
    return Citation(of: claim, in: article, sentences: knowledgeBase.sentences(of: article))
  }

  // MARK: Names

  /// Reads names of a user's own, in the format of `Docs` and of `--vocabulary`, which win over those that are known.
  /// Articles that are loaded later are read with them, so this comes first.
  ///
  /// - Parameters:
  ///   - text: The entities with their other names, a line each.
  ///   - file: What errors call the text.
  /// - Throws: `HearsayError` with all lines that are wrong; then nothing has changed.
  public mutating func useVocabulary(_ text: String, file: String = "vocabulary") throws(HearsayError) {
    do throws(VocabularyErrors) {
      vocabulary = vocabulary.merging(try Vocabulary(parsing: text, file: file, over: vocabulary))
    } catch {
      throw HearsayError(error.diagnostics)
    }
    try verify()
    declareVocabulary()
  }

  /// Tells the knowledge base of all that the vocabulary names.
  private mutating func declareVocabulary() {
    knowledgeBase.declare(vocabulary.entities)
    knowledgeBase.declare(topics: vocabulary.topics.tree)
    knowledgeBase.declare(senses: .shipped)
  }
}

/// Why something was not done: what is wrong, where, and what would be right.
///
/// What was taken back by cancelling its task throws `CancellationError` instead.
public struct HearsayError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, each with a stable code; at most five of a query.
  public var diagnostics: [Diagnostic]

  /// A failure for these reasons.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// The messages, one a line: `Q020 claims have no sujet (did you mean subject?)`.
  public var description: String {
    diagnostics.map { ("\($0.code) \($0.message)" + ($0.suggestion.map { " (\($0))" } ?? "")).visibleForm() }
      .joined(separator: "\n")
  }
}
