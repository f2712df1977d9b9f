import ClaimModel
import Store

/// Rows on their way from one operator to the next: a table, and which of its rows are left.
///
/// Nothing is copied but row numbers until the answer is put together, and rows are put in order only when an operator
/// asks for it.
struct Frame: Sendable {
  var table: Table
  /// The rows that are left.
  var rows: Rows
  /// Whether the rows stand as they are to be shown; else they go up by number, and their order is the table's own.
  var isOrdered: Bool

  init(table: Table, rows: Rows, isOrdered: Bool) {
    self.table = table
    self.rows = rows
    self.isOrdered = isOrdered
  }

  /// All rows of a noun.
  init(_ table: NounTable) {
    self.init(table: .noun(table), rows: .all(table.count), isOrdered: table.order.isByNumber)
  }

  /// What rows are rows of.
  enum Table: Sendable {
    case noun(NounTable)
    case groups(GroupTable)
  }

  /// The same rows, as they are to be shown: all of them, or only the first few.
  func inOrder(first limit: Int? = nil) -> Frame {
    let wanted = min(limit ?? rows.count, rows.count)
    if isOrdered {
      return wanted == rows.count ? self : Frame(table: table, rows: .some(rows.part(0..<wanted)), isOrdered: true)
    }
    return Frame(table: table, rows: .some(table.inOrder(rows, first: wanted)), isOrdered: true)
  }
}

extension Frame.Table {
  /// The noun's rows that all others were made of.
  var nounTable: NounTable {
    switch self {
    case .noun(let table): table
    case .groups(let groups): groups.inner.table.nounTable
    }
  }

  /// How many rows there are.
  var count: Int {
    switch self {
    case .noun(let table): table.count
    case .groups(let groups): groups.count
    }
  }

  /// The first few of some rows that go up by number, in the table's order.
  func inOrder(_ rows: Rows, first count: Int) -> [UInt32] {
    switch self {
    case .noun(let table): table.inOrder(rows, first: count)
    case .groups(let groups): groups.inOrder(rows, first: count)
    }
  }

  /// Whether a row comes before another where nothing else is asked for.
  func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    switch self {
    case .noun(let table): table.precedes(one, other)
    case .groups(let groups): groups.precedes(one, other)
    }
  }

  /// The rows of the claims behind a row, as they come.
  func claimRows(of row: UInt32) -> [UInt32] {
    switch self {
    case .noun(let table): table.claims.map { Array($0[Int(row)]) } ?? [row]
    case .groups(let groups):
      groups.inner.keeping(groups.rows(of: row)).inOrder().rows.list.flatMap { groups.inner.table.claimRows(of: $0) }
    }
  }

  /// The ids of the claims behind a row, each once.
  func claims(of row: UInt32) -> [ClaimID] {
    let base = nounTable.knowledgeBase
    var seen: Set<UInt32> = []
    return claimRows(of: row).filter { seen.insert($0).inserted }.map { ClaimID(base.claims.ids[Int($0)]) }
  }

  /// The values of an expression for a few rows, and where each row's value stands.
  func vector(_ expression: Expression, of rows: [UInt32]) -> (vector: Vector, rows: [UInt32]) {
    switch (expression, self) {
    case (.key(let key), .groups(let groups)): (groups.key(key, of: rows), Array(0..<UInt32(rows.count)))
    case (.aggregate(let aggregate, nil), .groups(let groups)):
      (Aggregation.counts(aggregate, groups, of: rows), Array(0..<UInt32(rows.count)))
    default: (vector(expression), rows)
    }
  }

  /// The values of an expression, for all rows of the table.
  func vector(_ expression: Expression) -> Vector {
    switch (expression, self) {
    case (.attribute(let attribute), .noun(let table)): attribute.column(table)
    case (.key(let key), .groups(let groups)): groups.key(key)
    case (.aggregate(let aggregate, let inner), .groups(let groups)): groups.values(of: aggregate, inner)
    default: preconditionFailure("an expression is evaluated over a table that it was not bound to")
    }
  }
}
