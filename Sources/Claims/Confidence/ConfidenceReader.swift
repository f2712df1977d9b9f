package import Language

/// Reads what confidence is told by in a sentence's claims, with the words in which people would say the same, for those
/// who train and measure it.
package struct ConfidenceReader {
  /// A clause with one choice of subject and object.
  package struct Statement: Sendable {
    /// What makes it more or less likely that it is right.
    package var features: [ConfidenceFeature]
    /// The word that states it.
    package var predicate: String
    /// The words of its subject in grammar, which a passive does not turn round: head and names; empty where it has none.
    package var subject: [String]
    /// The same for its object.
    package var object: [String]
    /// The same for each argument that a preposition ties.
    package var tied: [[String]]
  }

  /// The statements of the sentence, in the order of their predicates.
  package let statements: [Statement]

  /// Reads a parsed sentence.
  package init(_ sentence: Sentence) {
    let cues = CueTable.shipped
    let tree = SyntaxTree(TreeMender.mended(sentence, names: [], cues: cues))
    let reading = SentenceReading(tree, mentions: [], cues: cues)
    let features = ConfidenceFeatures(reading)
    let clauses = reading.clauses.filter { clause in
      !reading.isVoid(clause)
    }
    statements = clauses.flatMap { clause in
      Self.choices(of: clause.subject, in: tree, limit: 6).flatMap { subject in
        Self.choices(of: clause.object, in: tree, limit: clause.kind == .copula ? 1 : 8).map { object in
          let surface = ConfidenceFeatures.surface(of: clause, subject: subject, object: object)
          return Statement(
            features: features.features(of: clause, subject: subject, object: object),
            predicate: tree.tokens[clause.predicate].form, subject: Self.words(of: surface.subject, in: tree),
            object: Self.words(of: surface.object, in: tree),
            tied: clause.tied.map { Self.words(of: $0.head, in: tree) })
        }
      }
    }
  }

  /// A word and those conjoined with it; nil alone for nil.
  private static func choices(of word: Int?, in tree: SyntaxTree, limit: Int) -> [Int?] {
    guard let word else { return [nil] }
    return tree.conjoinedNouns(of: word).prefix(limit).map { $0 }
  }

  /// A word with those that are one name or one noun with it.
  private static func words(of word: Int?, in tree: SyntaxTree) -> [String] {
    guard let word else { return [] }
    let others = tree.children(of: word).filter { [.flat, .compound].contains(tree.tokens[$0].dependency) }
    return ([word] + others).sorted().map { tree.tokens[$0].form }
  }
}
