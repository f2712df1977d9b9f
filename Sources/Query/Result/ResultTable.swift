public import ClaimModel

/// The answer to a query: named, typed columns, rows in a total order, and the claims that stand behind each row.
public struct ResultTable: Hashable, Sendable {
  /// What a column holds.
  public enum ColumnType: String, Hashable, Sendable, CaseIterable {
    case text, entity, number, date, claim, list
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name, as `show … as NAME` gave it or as the attribute is called.
    public var name: String
    /// What its cells hold where they are not missing.
    public var type: ColumnType

    /// A column called `name`.
    public init(_ name: String, _ type: ColumnType) {
      self.name = name
      self.type = type
    }
  }

  /// A value in a row.
  public enum Cell: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    case number(Double)
    case date(DateRange)
    case list([String])
  }

  /// The columns, in order.
  public var columns: [Column]
  /// The rows, each with a cell a column.
  public var rows: [[Cell]]
  /// The claims that each row rests on, in the order of `rows`; empty for a row that rests on none (a place, a triple).
  public var provenance: Provenance
  /// What the names in it lie within or are parts of, for pictures.
  public var nesting = Nesting()
  /// The picture that another format is to show: of `as graph as svg` the graph; nil where nothing is said.
  public var picture: String?
  /// The format that the query asks for with `as`, a name of the keyword table; nil where it asks for none.
  public var format: String?
  /// Whether the query says in which order the rows come, by sorting or grouping; else they come in the order of the
  /// articles, or another that is the same each time.
  public var hasStatedOrder = true
  /// Whether the query sorts its rows itself; else groups come by how many they are.
  public var isSorted = false
  /// What the person who asked should know: what `=` took in, where nothing was left.
  public var notices: [Diagnostic]

  /// An answer.
  public init(
    columns: [Column], rows: [[Cell]], provenance: Provenance, format: String? = nil, notices: [Diagnostic] = []
  ) {
    self.columns = columns
    self.rows = rows
    self.provenance = provenance
    self.format = format
    self.notices = notices
  }
}
