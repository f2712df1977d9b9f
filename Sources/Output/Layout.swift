public import Query

/// What the place that an answer goes to can take, and how much of the answer is wanted there.
///
/// The default is that of a file: nothing is cut, nothing is coloured, every row is written.
public struct Layout: Hashable, Sendable {
  /// Whether the text goes to a terminal, so that control characters must not come through in any format.
  public var isTerminal: Bool
  /// How many cells a line may take; nil where nothing is to be cut or wrapped.
  public var width: Int?
  /// How words are set off.
  public var style: Style
  /// How many rows are written at most; nil for all.
  public var rowLimit: Int?
  /// How many rows of the answer were written before those of the table, which then are the rest (`more`).
  public var skippedRows = 0
  /// Whether tables show before each row its number, by which `open row` and `cite row` take it.
  public var numbersRows = false
  /// Whether `csv` and `tsv` disarm text that a spreadsheet would take for a formula.
  public var guardsFormulas: Bool
  /// Whether `csv` and `tsv` get a last column `claims` with the ids behind each row. JSON always has them.
  public var namesClaims: Bool

  /// A layout; without arguments that of a file.
  public init(
    isTerminal: Bool = false, width: Int? = nil, style: Style = .plain, rowLimit: Int? = nil,
    guardsFormulas: Bool = true, namesClaims: Bool = false
  ) {
    self.isTerminal = isTerminal
    self.width = width
    self.style = style
    self.rowLimit = rowLimit
    self.guardsFormulas = guardsFormulas
    self.namesClaims = namesClaims
  }

  /// How many rows of `table` are written.
  public func shownRows(of table: ResultTable) -> Int {
    min(table.rows.count, rowLimit ?? table.rows.count)
  }
}
