public import Query

/// A way to write an answer. A new format is one type that conforms to this, one line in `OutputFormats` and one in
/// the query language's table of formats.
public protocol ResultFormat: Sendable {
  /// The word after `as` and `--format`, one of `QueryReference.formats`.
  var name: String { get }

  /// Whether it is for reading, not for programs: it says itself how many rows are left out.
  var isForPeople: Bool { get }

  /// Writes the whole of `table`, ending with a line break. Linear in the size of the answer.
  ///
  /// - Parameters:
  ///   - table: The answer.
  ///   - layout: What the place that it goes to can take.
  ///   - output: Where the text goes.
  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream)
}

/// A format of rows that people read, in whose place a page has a table of its own.
protocol RowsFormat: ResultFormat {}

extension ResultFormat {
  /// Most formats are for programs.
  public var isForPeople: Bool { false }

  /// The answer as one text.
  public func text(of table: ResultTable, layout: Layout = Layout()) -> String {
    var text = ""
    write(table, layout: layout, to: &text)
    return text
  }
}

/// Every format that an answer can be written in.
public enum OutputFormats {
  /// All of them, those that people read first.
  public static let all: [any ResultFormat] = [
    TableFormat(), BoxFormat(), ListFormat(), BarsFormat(), TimelineFormat(), MatrixFormat(), GraphFormat(),
    MapFormat(),
    MarkdownFormat(), HTMLFormat(), SVGFormat(), DOTFormat(),
    SeparatedFormat.csv, SeparatedFormat.tsv, JSONFormat(), JSONLinesFormat(),
  ]

  /// The format called `name`, in any case; nil where there is none.
  public static func named(_ name: String) -> (any ResultFormat)? {
    let wanted = name.lowercased()
    return all.first { $0.name == wanted }
  }
}
