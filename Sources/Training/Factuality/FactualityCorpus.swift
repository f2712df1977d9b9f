public import ClaimModel
public import Language

/// Predicates of a treebank with the factuality that people gave them (Universal Decompositional Semantics, White et al.
/// 2016; Rudinger et al. 2018): from -3, it did not happen, to 3, it did.
public struct FactualityCorpus: Sendable {
  /// A word with its factuality.
  public struct Predicate: Hashable, Sendable {
    /// The index of its sentence.
    public var sentence: Int
    /// Its index in the sentence.
    public var word: Int
    /// What people said, -3 to 3.
    public var factuality: Double
  }

  /// The sentences that have predicates or none.
  public var sentences: [Sentence]
  /// The predicates, in the order of the table.
  public private(set) var predicates: [Predicate] = []

  /// Reads a table with the columns sentence_id, word (from 1), form, upos, factuality.
  ///
  /// - Throws: a diagnostic for a line that names no word of `treebank` or lacks a column.
  public init(table: String, treebank: CoNLLU.Document) throws(Diagnostic) {
    sentences = treebank.sentences
    let indexes = Dictionary(zip(treebank.names, sentences.indices)) { first, _ in first }
    for (number, line) in table.split(separator: "\n").enumerated().dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 5, let sentence = indexes[String(columns[0])], let word = Int(columns[1]),
        sentences[sentence].tokens.indices.contains(word - 1), let factuality = Double(columns[4])
      else {
        throw Diagnostic(
          .error, code: "factuality-table", "Line \(number + 1) of the table names no word of the treebank.")
      }
      predicates.append(Predicate(sentence: sentence, word: word - 1, factuality: factuality))
    }
  }
}
