package import Claims
public import Language

/// Statements of the sentences of CaRB (Bhardwaj et al., EMNLP 2019), with whether people wrote them down, and whether they
/// are right.
///
/// A statement was written down where one tuple has its predicate in the relation (that of a noun or an adjective: behind
/// "is"), its subject in the first argument, and its object in the relation or behind it; of a statement without object, one
/// of its obliques; what a statement lacks is not asked for. A pronoun as subject may be any name there, and arguments may be
/// the other way round, as in a passive. People do not write down everything: what they left out was judged by a reader.
public struct ConfidenceCorpus: Sendable {
  /// A statement.
  package struct Example: Sendable {
    /// What makes it more or less likely that it holds.
    package var features: [ConfidenceFeature]
    /// Whether the sentence says it; nil where nobody judged it.
    package var isRight: Bool?
    /// Whether people wrote it down.
    package var isWritten: Bool
    /// In which half of the sentences it is, 0 or 1.
    package var half: Int

    /// Whether it holds as one asks for it; nil where that is not known.
    package func holds(_ view: ConfidenceWeights.View) -> Bool? {
      switch view {
      case .claims: isRight
      case .tuples: isWritten
      }
    }
  }

  /// The statements, in the order of the sentences.
  package private(set) var examples: [Example] = []
  /// Those that nobody judged: a line each with the columns of the file of judgements but the last, and the sentence.
  public private(set) var unjudged: [String] = []

  /// Compares what `analyzer` reads in the sentences with `gold`, a line for each tuple: the sentence, the relation, the
  /// arguments and the contexts, parted by tabs; `judgements` are the lines of `judged-statements.tsv`.
  public init(gold: String, judgements: String, analyzer: Analyzer) {
    var sentences: [String] = []
    var tuples: [String: [Tuple]] = [:]
    for line in gold.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count > 2 else { continue }
      if tuples[cells[0]] == nil { sentences.append(cells[0]) }
      tuples[cells[0], default: []].append(Tuple(cells.dropFirst()))
    }
    let judged = Self.judgements(judgements)
    let parsed = analyzer.annotate(Analyzer.sentences(ofTokenLines: sentences.joined(separator: "\n")))
    for (sentence, tree) in zip(sentences, parsed) {
      let hash = SentenceHash.hash(sentence)
      for statement in ConfidenceReader(tree).statements {
        let key = Self.key(statement, hash)
        let isWritten = (tuples[sentence] ?? []).contains { $0.says(statement) }
        let isRight = judged[key] ?? (isWritten ? true : nil)
        if isRight == nil { unjudged.append("\(key)\t\(sentence)") }
        let half = Int(hash >> 16) & 1
        examples.append(
          Example(features: statement.features, isRight: isRight, isWritten: isWritten, half: half))
      }
    }
  }

  private static func judgements(_ text: String) -> [String: Bool] {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { line in
      line.lastIndex(of: "\t").map { (String(line[..<$0]), line[$0...].dropFirst() == "right") }
    }
    return Dictionary(lines) { first, _ in first }
  }

  private static func key(_ statement: ConfidenceReader.Statement, _ hash: UInt32) -> String {
    let hexadecimal = String(hash, radix: 16)
    let columns = [[statement.predicate], statement.subject, statement.object].map { words in
      words.isEmpty ? "-" : words.joined(separator: " ")
    }
    return ([String(repeating: "0", count: 8 - hexadecimal.count) + hexadecimal] + columns).joined(separator: "\t")
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
      guard tells(statement) else { return false }
      let objects = statement.object.isEmpty ? statement.tied : [statement.object]
      let behind = relation.union(rest)
      let isPronoun = statement.features.contains { $0 == .subjectPersonal || $0 == .subjectPronoun }
      let straight =
        (isPronoun || has(statement.subject, in: first))
        && (objects.isEmpty || objects.contains { has($0, in: behind) })
      return straight
        || !statement.subject.isEmpty && has(statement.subject, in: rest) && objects.contains { has($0, in: first) }
    }

    /// Whether it tells something of the statement's predicate.
    private func tells(_ statement: ConfidenceReader.Statement) -> Bool {
      let predicate = statement.predicate.lowercased()
      let isVerb = !statement.features.contains { Self.nominal.contains($0) }
      return relation.contains(predicate)
        || !isVerb && rest.contains(predicate) && !relation.isDisjoint(with: Self.be)
    }

    private static let be: Set<String> = ["be", "is", "are", "was", "were", "been", "being", "as"]

    private func has(_ words: [String], in slot: Set<String>) -> Bool {
      words.allSatisfy { slot.contains($0.lowercased()) }
    }

    private static let nominal: Set<ConfidenceFeature> = [.copula, .bareCopula, .apposition, .title]
  }
}
