package import Claims
public import Language

/// Statements of the sentences of CaRB (Bhardwaj et al., EMNLP 2019), and whether they are right.
///
/// A statement is right where one tuple that people wrote has its predicate in the relation (that of a noun or an adjective:
/// behind "is"), a word of its subject in the first argument, and a word of its object in the relation or behind it; of a
/// statement without object, a word of one of its obliques; what a statement lacks is not asked for. A pronoun as subject
/// may be any name there, and arguments may be the other way round, as in a passive. People did not write down everything:
/// what matches no tuple was judged by a reader, and is left out where it was not.
public struct ConfidenceCorpus: Sendable {
  /// A statement that is right or not.
  package struct Example: Sendable {
    /// The sentence, its words parted by spaces.
    package var sentence: String
    /// The statement.
    package var statement: ConfidenceReader.Statement
    /// Whether the sentence says it.
    package var isRight: Bool
    /// In which half of the sentences it is, 0 or 1.
    package var half: Int
  }

  /// The statements that are judged, in the order of the sentences.
  package private(set) var examples: [Example] = []
  /// The others: a line each with the columns of the file of judgements but the last, and the sentence.
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
      let hash = Self.hash(sentence)
      for statement in ConfidenceReader(tree).statements {
        let key = Self.key(statement, hash)
        let isWritten = (tuples[sentence] ?? []).contains { $0.says(statement) }
        if let isRight = isWritten ? true : judged[key] {
          let half = Int(hash >> 16) & 1
          examples.append(Example(sentence: sentence, statement: statement, isRight: isRight, half: half))
        } else {
          unjudged.append("\(key)\t\(sentence)")
        }
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
      let isPronoun = !statement.features.allSatisfy { ![.subjectPersonal, .subjectPronoun].contains($0) }
      let straight = (isPronoun || has(statement.subject, in: first)) && (objects.isEmpty || objects.contains { has($0, in: behind) })
      return straight
        || !statement.subject.isEmpty && has(statement.subject, in: rest) && objects.contains { has($0, in: first) }
    }

    /// Whether it tells something of the statement's predicate.
    func tells(_ statement: ConfidenceReader.Statement) -> Bool {
      let predicate = statement.predicate.lowercased()
      let isVerb = statement.features.allSatisfy { !Self.nominal.contains($0) }
      return relation.contains(predicate)
        || !isVerb && rest.contains(predicate) && !relation.isDisjoint(with: Self.be)
    }

    private static let be: Set<String> = ["be", "is", "are", "was", "were", "been", "being", "as"]

    private func has(_ words: [String], in slot: Set<String>) -> Bool {
      words.isEmpty || words.contains { slot.contains($0.lowercased()) }
    }

    private static let nominal: Set<ConfidenceFeature> = [.copula, .bareCopula, .apposition, .title]
  }

  /// FNV-1a over the sentence's bytes.
  private static func hash(_ sentence: String) -> UInt32 {
    sentence.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
