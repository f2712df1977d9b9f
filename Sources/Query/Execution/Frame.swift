import ClaimModel
import Store

/// Rows on their way from one operator to the next: a table, and which of its rows are left, in what order.
///
/// Nothing is copied but row numbers until the answer is put together.
struct Frame: Sendable {
  var table: Table
  /// The rows that are left, in order.
  var rows: [UInt32]

  /// What rows are rows of.
  indirect enum Table: Sendable {
    case noun(NounTable)
    case groups(GroupTable)
  }
}

/// Groups of rows: the values that they have in common, and the rows of each.
struct GroupTable: Sendable {
  /// The values that groups were made by, a row a group.
  var keys: [Vector]
  /// The rows of each group, in the order in which they came.
  var members: ListColumn
  /// What the members are rows of.
  var inner: Frame.Table
  /// How many rows were grouped, each counted once.
  var total: Int
}

extension Frame.Table {
  /// The noun's rows that all others were made of.
  var nounTable: NounTable {
    switch self {
    case .noun(let table): table
    case .groups(let groups): groups.inner.nounTable
    }
  }

  /// The rows of the claims behind a row, as they come.
  func claimRows(of row: UInt32) -> [UInt32] {
    switch self {
    case .noun(let table): table.claims.map { Array($0[Int(row)]) } ?? [row]
    case .groups(let groups): groups.members[Int(row)].flatMap { groups.inner.claimRows(of: $0) }
    }
  }

  /// The ids of the claims behind a row, each once.
  func claims(of row: UInt32) -> [ClaimID] {
    let ids = nounTable.knowledgeBase.claims.ids
    var seen: Set<UInt32> = []
    return claimRows(of: row).filter { seen.insert($0).inserted }.map { ClaimID(ids[Int($0)]) }
  }

  /// The values of an expression, for all rows of the table.
  func vector(_ expression: Expression) -> Vector {
    switch (expression, self) {
    case (.attribute(let attribute), .noun(let table)): attribute.column(table)
    case (.key(let key), .groups(let groups)): groups.keys[key]
    case (.aggregate(let aggregate, let inner), .groups(let groups)): Aggregation.vector(aggregate, inner, groups)
    default: preconditionFailure("an expression is evaluated over a table that it was not bound to")
    }
  }
}
