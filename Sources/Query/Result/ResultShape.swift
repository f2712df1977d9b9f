/// The columns of the answer to a query, known without running it.
public struct ResultShape: Hashable, Sendable {
  /// The columns that the answer has in any case, in order.
  public internal(set) var columns: [ResultTable.Column] = []
  /// What the cells of each are.
  public internal(set) var meanings: [String] = []
  /// The attribute for each value of which a column of counts follows; nil where the columns are all.
  public internal(set) var across: String?
  /// Whether rows rest on claims, whose ids JSON then has, as `claims`.
  public internal(set) var restsOnClaims = true

  mutating func add(_ name: String, _ type: ResultTable.ColumnType, _ meaning: String) {
    columns.append(.init(name, type))
    meanings.append(meaning)
  }

  /// The columns as an answer of their own: name, type and meaning.
  public var table: ResultTable {
    var rows = zip(columns, meanings).map { column, meaning -> [ResultTable.Cell] in
      [.text(column.name), .text(column.type.rawValue), .text(meaning)]
    }
    if let across { rows.append([.text("…"), .text("number"), .text("a column for each \(across): how many rows")]) }
    return ResultTable(
      columns: [.init("column", .text), .init("type", .text), .init("meaning", .text)], rows: rows,
      provenance: Provenance(rows.map { _ in [] }))
  }
}

extension QueryEngine {
  /// What the answer to a query looks like; the query is checked but not run.
  ///
  /// - Throws: up to five things that are wrong with it.
  public func shape(of source: QuerySource) throws(QueryFailure) -> ResultShape {
    let query = try bound(source).query
    var shape = ResultShape()
    if query.isExplained {
      for column in Explanation.columns(isTimed: timesSteps) { shape.add(column.name, column.type, "of the plan") }
      shape.restsOnClaims = false
      return shape
    }
    for column in query.columns { shape.add(column.name, column.type.columnType, column.expression.meaning) }
    shape.across = query.across?.name
    return shape
  }
}

extension Expression {
  /// What it is, in a few words.
  fileprivate var meaning: String {
    switch self {
    case .attribute(let attribute): attribute.summary
    case .key: "what was grouped by"
    case .aggregate(let aggregate, let inner):
      switch aggregate {
      case .countDistinct: "how many different values: \(inner?.meaning ?? "")"
      case .count: inner.map { "how many have one: \($0.meaning)" } ?? "how many rows are in the group"
      default:
        (AggregateWords.table.first { $0.name == aggregate.rawValue }?.summary ?? "")
          + (inner.map { ": \($0.meaning)" } ?? "")
      }
    }
  }
}
