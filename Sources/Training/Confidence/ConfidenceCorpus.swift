package import Claims
public import Language

/// Statements of the sentences of CaRB (Bhardwaj et al., EMNLP 2019), and whether people wrote down the same.
///
/// A statement is right where one tuple that people wrote has its predicate in the relation (that of a noun or an adjective:
/// in the relation or behind it), a word of its subject in the first argument, and a word of its object in the relation or
/// behind it; of a statement without object, a word of one of its obliques; what a statement lacks is not asked for.
/// Arguments may be the other way round, as in a passive. People wrote down hardly any events that nouns name, so that
/// nothing can be said of those: they are left out.
public struct ConfidenceCorpus: Sendable {
  /// A statement that is right or not.
  package struct Example: Sendable {
    /// The sentence, its words parted by spaces.
    package var sentence: String
    /// The statement.
    package var statement: ConfidenceReader.Statement
    /// Whether people wrote down the same.
    package var isRight: Bool
    /// In which half of the sentences it is, 0 or 1.
    package var half: Int
  }

  /// The statements, in the order of the sentences.
  package private(set) var examples: [Example] = []

  /// Compares what `analyzer` reads in the sentences with `gold`, a line for each tuple: the sentence, the relation, the
  /// arguments and the contexts, parted by tabs.
  public init(gold: String, analyzer: Analyzer) {
    var sentences: [String] = []
    var tuples: [String: [Tuple]] = [:]
    for line in gold.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count > 2 else { continue }
      if tuples[cells[0]] == nil { sentences.append(cells[0]) }
      tuples[cells[0], default: []].append(Tuple(cells.dropFirst()))
    }
    let parsed = analyzer.annotate(Analyzer.sentences(ofTokenLines: sentences.joined(separator: "\n")))
    for (sentence, tree) in zip(sentences, parsed) {
      let half = Self.half(of: sentence)
      for statement in ConfidenceReader(tree).statements where !statement.features.contains(.event) {
        guard !(statement.subject.isEmpty && statement.object.isEmpty && statement.tied.isEmpty) else { continue }
        let isRight = (tuples[sentence] ?? []).contains { $0.says(statement) }
        examples.append(Example(sentence: sentence, statement: statement, isRight: isRight, half: half))
      }
    }
  }

  /// The statements that are not right, each with its sentence, as lines of text.
  public var misses: [String] {
    examples.filter { !$0.isRight }.map { example in
      let statement = example.statement
      let arguments = [statement.subject, statement.object] + statement.tied
      return "\(statement.predicate)(\(arguments.map { $0.joined(separator: " ") }.joined(separator: "; "))) — \(example.sentence)"
    }
  }

  /// The words of a tuple that people wrote.
  private struct Tuple {
    var relation: Set<String>
    var first: Set<String>
    var rest: Set<String>

    init(_ cells: ArraySlice<String>) {
      let kept = cells.filter { !$0.hasPrefix("C:") }.map { cell in
        Set(cell.split(separator: " ").map { $0.lowercased() })
      }
      relation = kept.first ?? []
      first = kept.dropFirst().first ?? []
      rest = kept.dropFirst(2).reduce(into: []) { $0.formUnion($1) }
    }

    func says(_ statement: ConfidenceReader.Statement) -> Bool {
      let predicate = statement.predicate.lowercased()
      let isVerb = statement.features.allSatisfy { !Self.nominal.contains($0) }
      guard relation.contains(predicate) || !isVerb && rest.contains(predicate) else { return false }
      let objects = statement.object.isEmpty ? statement.tied : [statement.object]
      let behind = relation.union(rest)
      let straight = has(statement.subject, in: first) && (objects.isEmpty || objects.contains { has($0, in: behind) })
      return straight
        || !statement.subject.isEmpty && has(statement.subject, in: rest) && objects.contains { has($0, in: first) }
    }

    private func has(_ words: [String], in slot: Set<String>) -> Bool {
      words.isEmpty || words.contains { slot.contains($0.lowercased()) }
    }

    private static let nominal: Set<ConfidenceFeature> = [.copula, .bareCopula, .apposition, .title]
  }

  /// The half that a sentence falls into: FNV-1a over its bytes.
  private static func half(of sentence: String) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in sentence.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 16) & 1
  }
}
