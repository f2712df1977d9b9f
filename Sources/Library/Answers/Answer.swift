import Output
import Query

/// The answer to a query: columns with names and types, rows in a total order, and for each row the claims that it rests on.
///
/// The same query over the same articles gives the same rows, whatever the order in which they were loaded.
public struct Answer: Sendable {
  /// The columns, in order; a contract of the language, which `schema QUERY` shows.
  public let columns: [Column]
  /// What is worth knowing beside the rows: what `=` took in, why there are none, a name that nobody mentions.
  public let notices: [Diagnostic]

  private let table: ResultTable
  private let corpus: Corpus

  init(_ table: ResultTable, _ corpus: Corpus) {
    columns = table.columns.map { Column($0) }
    notices = table.notices
    self.table = table
    self.corpus = corpus
  }

  /// The whole answer as text, as `as FORMAT` writes it: `table`, `csv`, `json`, `svg` and so on.
  ///
  /// - Parameter format: A name of a format; nil for the one that the query asks for, or else `table`.
  /// - Returns: the text, nothing cut.
  /// - Throws: `HearsayError` where there is no such format.
  public func text(as format: String? = nil) throws -> String {
    let name = format ?? table.format ?? "table"
    guard let format = OutputFormats.named(name) else {
      let known = OutputFormats.all.map(\.name).joined(separator: ", ")
      throw HearsayError([Diagnostic(code: "Q017", "\(name) is no format", suggestion: "one of \(known)")])
    }
    return format.text(of: table)
  }
}

extension Answer: RandomAccessCollection {
  /// A row of an answer.
  public struct Row: Sendable {
    private let answer: Answer
    private let place: Int

    fileprivate init(_ answer: Answer, _ place: Int) {
      self.answer = answer
      self.place = place
    }

    /// The value of a column; nil where there is no such column, `.missing` where the row has none.
    public subscript(column: String) -> Value? {
      answer.columns.firstIndex { $0.name == column }.map { self[$0] }
    }

    /// The value of a column, by its place.
    public subscript(column: Int) -> Value { Value(answer.table.rows[place][column]) }

    /// All values, in the order of the columns.
    public var values: [Value] { answer.table.rows[place].map { Value($0) } }

    /// The ids of the claims that the row rests on; none for what rests on none, such as a place.
    public var claims: [ClaimID] { answer.table.provenance[place] }

    /// Those claims, each with its article, the bytes of the file where its sentence stands, and the sentence.
    public var citations: [Citation] { claims.compactMap { answer.corpus.citation(of: $0) } }
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// The row after the last one.
  public var endIndex: Int { table.rows.count }

  /// A row.
  public subscript(row: Int) -> Row { Row(self, row) }
}
